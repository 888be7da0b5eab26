/** What the codes of a PDF's fonts spell, by the maps that the file gives with them (ISO 32000-2, 9.10.3). */
import type { PdfObject } from "../../intake/index.ts";

export interface CodeMap {
  /** Bytes of one code. */
  readonly size: number;
  readonly letters: ReadonlyMap<number, string>;
}

/** A range that spans more codes than a font has glyphs is a bomb. */
const LONGEST_RANGE = 65_536;

export function readCodeMap(text: string): CodeMap {
  const letters = new Map<number, string>();
  let size = 1;
  for (const [, pairs] of text.matchAll(/beginbfchar([\s\S]*?)endbfchar/gu))
    for (const [, from = "", to = ""] of (pairs ?? "").matchAll(
      /<([0-9a-fA-F\s]+)>\s*<([0-9a-fA-F\s]*)>/gu,
    )) {
      size = Math.max(size, plain(from).length / 2);
      letters.set(Number.parseInt(plain(from), 16), spelled(to));
    }
  for (const [, ranges] of text.matchAll(/beginbfrange([\s\S]*?)endbfrange/gu))
    for (const [, from = "", to = "", first, list] of (ranges ?? "").matchAll(
      /<([0-9a-fA-F\s]+)>\s*<([0-9a-fA-F\s]+)>\s*(?:<([0-9a-fA-F\s]*)>|\[([^\]]*)\])/gu,
    )) {
      size = Math.max(size, plain(from).length / 2);
      const start = Number.parseInt(plain(from), 16);
      const end = Math.min(Number.parseInt(plain(to), 16), start + LONGEST_RANGE);
      const each = [...(list ?? "").matchAll(/<([0-9a-fA-F\s]*)>/gu)].map(([, hex]) => spelled(hex ?? ""));
      for (let code = start; code <= end; code += 1)
        letters.set(code, first === undefined ? (each[code - start] ?? "") : later(first, code - start));
    }
  return { size: Math.max(1, Math.round(size)), letters };
}

/**
 * @param bytes - a character each.
 * @param isTurned - glyphs stand from the left where the script runs from the right: the letters of each are turned too, so that
 *   the whole is the words letter by letter from their end.
 */
export function spell(bytes: string, { size, letters }: CodeMap, isTurned = false): string {
  let text = "";
  for (let at = 0; at + size <= bytes.length; at += size) {
    let code = 0;
    for (let byte = 0; byte < size; byte += 1) code = code * 256 + bytes.charCodeAt(at + byte);
    const spelt = letters.get(code) ?? "";
    text += isTurned && spelt.length > 1 ? [...spelt].reverse().join("") : spelt;
  }
  return text;
}

export interface Fonts {
  /** The maps of all fonts that the file calls by a name, of every revision of it. */
  readonly byName: ReadonlyMap<string, readonly CodeMap[]>;
  /** How many fonts number their glyphs and do not say what they spell. */
  readonly unspelled: number;
}

/** @param mapOf - the text of a stream by the number of its object. */
export function readFonts(
  objects: readonly PdfObject[],
  mapOf: (number: number) => readonly string[],
): Fonts {
  const maps = new Map<number, CodeMap[]>();
  let unspelled = 0;
  for (const { number, text } of objects) {
    if (!/\/Type\s*\/Font\b(?!D)/u.test(text)) continue;
    const [, map] = /\/ToUnicode\s+(\d+)/u.exec(text) ?? [];
    if (map === undefined) {
      if (/\/Encoding\s*\/Identity-[HV]/u.test(text)) unspelled += 1;
      continue;
    }
    maps.set(number, [...(maps.get(number) ?? []), ...mapOf(Number(map)).map(readCodeMap)]);
  }
  const byName = new Map<string, Set<CodeMap>>();
  if (maps.size > 0)
    for (const { text } of objects)
      for (const [, name = "", number] of text.matchAll(/\/([^\s/<>[\]()]+)\s+(\d+)\s+\d+\s+R\b/gu))
        for (const map of maps.get(Number(number)) ?? [])
          byName.set(name, (byName.get(name) ?? new Set()).add(map));
  return { byName: new Map([...byName].map(([name, set]) => [name, [...set]])), unspelled };
}

function plain(hex: string): string {
  return hex.replace(/\s/gu, "");
}

function spelled(hex: string): string {
  return new TextDecoder("utf-16be").decode(Buffer.from(plain(hex), "hex"));
}

/** The last unit of what the first code spells goes up by one with each code. */
function later(first: string, steps: number): string {
  const units = spelled(first);
  const last = units.charCodeAt(units.length - 1);
  return Number.isNaN(last) ? "" : units.slice(0, -1) + String.fromCharCode(last + steps);
}
