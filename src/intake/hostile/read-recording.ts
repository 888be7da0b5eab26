/** How long a recording runs. */
import type { IOptions } from "music-metadata";

/**
 * Seconds, to the millisecond; null where the file does not say.
 *
 * Throws what the parser throws.
 */
export async function readSeconds(content: { readonly file: string } | Uint8Array): Promise<number | null> {
  const { parseBuffer, parseFile } = await import("music-metadata");
  // Some formats tell their length only to those who walk through them.
  const options: IOptions = { duration: true, skipCovers: true, skipPostHeaders: true };
  const { format } = await (content instanceof Uint8Array
    ? parseBuffer(content, undefined, options)
    : parseFile(content.file, options));
  return format.duration === undefined ? null : Math.round(format.duration * 1000) / 1000;
}
