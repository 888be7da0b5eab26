/** What the timestamps of a case show today: each judged anew from its sealed bytes, the log and what the user trusts. */
import { createHash } from "node:crypto";
import { InquestError } from "../core/index.ts";
import { readReleased, type VerifyProblem } from "../ledger/index.ts";
import {
  type BlobRef,
  type BlockHeader,
  type Certificate,
  isOtsFile,
  readTokenImprint,
  type TimestampFault,
  type TimestampReceived,
  type TimestampRequested,
  verifyOts,
  verifyTimeStamp,
} from "../vault/index.ts";
import type { CaseState, Recorded } from "./state.ts";

/** What the user trusts; without it a token is sound at best, never vouched for. */
export interface Trust {
  readonly roots: readonly Certificate[];
  readonly headers: readonly BlockHeader[];
}

/** What a file should be over; `nonce` is empty when no request of ours named one. */
export type TimestampClaim = Pick<TimestampRequested, "over" | "sha256" | "nonce">;

export interface Judgement {
  readonly status: "complete" | "pending" | "invalid";
  /** Borne out by a root or a block header that the user brought. */
  readonly isAnchored: boolean;
  readonly faults: readonly TimestampFault[];
  /** ISO; null when no time is borne out. */
  readonly time: string | null;
  /** The signer, or the blocks and calendars that a proof names. */
  readonly authority: string | null;
}

/** Judges a `.tsr` or `.ots` file against what it should be over. Never throws for what it holds. */
export function judgeTimestamp(
  bytes: Uint8Array,
  { sha256, nonce }: TimestampClaim,
  trust: Trust,
): Judgement {
  if (isOtsFile(bytes)) {
    const { status, isAnchored, faults, timeMs, claims } = verifyOts({
      bytes,
      sha256,
      headers: trust.headers,
    });
    const named = claims.flatMap(({ height, calendar }) =>
      height === null ? (calendar ?? []) : `Bitcoin ${height}`,
    );
    const authority = [...new Set(named)].sort().join(", ") || null;
    return { status, isAnchored, faults, time: timeMs === null ? null : toIso(timeMs), authority };
  }
  const expected = nonce === "" ? {} : { nonce: BigInt(`0x${nonce}`) };
  const report = verifyTimeStamp({ bytes, sha256, anchors: trust.roots, ...expected });
  const { isSound, isAnchored, faults, info, authority } = report;
  const time = info === null ? null : toIso(info.genTimeMs);
  return { status: isSound ? "complete" : "invalid", isAnchored, faults, time, authority };
}

/** A case as far as judging its timestamps needs it. */
export interface StampedCase {
  readonly dir: string;
  readonly state: CaseState;
  readonly ledger: { readonly size: number; rootAt(size: number): string };
  /** Content by its own hash; throws an InquestError of reaction verification when it is missing or altered. */
  read(content: BlobRef): Promise<Uint8Array>;
}

/** One timestamp as it stands today. */
export interface JudgedTimestamp extends TimestampReceived {
  readonly leafIndex: number;
  /** When it was taken in, ISO. */
  readonly at: string;
  readonly judged: "complete" | "pending" | "invalid";
  readonly isAnchored: boolean;
  readonly faults: readonly TimestampFault[];
}

/** Every timestamp, judged anew. The newest for the same proof stands for its earlier forms. */
export async function listTimestamps(stamped: StampedCase, trust: Trust): Promise<JudgedTimestamp[]> {
  const judged: JudgedTimestamp[] = [];
  for (const recorded of stamped.state.timestamps.received) {
    const bytes = await stamped.read(recorded.value.token);
    judged.push(judgeRecorded(stamped, recorded, { bytes, trust }));
  }
  return judged;
}

function judgeRecorded(
  stamped: StampedCase,
  { value, leafIndex, at }: Recorded<TimestampReceived>,
  { bytes, trust }: { readonly bytes: Uint8Array; readonly trust: Trust },
): JudgedTimestamp {
  const asked = stamped.state.timestamps.requested.filter(({ sha256 }) => sha256 === value.sha256);
  const [first = { ...value, nonce: "" }, ...others] = asked;
  // The request that it answers; when it answers none, the first says why.
  const report = others.reduce<Judgement>(
    (best, claim) => (best.status === "invalid" ? judgeTimestamp(bytes, claim, trust) : best),
    judgeTimestamp(bytes, first, trust),
  );
  const differs = compareOver(stamped, value);
  return {
    ...value,
    leafIndex,
    at,
    judged: differs.length > 0 ? "invalid" : report.status,
    isAnchored: report.isAnchored && differs.length === 0,
    faults: [...report.faults, ...differs],
  };
}

/** Requests that no timestamp answers yet: things that were to be stamped, and are not. */
export function listOpenRequests({ timestamps }: CaseState): readonly TimestampRequested[] {
  const answered = new Set(timestamps.received.map(({ value }) => value.sha256));
  return timestamps.requested.filter(({ sha256 }) => !answered.has(sha256));
}

/**
 * A problem for each timestamp that does not hold any more. Roots are not needed for that: whom to trust is for the
 * reader of `inquest timestamp list` to say. Bytes that are missing or altered are reported with all others.
 *
 * @param pathOf - the place of a token's bytes.
 */
export async function inspectTimestamps(
  stamped: StampedCase,
  pathOf: (token: BlobRef) => string,
): Promise<VerifyProblem[]> {
  const read = async (content: BlobRef) => {
    try {
      return await stamped.read(content);
    } catch (error) {
      if (error instanceof InquestError && error.reaction === "verification") return null;
      throw error;
    }
  };
  const problems: VerifyProblem[] = [];
  for (const recorded of stamped.state.timestamps.received) {
    const bytes = await read(recorded.value.token);
    if (bytes === null) continue;
    const trust = { roots: [], headers: [] };
    const { judged, faults, leafIndex, sha256, token } = judgeRecorded(stamped, recorded, { bytes, trust });
    if (judged !== "invalid") continue;
    problems.push({
      path: pathOf(token),
      code: "vault/timestamp-invalid",
      expected: faults.at(-1)?.expected ?? sha256,
      actual: faults.at(-1)?.actual ?? readTokenImprint(bytes),
      text: `The timestamp of leaf ${leafIndex} does not hold: ${faults.map(({ text }) => text).join(" ")}`,
    });
  }
  return problems;
}

/** The checkpoint of today must still be what was stamped; a source is found by its hash, wherever it lies. */
function compareOver({ ledger, dir }: StampedCase, { over, sha256 }: TimestampReceived): TimestampFault[] {
  if ("source" in over) return [];
  const { treeSize, root } = over;
  const actual = treeSize <= ledger.size ? ledger.rootAt(treeSize) : null;
  if (actual !== root) {
    const text = "Today's log does not continue the checkpoint that was stamped.";
    return [{ code: "vault/timestamp-imprint", text, expected: root, actual: actual ?? "a shorter log" }];
  }
  const note = readReleased(dir, treeSize);
  if (note !== null && hashesOfNote(note).includes(sha256)) return [];
  const text = "The note that was stamped is not kept any more as it was.";
  return [{ code: "vault/timestamp-imprint", text, expected: sha256 }];
}

/** Hashes of a note as it was at each time: cosignatures are added at its end, and old ones stay. */
export function hashesOfNote(note: Uint8Array): string[] {
  const lines = Buffer.from(note).toString("utf8").split("\n");
  return lines.map((_, at) =>
    createHash("sha256")
      .update(`${lines.slice(0, at + 1).join("\n")}\n`)
      .digest("hex"),
  );
}

function toIso(ms: number): string {
  return new Date(ms).toISOString();
}
