/** Files as a zip archive of which the same files give the same bytes: no clock, no order but that of the files. */
import { ZipFile } from "yazl";

/** The first moment that a zip archive can name, in whatever time zone: its format has none. */
const NO_TIME = new Date(1980, 0, 1);
const READABLE_BY_ALL = 0o100644;

/** @param files - path and bytes, in their order. */
export async function toZip(
  files: readonly (readonly [path: string, bytes: Uint8Array])[],
): Promise<Uint8Array> {
  const archive = new ZipFile();
  for (const [path, bytes] of files) {
    archive.addBuffer(Buffer.from(bytes), path, {
      mtime: NO_TIME,
      mode: READABLE_BY_ALL,
      forceDosTimestamp: true,
    });
  }
  archive.end();
  const chunks: Buffer[] = [];
  for await (const chunk of archive.outputStream) chunks.push(Buffer.from(chunk));
  return new Uint8Array(Buffer.concat(chunks));
}
