import type { Disagreement } from './compare.ts';
import { byRelease } from './releases.ts';

/** A disagreement that stays, for a reason. */
export interface Difference {
  /** The disagreement's kind, or a pattern for several. */
  readonly kind: string | RegExp;
  /** First and last release; every one when left out. */
  readonly releases?: readonly [from: string, to: string];
  /** One that shows it, of test/conformance. */
  readonly vector?: string;
  readonly reason: string;
}

/** Where the toolkit differs from smolvm on purpose or for now. A test fails when an entry is no longer needed. */
export const DIFFERENCES: readonly Difference[] = [
  {
    kind: /^lint: .*must be pulled from a registry/,
    reason:
      '`net = false` beside a registry image is a warning: the file may be meant for calls with `--net`, as a real one is (corpus, fgsch/ompact)',
  },
  {
    kind: 'lint: config operation failed: --net-backend: --net-backend virtio-net requires --net, but no error',
    releases: ['1.14.0', '1.32.2'],
    vector: '01541',
    reason: 'whether the backend has a network is for the call to say, so that the file alone gets a warning',
  },
  {
    kind: "config: config operation failed: pack create: '--image' accepts container registry references (e.g. _). To create a packed executable from a local image archi, but accepted",
    releases: ['1.14.0', '1.29.0'],
    vector: '00292',
    reason:
      'pack looks at the folder or archive behind a bare name; a name without a path is not taken for local here',
  },
  {
    kind: 'first: config operation failed: validate ports: duplicate host port N: each host port can only be mapped once, but volume-duplicate-target',
    releases: ['1.7.2', '1.32.2'],
    vector: '07628',
    reason: 'smolvm stops at another refusal first; both are reported by lint',
  },
  {
    kind: 'first: mount source not found: /_, but volume-guest-path',
    releases: ['1.9.1', '1.13.1'],
    vector: '00554',
    reason: 'smolvm stops at another refusal first; both are reported by lint',
  },
  {
    kind: "first: invalid value _ for '--image <IMAGE>': image reference must not be empty, but port-duplicate-host",
    releases: ['1.4.0', '1.32.2'],
    vector: '07490',
    reason: 'smolvm stops at another refusal first; both are reported by lint',
  },
  {
    kind: 'value: cuda',
    releases: ['1.4.0', '1.4.0'],
    vector: '07331',
    reason: 'the flag came before the key; `config` has the name from the key on',
  },
  {
    kind: "lint: config operation failed: pack create: '--image' accepts container registry references (e.g. _). To create a packed executable from a local image archi, but no error",
    releases: ['1.14.0', '1.29.0'],
    vector: '00294',
    reason:
      'pack looks at the folder or archive behind a bare name; a name without a path is not taken for local here',
  },
  {
    kind: 'value: manifest.entrypoint',
    releases: ['1.14.2', '1.32.2'],
    vector: 'e071',
    reason: 'an empty `--entrypoint` leaves the image its own from 1.14.2 on; `config` has what was given',
  },
  {
    kind: 'config: agent operation failed: attach disk: /_: must be a regular file or a block device, but accepted',
    releases: ['1.17.0', '1.32.2'],
    vector: '02346',
    reason: 'what kind of file a disk is, is looked at by smolvm only',
  },
  {
    kind: 'config: config operation failed: validate storage size: disk size must be greater than N GiB, but accepted',
    releases: ['1.19.1', '1.32.2'],
    vector: '04819',
    reason: 'the size of `pack create --storage` is not checked',
  },
  {
    kind: 'config: config operation failed: create machine: image _ must be pulled from a registry, but this machine has no network, so the pull can never succeed. Add -, but accepted',
    releases: ['1.14.1', '1.22.2'],
    vector: '07387',
    reason: 'the inner create of a baking run gets no ports that are flags, so that it has no network',
  },
  {
    kind: 'value: manifest.user',
    releases: ['1.14.3', '1.32.2'],
    vector: 'e065',
    reason: '`user` is packed from 1.14.3 on; `config` of pack has no such name',
  },
  {
    kind: 'first: config operation failed: create machine: image _ must be pulled from a registry, but this machine has no network, so the pull can never succeed. Add -, but net-backend-conflict',
    releases: ['1.14.0', '1.22.2'],
    vector: '04776',
    reason: 'smolvm stops at another refusal first; both are reported by lint',
  },
  {
    kind: "no code for: config operation failed: pack create: --oci-platform x selects among a registry image_./x.smolmachine' carries only the one it was built for.",
    releases: ['1.31.0', '1.32.2'],
    vector: '04652',
    reason: 'a local image is refused with `oci_platform` before it is looked for',
  },
  {
    kind: "args: error: invalid value _ for '--max-image-size <SIZE>': size _ must be greater than zero, but config resource-too-small",
    releases: ['1.9.1', '1.32.2'],
    vector: '04667',
    reason: 'the size of an image archive is not read, so that zero is not refused',
  },
  {
    kind: 'first: config operation failed: create machine: image _ must be pulled from a registry, but this machine has no network, so the pull can never succeed. Add -, but volume-remote',
    releases: ['1.10.0', '1.22.2'],
    vector: '05070',
    reason: 'smolvm stops at another refusal first; both are reported by lint',
  },
  {
    kind: 'first: config operation failed: create machine: image _ must be pulled from a registry, but this machine has no network, so the pull can never succeed. Add -, but run-needs-command',
    releases: ['1.14.1', '1.22.2'],
    vector: '07415',
    reason: 'smolvm stops at another refusal first; both are reported by lint',
  },
  {
    kind: 'config: config operation failed: --image: cannot read archive /_: No such file or directory (os error N), but parse unknown-key',
    releases: ['1.4.0', '1.14.1'],
    vector: 'f008',
    reason: 'up to 1.14.1 `--image` of create is read before the file',
  },
  {
    kind: "args: error: invalid value _ for '--max-image-size <SIZE>': size _ must be greater than zero, but parse key-needs-newer-version",
    releases: ['1.9.1', '1.9.1'],
    vector: '04857',
    reason: 'the size of an image archive is not read, so that zero is not refused',
  },
  {
    kind: "args: error: invalid value _ for '--max-image-size <SIZE>': size _ must be greater than zero, but config fork-invalid",
    releases: ['1.32.2', '1.32.2'],
    vector: '04857',
    reason: 'the size of an image archive is not read, so that zero is not refused',
  },
  {
    kind: 'config: config operation failed: --allow-host: invalid hostname _: port suffixes are not supported. Use the hostname only (all ports are allowed to resolved I, but accepted',
    releases: ['1.7.3', '1.7.3'],
    vector: '07763',
    reason: 'the inner create of a baking run checks hosts that the file has as if they were flags',
  },
];

/** The entry that a disagreement falls under. */
export function differenceFor({ kind }: Disagreement, release: string): Difference | undefined {
  return DIFFERENCES.find(
    ({ kind: pattern, releases: [from, to] = [release, release] }) =>
      (typeof pattern === 'string' ? pattern === kind : pattern.test(kind)) &&
      byRelease(from, release) <= 0 &&
      byRelease(release, to) <= 0,
  );
}
