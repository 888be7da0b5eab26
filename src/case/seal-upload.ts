/** Sealing a file that a browser sent: its bytes as they came, its name as text. */
import { noteDuplicate } from "./custody.ts";
import type { CaseHandle } from "./handle.ts";
import { sealFile } from "./record-source.ts";
import type { FileSealedView } from "./table-views.ts";

export interface FileSent {
  /** As the browser says it, letter by letter: no path is made of it. */
  readonly name: string;
  readonly bytes: Uint8Array;
  /** Encrypt the file and its name. */
  readonly isSecret: boolean;
}

/**
 * Seals a file as `inquest add` does.
 *
 * @throws InquestError of `sealFile`: "case/sealed-already", "case/key-needed", and those of a note with a broken head.
 */
export async function sealSentFile(
  handle: CaseHandle,
  { name, bytes, isSecret }: FileSent,
): Promise<FileSealedView> {
  // Half of a surrogate pair has no UTF-8 form.
  const fileName = name.toWellFormed();
  const recorded = await sealFile(handle, { name: fileName, fileName, bytes }, { isSecret });
  const isNoted = recorded.existed && (await noteDuplicate(handle, recorded, fileName));
  const { id, key, sha256, sizeBytes, inspection } = recorded.source;
  const { remarks = [], noExpansion, noDerivative } = inspection ?? {};
  return {
    source: id,
    key,
    fileName: recorded.source.fileName,
    sha256,
    sizeBytes,
    existed: recorded.existed,
    isNoted,
    remarks: [noExpansion, noDerivative, ...remarks].filter((remark) => remark !== undefined).length,
  };
}
