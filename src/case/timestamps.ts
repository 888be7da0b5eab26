/** Timestamps of a case: asking for them across an air gap or a network, taking them in, judging them anew. */
import { createHash } from "node:crypto";
import { InquestError } from "../core/index.ts";
import { readReleased } from "../ledger/index.ts";
import { contentOf } from "../statements/index.ts";
import {
  addressOf,
  askAuthority,
  askCalendars,
  type BlockHeader,
  type CalendarAnswer,
  type Certificate,
  type HttpExchange,
  isOtsFile,
  readOtsFile,
  type TimestampFault,
  type TimestampOver,
  type TimestampReceived,
  type TimestampRequested,
  toOtsBytes,
  toTimeStampRequest,
  upgradeOts,
  verifyOts,
  verifyTimeStamp,
} from "../vault/index.ts";
import type { OpenCase } from "./case-handle.ts";
import { findSourceId } from "./custody.ts";
import { releaseCheckpoint } from "./released.ts";

const NONCE_BYTES = 16;

/** What the user trusts; without it a token is sound at best, never vouched for. */
export interface Trust {
  readonly roots: readonly Certificate[];
  readonly headers: readonly BlockHeader[];
}

/**
 * Makes a request and records it: over today's checkpoint, which thereby leaves the house, or over a source.
 *
 * @param source - id, key or file name; null for the checkpoint.
 * @returns the bytes of a `.tsq` file, and the hash that an OpenTimestamps client needs.
 */
export async function requestTimestamp(
  opened: OpenCase,
  source: string | null,
): Promise<{
  readonly request: Uint8Array;
  readonly bytes: Uint8Array;
  readonly requested: TimestampRequested;
}> {
  const { over, bytes } = source === null ? await overCheckpoint(opened) : await overSource(opened, source);
  const sha256 = hashOf(bytes);
  const nonce = opened.random(NONCE_BYTES);
  // A number with its first bit set would be written with one byte more, which old authorities refuse.
  nonce[0] = ((nonce[0] ?? 0) & 0x7f) | 0x40;
  const requested = { over, sha256, nonce: Buffer.from(nonce).toString("hex") };
  await opened.record([{ kind: "timestamp.requested", body: { ...requested } }]);
  return { request: toTimeStampRequest({ sha256, nonce }), bytes, requested };
}

async function overCheckpoint(opened: OpenCase): Promise<{ over: TimestampOver; bytes: Uint8Array }> {
  const { treeSize, rootHash: root, note } = await releaseCheckpoint(opened, { how: "timestamp" });
  return { over: { treeSize, root }, bytes: Buffer.from(note, "utf8") };
}

async function overSource(opened: OpenCase, id: string): Promise<{ over: TimestampOver; bytes: Uint8Array }> {
  const source = findSourceId(opened, id);
  const value = opened.state.sources.get(source)?.value;
  if (value === undefined) throw new TypeError("a source that was found is in the state");
  const address = addressOf(contentOf(value));
  // Of what is encrypted the stored bytes are stamped: their hash tells an authority nothing.
  const stored = opened.state.keys.stored.get(address)?.stored ?? address;
  return { over: { source, sha256: stored }, bytes: await opened.readStored(stored) };
}

/**
 * Takes a `.tsr` or `.ots` file in: it must be over something that this case asked about, and be sound.
 *
 * @throws InquestError "case/timestamp-unknown" (input) when it is over nothing that was asked about;
 *   "case/timestamp-refused" (verification) with every fault; nothing is recorded then.
 */
export async function importTimestamp(
  opened: OpenCase,
  bytes: Uint8Array,
  trust: Trust,
): Promise<TimestampReceived> {
  const isOts = isOtsFile(bytes);
  const asked = opened.state.timestamps.requested;
  const reports = asked.map((requested) => ({ requested, ...judge(bytes, requested, { isOts, trust }) }));
  const sound = reports.find(({ status }) => status !== "invalid");
  if (sound === undefined)
    throw notTaken(
      reports.flatMap(({ faults }) => faults),
      asked.length,
    );
  const { requested, status, time, authority } = sound;
  const token = await opened.seal(bytes);
  const received: TimestampReceived = {
    over: requested.over,
    sha256: requested.sha256,
    method: isOts ? "opentimestamps" : "rfc3161",
    token,
    status: status === "complete" ? "complete" : "pending",
    ...(time === null ? {} : { time }),
    ...(authority === null ? {} : { authority }),
  };
  await opened.record([{ kind: "timestamp.received", body: { ...received } }]);
  return received;
}

/** Asks an authority that the user named, and takes its answer in. @throws as `importTimestamp`; "vault/timestamp-network". */
export async function fetchTimestamp(
  opened: OpenCase,
  {
    url,
    source,
    exchange,
    trust,
  }: {
    readonly url: string;
    readonly source: string | null;
    readonly exchange: HttpExchange;
    readonly trust: Trust;
  },
): Promise<TimestampReceived> {
  const { request } = await requestTimestamp(opened, source);
  return importTimestamp(opened, await askAuthority(url, request, exchange), trust);
}

/**
 * Has calendars that the user named promise the hash to the block chain, and takes their promises in.
 *
 * @throws as `importTimestamp`; "vault/timestamp-network".
 */
export async function fetchPromises(
  opened: OpenCase,
  {
    calendars,
    source,
    exchange,
  }: {
    readonly calendars: readonly string[];
    readonly source: string | null;
    readonly exchange: HttpExchange;
  },
): Promise<TimestampReceived> {
  const { requested } = await requestTimestamp(opened, source);
  const proof = await askCalendars(requested.sha256, calendars, opened.random, exchange);
  return importTimestamp(opened, toOtsBytes(proof), { roots: [], headers: [] });
}

