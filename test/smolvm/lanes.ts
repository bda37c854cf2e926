/** How many things are done at once: a program runs beside the toolkit. */
export const LANES = 2;

/** Does all jobs, a few at a time, in the order in which they come. */
export async function inLanes<T>(
  jobs: readonly T[],
  work: (job: T, index: number) => Promise<void>,
  lanes: number = LANES,
): Promise<void> {
  let next = 0;
  const lane = async (): Promise<void> => {
    for (let index = next++; index < jobs.length; index = next++) {
      // a lane does one after the other
      // oxlint-disable-next-line no-await-in-loop
      await work(jobs[index]!, index);
    }
  };
  await Promise.all(Array.from({ length: lanes }, lane));
}
