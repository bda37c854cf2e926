import { splitWords } from '../../call/words.ts';

/** What smolvm can run instead, or why there is nothing. */
export type Check = { readonly argv: readonly string[]; readonly why: string } | { readonly reason: string };

/** The ports of programs that ask a server how it is. */
const CLIENTS: Readonly<Record<string, string>> = {
  pg_isready: '5432',
  'redis-cli': '6379',
  'valkey-cli': '6379',
  mysqladmin: '3306',
  'mariadb-admin': '3306',
  mongosh: '27017',
  mongo: '27017',
  'rabbitmq-diagnostics': '5672',
  rabbitmqctl: '5672',
  cqlsh: '9042',
};

/** Of others it is a password, or something else again. */
const P_IS_PORT = new Set(['pg_isready', 'redis-cli', 'valkey-cli']);

const ADDRESS = /^\w+:\/\/(?:[^@/]*@)?(?<host>[^:/?]+)(?::(?<port>\d+))?/;

const LOCAL = /^(?:localhost|127\.0\.0\.1|0\.0\.0\.0|\[::1\]|::1)$/i;

/**
 * Translates a check into one that works outside the image (import 5): there are busybox’s `wget` and `nc`, and no
 * program of the image.
 *
 * @param test as in an image: `CMD`, `CMD-SHELL`, and what follows.
 */
export function checkOf([kind, ...rest]: readonly string[]): Check {
  if (kind === 'CMD') return ofWords(rest);
  const line = (rest[0] ?? '').trim().replace(/\s*(?:\|\|\s*(?:exit\s+-?\d+|false)|;\s*exit\s+\$\?)\s*$/, '');
  const bare = line.replaceAll(/\s*[12]?>\s*(?:\/dev\/null|&[12])/g, '');
  const quoted = bare.replaceAll(/'[^']*'|"[^"]*"/g, 'x');
  if (/[|&;<>()`]/.test(quoted)) return { reason: 'It is more than one command.' };
  const { words, problem } = splitWords(bare);
  if (problem) return { reason: 'It is no command line.' };
  return ofWords(words.map(({ value }) => value));
}

function ofWords(words: readonly string[]): Check {
  const [program = '', ...args] = words;
  const name = program.slice(program.lastIndexOf('/') + 1);
  // `sh -c LINE` is what CMD-SHELL is
  if (/^(?:sh|bash|ash)$/.test(name) && args.length === 2 && /^-\w*c$/.test(args[0]!))
    return checkOf(['CMD-SHELL', args[1]!]);
  if (name === 'curl' || name === 'wget') return fetching(name, args);
  if (name === 'nc' || name === 'ncat') return connecting(args);
  const port = CLIENTS[name];
  if (port !== undefined) return asking(name, port, args);
  return { reason: `\`${name}\` is a program of the image, which the check cannot see.` };
}

/** Flags of curl and wget whose value is no address. */
const WITH_VALUE =
  /^(?:-[A-Za-z]*[HXdoOTtmuUA]|--(?:header|request|data|output|user|max-time|connect-timeout|retry|retry-delay|tries|timeout|output-document|user-agent|output-file))$/;

function fetching(program: string, args: readonly string[]): Check {
  const urls = args.filter((arg, index) => !arg.startsWith('-') && !WITH_VALUE.test(args[index - 1] ?? ''));
  const [text] = urls;
  if (text === undefined || urls.length > 1) return { reason: `\`${program}\` names no single address.` };
  const match =
    /^(?:(?<scheme>https?):\/\/)?(?<host>\[[^\]]*\]|[^/:?#]+)(?::(?<port>\d+))?(?<path>[/?#].*)?$/i.exec(
      text,
    );
  const { scheme = 'http', host = '', port, path = '' } = match?.groups ?? {};
  if (!match || /[$\s]/.test(text)) return { reason: 'Its address cannot be read here.' };
  if (!LOCAL.test(host)) return { reason: `It asks ${host}, which is not this machine.` };
  if (scheme.toLowerCase() === 'https')
    return {
      argv: ['nc', '-z', '127.0.0.1', port ?? '443'],
      why: `Of \`${program}\` and HTTPS only the connection is left.`,
    };
  const url = `http://127.0.0.1${port === undefined ? '' : `:${port}`}${path || '/'}`;
  return {
    argv: ['wget', '-q', '-O', '/dev/null', url],
    why: `${program === 'wget' ? 'Written' : '`curl` is not there: written'} for busybox’s \`wget\`.`,
  };
}

function connecting(args: readonly string[]): Check {
  const [host = '', port = ''] = args.filter(
    (arg, index) => !arg.startsWith('-') && !/^-\w*w$/.test(args[index - 1] ?? ''),
  );
  if (!LOCAL.test(host)) return { reason: `It asks ${host || 'nobody'}, which is not this machine.` };
  if (!/^\d+$/.test(port)) return { reason: 'Its port cannot be read here.' };
  return { argv: ['nc', '-z', '127.0.0.1', port], why: 'Written for busybox’s `nc`.' };
}

function asking(name: string, usual: string, args: readonly string[]): Check {
  const flags = P_IS_PORT.has(name) ? /^(?:-p|--port)$/ : /^(?:-P|--port)$/;
  const joined = P_IS_PORT.has(name) ? /^(?:--port=|-p(?=\d))(.+)$/ : /^(?:--port=|-P(?=\d))(.+)$/;
  const url = args.map((arg) => ADDRESS.exec(arg)?.groups).find((groups) => groups !== undefined);
  const given = (after: RegExp, inside: RegExp) =>
    args.flatMap((arg, index) =>
      after.test(args[index - 1] ?? '') ? [arg] : (inside.exec(arg)?.slice(1) ?? []),
    )[0];
  const host = given(/^(?:-h|--host)$/, /^(?:--host=|-h(?=.))(.+)$/) ?? url?.['host'];
  if (host !== undefined && !LOCAL.test(host))
    return { reason: `It asks ${host}, which is not this machine.` };
  const port = given(flags, joined) ?? url?.['port'] ?? usual;
  if (!/^\d+$/.test(port)) return { reason: 'Its port cannot be read here.' };
  return {
    argv: ['nc', '-z', '127.0.0.1', port],
    why: `\`${name}\` is a program of the image, which the check cannot see: only the connection is tried.`,
  };
}
