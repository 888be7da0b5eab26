/** Number formats of cells (ECMA-376-1, 18.8.31): a code such as `0.00;[Red]-0.00;"none"` taken apart. */

export type FormatToken =
  | { readonly is: "literal"; readonly text: string }
  | { readonly is: "digit"; readonly sign: "0" | "#" | "?" }
  | { readonly is: "point" | "comma" | "percent" | "general" | "text" | "slash" }
  /** `E+` and `E-`. */
  | { readonly is: "exponent"; readonly showsPlus: boolean }
  /** A run of one letter: y, m, d, h, s; n stands for minutes. */
  | { readonly is: "date"; readonly letters: string }
  /** `[h]`, `[mm]`, `[ss]`: time that goes on beyond a day. */
  | { readonly is: "elapsed"; readonly letters: string };

export interface FormatSection {
  readonly tokens: readonly FormatToken[];
  /** When it holds, as the format says; null where its place says so. */
  readonly condition: { readonly sign: string; readonly value: number } | null;
  readonly isDate: boolean;
  readonly isOtherCalendar: boolean;
}

/** At most four: positive, negative, zero, text. */
export type NumberFormat = readonly FormatSection[];

/** The formats that a file names by number only (18.8.30). Their locales differ in what is left out here: currencies, order. */
const BUILT_IN: Readonly<Record<number, string>> = {
  0: "General",
  1: "0",
  2: "0.00",
  3: "#,##0",
  4: "#,##0.00",
  5: "#,##0",
  6: "#,##0",
  7: "#,##0.00",
  8: "#,##0.00",
  9: "0%",
  10: "0.00%",
  11: "0.00E+00",
  12: "# ?/?",
  13: "# ??/??",
  14: "yyyy-mm-dd",
  15: "d-mmm-yy",
  16: "d-mmm",
  17: "mmm-yy",
  18: "h:mm AM/PM",
  19: "h:mm:ss AM/PM",
  20: "h:mm",
  21: "h:mm:ss",
  22: "yyyy-mm-dd h:mm",
  37: "#,##0;(#,##0)",
  38: "#,##0;(#,##0)",
  39: "#,##0.00;(#,##0.00)",
  40: "#,##0.00;(#,##0.00)",
  41: "#,##0",
  42: "#,##0",
  43: "#,##0.00",
  44: "#,##0.00",
  45: "mm:ss",
  46: "[h]:mm:ss",
  47: "mm:ss.0",
  48: "##0.0E+0",
  49: "@",
};

/** The code of a format that needs none in the file; undefined for one that has no meaning outside its language. */
export function builtInFormat(id: number): string | undefined {
  return BUILT_IN[id];
}

const TOKEN =
  /"([^"]*)"?|[\\!](.)|[_*].|\[([^\]]*)\]|General|AM\/PM|A\/P|E([+-])|B[12]|(y+|m+|d+|h+|s+|b+|e+|g+)|([0#?])|./gisu;

/** Calendars of a locale's number that are Gregorian in other words ([MS-LCID] and CALID: 1, 2, 9 to 12). */
const GREGORIAN: ReadonlySet<number> = new Set([0, 1, 2, 9, 10, 11, 12]);

/** Never throws: a letter without a meaning stands for itself, as programs read it. */
export function parseNumberFormat(code: string): NumberFormat {
  const sections: Draft[] = [createDraft()];
  for (const match of code.matchAll(TOKEN)) {
    const section = sections.at(-1);
    if (section === undefined) break;
    if (match[0] === ";") {
      if (sections.length === 4) break;
      sections.push(createDraft());
    } else take(match, section);
  }
  return sections.map(({ tokens, condition, isOtherCalendar }) => {
    const isDate = tokens.some(({ is }) => is === "date" || is === "elapsed");
    return { tokens: isDate ? withMinutes(tokens) : tokens, condition, isDate, isOtherCalendar };
  });
}

