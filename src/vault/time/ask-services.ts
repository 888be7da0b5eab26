/** Asking time-stamping authorities (RFC 3161, 3.4) and OpenTimestamps calendars over HTTP. */
import { createHash } from "node:crypto";
import { InquestError, type Sha256Hex } from "../../core/index.ts";
import { type HttpExchange, unreachable } from "./http-exchange.ts";
import { readOtsNode } from "./ots-file.ts";
import { mergeNodes, type OtsNode, type OtsProof } from "./ots-proof.ts";

const OTS_TYPE = "application/vnd.opentimestamps.v1";
const CALENDAR_NONCE_BYTES = 16;

/**
 * Sends a request and gives the answer's bytes, unread.
 *
 * @throws InquestError "vault/timestamp-network"; "vault/timestamp-url".
 */
export async function askAuthority(
  url: string,
  request: Uint8Array,
  exchange: HttpExchange,
): Promise<Uint8Array> {
  const { status, type, bytes } = await exchange({
    url,
    body: { type: "application/timestamp-query", bytes: request },
    accept: "application/timestamp-reply",
  });
  if (status !== 200) throw unreachable(url, `HTTP status ${status}`);
  if (type !== "application/timestamp-reply") throw unreachable(url, `an answer of type "${type}"`);
  return bytes;
}

/**
 * Has calendars promise a hash to the block chain. They see a hash of it with random bytes, not the hash itself.
 *
 * @param random - 16 random bytes for each calendar.
 * @throws InquestError "vault/timestamp-network", "vault/timestamp-url", "vault/timestamp-malformed".
 */
export async function askCalendars(
  sha256: Sha256Hex,
  calendars: readonly string[],
  random: (sizeBytes: number) => Uint8Array,
  exchange: HttpExchange,
): Promise<OtsProof> {
  const message = new Uint8Array(Buffer.from(sha256, "hex"));
  let root: OtsNode = { message, attestations: [], branches: [] };
  for (const calendar of calendars) {
    const nonce = random(CALENDAR_NONCE_BYTES);
    const joined = Buffer.concat([message, nonce]);
    const digest = new Uint8Array(createHash("sha256").update(joined).digest());
    const url = `${trim(calendar)}/digest`;
    const body = { type: "application/octet-stream", bytes: digest };
    const { status, bytes } = await exchange({ url, body, accept: OTS_TYPE });
    if (status !== 200) throw unreachable(url, `HTTP status ${status}`);
    const hashed: OtsNode = {
      message: joined,
      attestations: [],
      branches: [{ operation: { name: "sha256" }, node: readOtsNode(bytes, digest) }],
    };
    const branches = [{ operation: { name: "append" as const, bytes: nonce }, node: hashed }];
    root = mergeNodes(root, { message, attestations: [], branches });
  }
  return { hash: "sha256", root };
}

/** What became of one promise. */
export interface CalendarAnswer {
  readonly calendar: string;
  /** not-allowed: the user did not name this calendar, so it was not asked. */
  readonly outcome: "upgraded" | "still-pending" | "not-allowed" | "failed";
  readonly text: string;
}

/**
 * Asks each calendar that promised something whether it is done, if the user named that calendar. Answers are
 * put into the tree where their promise stands; promises stay.
 */
export async function upgradeOts(
  proof: OtsProof,
  calendars: readonly string[],
  exchange: HttpExchange,
): Promise<{ readonly proof: OtsProof; readonly answers: readonly CalendarAnswer[] }> {
  const answers: CalendarAnswer[] = [];
  const allowed = calendars.map(trim);
  const upgrade = async (node: OtsNode): Promise<OtsNode> => {
    let upgraded: OtsNode = { ...node, branches: [] };
    for (const { operation, node: below } of node.branches)
      upgraded = { ...upgraded, branches: [...upgraded.branches, { operation, node: await upgrade(below) }] };
    for (const attestation of node.attestations) {
      if (attestation.kind !== "pending" || node.message === null) continue;
      const calendar = trim(attestation.uri);
      if (!allowed.includes(calendar)) {
        answers.push({ calendar, outcome: "not-allowed", text: "not among the calendars that were named" });
        continue;
      }
      const { answer, found } = await askAgain(calendar, node.message, exchange);
      const merged = found === null ? upgraded : mergeNodes(upgraded, found);
      const isNews = JSON.stringify(merged) !== JSON.stringify(upgraded);
      answers.push(
        found === null || isNews ? answer : { ...answer, outcome: "still-pending", text: "no news" },
      );
      upgraded = merged;
    }
    return upgraded;
  };
  return { proof: { ...proof, root: await upgrade(proof.root) }, answers };
}

async function askAgain(
  calendar: string,
  message: Uint8Array,
  exchange: HttpExchange,
): Promise<{ readonly answer: CalendarAnswer; readonly found: OtsNode | null }> {
  const url = `${calendar}/timestamp/${Buffer.from(message).toString("hex")}`;
  try {
    const { status, bytes } = await exchange({ url, accept: OTS_TYPE });
    if (status === 404)
      return { answer: { calendar, outcome: "still-pending", text: "not in a block yet" }, found: null };
    if (status !== 200) throw unreachable(url, `HTTP status ${status}`);
    return { answer: { calendar, outcome: "upgraded", text: "" }, found: readOtsNode(bytes, message) };
  } catch (error) {
    if (!(error instanceof InquestError)) throw error;
    return { answer: { calendar, outcome: "failed", text: error.message }, found: null };
  }
}

function trim(url: string): string {
  return url.replace(/\/+$/u, "");
}
