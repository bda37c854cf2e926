import { buildDisk } from '../amounts.ts';
import { at } from '../places.ts';
import { defineRule } from '../rule.ts';

/** What `VmResources::validate` wants at least (facts 4.7). */
const MINIMUM: readonly (readonly [path: string, least: number, unit: string])[] = [
  ['cpus', 1, 'CPU'],
  ['memory', 64, 'MiB'],
  ['storage', 1, 'GiB'],
  ['overlay', 1, 'GiB'],
];

export default defineRule({
  code: 'resource-too-small',
  summary: 'Too few CPUs, too little memory or an empty disk',
  why: 'No machine comes up with less than 1 CPU, 64 MiB of memory or 1 GiB for either disk: `machine create` refuses it, `machine run` fails while booting. Of the file `pack create` looks at nothing, and the packed machine fails later; its `--storage`, the disk of the machine that builds the pack, must have a size.',
  help: 'Raise the value, or remove the key for the default.',
  evidence: 'facts 4.7, 2.5, 5 row 55; src/data/resources.rs:61-100',
  since: '0.1.0',
  severity: 'error',
  stage: 'config',
  examples: {
    invalid: [
      { toml: 'cpus = 0 # error: resource-too-small\n' },
      { toml: 'memory = 32 # error: resource-too-small\n' },
      { toml: 'cmd = ["true"]\nstorage = 0 # error: resource-too-small\n', command: 'run' },
      {
        toml: 'image = "alpine"\n',
        command: 'pack',
        flags: '--storage 0',
        expect: ['flags: error: resource-too-small'],
      },
    ],
    valid: [
      { toml: 'cpus = 1\nmemory = 64\nstorage = 1\noverlay = 1\n' },
      { toml: 'image = "alpine"\nstorage = 0\n', command: 'pack' },
    ],
  },
  check(context) {
    const disk = buildDisk(context);
    if (disk && BigInt(disk.value) === 0n) {
      const message = 'The disk of the machine that builds the pack must have at least 1 GiB, not 0';
      context.report({ ...at(disk), message, check: disk.check });
    }
    for (const [path, least, unit] of MINIMUM) {
      const chosen = context.merged(path).value;
      const amount = Number(chosen?.value);
      if (!chosen || !(amount >= 0 && amount < least) || context.command === 'pack') continue;
      context.report({
        ...at(chosen),
        message: `\`${path}\` must be at least ${least} ${unit}, not ${amount}`,
        // run looks at them as it starts the machine
        stage: context.command === 'create' || context.call ? 'config' : 'launch',
        check: path,
      });
    }
  },
});
