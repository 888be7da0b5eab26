/** Files full of what nobody sees who opens them, added to a case: for the leak test. */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { madeAuthoredPdf, madeDocx, madeTar } from "../made-documents.ts";
import { madeJpeg, madeTaggedPng } from "../made-pictures.ts";
import type { Planter } from "./canary-planter.ts";

export interface Making {
  readonly run: (...args: readonly string[]) => Promise<string>;
  readonly folder: string;
}

/** Files with what their makers wrote into them unseen. */
export async function plantFiles({ words, point }: Planter, { run, folder }: Making): Promise<void> {
  const say = (kind: string) => words(kind);
  const add = async (kind: string, ending: string, bytes: Uint8Array, ...options: readonly string[]) => {
    const name = `${say(`file name of ${kind}`).latin}.${ending}`;
    writeFileSync(join(folder, name), bytes);
    await run("add", name, ...options);
  };
  await add(
    "a photograph",
    "jpg",
    madeJpeg({
      tags: {
        artist: say("EXIF: artist").latin,
        windowsAuthor: say("EXIF: author").persian,
        comment: say("EXIF: comment").both,
        ...point("EXIF: coordinates"),
      },
      xmp: say("XMP of a photograph").both,
      caption: say("IPTC of a photograph").latin,
      remark: say("remark of a photograph").both,
    }),
  );
  await add(
    "a picture",
    "png",
    madeTaggedPng({ plain: say("words of a picture").latin, international: say("words of a picture").both }),
  );
  await add("a document", "pdf", madeAuthoredPdf(say("author of a PDF").both, say("XMP of a PDF").both));
  await add(
    "a letter",
    "docx",
    madeDocx({
      creator: say("author of a DOCX").both,
      lastModifiedBy: say("editor of a DOCX").both,
      runs: [say("words of a DOCX").both],
      deleted: say("deletion in a DOCX").both,
      comment: say("comment in a DOCX").both,
    }),
  );
  await add(
    "an archive",
    "tar",
    madeTar([[`${say("member of an archive").latin}.txt`, say("words in an archive").both]]),
  );
  const secret = Buffer.from(`A sealed letter. ${say("sealed words").both}`);
  await add("a sealed letter", "txt", secret, "--seal");
}