interface Draft {
  readonly tokens: FormatToken[];
  condition: FormatSection["condition"];
  isOtherCalendar: boolean;
}

function createDraft(): Draft {
  return { tokens: [], condition: null, isOtherCalendar: false };
}

const SIGNS: Readonly<Record<string, FormatToken>> = {
  ".": { is: "point" },
  ",": { is: "comma" },
  "%": { is: "percent" },
  "@": { is: "text" },
  "/": { is: "slash" },
  general: { is: "general" },
};

function take(match: RegExpExecArray, section: Draft): void {
  const [whole, quoted, escaped, bracket, exponent, letters, digit] = match;
  const { tokens } = section;
  const known = SIGNS[whole.toLowerCase()];
  if (known !== undefined) tokens.push(known);
  else if (bracket !== undefined) takeBracket(bracket, section);
  else if (exponent !== undefined) tokens.push({ is: "exponent", showsPlus: exponent === "+" });
  else if (digit === "0" || digit === "#" || digit === "?") tokens.push({ is: "digit", sign: digit });
  else if (letters !== undefined) takeLetters(letters.toLowerCase(), section);
  else if (/^b[12]$/iu.test(whole)) section.isOtherCalendar ||= whole.endsWith("2");
  // Widths and fills are room, not signs; of AM and PM the day's half is told by the hour.
  else if (/^(?:[_*]|am\/pm$|a\/p$)/iu.test(whole) && quoted === undefined) return;
  else tokens.push({ is: "literal", text: quoted ?? escaped ?? whole });
}

/** b: years of the Buddha; e and g: years and names of eras. All of them are years of a day. */
function takeLetters(letters: string, section: Draft): void {
  const isEra = /[beg]/u.test(letters);
  section.isOtherCalendar ||= isEra;
  section.tokens.push({ is: "date", letters: isEra ? "yyyy" : letters });
}

function takeBracket(inner: string, section: Draft): void {
  const [, sign, value] = /^\s*(<=|>=|<>|=|<|>)\s*(-?[\d.]+(?:E[+-]?\d+)?)\s*$/iu.exec(inner) ?? [];
  if (sign !== undefined) section.condition = { sign, value: Number(value) };
  else if (/^(?:h+|m+|s+)$/iu.test(inner))
    section.tokens.push({ is: "elapsed", letters: inner.toLowerCase() });
  else if (inner.startsWith("$")) {
    const [, text = "", locale = ""] = /^\$([^-]*)(?:-(.*))?$/u.exec(inner) ?? [];
    if (text !== "") section.tokens.push({ is: "literal", text });
    section.isOtherCalendar ||= hasOtherCalendar(locale);
  }
}

/** `1160000` (numerals, calendar and language by numbers) or `fa-IR,96` (a language and its calendar). */
function hasOtherCalendar(locale: string): boolean {
  const [, named] = /^[A-Za-z]{2,8}(?:-[A-Za-z0-9]+)*,([0-9A-Fa-f]+)$/u.exec(locale) ?? [];
  if (named !== undefined) return !GREGORIAN.has(Number.parseInt(named, 16) & 0xff);
  return /^[0-9A-Fa-f]{5,8}$/u.test(locale) && !GREGORIAN.has((Number.parseInt(locale, 16) >>> 16) & 0xff);
}

/** m means minutes behind hours and before seconds, else months. */
function withMinutes(tokens: readonly FormatToken[]): FormatToken[] {
  const parts = tokens.flatMap((token, at) =>
    token.is === "date" || token.is === "elapsed" ? [{ at, letter: token.letters.slice(0, 1) }] : [],
  );
  const minutes = new Set(
    parts.flatMap(({ at, letter }, index) =>
      letter === "m" && (parts[index - 1]?.letter === "h" || parts[index + 1]?.letter === "s") ? [at] : [],
    ),
  );
  return tokens.map((token, at) =>
    token.is === "date" && minutes.has(at)
      ? { is: "date", letters: "n".repeat(token.letters.length) }
      : token,
  );
}
