/** Reading a stream of chunks by counts of bytes: blocks of a tar file, lines and bodies of a web archive. */

export interface ChunkReader {
  /** Bytes given out or passed over so far. */
  readonly position: number;
  /** The next bytes without taking them; fewer than asked for only at the end. */
  peek(length: number): Promise<Uint8Array>;
  /** The next bytes; fewer than asked for only at the end. */
  read(length: number): Promise<Uint8Array>;
  /** A line without its end, as Latin-1; null at the end of the stream or when it is longer than `maxBytes`. */
  line(maxBytes: number): Promise<string | null>;
  /** The next bytes piece by piece; Infinity for all that is left. */
  take(length: number): AsyncGenerator<Uint8Array>;
  /** Passes over bytes and says how many there were. */
  skip(length: number): Promise<number>;
}

export function createChunkReader(chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>): ChunkReader {
  const iterator = iterate(chunks);
  let held: Uint8Array = new Uint8Array();
  let position = 0;

  /** Holds at least `length` bytes, or all that are left. */
  async function hold(length: number): Promise<void> {
    const parts = [held];
    let size = held.length;
    while (size < length) {
      const next = await iterator.next();
      if (next.done === true) break;
      // A chunk may be overwritten by its producer once the next one is asked for.
      parts.push(Uint8Array.from(next.value));
      size += next.value.length;
    }
    if (parts.length > 1) held = Buffer.concat(parts);
  }

  function give(length: number): Uint8Array {
    const given = held.subarray(0, length);
    held = held.subarray(given.length);
    position += given.length;
    return given;
  }

  const reader: ChunkReader = {
    get position() {
      return position;
    },
    async peek(length) {
      await hold(length);
      return held.subarray(0, length);
    },
    async read(length) {
      await hold(length);
      return give(length);
    },
    async line(maxBytes) {
      for (let size = Math.min(256, maxBytes); ; size = Math.min(size * 4, maxBytes)) {
        await hold(size);
        const end = held.subarray(0, size).indexOf(0x0a);
        if (end >= 0) {
          return Buffer.from(give(end + 1))
            .toString("latin1")
            .replace(/\r?\n$/u, "");
        }
        if (held.length < size || size === maxBytes) return null;
      }
    },
    async *take(length) {
      for (let left = length; left > 0; ) {
        if (held.length === 0) await hold(1);
        const piece = give(Math.min(left, held.length));
        if (piece.length === 0) return;
        left -= piece.length;
        yield piece;
      }
    },
    async skip(length) {
      const start = position;
      for await (const _ of reader.take(length));
      return position - start;
    },
  };
  return reader;
}

async function* iterate(
  chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
): AsyncGenerator<Uint8Array> {
  yield* chunks;
}
