import { configureGlobal } from 'fast-check';

// Properties that name no seed try the same inputs in every run, so that what fails has been changed; `SEED=random`
// tries others each time, and prints the seed of what fails.
const { SEED } = process.env;
if (SEED !== 'random') configureGlobal({ seed: Number(SEED ?? 20_261_127) });
