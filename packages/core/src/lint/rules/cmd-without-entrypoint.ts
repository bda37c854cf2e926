import { classifyImage, normalizeImage, shown } from '../../grammars/index.ts';
import { at } from '../places.ts';
import { defineRule } from '../rule.ts';
import { workloadOf } from '../workload.ts';

/** Images whose command fails without what their entrypoint prepares: a user other than root, data, the program itself. */
const PREPARING = new Set(
  'cassandra elasticsearch ghost mariadb mysql nextcloud postgres wordpress'.split(' '),
);

export default defineRule({
  code: 'cmd-without-entrypoint',
  summary: '`cmd` that relies on the entrypoint of its image, which is dropped',
  why: 'Once a file has `cmd`, `machine run` and `machine start` take nothing of the image’s own command: not even its `ENTRYPOINT`, which Docker would keep. The first word of `cmd` is then the program. Only `pack create` keeps the one where the other is given.',
  help: 'Write the image’s entrypoint into `entrypoint` as well (`docker inspect` shows it), or the program as the first word of `cmd`.',
  evidence: 'facts 2.4, 2.5, 2.7, 5 row 41; src/cli/vm_common.rs:974, src/cli/pack.rs:453',
  since: '0.1.0',
  severity: 'warning',
  stage: 'launch',
  commands: ['create', 'run'],
  examples: {
    invalid: [
      {
        toml: 'image = "traefik:3.1"\nnet = true\ncmd = ["--api.insecure=true"] # warning: cmd-without-entrypoint\n',
      },
      {
        toml: 'image = "postgres:16"\nnet = true\ncmd = ["postgres", "-c", "fsync=off"] # warning: cmd-without-entrypoint\n',
        note: 'This image’s entrypoint creates the database.',
      },
      {
        toml: 'image = "traefik:3.1"\nnet = true\n',
        flags: '-- --api.insecure=true',
        expect: ['flags: warning: cmd-without-entrypoint'],
      },
    ],
    valid: [
      {
        toml: 'image = "postgres:16"\nnet = true\nentrypoint = ["docker-entrypoint.sh"]\ncmd = ["postgres", "-c", "fsync=off"]\n',
      },
      { toml: 'image = "python:3.12"\nnet = true\ncmd = ["python", "app.py"]\n' },
      {
        toml: 'image = "postgres:16"\nnet = true\ncmd = ["sh"]\n',
        note: 'A shell needs no preparation.',
      },
    ],
  },
  check(context) {
    const { document, report } = context;
    const image = context.merged('image').value;
    const { entrypoint, cmd } = workloadOf(context);
    const [first] = cmd;
    if (!image || !first || entrypoint.length > 0 || document.damaged) return;
    const reference = String(image.value);
    const message = 'the image’s entrypoint is dropped when `cmd` is given';
    const related = [{ ...at(image), message: 'the image whose entrypoint is not used' }];
    if (first.value.startsWith('-')) {
      report({ ...at(first), message: `${shown(first.value)} would be the program: ${message}`, related });
    } else if (classifyImage(reference) === 'registry') {
      const { registry, repository } = normalizeImage(reference);
      const name = repository.replace(/^library\//, '');
      if (registry !== 'docker.io' || !PREPARING.has(name) || !startsServer(first.value, name)) return;
      report({
        ...at(first),
        message: `${shown(first.value)} starts without the preparation that this image needs: ${message}`,
        related,
      });
    }
  },
});

/** Whether a program is the one that the image is made for: `mysqld` of `mysql`, `apache2-foreground` of `wordpress`. */
function startsServer(program: string, image: string): boolean {
  const name = program.slice(program.lastIndexOf('/') + 1);
  return [image, 'mysqld', 'mariadbd', 'apache2-foreground', 'php-fpm'].includes(name);
}
