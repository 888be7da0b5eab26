/** What our proof files carry in their `extra` line. Nothing signs it: it saves a reader a search, no more. */
import { z } from "zod";
import { toCanonicalJson } from "../../core/index.ts";
import { decodeBase64, encodeBase64 } from "../base64.ts";
import { isWeak } from "../key-ring.ts";
import { type NoteKey, parseVerifierKey, toVerifierKey } from "../signed-note.ts";
import { LEAF_KEY_BYTES } from "./closed-leaf.ts";

export interface ProofExtra {
  /** Keys that signed the checkpoint and the act; a reader compares them with what the actors gave. */
  readonly keys: readonly NoteKey[];
  /** Opens the one sealed entry of a closed case; null in an open one. */
  readonly leafKey: Uint8Array | null;
}

const MAX_KEYS = 64;

const ExtraSchema = z.strictObject({
  v: z.literal(1),
  keys: z.array(z.string()).max(MAX_KEYS),
  leafKey: z.string().optional(),
});

/** The bytes of the extra line: canonical JSON. */
export function toExtraBytes({ keys, leafKey }: ProofExtra): Uint8Array {
  const members = {
    v: 1,
    keys: [...new Set(keys.map(toVerifierKey))],
    leafKey: leafKey === null ? undefined : encodeBase64(leafKey),
  };
  return Buffer.from(toCanonicalJson(members), "utf8");
}

/**
 * What the extra line offers. Another program's may hold anything: what cannot be used is left out, and keys
 * under which anyone could sign are not offered on.
 */
export function readExtra(bytes: Uint8Array | null): ProofExtra {
  const parsed = ExtraSchema.safeParse(bytes === null ? null : parseJson(bytes));
  if (!parsed.success) return { keys: [], leafKey: null };
  const { keys, leafKey } = parsed.data;
  const leaf = leafKey === undefined ? null : decodeBase64(leafKey);
  return {
    keys: keys.flatMap((text) => parseVerifierKey(text) ?? []).filter((key) => !isWeak(key.publicKey)),
    leafKey: leaf?.length === LEAF_KEY_BYTES ? leaf : null,
  };
}

function parseJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes));
  } catch {
    return null;
  }
}
