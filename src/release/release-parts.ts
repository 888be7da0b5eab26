/** What a release holds beside its tables, each part made of what goes out and of nothing else. */
import type { Language } from "../core/index.ts";
import type { ReleaseContent } from "./content.ts";
import { dossierFiles } from "./dossier/dossier.ts";
import type { Memorial } from "./memorial/memorial.ts";

/** The same content in every language: the dossier is set in one of them, the memorial is in all. */
export type ContentByLanguage = Readonly<Record<Language, ReleaseContent>>;

/**
 * @param remembered - the memorial, where the release is for the public.
 * @returns bytes by path below `data/`; the same content gives the same bytes.
 */
export async function releaseParts(
  contents: ContentByLanguage,
  language: Language,
  remembered: Memorial | null = null,
): Promise<ReadonlyMap<string, Uint8Array>> {
  const pages = [...(remembered?.files ?? [])].map(([path, bytes]) => [`memorial/${path}`, bytes] as const);
  return new Map([...(await dossierFiles(contents[language])), ...pages]);
}
