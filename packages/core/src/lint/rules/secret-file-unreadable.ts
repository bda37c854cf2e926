import { SECRET_FILE_MAX_BYTES, shown } from '../../grammars/index.ts';
import type { HostPath } from '../../model/host.ts';
import { defineRule } from '../rule.ts';
import { secretsOf } from '../secrets.ts';

export default defineRule({
  code: 'secret-file-unreadable',
  summary: 'A secret from a file that smolvm will not read',
  why: 'The file is read at launch, after the machine has booted. smolvm follows no symbolic link there, and reads neither directories nor files of more than 1 MiB: `resolve secret: file_read_failed` or `file_too_large`.',
  help: 'Name a regular file of at most 1 MiB by its own path, not by a link to it.',
  evidence: 'facts 1.4, 5 row 7; src/secrets.rs:113, src/secrets.rs:40',
  since: '0.1.0',
  severity: 'warning',
  stage: 'launch',
  commands: ['create', 'run'],
  needsHost: true,
  examples: {
    invalid: [
      {
        toml: '[secrets]\nTOKEN = { from_file = "/run/secrets" } # warning: secret-file-unreadable\n',
        host: { '/run/secrets': 'directory' },
      },
    ],
    valid: [
      {
        toml: '[secrets]\nTOKEN = { from_file = "/run/secrets/token" }\n',
        host: { '/run/secrets/token': 'file' },
      },
      {
        toml: '[secrets]\nTOKEN = { from_file = "/run/secrets/token" }\n',
        host: {},
        note: 'The file may well exist where the machine is started.',
      },
    ],
  },
  check(context) {
    const { command, host, report } = context;
    if (!host) return;
    for (const { name, fromEnv, fromFile } of secretsOf(context)) {
      // `machine create` refuses a relative path before anything is read
      if (!fromFile || fromEnv || (command === 'create' && !fromFile.value.startsWith('/'))) continue;
      const wrong = unreadable(host.inspect(fromFile.value));
      if (wrong === undefined) continue;
      report({
        range: fromFile.range,
        message: `The file of secret ${shown(name)} cannot be read: ${shown(fromFile.value)} is ${wrong}`,
      });
    }
  },
});

function unreadable({ kind, symlink, canonical, size }: HostPath): string | undefined {
  if (symlink) return `a symbolic link${canonical === undefined ? '' : ` to ${shown(canonical)}`}`;
  if (kind === 'directory') return 'a directory';
  return kind === 'file' && size !== undefined && size > SECRET_FILE_MAX_BYTES
    ? `${size} bytes long, more than 1 MiB`
    : undefined;
}
