/** The folder `data/proofs` of a release: what binds its things to one signed checkpoint of the log. */
import { compareText, type JsonValue, toCanonicalJson } from "../../core/index.ts";
import { type RowProof, toHex } from "../../ledger/index.ts";

/** A thing of the release and the act that recorded it. */
export interface ProvenThing {
  /** Of a statement or a source. */
  readonly id: string;
  readonly leafIndex: number;
  /** The act's bytes where they go along; null: the hash of its leaf alone does. */
  readonly act: Uint8Array | null;
}

export interface ProofsToWrite {
  /** The signed note of the checkpoint. */
  readonly checkpoint: string;
  /** Verifier keys of the log: of the checkpoint's signature and of the acts that go along. */
  readonly keys: readonly string[];
  readonly things: readonly ProvenThing[];
  /** Of the leaves of the things. */
  readonly proof: RowProof;
  /** Sealed files that go along, by their SHA-256. */
  readonly blobs: ReadonlyMap<string, Uint8Array>;
}

/** What the manifest of the release says of them. */
export interface ProofCounts {
  readonly v: 1;
  /** Of the row: each of its hashes is over 2^height leaves. */
  readonly height: number;
  readonly leaves: number;
  readonly acts: number;
  readonly files: number;
}

/** @returns files by path below `data/`, and what the manifest says of them; the same input gives the same bytes. */
export function proofFiles({ checkpoint, keys, things, proof, blobs }: ProofsToWrite): {
  readonly files: ReadonlyMap<string, Uint8Array>;
  readonly counts: ProofCounts;
} {
  const proven = new Map(proof.leaves.map((leaf) => [leaf.leafIndex, leaf]));
  const ordered = things.toSorted((a, b) => a.leafIndex - b.leafIndex || compareText(a.id, b.id));
  const lines = ordered.map(({ id, leafIndex, act }) => {
    const leaf = proven.get(leafIndex);
    if (leaf === undefined) throw new TypeError("each thing is proven");
    const line: JsonValue = {
      ...{ id, leaf: leafIndex, hash: toHex(leaf.hash), path: leaf.path.map(toHex) },
      ...(act === null ? {} : { act: true }),
    };
    return toCanonicalJson(line);
  });
  const acts = ordered.flatMap(({ act }) => (act === null ? [] : [Buffer.concat([act, Buffer.from("\n")])]));
  return {
    files: new Map<string, Uint8Array>([
      ["proofs/checkpoint", Buffer.from(checkpoint, "utf8")],
      ["proofs/keys.txt", textOf(keys)],
      ["proofs/row.txt", textOf(proof.row.map(toHex))],
      ["proofs/leaves.jsonl", textOf(lines)],
      ...(acts.length === 0 ? [] : [["proofs/acts.jsonl", Buffer.concat(acts)] as const]),
      ...[...blobs].map(([sha256, bytes]) => [`blobs/${sha256}`, bytes] as const),
    ]),
    counts: {
      v: 1,
      height: proof.height,
      leaves: lines.length,
      acts: acts.length,
      files: blobs.size,
    },
  };
}

function textOf(lines: readonly string[]): Uint8Array {
  return Buffer.from(lines.map((line) => `${line}\n`).join(""), "utf8");
}
