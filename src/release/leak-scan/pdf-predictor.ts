/** Rows that were written as differences from what stands before them (ISO 32000-2, 7.4.4.4; ISO/IEC 15948, 9). */

export interface Rows {
  /** A byte before each row says in which of five ways; else every row is the difference from the left (TIFF). */
  readonly isPng: boolean;
  readonly pixelBytes: number;
  readonly rowBytes: number;
}

export function undoPredictor(bytes: Uint8Array, { isPng, pixelBytes, rowBytes }: Rows): Uint8Array {
  const stored = rowBytes + (isPng ? 1 : 0);
  const count = Math.ceil(bytes.length / stored);
  const out = new Uint8Array(count * rowBytes);
  for (let row = 0; row < count; row += 1) {
    const start = row * stored;
    const way = isPng ? (bytes[start] ?? 0) : 1;
    for (let at = 0; at < rowBytes; at += 1) {
      const place = row * rowBytes + at;
      const left = at < pixelBytes ? 0 : (out[place - pixelBytes] ?? 0);
      const above = row === 0 ? 0 : (out[place - rowBytes] ?? 0);
      const corner = row === 0 || at < pixelBytes ? 0 : (out[place - rowBytes - pixelBytes] ?? 0);
      const difference = bytes[start + at + (isPng ? 1 : 0)] ?? 0;
      out[place] = difference + guess(way, left, above, corner);
    }
  }
  return out;
}

function guess(way: number, left: number, above: number, corner: number): number {
  if (way === 1) return left;
  if (way === 2) return above;
  if (way === 3) return Math.floor((left + above) / 2);
  if (way !== 4) return 0;
  const estimate = left + above - corner;
  const [a, b, c] = [left, above, corner].map((value) => Math.abs(estimate - value));
  if ((a ?? 0) <= (b ?? 0) && (a ?? 0) <= (c ?? 0)) return left;
  return (b ?? 0) <= (c ?? 0) ? above : corner;
}
