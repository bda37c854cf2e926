import { processIo } from './process-io.ts';
import { run } from './run.ts';

export { warm } from './warm.ts';

const io = processIo();
const code = run(process.argv.slice(2), io);
io.results?.save();
// Everything is written by now: what a normal end would wait for is only the teardown of the heap.
if (code !== undefined) process.exit(code);
