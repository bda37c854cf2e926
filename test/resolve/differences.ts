/** Refusals that no rule covers yet: the mistake is in a flag alone. */
const SECRET_FILE_RELATIVE = [
  '1857@1.2.0',
  '1857@1.9.3',
  '1858@1.2.0',
  '1858@1.9.3',
  '1860@1.2.0',
  '1863@1.2.0',
  '1863@1.9.3',
  '2244@1.2.0',
  '2244@1.9.3',
  '2363@1.2.0',
  '2363@1.9.3',
  '2364@1.2.0',
  '2364@1.9.3',
  '2400@1.2.0',
  '2401@1.2.0',
  '2401@1.9.3',
  '2409@1.9.3',
  '2411@1.9.3',
];
const SECRET_FLAG_SHAPE = [
  '1866@1.2.0',
  '1866@1.9.3',
  '2172@1.2.0',
  '2172@1.9.3',
  '2200@1.2.0',
  '2201@1.2.0',
  '2201@1.9.3',
];
const SECRET_FLAG_NAME = [
  '2118@1.2.0',
  '2118@1.9.3',
  '2346@1.2.0',
  '2347@1.2.0',
  '2347@1.9.3',
  '2387@1.2.0',
  '2388@1.2.0',
  '2388@1.9.3',
];
const SECRET_FLAG_TWICE = ['1869@1.2.0', '1872@1.2.0', '1872@1.9.3'];
const NET_BACKEND = ['1903@1.2.0', '1903@1.9.3', '1904@1.2.0', '1904@1.9.3', '1910@1.2.0'];

/**
 * Where `resolve` differs from what smolvm did, one by one (`id@version`), with the reason. A test fails when an
 * entry is no longer needed.
 */
export const DIFFERENCES: Readonly<Record<string, string>> = {
  ...because('no rule yet for a relative path in `--secret-file`', SECRET_FILE_RELATIVE),
  ...because('no rule yet for a `--secret-env` without `=`', SECRET_FLAG_SHAPE),
  ...because('no rule yet for a `--secret-env` without a name', SECRET_FLAG_NAME),
  ...because('no rule yet for a secret that two flags name', SECRET_FLAG_TWICE),
  ...because('no rule yet for a `--net-backend` that does not fit', NET_BACKEND),
};

function because(reason: string, ids: readonly string[]): Record<string, string> {
  return Object.fromEntries(ids.map((id) => [id, reason]));
}
