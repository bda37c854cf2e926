import type { Grammar } from './grammar.ts';
import { accepted, refused, shown, suggest, type Parsed } from './result.ts';

/** Reads `SERVICE` or `SERVICE/ACCOUNT`, split at the first slash; neither part may be empty (values 21). */
export function parseKeychainItem(spec: string): Parsed<{ service: string; account?: string }> {
  const slash = spec.indexOf('/');
  const service = slash < 0 ? spec : spec.slice(0, slash);
  const account = slash < 0 ? undefined : spec.slice(slash + 1);
  if (service !== '' && account !== '')
    return accepted({ service, ...(account !== undefined && { account }) });
  const missing = service === '' ? 'service' : 'account';
  return refused({
    from: 0,
    to: spec.length,
    reason: 'keychain-item',
    message: spec === '' ? 'The item of the keychain is empty' : `${shown(spec)} names no ${missing}`,
    help: 'Write `SERVICE`, or `SERVICE/ACCOUNT`.',
    smolvm: `keychain item '${spec}' must be SERVICE or SERVICE/ACCOUNT, with neither part empty`,
    ...suggest(missing === 'account' && service !== '' ? service : undefined),
  });
}

export const keychainItemGrammar: Grammar = {
  name: 'keychain-item',
  parse: (text) => parseKeychainItem(text),
  secret: 'reference',
};
