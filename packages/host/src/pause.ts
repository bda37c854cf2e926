/** Sleeps without a turn of the event loop, for descriptors that answer "not now" (`EAGAIN`). */
export function pause(milliseconds: number): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, milliseconds);
}
