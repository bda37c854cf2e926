/** Which of the toolkit's codes answer to which of smolvm's refusals after parsing; the first that matches counts. */
export const REFUSALS: readonly (readonly [text: RegExp, codes: RegExp])[] = [
  [
    /^(?:config operation failed: )?--secret-(?:env|file|keychain):/,
    /^secret-(?:flag-invalid|file-relative)$/,
  ],
  [/machine run: no command specified/, /^run-needs-command$/],
  [/looks like (?:an image|a container image reference)/, /^run-command-like-image$/],
  [/selects among a registry image's platforms/, /^oci-platform-local-image$/],
  [/pack create: no image specified/, /^pack-needs-image$/],
  [/smolfile ports: |port mappings expand to/, /^port-/],
  [/validate ports: duplicate/, /^port-duplicate-host$/],
  [/invalid mount path: invalid format/, /^volume-(?:invalid|remote)$/],
  [/protected system path/, /^volume-protected-source$/],
  [/system mount must be read-only|system mount target/, /^volume-/],
  [/validate guest path/, /^volume-guest-path$/],
  [/validate disk volume/, /^volume-invalid$/],
  [/duplicate mount target/, /^volume-duplicate-target$/],
  [/remote volume|no longer supported; use an S3 URL|s3 volume needs/, /^volume-remote$/],
  [/mount source not found/, /^volume-(?:source-missing|remote|unexpanded|invalid)$/],
  [/must be a directory \(virtiofs limitation\)/, /^volume-source-missing$/],
  [/(?:allow|deny)_cidrs: invalid CIDR/, /^cidr-invalid$/],
  [/allow_host_patterns: |--allow-host-pattern: /, /^host-pattern-invalid$/],
  [/allow_udp: invalid UDP allow/, /^udp-allow-invalid$/],
  [/^(?:config operation failed: )?--trust-host-certs: /, /^flag-refused$/],
  [/--credential: /, /^credential-flag-invalid$/],
  [/is not reachable under the machine's network allow_hosts/, /^credential-host-blocked$/],
  [
    /is declared twice|is bound to more than one credential|both set ".*" for the same host/,
    /^credential-duplicate$/,
  ],
  [/credentials: /, /^credential-invalid$/],
  [/keychain item/, /^secret-(?:keychain-invalid|flag-invalid)$/],
  [/--allow-host: invalid hostname/, /^allow-host-invalid$/],
  [/credentials: |--credential: /, /^(?:network-)?credential/],
  [/\[restart\] policy/, /^restart-policy-invalid$/],
  [/\[fork\]/, /^fork-invalid$/],
  [/stop settings|--stop-/, /^stop-settings-invalid$/],
  [/is invalid; expected|is not a networking backend/, /^choice-invalid$/],
  [/--secret-(?:env|file|keychain):/, /^secret-/],
  [/from_file path .* is relative/, /^secret-file-relative$/],
  [/keychain item/, /^secret-/],
  [/(?:no source set|multiple sources set)/, /^secret-source-count$/],
  [/validate (?:resources|storage size|overlay size)/, /^(?:packed-)?resource-too-small$/],
  [/disk size must be greater than 0\n/, /^disk-too-large$/],
  [/gpu_vram/, /^gpu-vram-zero$/],
  [/must be pulled from a registry/, /^image-without-network$/],
  [/accepts container registry references/, /^image-not-resolved-by-create$/],
  [/smolfile stop settings/, /^stop-settings-invalid$/],
  [/Smolfile: (?:net_backend|block_io|disk_durability) = /, /^choice-invalid$/],
  [/validate disk volume/, /^volume-invalid$/],
  [/^(?:error: )?a value is required for/, /^missing-flag-value$/],
  [/^error: invalid value|^invalid value|^unexpected argument/, /^(?:invalid-flag-value|unknown-flag)$/],
  [/--image|looks like a Dockerfile|is a Dockerfile|unsupported image reference/, /^image-/],
  [/--label/, /^(?:label-invalid|flag-refused)$/],
  [/(?:attach|cache) disk: |(?:expose|mount|publish)-socket: |--use-host-proxy/, /^flag-refused$/],
  [/net-backend|virtio-net backend/, /^(?:net-backend-conflict|egress-)/],
];

/** The inner text of a refusal that `machine run` passes on from the command that bakes its init layer. */
export function innermost(message: string): string {
  return /\n(?:Error|error): ([\s\S]*)$/.exec(message)?.[1] ?? message;
}

/** Which codes would answer to a refusal, or undefined where none is known. */
export function codesFor(message: string): RegExp | undefined {
  const text = innermost(message);
  return REFUSALS.find(([pattern]) => pattern.test(text))?.[1];
}

/**
 * Refusals that depend on more of the host than a folder and the names of variables: the toolkit may say so or not.
 */
export const HOST_ONLY: readonly RegExp[] = [
  /SSH_AUTH_SOCK/,
  /failed to lookup address|Temporary failure in name resolution|could not resolve|Try again \(os error|dns error/,
  /error sending request|image-auth/,
  /this host has no proxy configured|is not reachable from inside a machine/,
  /pack from VM: VM '[\s\S]*' not found/,
  // a folder of smolvm's own that it cannot make
  /create (?:directory|staging root|agent manager: io operation failed): Not a directory/,
  /seek to create disk|No space left|File too large/,
];

/** Quoted values and numbers taken out, so that one reason is one text; names of keys and flags stay. */
export function kindOf(text: string): string {
  return text
    .split('\n')[0]!
    .replace(/, expected .*/, '')
    .replaceAll(/"(?:[^"\\]|\\.)*"|'[^']*'|`[^`]*`/g, (quoted) =>
      /^(?:.--[a-z-]+(?: <[A-Z_]+>)?.|`[a-z_]+`)$/.test(quoted) ? quoted : '_',
    )
    .replaceAll(/(?<= )(?:~|\.{0,2})?\/[^ :]*/g, '/_')
    .replaceAll(/(?<![a-z])\d+(?:\.\d+)*/g, 'N')
    .slice(0, 150);
}
