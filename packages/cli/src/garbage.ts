/** After so many files, what nobody uses any more is freed. */
const FILES = 4096;

/** What Bun has of its own, in executables. */
interface Runtime {
  readonly Bun?: { gc(isFull: boolean): void };
}

/**
 * The same files. Where they are many, what it took to find them is freed before the first: left to itself, a runtime
 * does so when several times what is used is in use, which of a hundred thousand files is much.
 */
export function* inLittleMemory<T>(files: readonly T[]): Generator<T, void> {
  const isMany = files.length > FILES;
  const { Bun } = globalThis as Runtime;
  if (isMany && !Bun) collect();
  for (const [index, file] of files.entries()) {
    if (isMany && index % FILES === 0) Bun?.gc(true);
    yield file;
  }
}

/** Has V8 collect its garbage. Once only: what it has compiled goes with it. Where it cannot be asked, it is not. */
function collect(): void {
  // by name, since hardly anybody needs them: they take a tenth of a start to load
  const v8 = process.getBuiltinModule?.('node:v8');
  const vm = process.getBuiltinModule?.('node:vm');
  try {
    v8?.setFlagsFromString('--expose-gc');
    const gc: unknown = vm?.runInNewContext('globalThis.gc');
    // what V8 keeps of the code holds for the flags under which it was compiled
    v8?.setFlagsFromString('--no-expose-gc');
    if (typeof gc === 'function') gc();
  } catch {
    // a runtime without such flags
  }
}
