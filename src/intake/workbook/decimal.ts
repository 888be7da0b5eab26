/** Numbers as workbooks show them: fifteen significant digits, halves rounded away from zero, never by binary chance. */

/** A number that is not negative, written out: `integer` has no leading zeros and may be empty. */
export interface Decimal {
  readonly integer: string;
  readonly fraction: string;
}

const SIGNIFICANT = 15;

/** The digits of a number without its sign, moved by so many places to the left of the point. */
export function toDecimal(value: number, shift = 0): Decimal {
  const [mantissa = "0", exponent = "0"] = Math.abs(value)
    .toExponential(SIGNIFICANT - 1)
    .split("e");
  const digits = mantissa.replace(".", "");
  const point = 1 + Number(exponent) + shift;
  const padded = point < 0 ? `${"0".repeat(-point)}${digits}` : digits.padEnd(point, "0");
  const at = Math.max(0, point);
  return {
    integer: padded.slice(0, at).replace(/^0+/u, ""),
    fraction: padded.slice(at).replace(/0+$/u, ""),
  };
}

/** Rounded to so many places behind the point, which are all given. */
export function roundDecimal({ integer, fraction }: Decimal, places: number): Decimal {
  const kept = fraction.slice(0, places).padEnd(places, "0");
  const isUp = (fraction[places] ?? "0") >= "5";
  const rounded = (BigInt(`0${integer}${kept}`) + (isUp ? 1n : 0n)).toString().padStart(places + 1, "0");
  const at = rounded.length - places;
  return { integer: rounded.slice(0, at).replace(/^0+/u, ""), fraction: rounded.slice(at) };
}

/**
 * A stored number in full, with a point and without grouping, since those depend on who looks. A whole number keeps
 * every digit that the file has, also beyond the fifteenth.
 */
export function toPlainNumber(stored: string): string {
  const [, sign = "", digits] = /^([+-]?)0*(\d{1,60})$/u.exec(stored) ?? [];
  if (digits !== undefined) return sign === "-" && digits !== "0" ? `-${digits}` : digits;
  const value = Number(stored);
  // Beyond this a person sees no more digits than the exponent gives.
  if (value !== 0 && (Math.abs(value) >= 1e30 || Math.abs(value) < 1e-30))
    return String(Number(value.toPrecision(SIGNIFICANT)));
  const { integer, fraction } = toDecimal(value);
  const text = `${integer === "" ? "0" : integer}${fraction === "" ? "" : `.${fraction}`}`;
  return value < 0 ? `-${text}` : text;
}
