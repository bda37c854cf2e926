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
};

const LOCAL = /^(?:localhost|127\.0\.0\.1|0\.0\.0\.0|\[::1\]|::1)$/i;

/**
 * Translates a check into one that works outside the image (import 5): there are busybox’s `wget` and `nc`, and no
 * program of the image.
 *
 * @param test as in an image: `CMD`, `CMD-SHELL`, and what follows.
 */
export function checkOf([kind, ...rest]: readonly string[]): Check {
  if (kind === 'CMD') return ofWords(rest);
  const line = (rest[0] ?? '').trim().replace(/\s*(?:\|\|\s*(?:exit\s+\d+|false)|;\s*exit\s+\$\?)\s*$/, '');
  const bare = line.replaceAll(/\s*[12]?>\s*(?:\/dev\/null|&[12])/g, '');
  const quoted = bare.replaceAll(/'[^']*'|"[^"]*"/g, 'x');
  if (/[|&;<>()`]/.test(quoted)) return { reason: `\`${line}\` is more than one command.` };
  const { words, problem } = splitWords(bare);
  if (problem) return { reason: `\`${line}\` is no command line.` };
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
  if (!match || /[$\s]/.test(text)) return { reason: `\`${text}\` is no address that can be read here.` };
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
  if (!/^\d+$/.test(port)) return { reason: `\`${port}\` is no port that can be read here.` };
  return { argv: ['nc', '-z', '127.0.0.1', port], why: 'Written for busybox’s `nc`.' };
}

function asking(name: string, usual: string, args: readonly string[]): Check {
  const flag = args.findIndex((arg) => /^(?:-[pP]|--port)$/.test(arg));
  const joined = args
    .map((arg) => /^(?:--port=|-[pP](?=\d))(.+)$/.exec(arg)?.[1])
    .find((value) => value !== undefined);
  // -p of mysqladmin is the password
  const own = name.includes('admin') ? undefined : flag >= 0 ? args[flag + 1] : joined;
  const host = args.map((arg, index) =>
    /^(?:-h|--host)$/.test(args[index - 1] ?? '') ? arg : /^(?:--host=|-h(?=.))(.+)$/.exec(arg)?.[1],
  );
  const asked = host.find((value) => value !== undefined);
  if (asked !== undefined && !LOCAL.test(asked))
    return { reason: `It asks ${asked}, which is not this machine.` };
  const port = own ?? usual;
  if (!/^\d+$/.test(port)) return { reason: `\`${port}\` is no port that can be read here.` };
  return {
    argv: ['nc', '-z', '127.0.0.1', port],
    why: `\`${name}\` is a program of the image, which the check cannot see: only the connection is tried.`,
  };
}
