/** The letters of a text as bits of one number: what one text lacks of another takes two instructions to see. */

/** A bit for each letter; letters that share a bit only make fewer pairs look unlike. */
export function lettersOf(text: string): number {
  let letters = 0;
  for (let index = 0; index < text.length; index += 1) letters |= 1 << (text.charCodeAt(index) & 31);
  return letters;
}

/** Bits that are set in a 32-bit number. @see Warren, Hacker's Delight, figure 5-2. */
export function bitsOf(value: number): number {
  let bits = value - ((value >>> 1) & 0x55555555);
  bits = (bits & 0x33333333) + ((bits >>> 2) & 0x33333333);
  return Math.imul((bits + (bits >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}
