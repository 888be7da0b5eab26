/** Timestamps of a case: asking for them across an air gap or a network, taking them in, judging them anew. */
import { hashBytes, InquestError } from "../core/index.ts";
import { readReleased } from "../ledger/index.ts";
import { contentOf } from "../statements/index.ts";
import {
  addressOf,
  askAuthority,
  askCalendars,
  type CalendarAnswer,
  type HttpExchange,
  isOtsFile,
  mergeNodes,
  readOtsFile,
  readTokenImprint,
  type TimestampFault,
  type TimestampOver,
  type TimestampReceived,
  type TimestampRequested,
  toOtsBytes,
  toTimeStampRequest,
  upgradeOts,
} from "../vault/index.ts";
import type { OpenCase } from "./case-handle.ts";
import { findSourceId } from "./custody.ts";
import {
  hashesOfNote,
  type Judgement,
  judgeTimestamp,
  type TimestampClaim,
  type Trust,
} from "./judge-timestamps.ts";
import { releaseCheckpoint } from "./released.ts";

const NONCE_BYTES = 16;

/**
 * Makes a request and records it: over today's checkpoint, which thereby leaves the house, or over a source.
 *
 * @param source - id, key or file name; null for the checkpoint.
 * @param write - puts the request, and the bytes that it is about, where the user wants them; what it throws stops all.
 * @returns the bytes of a `.tsq` file, and the hash that an OpenTimestamps client needs.
 */
export async function requestTimestamp(
  opened: OpenCase,
  source: string | null,
  write: (request: Uint8Array, bytes: Uint8Array) => void = () => {},
): Promise<{
  readonly request: Uint8Array;
  readonly bytes: Uint8Array;
  readonly requested: TimestampRequested;
}> {
  const { over, bytes } = source === null ? await overCheckpoint(opened) : await overSource(opened, source);
  const sha256 = hashBytes(bytes);
  const nonce = opened.random(NONCE_BYTES);
  // A number with its first bit set would be written with one byte more, which old authorities refuse.
  nonce[0] = ((nonce[0] ?? 0) & 0x7f) | 0x40;
  const requested = { over, sha256, nonce: Buffer.from(nonce).toString("hex") };
  const request = toTimeStampRequest({ sha256, nonce });
  write(request, bytes);
  await opened.record([{ kind: "timestamp.requested", body: { ...requested } }]);
  return { request, bytes, requested };
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
 * Takes a `.tsr` or `.ots` file in: it must be over something that this case asked about, a checkpoint that left the
 * house or a source, and be sound. The same file again changes nothing; another OpenTimestamps proof over the same
 * bytes is joined with the one that is there.
 *
 * @throws InquestError "case/timestamp-unknown" (input) when it is over nothing of this case;
 *   "case/timestamp-refused" (verification) with every fault; nothing is recorded then.
 */
export async function importTimestamp(
  opened: OpenCase,
  bytes: Uint8Array,
  trust: Trust,
): Promise<TimestampReceived> {
  const { requested: asked, received } = opened.state.timestamps;
  const reports = claimsFor(opened, bytes).map((claim) => ({
    claim,
    ...judgeTimestamp(bytes, claim, trust),
  }));
  const sound = reports.find(({ status }) => status !== "invalid");
  if (sound === undefined)
    throw notTaken(
      reports.flatMap(({ faults }) => faults),
      asked.length,
    );
  const { over, sha256 } = sound.claim;
  const isOts = isOtsFile(bytes);
  const known = received.find(
    ({ value }) =>
      value.sha256 === sha256 &&
      (isOts ? value.method === "opentimestamps" : value.token.sha256 === hashBytes(bytes)),
  );
  if (known !== undefined && isOts) return joinProof(opened, known.value, bytes, trust);
  if (known !== undefined) return known.value;
  const token = await opened.seal(bytes);
  const method = isOts ? ("opentimestamps" as const) : ("rfc3161" as const);
  const value: TimestampReceived = { over, sha256, method, token, ...statusOf(sound) };
  await opened.record([{ kind: "timestamp.received", body: { ...value } }]);
  return value;
}

/** What the file may be over: the requests with its hash, else the thing of the case that has it. */
function claimsFor(opened: OpenCase, bytes: Uint8Array): readonly TimestampClaim[] {
  const asked = opened.state.timestamps.requested;
  const imprint = readTokenImprint(bytes);
  const fitting = asked.filter(({ sha256 }) => sha256 === imprint);
  const unasked = imprint === null || fitting.length > 0 ? null : findStamped(opened, imprint);
  if (unasked !== null) return [{ over: unasked, sha256: imprint ?? "", nonce: "" }];
  // None fits: judged against all of them, it says why.
  return fitting.length > 0 ? fitting : asked;
}

/** A checkpoint that left the house, or a source, whose bytes have this hash. */
function findStamped(opened: OpenCase, sha256: string): TimestampOver | null {
  const { releases, sources, keys } = opened.state;
  for (const { treeSize, root } of releases) {
    const note = readReleased(opened.dir, treeSize);
    if (note !== null && hashesOfNote(note).includes(sha256)) return { treeSize, root };
  }
  for (const { value } of sources.values()) {
    const address = addressOf(contentOf(value));
    if ((keys.stored.get(address)?.stored ?? address) === sha256) return { source: value.id, sha256 };
  }
  return null;
}

/** The proof with what another one over the same bytes adds to it. */
async function joinProof(
  opened: OpenCase,
  known: TimestampReceived,
  bytes: Uint8Array,
  trust: Trust,
): Promise<TimestampReceived> {
  const before = readOtsFile(await opened.read(known.token));
  const joined = toOtsBytes({ ...before, root: mergeNodes(before.root, readOtsFile(bytes).root) });
  if (hashBytes(joined) === hashBytes(toOtsBytes(before))) return known;
  const judged = judgeTimestamp(joined, { ...known, nonce: "" }, trust);
  const { over, sha256, method } = known;
  const value = { over, sha256, method, token: await opened.seal(joined), ...statusOf(judged) };
  await opened.record([{ kind: "timestamp.upgraded", body: { ...value } }]);
  return value;
}

function statusOf({
  status,
  time,
  authority,
}: Judgement): Pick<TimestampReceived, "status" | "time" | "authority"> {
  return {
    status: status === "complete" ? "complete" : "pending",
    ...(time === null ? {} : { time }),
    ...(authority === null ? {} : { authority }),
  };
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
    await joinProof(opened, value, toOtsBytes(upgraded.proof), { roots: [], headers: [] });
  }
  return answers;
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
