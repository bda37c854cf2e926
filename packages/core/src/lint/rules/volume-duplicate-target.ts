import { targetKey } from '../../grammars/index.ts';
import type { GivenValue } from '../../merge/index.ts';
import type { Command } from '../../model/diagnostic.ts';
import { at } from '../places.ts';
import type { Report } from '../report.ts';
import { defineRule } from '../rule.ts';
import { volumesOf, type VolumeItem } from '../volumes.ts';

export default defineRule({
  code: 'volume-duplicate-target',
  summary: 'Two volumes at the same place inside the machine',
  why: 'smolvm refuses a machine of which two volumes have the same target. `/app`, `/app/`, `//app` and `/./app` are the same; nested targets, and the same source twice, are fine. The targets of remote stores are compared as they are written.',
  help: 'Give each volume a target of its own.',
  evidence: 'facts 4.2, 5 row 30, values 22; src/data/storage.rs:135',
  since: '0.1.0',
  severity: 'error',
  stage: 'config',
  of: 'duplicate-targets',
  commands: ['create', 'run'],
  examples: {
    invalid: [
      {
        toml: '[dev]\nvolumes = [\n  "/data/",\n  "./src:/data:staged", # error: volume-duplicate-target\n]\n',
      },
      {
        toml: 'image = "rclone/rclone"\nnet = true\n\n[dev]\nvolumes = [\n  "s3://a:/data",\n  "s3://b:/data", # error: volume-duplicate-target\n]\n',
      },
      {
        toml: 'image = "rclone/rclone"\nnet = true\n\n[dev]\nvolumes = [\n  "s3://a:/data",\n  "./src:/data", # error: volume-duplicate-target\n]\n',
      },
      { toml: '[dev]\nvolumes = [\n  "./src:/app",\n  "./lib:/app/", # error: volume-duplicate-target\n]\n' },
    ],
    valid: [
      { toml: '[dev]\nvolumes = ["/data", "./src:/app:staged"]\n' },
      {
        toml: 'image = "rclone/rclone"\nnet = true\ncmd = ["true"]\n\n[dev]\nvolumes = ["s3://a:/data", "./src:/data"]\n',
        command: 'run',
        note: '`machine run` does not compare a remote store with a directory of the host.',
      },
      { toml: '[dev]\nvolumes = ["./src:/app", "./lib:/app/lib", "./src:/copy"]\n' },
    ],
  },
  check(context) {
    const volumes = volumesOf(context);
    const places = volumes.flatMap((each) => targetOf(each) ?? []).map(targetKey);
    // only what is one place can collide, whatever the command compares
    if (new Set(places).size === places.length) return;
    const earlier = new Map<string, GivenValue>();
    for (const each of volumes) {
      const { item } = each;
      const claims = claimsOf(each, context.command);
      const taken = claims.find(({ meets }) => meets.some((one) => earlier.has(one)));
      const other = taken?.meets.map((one) => earlier.get(one)).find((one) => one !== undefined);
      if (taken && other)
        context.report({
          ...at(item),
          ...taken.refused,
          message: `\`${taken.target}\` is the target of two volumes`,
          related: [{ ...at(other), message: 'the first is here' }],
        });
      for (const { makes } of claims) if (!earlier.has(makes)) earlier.set(makes, item);
    }
  },
});

/** A place that a volume takes, as one comparison of smolvm sees it (values 22). */
interface Claim {
  readonly target: string;
  /** The name of the place, for later volumes. */
  readonly makes: string;
  /** Names of places of earlier volumes that it collides with. */
  readonly meets: readonly string[];
  readonly refused: Pick<Report, 'check' | 'rank'>;
}

function targetOf({ volume, disk }: VolumeItem): string | undefined {
  return disk ?? volume?.target;
}

function claimsOf(item: VolumeItem, command: Command): Claim[] {
  const { disk, remote } = item;
  const target = targetOf(item);
  if (target === undefined) return [];
  const kind = disk === undefined ? (remote ? 'remote' : 'host') : 'disk';
  const place = targetKey(target);
  const named = (one: string): string => `${one} ${place}`;
  const mounts = kind === 'remote' ? [] : [named('host'), named('disk')];
  const rival = { disk: [named('remote')], remote: [named('disk')], host: [] }[kind];
  const claims: Claim[] = [
    { target, makes: named(kind), meets: mounts, refused: {} },
    {
      target,
      makes: named(kind),
      meets: rival,
      refused: command === 'create' ? { check: 'disk-targets' } : {},
    },
  ];
  // texts are compared as they are written where a remote store is one of the two
  const written = (one: string): string => `${one} as ${target}`;
  const claim = (meets: string, refused: Claim['refused']): void => {
    claims.push({ target, makes: written(kind), meets: [written(meets)], refused });
  };
  if (remote) claim('remote', { check: 'remote-volume', rank: [1] });
  // `machine run` does not compare these two
  if (disk === undefined && command === 'create')
    claim(remote ? 'host' : 'remote', { check: 'remote-targets' });
  return claims;
}
