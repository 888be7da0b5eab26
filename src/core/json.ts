/** JSON values and their canonical form (RFC 8785, JSON Canonicalization Scheme). */
import { InquestError } from "./errors.ts";

export type JsonValue =
  | null
  | boolean
  | number
  | string
  | readonly JsonValue[]
  | { readonly [key: string]: JsonValue | undefined };

/** A copy of a value as JSON holds it: what has no JSON form, such as a member that is undefined, is left out. */
export function toPlainJson(value: object): JsonValue {
  const copy: JsonValue = JSON.parse(JSON.stringify(value));
  return copy;
}

/**
 * The canonical text of a value: members sorted by UTF-16 code units, no white space, ECMAScript
 * numbers (RFC 8785, section 3.2). Members whose value is undefined are left out.
 *
 * Departs from lenient implementations where RFC 8785 section 3.1 demands I-JSON (RFC 7493): lone
 * surrogates and non-finite numbers are refused instead of being written as something else.
 *
 * @throws InquestError "core/json-lone-surrogate" or "core/json-number".
 */
export function toCanonicalJson(value: JsonValue): string {
  if (typeof value === "string") return toCanonicalString(value);
  if (value === null || typeof value === "boolean") return String(value);
  if (typeof value === "number") return toCanonicalNumber(value);
  let inner = "";
  if (isJsonArray(value)) {
    for (const item of value) inner += `${inner === "" ? "" : ","}${toCanonicalJson(item)}`;
    return `[${inner}]`;
  }
  for (const key of sortedKeys(value)) {
    const member = value[key];
    if (member === undefined) continue;
    inner += `${inner === "" ? "" : ","}${toCanonicalString(key)}:${toCanonicalJson(member)}`;
  }
  return `{${inner}}`;
}

/** Sorting takes longer than seeing that the keys are in order, as those of most acts are. */
function sortedKeys(value: object): string[] {
  const keys = Object.keys(value);
  for (let index = 1; index < keys.length; index++)
    if ((keys[index] ?? "") < (keys[index - 1] ?? "")) return keys.sort();
  return keys;
}

function isJsonArray(value: JsonValue): value is readonly JsonValue[] {
  return Array.isArray(value);
}

function toCanonicalNumber(value: number): string {
  if (!Number.isFinite(value)) {
    throw new InquestError({
      code: "core/json-number",
      reaction: "internal",
      message: `The number ${value} has no JSON form; leave the member out instead.`,
    });
  }
  // ECMAScript's own number text is what RFC 8785 section 3.2.2.3 prescribes; it also writes -0 as 0.
  return JSON.stringify(value);
}

/** Neither what must be escaped nor what may be half of a pair: most texts are such, and are written as they are. */
const PLAIN = /^[ !#-[\]-\ud7ff\ue000-\uffff]*$/;

function toCanonicalString(text: string): string {
  if (PLAIN.test(text)) return `"${text}"`;
  if (!text.isWellFormed()) {
    throw new InquestError({
      code: "core/json-lone-surrogate",
      reaction: "input",
      message: "A text holds half of a surrogate pair and cannot be stored; re-encode its file as UTF-8.",
    });
  }
  return JSON.stringify(text);
}

/**
 * A path into a JSON value as a JSON Pointer (RFC 6901).
 *
 * @example toJsonPointer(["statements", 3, "quote"]) // "/statements/3/quote"
 */
export function toJsonPointer(path: readonly PropertyKey[]): string {
  return path.map((step) => `/${String(step).replaceAll("~", "~0").replaceAll("/", "~1")}`).join("");
}

/** The value of a JSON text; undefined, which no schema accepts, when it is none. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
