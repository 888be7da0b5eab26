/** An act: one signed change to a case, and its bytes in the log (canonical JSON, RFC 8785). */
import { z } from "zod";
import { InquestError, type JsonValue, toCanonicalJson } from "../core/index.ts";
import { decodeBase64, encodeBase64 } from "./base64.ts";

/** Largest entry in bytes. Below the 65,535 of a C2SP entry bundle, with room for what may wrap it later. */
export const MAX_ENTRY_BYTES = 60 * 1024;

/** Deepest nesting of an entry; the act itself is depth 1. Keeps every reader's stack safe. */
const MAX_DEPTH = 64;

const SIGNATURE_BYTES = 64;

/** The body of an act: a JSON object. Rooms that own a kind parse it with their own schema. */
export type ActBody = { readonly [key: string]: JsonValue | undefined };

/** Who acts: lower-case ASCII, so that it is also a safe file name. */
export const ActorId = z
  .string()
  .max(64)
  .regex(/^[a-z0-9]+([._-][a-z0-9]+)*$/u, "must be lower-case ASCII words joined by . _ or -");

export const Act = z.strictObject({
  /** Version of this format. */
  v: z.literal(1),
  /** Id of the case; an act copied into another case's log is refused. */
  case: z.string().min(1).max(128),
  /** UUIDv7 whose time is that of `at`, so that a repeated act is found without remembering them all. */
  id: z.string().regex(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/u),
  /** UTC with milliseconds; never earlier than that of the act before. Claimed by the actor, not proven. */
  at: z.string().regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/u),
  actor: ActorId,
  /** The enrolled key that signs: `toDeviceId` of its public half. */
  device: z.string().regex(/^ed25519-[0-9a-f]{32}$/u),
  /** What happened, in the past tense: `source.sealed`. */
  kind: z
    .string()
    .max(64)
    .regex(/^[a-z]+(-[a-z]+)*(\.[a-z]+(-[a-z]+)*)+$/u),
  body: z.custom<ActBody>((value) => typeof value === "object" && value !== null && !Array.isArray(value)),
  /** Ed25519 over the canonical JSON of all other members: 64 bytes in standard base64. */
  sig: z.string().length(88),
});
export type Act = z.infer<typeof Act>;

/** What of an act its author gives. Made once: zod compiles a schema when it first parses. */
const DraftSchema = Act.pick({ kind: true, body: true });

/** An act as its author gives it: the log adds case, id, time, actor, device and signature. */
export interface ActDraft {
  readonly kind: string;
  readonly body: ActBody;
}

/** An act and its place in the log. */
export interface RecordedAct {
  readonly leafIndex: number;
  readonly act: Act;
}

/** The entry of an act: the bytes that are hashed as a leaf. */
export function toEntry(act: Act): Uint8Array {
  return Buffer.from(toCanonicalJson(act), "utf8");
}

/** The bytes that `sig` signs: the canonical JSON of the act without it. */
export function toSignedBytes(act: Omit<Act, "sig">): Uint8Array {
  return Buffer.from(toCanonicalJson({ ...act, sig: undefined }), "utf8");
}

/** Where `sig` stands among the sorted members: before the last one, `v`. */
const LAST_MEMBER = '"v":1}';

/** Bytes of `"sig":"…",` before the last member. */
const SIG_MEMBER_BYTES = '"sig":"",'.length + 88;

/** The same bytes, cut from an entry in canonical form. */
export function toSignedPart(entry: Uint8Array): Uint8Array {
  const end = entry.length - LAST_MEMBER.length;
  return Buffer.concat([entry.subarray(0, end - SIG_MEMBER_BYTES), entry.subarray(end)]);
}

/**
 * The text that is signed: canonical JSON of the act without `sig`. The members stand in the order that RFC 8785 sorts
 * them into; written out, since sorting each act takes longer.
 */
export function toUnsignedText(act: Omit<Act, "sig">): string {
  const { actor, at, body, case: caseId, device, id, kind } = act;
  const [who, when, what, where] = [actor, at, body, caseId].map((member) => toCanonicalJson(member));
  const rest = `"device":"${device}","id":"${id}","kind":${toCanonicalJson(kind)}`;
  return `{"actor":${who},"at":${when},"body":${what},"case":${where},${rest},${LAST_MEMBER}`;
}

/** An act and its bytes in the log. */
export interface SignedAct {
  readonly act: Act;
  readonly entry: Uint8Array;
}

/**
 * The act with its signature. What is signed is the entry without `sig`, so the signature is put in its place;
 * writing the whole again would cost as much as signing.
 *
 * @param signedBytes - the text of the unsigned act in UTF-8.
 */
