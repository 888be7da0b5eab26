/** JSON that people and programs write, read as YAML would read it, with the line of every entry, at the speed of JSON. */

export interface JsonFile {
  readonly value: unknown;
  /** The line at which the value at a path starts, or the last part of the path that is there. */
  lineOf(path: readonly (string | number)[]): number | null;
}

/**
 * The content of a JSON text; null when it is none, or when a member stands twice in one object, which JSON.parse
 * passes over in silence: the reader of YAML, of which JSON is a part, says what is wrong and where.
 */
export function readJsonFile(text: string): JsonFile | null {
  if (!/^\s*[{[]/.test(text)) return null;
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return null;
  }
  if (countWrittenMembers(text) !== countMembers(value)) return null;
  return { value, lineOf: (path) => lineAt(text, offsetOf(text, path)) };
}

/** Strings with a colon after them. */
function countWrittenMembers(text: string): number {
  let count = 0;
  for (let at = text.indexOf('"'); at >= 0; at = text.indexOf('"', at)) {
    at = endOfString(text, at);
    if (text[skipSpace(text, at)] === ":") count += 1;
  }
  return count;
}

function countMembers(value: unknown): number {
  if (typeof value !== "object" || value === null) return 0;
  let count = 0;
  if (Array.isArray(value)) {
    for (const item of value) count += countMembers(item);
    return count;
  }
  for (const member of Object.values(value)) count += 1 + countMembers(member);
  return count;
}

/** Where the value at a path of a valid JSON text starts; where the path leads nowhere, the value that holds its end. */
function offsetOf(text: string, path: readonly (string | number)[]): number {
  let start = skipSpace(text, 0);
  for (const step of path) {
    const found = valueIn(text, start, step);
    if (found === null) return start;
    start = found;
  }
  return start;
}

/** The start of a member or item of the object or list that starts here; null when it has none. */
function valueIn(text: string, start: number, step: string | number): number | null {
  const isObject = text[start] === "{";
  if (!isObject && text[start] !== "[") return null;
  let at = skipSpace(text, start + 1);
  for (let index = 0; text[at] !== "}" && text[at] !== "]"; index++) {
    let name: unknown = index;
    if (isObject) {
      const end = endOfString(text, at);
      name = JSON.parse(text.slice(at, end));
      // After the colon.
      at = skipSpace(text, skipSpace(text, end) + 1);
    }
    if (name === step) return at;
    at = skipSpace(text, endOfValue(text, at));
    if (text[at] === ",") at = skipSpace(text, at + 1);
  }
  return null;
}

/** The offset after the value that starts here. */
function endOfValue(text: string, start: number): number {
  let depth = 0;
  for (let at = start; ; ) {
    const letter = text[at];
    if (letter === '"') at = endOfString(text, at);
    else if (letter === "{" || letter === "[") {
      depth += 1;
      at += 1;
    } else if (letter === "}" || letter === "]") {
      depth -= 1;
      at += 1;
    } else if (letter === "," || letter === ":" || /\s/.test(letter ?? " ")) at += 1;
    else at = endOfWord(text, at);
    if (depth === 0) return at;
  }
}

/** The offset after the closing quote of the string that starts here. */
function endOfString(text: string, start: number): number {
  let at = text.indexOf('"', start + 1);
  while (isEscaped(text, at)) at = text.indexOf('"', at + 1);
  return at + 1;
}

/** Whether an odd number of backslashes stands before. */
function isEscaped(text: string, at: number): boolean {
  let before = at;
  while (text[before - 1] === "\\") before -= 1;
  return (at - before) % 2 === 1;
}

/** Numbers, true, false, null. */
function endOfWord(text: string, start: number): number {
  let at = start;
  while (/[\w.+-]/.test(text[at] ?? "")) at += 1;
  return at;
}

function skipSpace(text: string, start: number): number {
  let at = start;
  while (text[at] === " " || text[at] === "\n" || text[at] === "\r" || text[at] === "\t") at += 1;
  return at;
}

/** Counted from 1. */
function lineAt(text: string, offset: number): number {
  let line = 1;
  for (let at = text.indexOf("\n"); at >= 0 && at < offset; at = text.indexOf("\n", at + 1)) line += 1;
  return line;
}
