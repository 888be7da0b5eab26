/** What an OpenTimestamps proof shows, and what only a block header can. */
import { InquestError, type Sha256Hex } from "../../core/index.ts";
import type { BlockHeader } from "./block-header.ts";
import { readOtsFile } from "./ots-file.ts";
import { eachAttestation, type OtsAttestation, type OtsProof } from "./ots-proof.ts";
import type { TimestampFault } from "./timestamp-fault.ts";

export interface OtsQuestion {
  /** An `.ots` file. */
  readonly bytes: Uint8Array;
  /** SHA-256 of what it should be over. */
  readonly sha256: Sha256Hex;
  /** Headers that the user vouches for; with none, no block is believed. */
  readonly headers: readonly BlockHeader[];
  /** Least work of a header that is believed; below it anybody could have made one. */
  readonly leastWorkBits?: number;
}

export interface OtsClaim {
  readonly kind: OtsAttestation["kind"];
  /** The calendar that will know more; null unless pending. */
  readonly calendar: string | null;
  /** The block's height as the proof claims it; null unless Bitcoin. */
  readonly height: number | null;
  /** What the operations lead to, in hexadecimal; null behind an operation that is not computed. */
  readonly digest: string | null;
  /** The header that bears it out: its hash, for comparing with any public list of blocks; null without one. */
  readonly blockHash: string | null;
  readonly blockTimeMs: number | null;
}

export interface OtsReport {
  /** pending: only promises; complete: a block is named; invalid: neither, or a fault. */
  readonly status: "pending" | "complete" | "invalid";
  /** A header that the user brought has the root that the proof leads to. */
  readonly isAnchored: boolean;
  readonly faults: readonly TimestampFault[];
  readonly claims: readonly OtsClaim[];
  /** Time of the earliest block that is borne out; null without. */
  readonly timeMs: number | null;
}

/** 2^64 hashes: far below Bitcoin's blocks since OpenTimestamps began (2^68 and more), far above a toy. */
export const LEAST_WORK_BITS = 64;

/** Never throws for what the bytes hold; never says anchored without a header. */
export function verifyOts(question: OtsQuestion): OtsReport {
  let proof: OtsProof;
  try {
    proof = readOtsFile(question.bytes);
  } catch (error) {
    if (!(error instanceof InquestError)) throw error;
    return invalid([{ code: error.code, text: error.message }], []);
  }
  const digest = Buffer.from(proof.root.message ?? []).toString("hex");
  if (proof.hash !== "sha256" || digest !== question.sha256) {
    const expected = `sha256 ${question.sha256}`;
    const text = "The proof is over other bytes.";
    return invalid(
      [{ code: "vault/timestamp-imprint", text, expected, actual: `${proof.hash} ${digest}` }],
      [],
    );
  }
  return judge(proof, question);
}

function judge(proof: OtsProof, { headers, leastWorkBits = LEAST_WORK_BITS }: OtsQuestion): OtsReport {
  const faults: TimestampFault[] = [];
  const claims = [...eachAttestation(proof.root)].map(({ attestation, message }): OtsClaim => {
    const isBitcoin = attestation.kind === "bitcoin";
    const header = isBitcoin && message !== null ? findHeader(attestation.height, message, headers) : null;
    if (isBitcoin && header !== null && "fault" in header) faults.push(header.fault);
    const borne = header !== null && "hash" in header ? header : null;
    if (borne !== null && borne.workBits < leastWorkBits) faults.push(tooEasy(borne, leastWorkBits));
    const isBelieved = borne !== null && borne.workBits >= leastWorkBits;
    return {
      kind: attestation.kind,
      calendar: attestation.kind === "pending" ? attestation.uri : null,
      height: isBitcoin ? attestation.height : null,
      digest: message === null ? null : Buffer.from(message).toString("hex"),
      blockHash: isBelieved ? borne.hash : null,
      blockTimeMs: isBelieved ? borne.timeMs : null,
    };
  });
  // A Merkle root has 32 bytes; anything else cannot be one.
  const blocks = claims.filter(({ kind, digest }) => kind === "bitcoin" && digest?.length === 64);
  const times = claims.flatMap(({ blockTimeMs }) => (blockTimeMs === null ? [] : [blockTimeMs]));
  const timeMs = times.length === 0 ? null : Math.min(...times);
  const isPending = claims.some(({ kind, digest }) => kind === "pending" && digest !== null);
  if (blocks.length === 0 && !isPending) {
    const text =
      "The proof has no attestation that Inquest can follow: neither a calendar nor a Bitcoin block.";
    faults.push({ code: "vault/timestamp-unsupported", text });
  }
  // One block that is borne out carries the proof, whatever the others are.
  if (timeMs !== null) return { status: "complete", isAnchored: true, faults: [], claims, timeMs };
  if (faults.length > 0) return invalid(faults, claims);
  return { status: blocks.length > 0 ? "complete" : "pending", isAnchored: false, faults, claims, timeMs };
}

/** The header of a claim, or why the one of that height contradicts it; null when none was brought. */
function findHeader(
  height: number,
  message: Uint8Array,
  headers: readonly BlockHeader[],
): BlockHeader | { readonly fault: TimestampFault } | null {
  const isOf = (header: BlockHeader) => Buffer.compare(header.merkleRoot, message) === 0;
  const found = headers.find((header) => (header.height ?? height) === height && isOf(header));
  if (found !== undefined) return found;
  const [other] = headers.filter((header) => header.height === height);
  if (other === undefined) return null;
  return {
    fault: {
      code: "vault/timestamp-block",
      text: `Block ${height} as given has another Merkle root than the proof leads to.`,
      expected: Buffer.from(message).toString("hex"),
      actual: Buffer.from(other.merkleRoot).toString("hex"),
    },
  };
}

function tooEasy({ hash, workBits }: BlockHeader, least: number): TimestampFault {
  return {
    code: "vault/timestamp-block",
    text: `The block header ${hash} took too little work to be one of Bitcoin's.`,
    expected: `2^${least} hashes or more`,
    actual: `2^${workBits.toFixed(1)}`,
  };
}

function invalid(faults: readonly TimestampFault[], claims: readonly OtsClaim[]): OtsReport {
  return { status: "invalid", isAnchored: false, faults, claims, timeMs: null };
}
