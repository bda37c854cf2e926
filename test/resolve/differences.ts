/**
 * Where `resolve` differs from what smolvm did, one by one (`id@version`), with the reason. A test fails when an
 * entry is no longer needed.
 */
export const DIFFERENCES: Readonly<Record<string, string>> = {};
