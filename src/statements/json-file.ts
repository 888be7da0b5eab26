/** JSON read strictly: a member that stands twice is refused, and the line of every entry is kept for messages. */
import { InquestError, toJsonPointer } from "../core/index.ts";
import type { EntryFile } from "./yaml-file.ts";

/** Entries stand at most so deep: `statements`, and in it the first, the second … */
const PLACED_DEPTH = 2;

/**
 * The content of a JSON text (RFC 8259).
 *
 * @throws InquestError "statements/json" with file and line when it is none, or when an object has a member twice:
 *   which of the two is meant, nobody could say.
 */
export function readJsonFile(text: string, file: string): EntryFile {
  const value = parse(text, file);
  const { places, repeated } = walkJson(text);
  if (repeated !== null) {
    const line = lineAt(text, repeated.offset);
    throw jsonError(file, line, `the member "${repeated.name}" stands twice in one object`);
  }
  return {
    value,
    lineOf(path) {
      let offset = places.get("") ?? 0;
      for (let depth = 1; depth <= path.length; depth += 1)
        offset = places.get(toJsonPointer(path.slice(0, depth))) ?? offset;
      return lineAt(text, offset);
    },
  };
}

function parse(text: string, file: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    // V8 names the position, but not at the end of the text.
    const [, position] = /at position (\d+)/u.exec(cause instanceof Error ? cause.message : "") ?? [];
    const line = lineAt(text, position === undefined ? text.length : Number(position));
    throw jsonError(file, line, "not valid JSON", cause);
  }
}

interface Walked {
  /** Where the values of the uppermost levels start, by JSON Pointer. */
  readonly places: ReadonlyMap<string, number>;
  /** The first member that stands twice in its object. */
  readonly repeated: { readonly name: string; readonly offset: number } | null;
}

/** One object or array while it is walked through. */
interface Level {
  /** Members seen so far; null in an array. */
  readonly names: Set<string> | null;
  readonly pointer: string;
  /** The member or place of the next value; null before a member's name. */
  step: string | number | null;
}

/** Goes through a text that is valid JSON, without recursion: no nesting of strangers fills the stack. */
function walkJson(text: string): Walked {
  const places = new Map<string, number>();
  const levels: Level[] = [];
  for (let at = 0; at < text.length; at += 1) {
    const sign = text[at];
    const level = levels.at(-1);
    if (sign === undefined || " \t\n\r:".includes(sign)) continue;
    if (sign === "}" || sign === "]") {
      levels.pop();
      continue;
    }
    if (sign === ",") {
      if (level !== undefined) level.step = typeof level.step === "number" ? level.step + 1 : null;
      continue;
    }
    if (sign === '"' && level !== undefined && level.names !== null && level.step === null) {
      const end = endOfString(text, at);
      const name = String(JSON.parse(text.slice(at, end + 1)));
      if (level.names.has(name)) return { places, repeated: { name, offset: at } };
      level.names.add(name);
      level.step = name;
      at = end;
      continue;
    }
    const pointer =
      level === undefined
        ? ""
        : levels.length > PLACED_DEPTH
          ? null
          : level.pointer + toJsonPointer([level.step ?? 0]);
    if (pointer !== null) places.set(pointer, at);
    if (sign === "{") levels.push({ names: new Set(), pointer: pointer ?? "", step: null });
    else if (sign === "[") levels.push({ names: null, pointer: pointer ?? "", step: 0 });
    else at = sign === '"' ? endOfString(text, at) : endOfWord(text, at);
  }
  return { places, repeated: null };
}

/** The offset of the closing quotation mark of the string that opens at `from`. */
function endOfString(text: string, from: number): number {
  for (let at = text.indexOf('"', from + 1); ; at = text.indexOf('"', at + 1)) {
    let backslashes = 0;
    while (text[at - 1 - backslashes] === "\\") backslashes += 1;
    if (backslashes % 2 === 0) return at;
  }
}

/** The offset of the last sign of a number, true, false or null. */
function endOfWord(text: string, from: number): number {
  let at = from;
  while (/[\w.+-]/u.test(text[at + 1] ?? "")) at += 1;
  return at;
}

/** The line, counted from 1, in which an offset lies. */
function lineAt(text: string, offset: number): number {
  let line = 1;
  for (let at = text.indexOf("\n"); at >= 0 && at < offset; at = text.indexOf("\n", at + 1)) line += 1;
  return line;
}

function jsonError(file: string, line: number, problem: string, cause?: unknown): InquestError {
  return new InquestError({
    code: "statements/json",
    reaction: "input",
    message: `${file}, line ${line}: ${problem}. Correct this line.`,
    cause,
    evidence: { file, entry: "the file", line, pointer: "" },
  });
}
