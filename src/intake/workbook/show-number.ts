/** The text of a number cell by its format: what the file settles is kept, what depends on who looks is not. */
import type { CellMark } from "../../core/index.ts";
import { roundDecimal, toDecimal, toPlainNumber } from "./decimal.ts";
import type { FormatSection, FormatToken, NumberFormat } from "./number-format.ts";
import { type DateSystem, momentOfIso, momentOfSerial } from "./serial-day.ts";
import { showMoment } from "./show-moment.ts";

export interface ShownCell {
  readonly text: string;
  readonly marks: readonly CellMark[];
}

/**
 * A number as its sheet shows it: decimals, leading zeros, signs and words of the format are kept; grouping is left out
 * and the point is a point, digits are Latin, since those follow the settings of whoever opens the file.
 *
 * @param stored - the number as the file has it.
 */
export function showNumber(stored: string, format: NumberFormat, system: DateSystem): ShownCell {
  const plain = toPlainNumber(stored);
  const value = Number(stored);
  const chosen = chooseSection(format, value);
  if (chosen === null) return { text: plain, marks: ["unformatted"] };
  const { section, isSigned } = chosen;
  if (section.isDate) return showMoment(momentOfSerial(value, system), section, { plain, serial: value });
  if (section.tokens.every((token) => token.is === "literal" && token.text.trim() === ""))
    return { text: plain, marks: ["hidden"] };
  const text = fillSection(section.tokens, value, { plain, isSigned });
  return text === null ? { text: plain, marks: ["unformatted"] } : { text: text.trim(), marks: [] };
}

/** A day that the file has in ISO 8601. */
export function showIsoMoment(stored: string, format: NumberFormat): ShownCell {
  const dated = format.find(({ isDate }) => isDate);
  const whole: FormatSection = { tokens: WHOLE_DAY, condition: null, isDate: true, isOtherCalendar: false };
  return showMoment(momentOfIso(stored), dated ?? whole, { plain: stored, serial: Number.NaN });
}

const WHOLE_DAY: readonly FormatToken[] = ["yyyy", "mm", "dd"].map((letters) => ({ is: "date", letters }));

/** A text with what the format writes around it, as in `"Mr. "@`. */
export function showText(text: string, format: NumberFormat): string {
  const section = format.length === 4 ? format[3] : format.at(-1);
  if (section === undefined || !section.tokens.some(({ is }) => is === "text")) return text;
  return section.tokens
    .map((token) => (token.is === "text" ? text : token.is === "literal" ? token.text : ""))
    .join("");
}

/** Whether a minus is written: a section for negative numbers writes its own. */
function chooseSection(
  format: NumberFormat,
  value: number,
): { readonly section: FormatSection; readonly isSigned: boolean } | null {
  const numeric = format.filter(({ tokens }, at) => at < 3 && !isTextOnly(tokens, format.length));
  const [first, second, third] = numeric;
  if (first === undefined) return { section: GENERAL, isSigned: true };
  const holds = (section: FormatSection, otherwise: boolean) =>
    section.condition === null ? otherwise : meets(value, section.condition);
  if (second === undefined)
    return holds(first, true) ? { section: first, isSigned: true } : { section: GENERAL, isSigned: true };
  if (holds(first, third === undefined ? value >= 0 : value > 0)) return { section: first, isSigned: true };
  const isNegative = second.condition === null && first.condition === null;
  if (third === undefined) {
    if (second.condition === null || meets(value, second.condition))
      return { section: second, isSigned: !isNegative };
    return null;
  }
  if (holds(second, value < 0)) return { section: second, isSigned: !isNegative };
  return { section: third, isSigned: true };
}

const GENERAL: FormatSection = {
  tokens: [{ is: "general" }],
  condition: null,
  isDate: false,
  isOtherCalendar: false,
};

/** `@` alone is a format of texts, in which numbers are shown as they are; so is the last of four. */
function isTextOnly(tokens: readonly FormatToken[], sections: number): boolean {
  return tokens.some(({ is }) => is === "text") && sections < 4;
}

function meets(value: number, condition: { readonly sign: string; readonly value: number }): boolean {
  switch (condition.sign) {
    case "<":
      return value < condition.value;
    case "<=":
      return value <= condition.value;
    case ">":
      return value > condition.value;
    case ">=":
      return value >= condition.value;
    case "<>":
      return value !== condition.value;
    default:
      return value === condition.value;
  }
}

/** More places behind the point than any number of a sheet has are a fault of the format. */
const MOST_PLACES = 30;

/** Where in a section the digits of a number go. */
interface Layout {
  /** Tokens before the exponent; all of them where there is none. */
  readonly mantissa: readonly FormatToken[];
  readonly whole: readonly number[];
  readonly places: readonly number[];
  readonly pointAt: number;
  readonly exponent: { readonly showsPlus: boolean; readonly width: number } | null;
}

