import { UNREADABLE, type ConfigValue, type Grammar } from './grammar.ts';
import { accepted, refused, shown, type Parsed } from './result.ts';

/** A socket that the machine and the host share (values 19). */
export interface PublishedSocket {
  readonly direction: 'expose' | 'mount';
  readonly guestPath: string;
  readonly hostPath?: string;
}

/** Reads `GUEST[:HOST]` of `--expose-socket`, split at the first colon; an empty host path counts as none. */
export function parseExposedSocket(spec: string): Parsed<PublishedSocket> {
  const [guest, host] = splitAtColon(spec);
  if (guest === '')
    return problem(
      spec,
      'There is no guest path',
      'Write `GUEST_PATH[:HOST_PATH]`.',
      `expose-socket: empty guest path in '${spec}'`,
    );
  return checked(spec, {
    direction: 'expose',
    guestPath: guest,
    ...(host !== undefined && host !== '' && { hostPath: host }),
  });
}

/** Reads `HOST:GUEST` of `--mount-socket`, split at the first colon. */
export function parseMountedSocket(spec: string): Parsed<PublishedSocket> {
  const [host, guest] = splitAtColon(spec);
  const help = 'Write `HOST_PATH:GUEST_PATH`.';
  if (guest === undefined)
    return problem(
      spec,
      `${shown(spec)} names no guest path`,
      help,
      `mount-socket: expected HOST_PATH:GUEST_PATH, got '${spec}'`,
    );
  if (guest === '' || host === '')
    return problem(
      spec,
      `One side of ${shown(spec)} is empty`,
      help,
      `mount-socket: both HOST_PATH and GUEST_PATH are required in '${spec}'`,
    );
  return checked(spec, { direction: 'mount', guestPath: guest, hostPath: host });
}

function splitAtColon(spec: string): readonly [string, string | undefined] {
  const colon = spec.indexOf(':');
  return colon < 0 ? [spec, undefined] : [spec.slice(0, colon), spec.slice(colon + 1)];
}

function checked(spec: string, socket: PublishedSocket): Parsed<PublishedSocket> {
  const { guestPath } = socket;
  if (!guestPath.startsWith('/'))
    return problem(
      spec,
      `The guest path ${shown(guestPath)} is not absolute`,
      'Start it with `/`.',
      `publish-socket: guest path '${guestPath}' must be absolute`,
    );
  if (/[;|]/.test(guestPath))
    return problem(
      spec,
      `The guest path ${shown(guestPath)} has a \`;\` or \`|\` in it`,
      'Choose a path without them.',
      `publish-socket: guest path '${guestPath}' contains an unsupported character (';' or '|')`,
    );
  return accepted(socket);
}

function problem(spec: string, message: string, help: string, smolvm: string): Parsed<never> {
  return refused({ reason: 'socket', message, help, from: 0, to: spec.length, smolvm });
}

/** Both kinds of flags give one list; which kind it is, the flag says. */
export const socketGrammar: Grammar = {
  name: 'socket',
  parse: (text, { flag }) => (flag === 'mount-socket' ? parseMountedSocket(text) : parseExposedSocket(text)),
  read(text, { flag }) {
    const parsed = flag === 'mount-socket' ? parseMountedSocket(text) : parseExposedSocket(text);
    if (!parsed.ok) return UNREADABLE;
    const { direction, guestPath, hostPath } = parsed.value;
    const value: ConfigValue = {
      direction,
      guest_path: guestPath,
      ...(hostPath !== undefined && { host_path: hostPath }),
    };
    return { values: [{ value, written: text }] };
  },
};