/** One timestamp as it stands today. */
export interface JudgedTimestamp extends TimestampReceived {
  readonly leafIndex: number;
  /** When it was taken in, ISO. */
  readonly at: string;
  readonly judged: "complete" | "pending" | "invalid";
  /** Borne out by a root or a block header that the user brought. */
  readonly isAnchored: boolean;
  readonly faults: readonly TimestampFault[];
}

/** Every timestamp, judged anew from its sealed bytes. The newest for the same proof stands for its earlier forms. */
export async function listTimestamps(opened: OpenCase, trust: Trust): Promise<JudgedTimestamp[]> {
  const judged: JudgedTimestamp[] = [];
  for (const { value, leafIndex, at } of opened.state.timestamps.received) {
    const bytes = await opened.read(value.token);
    const requested = opened.state.timestamps.requested.findLast(
      (each) => each.sha256 === value.sha256 && nonceFits(each, bytes, value),
    ) ?? { over: value.over, sha256: value.sha256, nonce: "" };
    const isOts = value.method === "opentimestamps";
    const report = judge(bytes, requested, { isOts, trust });
    const differs = compareOver(opened, value);
    const faults = [...report.faults, ...differs];
    const status = differs.length > 0 ? "invalid" : report.status;
    judged.push({ ...value, leafIndex, at, judged: status, isAnchored: report.isAnchored, faults });
  }
  return judged;
}

/** Asks the calendars that the user named whether they know more, and takes in what is new. */
export async function upgradeTimestamps(
  opened: OpenCase,
  { calendars, exchange }: { readonly calendars: readonly string[]; readonly exchange: HttpExchange },
): Promise<readonly CalendarAnswer[]> {
  const answers: CalendarAnswer[] = [];
  for (const { value } of [...opened.state.timestamps.received]) {
    if (value.method !== "opentimestamps" || value.status === "complete") continue;
    const upgraded = await upgradeOts(readOtsFile(await opened.read(value.token)), calendars, exchange);
    answers.push(...upgraded.answers);
    if (!upgraded.answers.some(({ outcome }) => outcome === "upgraded")) continue;
    const bytes = toOtsBytes(upgraded.proof);
    const { status } = verifyOts({ bytes, sha256: value.sha256, headers: [] });
    if (status === "invalid") continue;
    const body = { ...value, token: await opened.seal(bytes), status };
    await opened.record([{ kind: "timestamp.upgraded", body }]);
  }
  return answers;
}

interface Judgement {
  readonly status: "complete" | "pending" | "invalid";
  readonly isAnchored: boolean;
  readonly faults: readonly TimestampFault[];
  readonly time: string | null;
  readonly authority: string | null;
}

function judge(
  bytes: Uint8Array,
  { sha256, nonce }: Pick<TimestampRequested, "sha256" | "nonce">,
  { isOts, trust }: { readonly isOts: boolean; readonly trust: Trust },
): Judgement {
  if (isOts) {
    const { status, isAnchored, faults, timeMs } = verifyOts({ bytes, sha256, headers: trust.headers });
    const time = timeMs === null ? null : new Date(timeMs).toISOString();
    return { status, isAnchored, faults, time, authority: null };
  }
  const expected = nonce === "" ? {} : { nonce: BigInt(`0x${nonce}`) };
  const report = verifyTimeStamp({ bytes, sha256, anchors: trust.roots, ...expected });
  const { isSound, isAnchored, faults, info, authority } = report;
  const time = info === null ? null : new Date(info.genTimeMs).toISOString();
  return { status: isSound ? "complete" : "invalid", isAnchored, faults, time, authority };
}

function nonceFits(requested: TimestampRequested, bytes: Uint8Array, { method }: TimestampReceived): boolean {
  if (method === "opentimestamps") return true;
  const trust = { roots: [], headers: [] };
  return judge(bytes, requested, { isOts: false, trust }).status === "complete";
}

/** The checkpoint or source of today must still be what was stamped. */
function compareOver(opened: OpenCase, { over, sha256 }: TimestampReceived): TimestampFault[] {
  if ("source" in over) return [];
  const { treeSize, root } = over;
  const actual = treeSize <= opened.ledger.size ? opened.ledger.rootAt(treeSize) : null;
  if (actual !== root) {
    const text = "Today's log does not continue the checkpoint that was stamped.";
    return [{ code: "vault/timestamp-imprint", text, expected: root, actual: actual ?? "a shorter log" }];
  }
  const note = readReleased(opened.dir, treeSize);
  const begins = note === null ? [] : beginningsOf(note);
  if (begins.includes(sha256)) return [];
  const text = "The note that was stamped is not kept any more as it was.";
  return [{ code: "vault/timestamp-imprint", text, expected: sha256 }];
}

/** Hashes of the note as it was at each time: cosignatures are added at its end. */
function beginningsOf(note: Uint8Array): string[] {
  const lines = Buffer.from(note).toString("utf8").split("\n");
  return lines.map((_, at) => hashOf(Buffer.from(`${lines.slice(0, at + 1).join("\n")}\n`)));
}

function hashOf(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}

function notTaken(faults: readonly TimestampFault[], asked: number): InquestError {
  const relevant = faults.filter(({ code }) => code !== "vault/timestamp-imprint");
  if (relevant.length === 0) {
    return new InquestError({
      code: "case/timestamp-unknown",
      reaction: "input",
      message: `The timestamp is over nothing that this case asked about (${asked} requests). Make a request first with inquest timestamp request.`,
      evidence: { asked },
    });
  }
  return new InquestError({
    code: "case/timestamp-refused",
    reaction: "verification",
    message: `The timestamp does not hold: ${relevant.map(({ text }) => text).join(" ")} Nothing was recorded.`,
    evidence: { faults: relevant },
  });
}