/** Null for what is not followed: fractions, and exponents in steps of several. */
function layOut(tokens: readonly FormatToken[]): Layout | null {
  const exponentAt = tokens.findIndex(({ is }) => is === "exponent");
  const exponent = tokens[exponentAt];
  const mantissa = exponentAt < 0 ? tokens : tokens.slice(0, exponentAt);
  const digits = tokens.flatMap(({ is }, at) => (is === "digit" ? [at] : []));
  const [first = tokens.length] = digits;
  const pointAt = mantissa.findIndex(({ is }, at) => is === "point" && at >= first - 1 && digits.length > 0);
  const inMantissa = digits.filter((at) => at < mantissa.length);
  const whole = inMantissa.filter((at) => pointAt < 0 || at < pointAt);
  const places = inMantissa.filter((at) => pointAt >= 0 && at > pointAt);
  if (tokens.some(({ is }, at) => is === "slash" && at > first)) return null;
  if (places.length > MOST_PLACES || (exponent !== undefined && whole.length > 1)) return null;
  return {
    mantissa,
    whole,
    places,
    pointAt,
    exponent:
      exponent?.is === "exponent"
        ? { showsPlus: exponent.showsPlus, width: digits.length - inMantissa.length }
        : null,
  };
}

function fillSection(
  tokens: readonly FormatToken[],
  value: number,
  { plain, isSigned }: { readonly plain: string; readonly isSigned: boolean },
): string | null {
  const layout = layOut(tokens);
  if (layout === null) return null;
  const { mantissa, whole, places, pointAt, exponent } = layout;
  const power = exponent === null ? 0 : Number(value.toExponential(places.length).replace(/^.*e/u, ""));
  const shift =
    2 * tokens.filter(({ is }) => is === "percent").length - 3 * countScales(mantissa, whole) - power;
  const decimal = roundDecimal(toDecimal(value, shift), places.length);
  const digits = new Map([
    ...placeWhole(decimal.integer, whole, tokens),
    ...placeFraction(decimal.fraction, places, tokens),
  ]);
  const hasPlaces = places.some((at) => digits.has(at));
  const hasDigits = whole.length + places.length > 0;
  const isZero = hasDigits && !/[1-9]/u.test(decimal.integer + decimal.fraction);
  const hasNumber = hasDigits || tokens.some(({ is }) => is === "general");
  const body = mantissa.map((token, at) => {
    switch (token.is) {
      case "digit":
        return digits.get(at) ?? "";
      case "point":
        return at !== pointAt || hasPlaces ? "." : "";
      case "percent":
        return "%";
      case "slash":
        return "/";
      case "general":
        return plain.replace(/^-/u, "");
      case "comma":
        return hasDigits ? "" : ",";
      case "literal":
        return token.text;
      default:
        return "";
    }
  });
  const sign = isSigned && value < 0 && hasNumber && !isZero ? "-" : "";
  return sign + body.join("") + (exponent === null ? "" : showExponent(power, exponent));
}

function showExponent(power: number, { showsPlus, width }: NonNullable<Layout["exponent"]>): string {
  const sign = power < 0 ? "-" : showsPlus ? "+" : "";
  return `E${sign}${String(Math.abs(power)).padStart(width, "0")}`;
}

/** Commas right behind the last digit before the point divide by a thousand each. */
function countScales(mantissa: readonly FormatToken[], whole: readonly number[]): number {
  const last = whole.at(-1);
  if (last === undefined) return 0;
  const rest = mantissa.slice(last + 1);
  const end = rest.findIndex(({ is }) => is !== "comma");
  return end < 0 ? rest.length : end;
}

/** From the right: the leftmost place takes all digits that are left. */
function placeWhole(
  integer: string,
  places: readonly number[],
  tokens: readonly FormatToken[],
): ReadonlyMap<number, string> {
  const placed = new Map<number, string>();
  let rest = integer;
  for (const [index, at] of [...places].reverse().entries()) {
    const token = tokens[at];
    const isLeftmost = index === places.length - 1;
    const taken = isLeftmost ? rest : rest.slice(-1);
    rest = isLeftmost ? "" : rest.slice(0, -1);
    placed.set(at, taken === "" && token?.is === "digit" && token.sign === "0" ? "0" : taken);
  }
  return placed;
}

/** Zeros at the end are left out where the format does not ask for them. */
function placeFraction(
  fraction: string,
  places: readonly number[],
  tokens: readonly FormatToken[],
): ReadonlyMap<number, string> {
  const placed = new Map<number, string>();
  let isNeeded = false;
  for (let index = places.length - 1; index >= 0; index -= 1) {
    const at = places[index] ?? 0;
    const token = tokens[at];
    const digit = fraction[index] ?? "0";
    isNeeded ||= digit !== "0" || (token?.is === "digit" && token.sign === "0");
    if (isNeeded) placed.set(at, digit);
  }
  return placed;
}
