/** Consistency files: that a log begins with an older one (the request body of C2SP tlog-witness, add-checkpoint). */
import { decodeBase64, encodeBase64 } from "../base64.ts";
import { type Checkpoint, parseCheckpointText } from "../checkpoint.ts";
import { HASH_BYTES, type Hash } from "../merkle/hash.ts";
import { parseNote } from "../signed-note.ts";

export interface ConsistencyFile {
  /** Size of the older log; its root comes from the checkpoint that the reader kept. */
  readonly fromSize: number;
  readonly path: readonly Hash[];
  /** The whole signed checkpoint of the newer log, verbatim. */
  readonly note: string;
}

/** The standard allows no more. */
const MAX_PATH = 63;

/** The bytes of a consistency file. */
export function toConsistencyBytes({ fromSize, path, note }: ConsistencyFile): Uint8Array {
  return Buffer.from(`${[`old ${fromSize}`, ...path.map(encodeBase64)].join("\n")}\n\n${note}`, "utf8");
}

/** Reads a consistency file, byte by byte strict; no hash and no signature is checked. */
export function parseConsistencyFile(
  bytes: Uint8Array,
): { readonly file: ConsistencyFile & { readonly checkpoint: Checkpoint } } | { readonly fault: string } {
  let text: string;
  try {
    text = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return { fault: "not UTF-8" };
  }
  const split = text.indexOf("\n\n");
  if (split < 0) return { fault: "no blank line before the checkpoint" };
  const [old = "", ...hashes] = text.slice(0, split).split("\n");
  const fromSize = Number(old.slice("old ".length));
  if (!/^old (0|[1-9][0-9]{0,15})$/u.test(old) || !Number.isSafeInteger(fromSize))
    return { fault: `"${old.slice(0, 40)}" is no line of an old size` };
  if (hashes.length > MAX_PATH) return { fault: `more than ${MAX_PATH} hashes` };
  const path: Hash[] = [];
  for (const line of hashes) {
    const hash = decodeBase64(line);
    if (hash?.length !== HASH_BYTES) return { fault: `"${line.slice(0, 60)}" is no hash in base64` };
    path.push(hash);
  }
  const note = text.slice(split + 2);
  const parsed = parseNote(Buffer.from(note, "utf8"));
  if ("fault" in parsed) return { fault: `its checkpoint: ${parsed.fault}` };
  const read = parseCheckpointText(parsed.note.text);
  if ("fault" in read) return { fault: `its checkpoint: ${read.fault}` };
  return { file: { fromSize, path, note, checkpoint: read.checkpoint } };
}
