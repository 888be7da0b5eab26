/** Checkpoints that left the house: their acts, and the notes kept under `ledger/released/`. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { compareText, ensureFolder, errorCodeOf, replaceFile } from "../../core/index.ts";
import type { Act } from "../act.ts";
import { parseSegmentName, toSegmentName } from "../segment.ts";
import { type NoteSignature, parseNote } from "../signed-note.ts";

/** The kind of the act that records a release. */
export const RELEASED_KIND = "checkpoint.released";
/** The kind of the act that records what witnesses signed. */
export const COSIGNED_KIND = "checkpoint.cosigned";

const SignatureLine = z.string().startsWith("— ").max(8000);

const TreeSize = z.number().int().positive();
const Root = z.string().regex(/^[0-9a-f]{64}$/u);

/** Body of `checkpoint.released`. */
export const CheckpointReleased = z.strictObject({
  treeSize: TreeSize,
  /** Hexadecimal. */
  root: Root,
  /** By which way it left. */
  how: z.enum(["file", "printed", "timestamp", "witness", "release"]),
  /** To whom, in the words of who gave it. */
  to: z.string().min(1).max(500).optional(),
  /** The signature lines as they left, without their newlines: so the kept note can be made again. */
  signatures: z.array(SignatureLine).min(1),
});
export type CheckpointReleased = z.infer<typeof CheckpointReleased>;

/** Body of `checkpoint.cosigned`. */
export const CheckpointCosigned = z.strictObject({
  treeSize: TreeSize,
  root: Root,
  witnesses: z
    .array(
      z.strictObject({
        name: z.string().min(1).max(1000),
        keyId: z.string().regex(/^[0-9a-f]{8}$/u),
        /** Seconds since 1970 that the witness claims; null when the line is of another kind. */
        at: z.number().int().nonnegative().nullable(),
        /** The witness's verifier key, when its signature was verified with it. */
        key: z.string().optional(),
        /** The signature line as it came, without its newline. */
        line: SignatureLine,
      }),
    )
    .min(1),
});
export type CheckpointCosigned = z.infer<typeof CheckpointCosigned>;

/** What an act says about a checkpoint that left, or that came back with more signatures. */
export interface ReleaseClaim {
  readonly treeSize: number;
  /** Hexadecimal. */
  readonly root: string;
  /** The act that says it. */
  readonly leafIndex: number;
  /** Signature lines that the kept note must bear. */
  readonly lines: readonly string[];
}

/** What an act says about releases; null for any other act, and for a body that this version cannot read. */
export function toReleaseClaim(act: Pick<Act, "kind" | "body">, leafIndex: number): ReleaseClaim | null {
  if (act.kind === RELEASED_KIND) {
    const body = CheckpointReleased.safeParse(act.body);
    if (!body.success) return null;
    const { treeSize, root, signatures: lines } = body.data;
    return { treeSize, root, leafIndex, lines };
  }
  if (act.kind !== COSIGNED_KIND) return null;
  const body = CheckpointCosigned.safeParse(act.body);
  if (!body.success) return null;
  const { treeSize, root, witnesses } = body.data;
  return { treeSize, root, leafIndex, lines: witnesses.map(({ line }) => line) };
}

/** Path within the case folder of the note of a released checkpoint. */
export function toReleasedPath(treeSize: number): string {
  return `ledger/released/${toSegmentName(treeSize)}`;
}

/** The size that the name of a file below `ledger/released/` says, or null when it is none. */
export function parseReleasedName(name: string): number | null {
  const size = parseSegmentName(name);
  return size === 0 ? null : size;
}

/** Sizes of the released checkpoints of a case folder, ascending; names that are none are left out. */
export function listReleased(dir: string): number[] {
  try {
    return readdirSync(join(dir, "ledger", "released"))
      .sort(compareText)
      .flatMap((name) => parseReleasedName(name) ?? []);
  } catch (error) {
    if (errorCodeOf(error) === "ENOENT") return [];
    throw error;
  }
}

/** The note of a released checkpoint, or null when there is none of that size. */
export function readReleased(dir: string, treeSize: number): Uint8Array | null {
  try {
    return new Uint8Array(readFileSync(join(dir, toReleasedPath(treeSize))));
  } catch (error) {
    if (errorCodeOf(error) === "ENOENT") return null;
    throw error;
  }
}

/** Keeps a note, durably, in the place of the one of that size. */
export function writeReleased(dir: string, treeSize: number, note: string): void {
  ensureFolder(join(dir, "ledger", "released"));
  replaceFile({
    path: join(dir, toReleasedPath(treeSize)),
    bytes: Buffer.from(note, "utf8"),
    tempDir: join(dir, "ledger", "tmp"),
    label: "released",
  });
}

/**
 * One note with the signature lines of both, each once, the older first; null when their texts differ. Notes
 * are those of `parseNote`: their form is right.
 */
export function mergeNotes(older: string, newer: string): string | null {
  const [one, other] = [parseNote(Buffer.from(older)), parseNote(Buffer.from(newer))];
  if ("fault" in one || "fault" in other || one.note.text !== other.note.text) return null;
  const lines = [...one.note.signatures, ...other.note.signatures].map(toLine);
  return `${one.note.text}\n${[...new Set(lines)].join("\n")}\n`;
}

/** A signature line of a note, without its newline. */
export function toLine({ name, keyId, signature }: NoteSignature): string {
  return `— ${name} ${Buffer.concat([keyId, signature]).toString("base64")}`;
}
