import { hasFlag } from '../call/call.ts';
import type { Sources } from './contributions.ts';
import type { Config, Manifest } from './resolution.ts';

/** The manifest of a configuration that is accepted; nothing is known of it where a machine is packed. */
export function manifestOf(config: Config, { call }: Sources): Manifest | undefined {
  if (hasFlag(call, 'from-vm')) return undefined;
  const words = (name: string): readonly string[] | null => {
    const list = config[name] as readonly string[];
    return list.length > 0 ? list : null;
  };
  return {
    image: config['image'] as string | null,
    entrypoint: words('entrypoint'),
    cmd: words('cmd'),
    env: lastOfEach(config['env'] as readonly string[]),
    workdir: config['workdir'] as string | null,
    user: (config['user'] ?? null) as string | null,
    cpus: config['cpus']!,
    memory: config['memory']!,
    net: config['net'] === true,
    gpu: config['gpu'] === true,
    secrets: config['secrets']!,
  };
}

/** A later entry takes the earlier one of its name away; what sets nothing has no name there. */
function lastOfEach(specs: readonly string[]): string[] {
  const names = specs.map(nameOf);
  return specs.filter((_, index) => names[index] === undefined || names.lastIndexOf(names[index]) === index);
}

function nameOf(spec: string): string | undefined {
  const sign = spec.indexOf('=');
  return sign === -1 ? undefined : spec.slice(0, sign);
}
