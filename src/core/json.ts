/** JSON values and their canonical form (RFC 8785, JSON Canonicalization Scheme). */
import { InquestError } from "./errors.ts";

export type JsonValue =
  | null
  | boolean
  | number
  | string
  | readonly JsonValue[]
  | { readonly [key: string]: JsonValue | undefined };

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
  if (value === null || typeof value === "boolean") return String(value);
  if (typeof value === "number") return toCanonicalNumber(value);
  if (typeof value === "string") return toCanonicalString(value);
  if (isJsonArray(value)) return `[${value.map((item) => toCanonicalJson(item)).join(",")}]`;
  const members: string[] = [];
  for (const key of Object.keys(value).sort()) {
    const member = value[key];
    if (member !== undefined) members.push(`${toCanonicalString(key)}:${toCanonicalJson(member)}`);
  }
  return `{${members.join(",")}}`;
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

function toCanonicalString(text: string): string {
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
