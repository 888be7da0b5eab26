/**
 * Canonical JSON (RFC 8785) read as a grammar of its own: whatever the canonical form would not write is
 * refused where it stands, so nothing is parsed loosely and compared afterwards.
 */

export type Json = null | boolean | number | string | readonly Json[] | JsonObject;
/** Without a prototype: a member may have any name. */
export type JsonObject = { readonly [name: string]: Json };

export type CanonicalReading = { readonly value: Json } | { readonly fault: string };

/**
 * A string as section 3.2.2.2 writes it: short escapes where JSON has them, lower-case \u00xx for the rest.
 * One character a turn: a group that could be split in several ways would take exponential time to fail.
 */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must be escaped.
const STRING = /"(?:[^"\\\u0000-\u001f]|\\(?:["\\bfnrt]|u00(?:0[0-7bef]|1[0-9a-f])))*"/uy;
const NUMBER = /-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:e[+-][0-9]+)?/uy;

class NotCanonical extends Error {}

/**
 * @param text - decoded from valid UTF-8, which has no lone surrogates.
 * @param maxDepth - of objects and arrays; the outermost is depth 1.
 */
export function readCanonical(text: string, maxDepth: number): CanonicalReading {
  let at = 0;

  function refuse(what: string): never {
    throw new NotCanonical(`${what} at character ${at}`);
  }

  function take(pattern: RegExp): string | null {
    pattern.lastIndex = at;
    const found = pattern.exec(text)?.[0];
    if (found === undefined) return null;
    at += found.length;
    return found;
  }

  function isNext(word: string): boolean {
    if (!text.startsWith(word, at)) return false;
    at += word.length;
    return true;
  }

  function string(): string {
    const raw = take(STRING) ?? refuse("no string in canonical form");
    return raw.includes("\\") ? String(JSON.parse(raw)) : raw.slice(1, -1);
  }

  function number(): number {
    const raw = take(NUMBER) ?? refuse("no value");
    const value = Number(raw);
    // The text must be the one that ECMAScript gives to the number (section 3.2.2.3): -0, 1.0 and 1e400 are not.
    return String(value) === raw ? value : refuse(`${raw} is no number in canonical form`);
  }

  function object(depth: number): JsonObject {
    const members: Record<string, Json> = Object.create(null);
    if (isNext("}")) return members;
    let last: string | null = null;
    do {
      const name = string();
      // JavaScript compares strings by UTF-16 code units, as section 3.2.3 asks.
      if (last !== null && name <= last) refuse(`member "${name}" is out of order or stands twice`);
      if (!isNext(":")) refuse("no colon");
      members[name] = value(depth);
      last = name;
    } while (isNext(","));
    return isNext("}") ? members : refuse("no end of an object");
  }

  function array(depth: number): readonly Json[] {
    const items: Json[] = [];
    if (isNext("]")) return items;
    do items.push(value(depth));
    while (isNext(","));
    return isNext("]") ? items : refuse("no end of an array");
  }

  function value(depth: number): Json {
    const first = text.charAt(at);
    if (first === '"') return string();
    if (first === "{" || first === "[") {
      if (depth >= maxDepth) refuse(`nested deeper than ${maxDepth}`);
      at += 1;
      return first === "{" ? object(depth + 1) : array(depth + 1);
    }
    if (isNext("true")) return true;
    if (isNext("false")) return false;
    if (isNext("null")) return null;
    return number();
  }

  try {
    const read = value(0);
    if (at !== text.length) refuse("more than one value");
    return { value: read };
  } catch (error) {
    if (error instanceof NotCanonical) return { fault: error.message };
    throw error;
  }
}

export function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Whether two values are one, members in any order. */
export function isSame(left: Json | undefined, right: Json | undefined): boolean {
  if (Array.isArray(left) && Array.isArray(right))
    return left.length === right.length && left.every((item, index) => isSame(item, right[index]));
  if (!isObject(left) || !isObject(right)) return left === right;
  const names = Object.keys(left);
  return names.length === Object.keys(right).length && names.every((name) => isSame(left[name], right[name]));
}
