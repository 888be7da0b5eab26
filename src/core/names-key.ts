/** ASCII keys: the only form in which a name reaches an engine, one byte a letter (so distances count letters). */
import { InquestError } from "./errors.ts";
import { foldText } from "./names-fold.ts";

/**
 * Each letter of the folded Persian and Arabic alphabet and its byte. Latin letters, digits and the space stand
 * for themselves; what is in neither table is written `~hex;`, longer but still injective.
 */
const BYTES: readonly (readonly [letter: string, byte: string])[] = [
  ["ا", "A"],
  ["ب", "B"],
  ["پ", "P"],
  ["ت", "T"],
  ["ث", "["],
  ["ج", "J"],
  ["چ", "C"],
  ["ح", "H"],
  ["خ", "X"],
  ["د", "D"],
  ["ذ", "]"],
  ["ر", "R"],
  ["ز", "Z"],
  ["ژ", "^"],
  ["س", "S"],
  ["ش", "W"],
  ["ص", "{"],
  ["ض", "}"],
  ["ط", "|"],
  ["ظ", "_"],
  ["ع", "E"],
  ["غ", "I"],
  ["ف", "F"],
  ["ق", "Q"],
  ["ک", "K"],
  ["گ", "G"],
  ["ل", "L"],
  ["م", "M"],
  ["ن", "N"],
  ["و", "V"],
  ["ه", "O"],
  ["ی", "Y"],
  ["ء", "U"],
];
const TO_BYTE: ReadonlyMap<string, string> = new Map(BYTES);
const TO_LETTER: ReadonlyMap<string, string> = new Map(BYTES.map(([letter, byte]) => [byte, letter]));
/** ASCII that stands for itself: everything printable but the bytes of the table and the escape. */
const ITSELF = /^[a-z0-9 !-/:-@]$/;

/**
 * The folded text as printable ASCII: each Latin, Persian or Arabic letter, digit and common sign is one byte,
 * any other letter is `~hex;`. Injective on folded text: `fromAsciiKey(toAsciiKey(x)) === foldText(x)`.
 *
 * @example toAsciiKey("علی رضایی") → "ELY R}AYY"
 */
export function toAsciiKey(text: string): string {
  let key = "";
  for (const letter of foldText(text)) {
    if (ITSELF.test(letter)) key += letter;
    else key += TO_BYTE.get(letter) ?? `~${(letter.codePointAt(0) ?? 0).toString(16)};`;
  }
  return key;
}

/**
 * The folded text that a key stands for.
 *
 * @throws InquestError "core/ascii-key" when the key holds a byte that `toAsciiKey` never writes.
 */
export function fromAsciiKey(key: string): string {
  assertAsciiKey(key);
  return key.replace(/~([0-9a-f]+);|[^a-z0-9 ]/g, (byte, hex: string | undefined) =>
    hex === undefined ? (TO_LETTER.get(byte) ?? byte) : String.fromCodePoint(Number.parseInt(hex, 16)),
  );
}

/**
 * Guards the door of an engine: engines measure distance in bytes, so text beyond printable ASCII would be
 * measured wrongly without a word.
 *
 * @throws InquestError "core/ascii-key" for the first byte that is not printable ASCII.
 */
export function assertAsciiKey(key: string): void {
  for (let position = 0; position < key.length; position += 1) {
    const code = key.charCodeAt(position);
    if (code < 0x20 || code > 0x7e) {
      throw new InquestError({
        code: "core/ascii-key",
        reaction: "internal",
        message: `A key for an engine holds U+${code.toString(16).padStart(4, "0")} at ${position}; encode it with toAsciiKey first.`,
        evidence: { position, codePoint: code },
      });
    }
  }
}
