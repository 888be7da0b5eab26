/** The texts in a ZIP archive as another program reads them, which checks sizes and sums. */
import { buffer } from "node:stream/consumers";
import { fromBuffer, type ZipFile } from "yauzl";

export async function unzip(bytes: Uint8Array): Promise<Record<string, string>> {
  const zip = await new Promise<ZipFile>((resolve, reject) =>
    fromBuffer(Buffer.from(bytes), { lazyEntries: true, validateEntrySizes: true }, (error, opened) =>
      error === null ? resolve(opened) : reject(error),
    ),
  );
  const found: Record<string, string> = {};
  return new Promise((resolve, reject) => {
    zip.on("entry", (entry) =>
      zip.openReadStream(entry, async (error, stream) => {
        if (error !== null) return reject(error);
        found[entry.fileName] = (await buffer(stream)).toString("utf8");
        zip.readEntry();
      }),
    );
    zip.on("end", () => resolve(found));
    zip.on("error", reject);
    zip.readEntry();
  });
}
