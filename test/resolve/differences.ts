/**
 * Where `resolve` differs from what smolvm did, one by one (`id@version`), with the reason. A test fails when an
 * entry is no longer needed.
 */
export const DIFFERENCES: Readonly<Record<string, string>> = {
  '2535@1.9.3':
    'the real program bakes an image with `init` before it asks for a command (release vector 03511 and kin)',
};
