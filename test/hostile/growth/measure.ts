/** Processor time of this process, which other programs on the machine do not add to. */
export async function processorTime(work: () => unknown): Promise<number> {
  const start = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(start);
  return user + system;
}

/** How much larger the second text is than the first. */
export const TIMES = 4;
/** What takes the square of a text grows by 16; what is sorted or collected as garbage, by a little more than 4. */
const MOST = 8;
const TRIES = 4;

/**
 * Whether work on a text four times as long takes much more than four times as long. What takes less than the reference,
 * an ordinary file of the larger length read once, is too short to tell. Of several tries the kindest counts.
 *
 * @returns how it grows, when that is too much.
 */
export async function excess(
  work: (text: string) => unknown,
  [small, large]: readonly [string, string],
  reference: number,
): Promise<string | undefined> {
  let found = '';
  let least = { small: Infinity, large: Infinity };
  for (let attempt = 0; attempt < TRIES; attempt++) {
    // oxlint-disable-next-line no-await-in-loop -- one at a time, or each would pay for the others
    const [first, second] = [await processorTime(() => work(small)), await processorTime(() => work(large))];
    least = { small: Math.min(least.small, first), large: Math.min(least.large, second) };
    if (least.large <= MOST * Math.max(least.small, reference)) return undefined;
    found = `${(least.large / least.small).toFixed(1)} times as long for ${TIMES} times the text, ${(least.large / reference).toFixed(0)} times as long as an ordinary file`;
  }
  return found;
}
