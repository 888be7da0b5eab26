/** Proof files: index, inclusion path and checkpoint in one text (C2SP tlog-proof, `c2sp.org/tlog-proof@v1`). */
import { decodeBase64, encodeBase64 } from "../base64.ts";
import { type Checkpoint, parseCheckpointText } from "../checkpoint.ts";
import { HASH_BYTES, type Hash } from "../merkle/hash.ts";
import { type NoteSignature, parseNote } from "../signed-note.ts";

export interface TlogProof {
  readonly leafIndex: number;
  /** From the leaf's sibling up to the root's child. */
  readonly path: readonly Hash[];
  /** Bytes that nothing signs; null when the line is absent. */
  readonly extra: Uint8Array | null;
  /** The whole signed checkpoint, verbatim. */
  readonly note: string;
}

/** A proof file that was read: its checkpoint is parsed, no signature and no hash is checked yet. */
export interface ReadTlogProof extends TlogProof {
  readonly checkpoint: Checkpoint;
  readonly signatures: readonly NoteSignature[];
}

const FIRST_LINE = "c2sp.org/tlog-proof@v1";
const EXTRA = "extra ";
const INDEX = "index ";
const MAX_BYTES = 1_000_000;
/** A path in a tree of 2^53 leaves has no more. */
const MAX_PATH = 63;

/** The bytes of a proof file. */
export function toTlogProofBytes({ leafIndex, path, extra, note }: TlogProof): Uint8Array {
  const head = [
    FIRST_LINE,
    ...(extra === null ? [] : [`${EXTRA}${encodeBase64(extra)}`]),
    `${INDEX}${leafIndex}`,
    ...path.map(encodeBase64),
  ];
  return Buffer.from(`${head.join("\n")}\n\n${note}`, "utf8");
}

/**
 * Reads a proof file, byte by byte strict: what is read is written back as the same bytes. The checkpoint must
 * have exactly three lines, as in `ledger/checkpoint`; its origin may be any.
 */
export function parseTlogProof(
  bytes: Uint8Array,
): { readonly proof: ReadTlogProof } | { readonly fault: string } {
  if (bytes.length > MAX_BYTES) return { fault: `longer than ${MAX_BYTES} bytes` };
  const text = decodeUtf8(bytes);
  if (text === null) return { fault: "not UTF-8" };
  const split = text.indexOf("\n\n");
  if (split < 0) return { fault: "no blank line before the checkpoint" };
  const head = parseHead(text.slice(0, split).split("\n"));
  if ("fault" in head) return head;
  const note = text.slice(split + 2);
  const parsed = parseNote(Buffer.from(note, "utf8"));
  if ("fault" in parsed) return { fault: `its checkpoint: ${parsed.fault}` };
  const read = parseCheckpointText(parsed.note.text);
  if ("fault" in read) return { fault: `its checkpoint: ${read.fault}` };
  const { treeSize } = read.checkpoint;
  if (head.leafIndex >= treeSize) return { fault: `index ${head.leafIndex} in a log of ${treeSize} acts` };
  return {
    proof: { ...head, note, checkpoint: read.checkpoint, signatures: parsed.note.signatures },
  };
}

function parseHead(lines: readonly string[]): Omit<TlogProof, "note"> | { readonly fault: string } {
  const [first, ...rest] = lines;
  if (first !== FIRST_LINE) return { fault: `its first line is not ${FIRST_LINE}` };
  const [second = ""] = rest;
  const hasExtra = second.startsWith(EXTRA);
  const extra = hasExtra ? decodeBase64(second.slice(EXTRA.length)) : null;
  if (hasExtra && extra === null) return { fault: "its extra line is not canonical base64" };
  const [index = "", ...hashes] = hasExtra ? rest.slice(1) : rest;
  const leafIndex = Number(index.slice(INDEX.length));
  if (!/^index (0|[1-9][0-9]{0,15})$/u.test(index) || !Number.isSafeInteger(leafIndex))
    return { fault: `"${index.slice(0, 40)}" is no index line` };
  if (hashes.length > MAX_PATH) return { fault: `more than ${MAX_PATH} hashes` };
  const path: Hash[] = [];
  for (const line of hashes) {
    const hash = decodeBase64(line);
    if (hash?.length !== HASH_BYTES) return { fault: `"${line.slice(0, 60)}" is no hash in base64` };
    path.push(hash);
  }
  return { leafIndex, path, extra };
}

function decodeUtf8(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return null;
  }
}
