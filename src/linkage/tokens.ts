/** Name tokens as small integers, with what comparing millions of them needs in one typed array. */
import { toAsciiKey, toCoarseTokenSkeleton, toTokenSkeleton, toVowelGaps } from "../core/pure.ts";
import { compareTokens, TOKEN_LIKENESS, type Token } from "./compare-tokens.ts";
import { toSoundLine } from "./cross-script.ts";
import { lettersOf } from "./letter-bits.ts";
import { memoOfPairs } from "./pair-memo.ts";
import { FEATURES, type Features, featuresOf, mayBeAlike } from "./token-features.ts";
import { womansForm } from "./womens-forms.ts";

export { TOKEN_LIKENESS } from "./compare-tokens.ts";

/** A table as plain data, for another thread. */
export interface TokenData {
  readonly texts: readonly string[];
  readonly features: Int32Array;
}

export interface TokenTable {
  /** The id of a folded token; ids count up from 0 in order of first sight. */
  readonly idOf: (text: string) => number;
  readonly at: (id: number) => Token;
  readonly textOf: (id: number) => string;
  /** A small integer, the same for tokens of one skeleton; below `skeletonCount`. */
  readonly skeletonOf: (id: number) => number;
  /** Letters in the skeleton, up to 255. */
  readonly skeletonLength: (id: number) => number;
  /** A number of `TOKEN_LIKENESS`; symmetric. */
  readonly likeness: (left: number, right: number) => number;
  readonly skeletonCount: () => number;
  readonly toData: () => TokenData;
}

/** Likeness of so many pairs of tokens is remembered. */
const MOST_REMEMBERED = 1 << 17;

/** Of so many tokens the likeness of all pairs has a place of its own. */
const FIRST_TOKENS = 2048;

/** A table that grows while columns are read; with `data`, that table again. */
export function tokenTable(data: TokenData = { texts: [], features: new Int32Array(0) }): TokenTable {
  const texts = [...data.texts];
  const tokens: (Token | undefined)[] = [];
  const ids = new Map<string, number>();
  const skeletons = new Map<string, number>();
  const coarse = new Map<string, number>();
  let { features } = data;
  const at = (id: number): Token => {
    let token = tokens[id];
    if (token === undefined) {
      const text = texts[id];
      if (text === undefined) throw new RangeError(`no token ${id}`);
      token = toToken(text);
      tokens[id] = token;
    }
    return token;
  };
  const computed = (a: number, b: number): number =>
    mayBeAlike(features, a, b) ? compareTokens(at(a), at(b)) : TOKEN_LIKENESS.none;
  const remembered = memoOfPairs(MOST_REMEMBERED, (a, b) => compareTokens(at(a), at(b)));
  // Likeness + 1 of two of the first tokens at `left * firstCount + right`; common tokens are seen early.
  let ofFirst = new Uint8Array(0);
  let firstCount = 0;
  const likenessOfFirst = (left: number, right: number): number => {
    const known = ofFirst[left * firstCount + right] ?? 0;
    if (known > 0) return known - 1;
    const likeness = left < right ? computed(left, right) : computed(right, left);
    ofFirst[left * firstCount + right] = likeness + 1;
    ofFirst[right * firstCount + left] = likeness + 1;
    return likeness;
  };
  const add = (text: string): number => {
    const id = texts.length;
    const token = toToken(text);
    texts.push(text);
    tokens[id] = token;
    ids.set(text, id);
    if (features.length < (id + 1) * FEATURES) {
      const grown = new Int32Array(Math.max(1 << 10, features.length * 2));
      grown.set(features);
      features = grown;
    }
    const known: Features = {
      skeleton: interned(skeletons, token.skeleton),
      coarse: interned(coarse, token.coarse),
    };
    features.set(featuresOf(token, known), id * FEATURES);
    return id;
  };
  return {
    idOf: (text) => ids.get(text) ?? add(text),
    at,
    textOf: (id) => texts[id] ?? "",
    skeletonOf: (id) => features[id * FEATURES + 3] ?? 0,
    skeletonLength: (id) => ((features[id * FEATURES + 6] ?? 0) >>> 8) & 255,
    likeness(left, right) {
      if (left === right) return TOKEN_LIKENESS.same;
      if (firstCount === 0) {
        firstCount = Math.min(FIRST_TOKENS, texts.length);
        ofFirst = new Uint8Array(firstCount * firstCount);
      }
      if (left < firstCount && right < firstCount) return likenessOfFirst(left, right);
      return mayBeAlike(features, left, right) ? remembered(left, right) : TOKEN_LIKENESS.none;
    },
    skeletonCount: () => skeletons.size,
    toData: () => ({ texts, features: features.subarray(0, texts.length * FEATURES) }),
  };
}

function interned(ids: Map<string, number>, text: string): number {
  const known = ids.get(text);
  if (known !== undefined) return known;
  ids.set(text, ids.size);
  return ids.size - 1;
}

function toToken(text: string): Token {
  const skeleton = toTokenSkeleton(text);
  const gaps = toVowelGaps(text);
  const key = toAsciiKey(text);
  return {
    text,
    key,
    skeleton,
    coarse: toCoarseTokenSkeleton(skeleton),
    gaps,
    sounds: toSoundLine(skeleton, gaps),
    isArabic: /[\u0600-\u06ff]/.test(text),
    isNumber: /^\d/.test(text),
    hasArticle: /^(?:al|el|ul|ol|ال)/.test(text),
    form: womansForm(text),
    letters: lettersOf(key),
  };
}
