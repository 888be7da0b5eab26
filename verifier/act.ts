/** An act as docs/formats/ledger.md describes it, read from the bytes of its entry. */
import { readBase64, readUtf8 } from "./bytes.ts";
import { isObject, type JsonObject, readCanonical } from "./canonical.ts";

const MAX_ENTRY_BYTES = 61_440;
const MAX_DEPTH = 64;

export interface Act {
  readonly case: string;
  readonly id: string;
  readonly at: string;
  readonly actor: string;
  readonly device: string;
  readonly kind: string;
  readonly body: JsonObject;
  readonly signature: Buffer;
  /** What the signature is over: the entry without `sig`. */
  readonly signed: Buffer;
}

const PATTERNS = {
  actor: /^(?=.{1,64}$)[a-z0-9]+(?:[._-][a-z0-9]+)*$/u,
  at: /^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}\.[0-9]{3}Z$/u,
  case: /^.{1,128}$/su,
  device: /^ed25519-[0-9a-f]{32}$/u,
  id: /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/u,
  kind: /^(?=.{1,64}$)[a-z]+(?:-[a-z]+)*(?:\.[a-z]+(?:-[a-z]+)*)+$/u,
};

const MEMBERS = "actor at body case device id kind sig v";

/** How every entry ends, since its members are sorted. */
const END = /,"sig":"[^"]{88}","v":1\}$/u;

export function readAct(entry: Buffer): { readonly act: Act } | { readonly fault: string } {
  if (entry.length > MAX_ENTRY_BYTES) return { fault: `${entry.length} bytes; at most ${MAX_ENTRY_BYTES}` };
  const text = readUtf8(entry);
  if (text === null) return { fault: "not UTF-8" };
  const read = readCanonical(text, MAX_DEPTH);
  if ("fault" in read) return read;
  const { value } = read;
  if (!isObject(value) || Object.keys(value).join(" ") !== MEMBERS || value.v !== 1)
    return { fault: `not exactly the members ${MEMBERS} of version 1` };
  const { body, sig } = value;
  const texts: Record<keyof typeof PATTERNS, string> = {
    actor: "",
    at: "",
    case: "",
    device: "",
    id: "",
    kind: "",
  };
  for (const name of Object.keys(PATTERNS) as (keyof typeof PATTERNS)[]) {
    const member = value[name];
    if (typeof member !== "string" || !PATTERNS[name].test(member))
      return { fault: `${name} has another form` };
    texts[name] = member;
  }
  if (!isObject(body)) return { fault: "body is no object" };
  const signature = typeof sig === "string" ? readBase64(sig) : null;
  if (signature?.length !== 64 || !END.test(text)) return { fault: "sig is not 64 bytes in base64" };
  const milliseconds = Number.parseInt(texts.id.replace("-", "").slice(0, 12), 16);
  if (!isTime(texts.at, milliseconds)) return { fault: "at is no time, or not the time of the id" };
  return { act: { ...texts, body, signature, signed: Buffer.from(text.replace(END, ',"v":1}'), "utf8") } };
}

/** Whether the text is the one of this moment; the calendar is checked by writing the moment again. */
function isTime(at: string, milliseconds: number): boolean {
  const moment = new Date(milliseconds);
  return !Number.isNaN(moment.getTime()) && moment.toISOString() === at;
}
