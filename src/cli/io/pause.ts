/** Waits without letting anything else happen in between, for steps that must not be taken apart. */
export function pause(milliseconds: number): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, milliseconds)
}
