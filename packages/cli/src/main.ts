import { processIo } from './process-io.ts';
import { run } from './run.ts';

// Everything is written by now: what a normal end would wait for is only the teardown of the heap.
process.exit(run(process.argv.slice(2), processIo()));
