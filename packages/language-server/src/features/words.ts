/** Numbers in words that a person can check at a glance. */

/**
 * An amount of memory or disk in the unit one thinks in.
 *
 * @returns `512 MiB`, `2 GiB`, `1.5 GiB`, `2 TiB`; what is no round number of the larger unit stays in the smaller.
 */
export function amountInWords(amount: number | bigint, unit: 'MiB' | 'GiB'): string {
  const units = ['MiB', 'GiB', 'TiB', 'PiB', 'EiB'];
  let value = BigInt(amount) * 4n;
  let index = units.indexOf(unit);
  // In quarters, so that 1.5 and 0.25 are whole.
  while (value >= 4096n && value % 1024n === 0n && index + 1 < units.length) {
    value /= 1024n;
    index++;
  }
  const [whole, quarter] = [value / 4n, ['', '.25', '.5', '.75'][Number(value % 4n)]];
  return `${whole}${quarter} ${units[index]}`;
}

/** @returns `45 seconds`, `1 minute`, `1 hour 30 minutes`. */
export function secondsInWords(seconds: bigint): string {
  const parts: [bigint, string][] = [
    [seconds / 3600n, 'hour'],
    [(seconds / 60n) % 60n, 'minute'],
    [seconds % 60n, 'second'],
  ];
  const words = parts.filter(([amount]) => amount > 0n).map(([amount, unit]) => counted(amount, unit));
  return words.length > 0 ? words.join(' ') : '0 seconds';
}

/** @returns `1 folder`, `3 folders`. */
export function counted(amount: number | bigint, noun: string): string {
  return `${amount} ${noun}${amount === 1 || amount === 1n ? '' : 's'}`;
}
