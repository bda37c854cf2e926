import { disksOf } from '../amounts.ts';
import { at } from '../places.ts';
import { defineRule } from '../rule.ts';

/** smolvm counts a disk in bytes with 64 bits, and a file may have 63 (values 16). */
const BITS = 64;
const FILE_BYTES = 1n << 63n;
const GIB = 30n;

export default defineRule({
  code: 'disk-too-large',
  summary: 'A disk beyond what a file can hold, or what smolvm can count',
  why: 'smolvm turns GiB into bytes with 64 bits and creates the disk as a file. From 8,589,934,592 GiB on no file can be that large; from 17,179,869,184 GiB on the number starts again from zero, so that a disk of no size ends smolvm, and any other is much smaller than written. `machine create` stores the number, and the start fails.',
  help: 'Write a number of GiB: the file only grows as it is written to, but it has to fit into the file system.',
  evidence: 'values 16; test/conformance/edges.jsonl',
  since: '0.1.0',
  severity: 'error',
  stage: 'launch',
  examples: {
    invalid: [
      { toml: 'storage = 17179869184 # error: disk-too-large\n' },
      { toml: 'storage = 8589934592 # error: disk-too-large\n', command: 'run' },
      { toml: 'cpus = 2\n', flags: '--overlay 17179869184', expect: ['flags: error: disk-too-large'] },
      {
        toml: 'image = "alpine"\n',
        command: 'pack',
        flags: '--storage 17179869184',
        expect: ['flags: error: disk-too-large'],
      },
      { toml: 'overlay = 17179869185 # warning: disk-too-large\n' },
    ],
    valid: [
      { toml: 'storage = 4096\noverlay = 64\n' },
      { toml: 'image = "alpine"\nstorage = 17179869184\n', command: 'pack' },
    ],
  },
  check(context) {
    for (const disk of disksOf(context)) {
      const { name, value, check } = disk;
      const written = value.replace(/^\+/, '');
      // what is longer is no number that smolvm takes
      if (!/^\d{1,20}$/.test(written)) continue;
      const size = BigInt(written) << GIB;
      const counted = BigInt.asUintN(BITS, size);
      if (size < FILE_BYTES) continue;
      if (counted > 0n && counted < FILE_BYTES) {
        context.report({
          ...at(disk),
          severity: 'warning',
          stage: null,
          message: `\`${name}\` is more than smolvm can count: the disk gets ${counted >> GIB} GiB`,
        });
        continue;
      }
      context.report({
        ...at(disk),
        message:
          counted === 0n
            ? `\`${name}\` is more than smolvm can count, which comes to a disk of no size`
            : `\`${name}\` is more than any file can hold`,
        stage: context.command !== 'create' && context.call ? 'config' : 'launch',
        check,
      });
    }
  },
});
