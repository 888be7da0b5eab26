/** A distance as somebody writes it. */

/** The noughts of Persian and of Arabic digits. */
const ZEROS = [0x6f0, 0x660];

/** In digits of any script; null for what is no distance. */
export function toKilometres(text: string): number | null {
  const plain = [...text.trim()]
    .map((sign) => {
      const code = sign.codePointAt(0) ?? 0;
      const zero = ZEROS.find((each) => code >= each && code < each + 10);
      return zero === undefined ? sign : String(code - zero);
    })
    .join("")
    .replace(/[٫,]/u, ".");
  const value = Number(plain);
  return plain !== "" && Number.isFinite(value) && value > 0 ? value : null;
}
