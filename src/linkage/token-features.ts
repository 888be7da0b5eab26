/** What a few numbers of two tokens tell of their likeness: nearly all pairs of tokens are nothing like each other. */
import { LEAST_JARO_WINKLER, slipsAllowed, type Token } from "./compare-tokens.ts";
import { bitsOf, lettersOf } from "./letter-bits.ts";

/**
 * Numbers a token: 0 flags; 1 letters of the key, a bit each; 2 first four letters of the key, a byte each; 3 skeleton
 * and 4 coarse skeleton as small integers; 5 letters of the skeleton; 6 lengths of key and skeleton, a byte each;
 * 7 first and last letter of the skeleton, a byte each.
 */
export const FEATURES = 8;

const INITIAL = 1;
const NUMBER = 2;
const ARABIC = 4;
const ARTICLE = 8;
/** Too long for a byte, or cut short by the distances: nothing is told of it. */
const LONG = 16;

const LONGEST = 60;

export interface Features {
  readonly skeleton: number;
  readonly coarse: number;
}

/** The numbers of one token. */
export function featuresOf(token: Token, known: Features): readonly number[] {
  const { key, skeleton, text } = token;
  const flags =
    (text.length === 1 ? INITIAL : 0) +
    (token.isNumber ? NUMBER : 0) +
    (token.isArabic ? ARABIC : 0) +
    (token.hasArticle ? ARTICLE : 0) +
    (key.length > LONGEST || skeleton.length > LONGEST ? LONG : 0);
  let prefix = 0;
  for (let index = 0; index < 4; index += 1) {
    prefix = (prefix << 8) | (index < key.length ? key.charCodeAt(index) : 0);
  }
  return [
    flags,
    token.letters,
    prefix,
    known.skeleton,
    known.coarse,
    lettersOf(skeleton),
    Math.min(255, key.length) + 256 * Math.min(255, skeleton.length),
    (skeleton.charCodeAt(0) & 255) + 256 * (skeleton.charCodeAt(skeleton.length - 1) & 255),
  ];
}

/**
 * False only where `compareTokens` would find nothing in common. A letter that the other token lacks can neither be
 * paired by Jaro–Winkler nor stand in a key one slip away.
 */
export function mayBeAlike(features: Int32Array, left: number, right: number): boolean {
  const one = left * FEATURES;
  const other = right * FEATURES;
  const flags = (features[one] ?? 0) | (features[other] ?? 0);
  if (flags & (INITIAL | ARTICLE | LONG)) return true;
  if (flags & NUMBER) return false;
  // Skeletons, and in two scripts only they, must nearly agree.
  if (features[one + 4] === features[other + 4]) return true;
  const lengths = features[one + 6] ?? 0;
  const otherLengths = features[other + 6] ?? 0;
  if (((features[one] ?? 0) ^ (features[other] ?? 0)) & ARABIC) {
    const here = features[one + 5] ?? 0;
    const there = features[other + 5] ?? 0;
    return (
      Math.abs((lengths >>> 8) - (otherLengths >>> 8)) <= 1 &&
      bitsOf(here & ~there) <= 1 &&
      bitsOf(there & ~here) <= 1
    );
  }
  if (features[one + 3] === features[other + 3]) return true;
  const length = lengths & 255;
  const otherLength = otherLengths & 255;
  const here = features[one + 1] ?? 0;
  const there = features[other + 1] ?? 0;
  const lacking = bitsOf(here & ~there);
  const otherLacking = bitsOf(there & ~here);
  const shorter = Math.min(length, otherLength);
  const slips = slipsAllowed(shorter);
  if (lacking <= slips && otherLacking <= slips && Math.abs(length - otherLength) <= slips) return true;
  const common = Math.min(length - lacking, otherLength - otherLacking);
  if (common <= 0) return false;
  const jaro = (common / length + common / otherLength + 1) / 3;
  const prefix = Math.min(shorter, Math.clz32((features[one + 2] ?? 0) ^ (features[other + 2] ?? 0)) >>> 3);
  return jaro + prefix * 0.1 * (1 - jaro) >= LEAST_JARO_WINKLER - 1e-9;
}