export function withSignature(
  act: Omit<Act, "sig">,
  signedBytes: Uint8Array,
  signature: Uint8Array,
): SignedAct {
  const sig = encodeBase64(signature);
  const head = signedBytes.length - LAST_MEMBER.length;
  const entry = Buffer.allocUnsafe(signedBytes.length + SIG_MEMBER_BYTES);
  entry.set(signedBytes.subarray(0, head));
  entry.write(`"sig":"${sig}",${LAST_MEMBER}`, head, "latin1");
  return { act: { ...act, sig }, entry };
}

/** The same in one step, signed on this thread. */
export function toSignedAct(act: Omit<Act, "sig">, sign: (bytes: Uint8Array) => Uint8Array): SignedAct {
  const bytes = Buffer.from(toUnsignedText(act), "utf8");
  return withSignature(act, bytes, sign(bytes));
}

/**
 * Checks a draft before anything is signed or written.
 *
 * @throws InquestError "ledger/act-invalid" for a kind or body that no act may have. Its size is checked when
 *   the entry exists: see `requireEntrySize`.
 */
export function requireDraft(draft: ActDraft): void {
  const parsed = DraftSchema.safeParse({ kind: draft.kind, body: draft.body });
  if (!parsed.success) throw invalidDraft(draft.kind, issuesOf(parsed.error));
  // One level less than a whole entry, since the body is a member of the act.
  if (isDeeperThan(draft.body, MAX_DEPTH - 1))
    throw invalidDraft(draft.kind, `nested deeper than ${MAX_DEPTH}`);
}

/** @throws InquestError "ledger/act-too-large" above 60 KiB. */
export function requireEntrySize(entry: Uint8Array, kind: string): void {
  if (entry.length <= MAX_ENTRY_BYTES) return;
  throw new InquestError({
    code: "ledger/act-too-large",
    reaction: "input",
    message: `An act of kind ${kind} would take ${entry.length} bytes; at most ${MAX_ENTRY_BYTES} fit. Seal the content as a blob and name its hash in the act.`,
    evidence: { kind, sizeBytes: entry.length, maxBytes: MAX_ENTRY_BYTES },
  });
}

/**
 * The act that an entry holds, or why it is none.
 *
 * JSON.parse forgives what a log must not: of two members with one name it keeps the last, and it rounds
 * large integers. So the value is written again and must give the same bytes.
 */
export function parseEntry(entry: Uint8Array): { readonly act: Act } | { readonly fault: string } {
  if (entry.length > MAX_ENTRY_BYTES) return { fault: `${entry.length} bytes, more than ${MAX_ENTRY_BYTES}` };
  const parsed = Act.safeParse(parseJson(entry));
  if (!parsed.success) return { fault: issuesOf(parsed.error) };
  const act = parsed.data;
  if (isDeeperThan(act, MAX_DEPTH)) return { fault: `nested deeper than ${MAX_DEPTH}` };
  if (!isCanonical(act, entry)) return { fault: "not in the canonical form of RFC 8785" };
  if (decodeBase64(act.sig)?.length !== SIGNATURE_BYTES) return { fault: "sig: not 64 bytes in base64" };
  if (!isTimeOf(act)) return { fault: `at: ${act.at} is no time, or not that of the id ${act.id}` };
  return { act };
}

/** The value of the text, or undefined, which no schema accepts. */
function parseJson(entry: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(entry));
  } catch {
    return undefined;
  }
}

function isCanonical(act: Act, entry: Uint8Array): boolean {
  try {
    return Buffer.compare(toEntry(act), entry) === 0;
  } catch {
    return false;
  }
}

/** Whether `at` exists in the calendar and its milliseconds are the first 48 bits of the id. */
function isTimeOf({ at, id }: Act): boolean {
  const atMs = Date.parse(at);
  if (Number.isNaN(atMs) || new Date(atMs).toISOString() !== at) return false;
  return Number.parseInt(id.slice(0, 8) + id.slice(9, 13), 16) === atMs;
}

function isDeeperThan(value: unknown, depth: number): boolean {
  if (typeof value !== "object" || value === null) return false;
  if (depth === 0) return true;
  return Object.values(value).some((member) => isDeeperThan(member, depth - 1));
}

function issuesOf(error: z.ZodError): string {
  return error.issues.map((issue) => `${issue.path.join(".") || "entry"}: ${issue.message}`).join("; ");
}

function invalidDraft(kind: string, fault: string): InquestError {
  return new InquestError({
    code: "ledger/act-invalid",
    reaction: "internal",
    message: `An act of kind "${kind}" cannot be recorded (${fault}). Kinds are lower-case words joined by dots, bodies are JSON objects.`,
    evidence: { kind, fault },
  });
}
