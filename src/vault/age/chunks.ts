/** Pieces of any size turned into chunks of one size. */

/**
 * Chunks of exactly `size` bytes and a last one that may be shorter; none when there is nothing.
 * Each is to be used before the next is asked for: its buffer may be overwritten.
 */
export async function* inChunks(source: AsyncIterable<Uint8Array>, size: number): AsyncGenerator<Uint8Array> {
  const held = Buffer.allocUnsafe(size);
  let filled = 0;
  for await (const piece of source) {
    let at = 0;
    while (at < piece.length) {
      if (filled === 0 && piece.length - at >= size) {
        yield piece.subarray(at, at + size);
        at += size;
        continue;
      }
      const end = Math.min(piece.length, at + size - filled);
      held.set(piece.subarray(at, end), filled);
      filled += end - at;
      at = end;
      if (filled < size) continue;
      yield held;
      filled = 0;
    }
  }
  if (filled > 0) yield held.subarray(0, filled);
}
