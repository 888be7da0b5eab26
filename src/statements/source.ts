/** Sources: sealed files that speak, or that summarise what others said. */
import { z } from "zod";
import { type Content, SealedRef } from "../vault/index.ts";
import { LocalTextSchema } from "./subject.ts";

/** Where the thing itself is, when this case holds only a summary or a copy of it. */
export const OriginalReference = z.strictObject({
  title: z.string().min(1),
  author: z.string().min(1).optional(),
  publisher: z.string().min(1).optional(),
  url: z.string().min(1).optional(),
  date: z.string().min(1).optional(),
  /** How to find it: a citation, an archive's signature, an address. */
  reference: z.string().min(1),
});
export type OriginalReference = z.infer<typeof OriginalReference>;

/** A thing that was noticed about a file: a code of docs/formats/hostile-input.md and what fills its sentence. */
const SourceRemark = z.strictObject({
  code: z.string().min(1),
  params: z.record(z.string(), z.union([z.string(), z.number()])),
});

/** What was found when a file was looked at before it was sealed, without trusting it. */
export const SourceInspection = z.strictObject({
  /** By content, in short; `unknown` when nothing recognised it. */
  kind: z.string().min(1),
  mediaType: z.string().min(1),
  /** What else the same bytes can be read as. */
  alsoKinds: z.array(z.string()).optional(),
  /** What the sender said it is, beside the name; believed by nobody. */
  declaredType: z.string().optional(),
  remarks: z.array(SourceRemark).optional(),
  /** Why its members must not be taken out. */
  noExpansion: SourceRemark.optional(),
  /** Why no text, thumbnail or rendering may be made from it. */
  noDerivative: SourceRemark.optional(),
  isTruncated: z.literal(true).optional(),
});
export type SourceInspection = z.infer<typeof SourceInspection>;

export const Source = z.strictObject({
  /** `src-` and the first 32 digits of the SHA-256 of its bytes. */
  id: z.string().regex(/^src-[0-9a-f]{32}$/u),
  /** Short readable name, unique in the case: the file's name without its ending. */
  key: z.string().min(1),
  fileName: z.string().min(1),
  title: LocalTextSchema,
  /** evidence: the original itself; working: a summary made by the keepers of the case. */
  role: z.enum(["evidence", "working"]),
  language: z.string().min(2),
  /** By the file's name. */
  mediaType: z.string().min(1),
  /** Absent in sources that were sealed before files were looked at. */
  inspection: SourceInspection.optional(),
  sha256: z.string().regex(/^[0-9a-f]{64}$/u),
  sizeBytes: z.number().int().nonnegative(),
  original: OriginalReference.optional(),
});

/** What the ledger says in the open of an encrypted source: that there is one, and where its bytes lie. */
export const SealedSource = z.strictObject({
  /** `src-` and 32 random hex digits: a hash of the content would confirm a guess. */
  id: Source.shape.id,
  /** The source's own bytes. */
  content: SealedRef,
  /** Its name, title and origin: a `SourceAbout` as canonical JSON. */
  about: SealedRef,
});
export type SealedSource = z.infer<typeof SealedSource>;

/** What is said of a source; for a sealed one this is encrypted too, since a title can give a witness away. */
export const SourceAbout = Source.pick({
  key: true,
  fileName: true,
  title: true,
  role: true,
  language: true,
  mediaType: true,
  inspection: true,
  original: true,
});
export type SourceAbout = z.infer<typeof SourceAbout>;

/** A source as views see it. `sha256` and size are those of the bytes in the vault: of a sealed one, encrypted. */
export interface Source extends z.infer<typeof Source> {
  /** Present for a sealed source; its name and title are stand-ins until it is revealed. */
  readonly sealed?: SealedSource;
}

/** Where the bytes of a source lie, and whether a key is needed to read them. */
export function contentOf(source: Source): Content {
  return source.sealed?.content ?? { sha256: source.sha256, sizeBytes: source.sizeBytes };
}

/** A sealed source before its key is at hand. */
export function toUnrevealedSource(sealed: SealedSource): Source {
  const short = sealed.id.slice(4, 12);
  return {
    id: sealed.id,
    key: `sealed-${short}`,
    fileName: "",
    title: { en: `Sealed source ${short}`, fa: `منبع رمزشدهٔ ${short}` },
    role: "evidence",
    language: "und",
    mediaType: "application/octet-stream",
    sha256: sealed.content.stored,
    sizeBytes: sealed.content.sizeBytes,
    sealed,
  };
}

/** Whether the original itself is sealed in the case, or only a summary of it. */
export function isOriginalHeld(source: Pick<Source, "role">): boolean {
  return source.role === "evidence";
}
