/** The dossier of a release, by its paths below `data/`. */
import type { ReleaseContent } from "../content.ts";
import { composeDossier } from "./compose.ts";
import { toDocx } from "./to-docx.ts";
import { toMarkdown } from "./to-markdown.ts";
import { toPdf } from "./to-pdf.ts";

/**
 * The same content gives the same bytes.
 *
 * @throws InquestError "release/no-typesetter" (input) where Typst is not made for this system.
 */
export async function dossierFiles(content: ReleaseContent): Promise<ReadonlyMap<string, Uint8Array>> {
  const dossier = composeDossier(content);
  // Packed while the pages are set.
  const [word, pages] = await Promise.all([toDocx(dossier), toPdf(dossier)]);
  return new Map([
    ["dossier/dossier.docx", word],
    ["dossier/dossier.md", new TextEncoder().encode(toMarkdown(dossier))],
    ["dossier/dossier.pdf", pages],
  ]);
}
