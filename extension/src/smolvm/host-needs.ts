/** What a machine needs of its host that the language server does not look at: variables with a value, free ports. */
import { createServer } from 'node:net';
import { isRecord } from './machines.ts';
import { webPorts } from './ports.ts';

/** Something that is missing, and where the file asks for it. */
export interface Need {
  readonly message: string;
  /** The place in the file, by key: `secrets.TOKEN`, `ports`. */
  readonly path: string;
}

/** Where smolvm publishes ports, unless this variable says otherwise. */
const PUBLISHED_AT = '127.0.0.1';
const PUBLISH_VARIABLE = 'SMOLVM_PUBLISH_ADDR';

/** Of variables, whether they are there; what they hold is nobody's business. */
export type Variables = Readonly<Record<string, string | undefined>>;

/**
 * Secrets from variables that are not set: smolvm looks for them once the machine has booted and pulled its image.
 *
 * @param config the merged configuration, as `smolfile/resolve` answers it.
 * @param variables those that smolvm will be started with.
 */
export function unsetSecrets(config: unknown, variables: Variables): Need[] {
  const secrets = isRecord(config) ? config['secrets'] : undefined;
  if (!isRecord(secrets)) return [];
  return Object.entries(secrets).flatMap(([name, source]): Need[] => {
    const variable = isRecord(source) ? source['from_env'] : undefined;
    if (typeof variable !== 'string' || variables[variable] !== undefined) return [];
    return [
      {
        message: `The secret \`${name}\` is to come from the variable \`${variable}\`, which is not set in the editor's environment. Start the editor where it is set, or give it in a task under \`options.env\``,
        path: `secrets.${name}`,
      },
    ];
  });
}

/**
 * Ports of the host that something else listens on: smolvm only finds out after half a minute, and does not say so.
 *
 * @param config the merged configuration, as `smolfile/resolve` answers it.
 */
export async function takenPorts(config: unknown, variables: Variables): Promise<Need[]> {
  const address = variables[PUBLISH_VARIABLE]?.trim() || PUBLISHED_AT;
  const ports = webPorts(config);
  const taken = await Promise.all(ports.map((port) => isTaken(port, address)));
  return ports
    .filter((_, index) => taken[index])
    .map((port) => ({
      message: `The host port ${port} is in use already. Stop what listens on it, or publish another`,
      path: 'ports',
    }));
}

/** What else is wrong with a port, such as one that needs rights, is not said here. */
function isTaken(port: number, host: string): Promise<boolean> {
  return new Promise((done) => {
    const server = createServer();
    server.once('error', (error: NodeJS.ErrnoException) => done(error.code === 'EADDRINUSE'));
    server.listen({ port, host, exclusive: true }, () => server.close(() => done(false)));
  });
}
