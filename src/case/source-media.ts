/** Pictures, recordings and pages as a browser may show them: by what they are, never by what they are called. */
import { InquestError } from "../core/index.ts";
import { contentOf, type Source } from "../statements/index.ts";
import { allWithheld } from "./blacken.ts";
import { findSource } from "./find-source.ts";
import type { CaseHandle } from "./handle.ts";
import type { SourceMediaView } from "./views.ts";

/**
 * What is shown, by the kind that was found in the content before the file was sealed. Nothing that a browser would run (SVG,
 * HTML) is or may be among them; a kind that is not here is shown by no page. A PDF goes out as bytes of no kind, so that no
 * viewer opens it by itself: the page draws it, and runs nothing of it.
 */
const SHOWN: Readonly<Record<string, Pick<SourceMediaView, "kind" | "mediaType"> & { ending: string }>> = {
  png: { kind: "picture", mediaType: "image/png", ending: "png" },
  jpeg: { kind: "picture", mediaType: "image/jpeg", ending: "jpg" },
  gif: { kind: "picture", mediaType: "image/gif", ending: "gif" },
  webp: { kind: "picture", mediaType: "image/webp", ending: "webp" },
  mp3: { kind: "sound", mediaType: "audio/mpeg", ending: "mp3" },
  m4a: { kind: "sound", mediaType: "audio/mp4", ending: "m4a" },
  wav: { kind: "sound", mediaType: "audio/wav", ending: "wav" },
  flac: { kind: "sound", mediaType: "audio/flac", ending: "flac" },
  ogg: { kind: "film", mediaType: "video/ogg", ending: "ogg" },
  mp4: { kind: "film", mediaType: "video/mp4", ending: "mp4" },
  quicktime: { kind: "film", mediaType: "video/quicktime", ending: "mov" },
  "3gp": { kind: "film", mediaType: "video/3gpp", ending: "3gp" },
  pdf: { kind: "pages", mediaType: "application/octet-stream", ending: "pdf" },
  matroska: { kind: "film", mediaType: "video/webm", ending: "webm" },
};

/** Every media type that is handed out. */
export const SHOWN_MEDIA_TYPES: readonly string[] = Object.values(SHOWN).map(({ mediaType }) => mediaType);

/** A file is hashed as a whole before any of it is handed out, and held in memory for that. */
const MAX_SHOWN_BYTES = 256 * 1024 * 1024;

/**
 * Null for what no page shows: another kind, a file of which nothing may be made, one that is too large or whose key is not
 * at hand, and one that holds words or sights whose consent is missing, since they cannot be taken out of it.
 */
export function presentMedia(handle: CaseHandle, source: Source): SourceMediaView | null {
  const shown = shownAs(handle, source);
  return shown === null
    ? null
    : { kind: shown.kind, mediaType: shown.mediaType, sizeBytes: source.sizeBytes };
}

export interface SourceMedia {
  readonly bytes: Uint8Array;
  readonly mediaType: string;
  /** Made of the id: the name of a stranger stands in no header. */
  readonly fileName: string;
}

/**
 * The sealed bytes of a picture, a recording or a document, hashed while they are read.
 *
 * @throws InquestError "case/not-found"; "case/not-shown" (not-found) for what `presentMedia` has nothing for; those of
 *   `CaseHandle.read`.
 */
export async function readSourceMedia(handle: CaseHandle, word: string): Promise<SourceMedia> {
  const { value: source } = findSource(handle.state, word);
  const shown = shownAs(handle, source);
  if (shown === null) {
    throw new InquestError({
      code: "case/not-shown",
      reaction: "not-found",
      message: `${source.key} is not shown here: it is no picture, recording or document of a kind that a page shows safely, it is larger than ${MAX_SHOWN_BYTES / 1024 / 1024} MiB, or it is held back. Its bytes lie in the vault under their hash.`,
      evidence: { source: source.id },
    });
  }
  const bytes = await handle.read(contentOf(source));
  return { bytes, mediaType: shown.mediaType, fileName: `${source.id}.${shown.ending}` };
}

function shownAs({ state, secrets }: CaseHandle, source: Source): (typeof SHOWN)[string] | null {
  const { inspection } = source;
  if (inspection === undefined || inspection.noDerivative !== undefined) return null;
  if (source.sizeBytes > MAX_SHOWN_BYTES) return null;
  if (source.sealed !== undefined && !secrets.canOpen(source.sealed.content)) return null;
  if (state.consents.whyWithheld(source.id) !== null || allWithheld(state, source.id).length > 0) return null;
  return Object.hasOwn(SHOWN, inspection.kind) ? (SHOWN[inspection.kind] ?? null) : null;
}
