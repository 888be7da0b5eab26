/** Arrays that threads can share without a copy, where the platform allows it. */

/** So many zeros: in shared memory, or in a page's own where a page may not share any. */
export function sharedInts(count: number): Int32Array {
  return typeof SharedArrayBuffer === "undefined"
    ? new Int32Array(count)
    : new Int32Array(new SharedArrayBuffer(count * Int32Array.BYTES_PER_ELEMENT));
}
