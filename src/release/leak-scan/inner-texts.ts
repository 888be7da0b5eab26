/** What a text says once what it is written in is taken off: escapes of JSON, addresses and markup, tags. */

const ESCAPED = /\\(?:u\{([0-9a-f]{1,6})\}|u([0-9a-f]{4})|x([0-9a-f]{2})|([nrtbf"'/\\]))/giu;
const PERCENT = /(?:%[0-9a-f]{2})+/giu;
const QUOTED_PRINTABLE = /(?:=[0-9A-F]{2})+/gu;
const ENTITY = /&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|([a-z]{2,8}));/giu;
const TAG = /<[a-z!/?][^<>]*>/giu;

/** Entities of HTML that stand between or within words; those of accented letters are read by their letter. */
const NAMED: Readonly<Record<string, string>> = {
  ...{ amp: "&", lt: "<", gt: ">", quot: '"', apos: "'", nbsp: " ", ensp: " ", emsp: " ", thinsp: " " },
  ...{ zwnj: "\u200c", zwj: "\u200d", lrm: "\u200e", rlm: "\u200f", shy: "\u00ad" },
  ...{ szlig: "ß", aelig: "æ", oelig: "œ", oslash: "ø", eth: "ð", thorn: "þ" },
};

/**
 * The text without its escapes, and without its tags in two ways: with a space for each, and with nothing. Nothing where the
 * text has neither.
 */
export function* innerTexts(text: string): Generator<string> {
  const plain = withoutEscapes(text);
  if (plain !== text) yield plain;
  if (!/<[a-z!/?]/iu.test(plain)) return;
  for (const between of [" ", ""]) yield plain.replace(TAG, between);
}

/** Once more for what was escaped twice: JSON in an attribute, an address in JSON. */
function withoutEscapes(text: string): string {
  let plain = text;
  for (let round = 0; round < 3; round += 1) {
    const before = plain;
    if (plain.includes("\\")) plain = plain.replace(ESCAPED, unescapeSign);
    if (plain.includes("%")) plain = plain.replace(PERCENT, (run) => fromHex(run.replaceAll("%", ""), run));
    if (plain.includes("&")) plain = plain.replace(ENTITY, toCharacter);
    if (/=[0-9A-F]{2}/u.test(plain))
      plain = plain
        .replace(/=\r?\n/gu, "")
        .replace(QUOTED_PRINTABLE, (run) => fromHex(run.replaceAll("=", ""), run));
    if (plain === before) return plain;
  }
  return plain;
}

function unescapeSign(written: string, ...[long, four, two, sign]: readonly (string | undefined)[]): string {
  const digits = long ?? four ?? two;
  if (digits !== undefined) return fromCode(Number.parseInt(digits, 16), written);
  // A line end or a tab; any other sign stands for itself, and both part words.
  return sign !== undefined && /[nrtbf]/iu.test(sign) ? "\n" : (sign ?? written);
}

function toCharacter(written: string, ...[hex, decimal, name]: readonly (string | undefined)[]): string {
  if (hex !== undefined) return fromCode(Number.parseInt(hex, 16), written);
  if (decimal !== undefined) return fromCode(Number(decimal), written);
  const known = NAMED[name?.toLowerCase() ?? ""];
  if (known !== undefined) return known;
  const [, letter] =
    /^([a-z])(?:acute|grave|circ|uml|tilde|ring|cedil|caron|macr|breve|ogon|dot)$/iu.exec(name ?? "") ?? [];
  return letter ?? written;
}

function fromCode(code: number, written: string): string {
  // Half of a pair becomes whole beside its other half.
  return code <= 0x10ffff ? String.fromCodePoint(code) : written;
}

function fromHex(digits: string, written: string): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(Buffer.from(digits, "hex"));
  } catch {
    return written;
  }
}
