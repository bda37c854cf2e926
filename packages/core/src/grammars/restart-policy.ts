import { accepted, refused, shown, suggest, type Parsed } from './result.ts';
import { rustTrim } from './rust.ts';

/** The spelling smolvm stores. */
export type RestartPolicy = 'never' | 'always' | 'on-failure' | 'unless-stopped';

export const RESTART_POLICIES: readonly RestartPolicy[] = ['never', 'always', 'on-failure', 'unless-stopped'];

const SPELLINGS: ReadonlyMap<string, RestartPolicy> = new Map([
  ['never', 'never'],
  ['always', 'always'],
  ['on-failure', 'on-failure'],
  ['onfailure', 'on-failure'],
  ['unless-stopped', 'unless-stopped'],
  ['unlessstopped', 'unless-stopped'],
]);

/** Words of Docker, Compose, systemd and Kubernetes; the last ones only likely mean what they are put to. */
const HABITS: ReadonlyMap<string, { policy: RestartPolicy; certain: boolean }> = new Map([
  ['no', { policy: 'never', certain: true }],
  ['none', { policy: 'never', certain: true }],
  ['false', { policy: 'never', certain: true }],
  ['off', { policy: 'never', certain: true }],
  ['failure', { policy: 'on-failure', certain: false }],
  ['yes', { policy: 'always', certain: false }],
  ['true', { policy: 'always', certain: false }],
  ['on', { policy: 'always', certain: false }],
]);

/**
 * Reads `restart.policy`: lower-cased, not trimmed, six spellings (facts 4.7).
 *
 * @example
 * ```ts
 * parseRestartPolicy('On-Failure'); // { ok: true, value: 'on-failure' }
 * ```
 */
export function parseRestartPolicy(text: string): Parsed<RestartPolicy> {
  const policy = SPELLINGS.get(text.toLowerCase());
  if (policy !== undefined) return accepted(policy);
  const meant = likelyPolicy(text);
  return refused({
    reason: rustTrim(text) === '' ? 'empty' : 'unknown-policy',
    message: `${shown(text)} is no restart policy`,
    help: `Write one of ${RESTART_POLICIES.map((name) => `\`${name}\``).join(', ')}.`,
    from: 0,
    to: text.length,
    smolvm: `invalid restart policy: ${text}`,
    ...suggest(meant?.policy, meant?.certain),
  });
}

function likelyPolicy(text: string): { policy: RestartPolicy; certain: boolean } | undefined {
  if (text.length > 64) return undefined;
  const word = rustTrim(text).toLowerCase().replaceAll(/[_ ]/g, '-');
  const policy = SPELLINGS.get(word);
  return policy === undefined ? HABITS.get(word) : { policy, certain: true };
}
