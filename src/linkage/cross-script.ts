/** How far a name in Arabic script and one in Latin letters are from being one name, sound by sound. */

/** Sounds that ears, typists and romanisations confuse: half a slip. */
const CONFUSED: ReadonlySet<string> = new Set(
  [
    "qx",
    "qg",
    "gx",
    "kx",
    "kq",
    "gk",
    "cj",
    "Sc",
    "Ss",
    "zd",
    "zj",
    "bp",
    "td",
    "hx",
    "ts",
    "sz",
    "tz",
  ].flatMap((pair) => [pair, `${pair[1]}${pair[0]}`]),
);

const isVowel = (sound: string): boolean => "aeiou".includes(sound);

/** What a Latin vowel costs beside the long vowel that Arabic script writes. */
function vowelCost(arabic: string, latin: string): number {
  if (arabic === latin) return 0;
  if (arabic === "a") return latin === "o" || latin === "e" ? 0.2 : latin === "u" ? 0.4 : 0.8;
  if (arabic === "i") return latin === "e" ? 0.1 : latin === "a" ? 0.5 : 0.8;
  return latin === "o" ? 0 : latin === "a" ? 0.5 : 0.8;
}

/**
 * A sound that romanisation left out. A final h is hardly heard (Fatima, Khalifa); an alef before the first consonant
 * carries any vowel.
 */
function droppedCost(arabic: string, { isFirst, isLast }: { isFirst: boolean; isLast: boolean }): number {
  if (arabic === "h" && isLast) return 0.1;
  if (!isVowel(arabic)) return 1;
  if (isFirst) return 0.1;
  return arabic === "a" ? 0.5 : 0.7;
}

/** A vowel that Arabic script does not write: free when short; a final i is always written. */
function addedCost(latin: string, isLast: boolean, before: string): number {
  if (latin === "h" && isLast) return 0.2;
  if (!isVowel(latin)) return 1;
  if (latin === before) return 0.25;
  if (latin === "i") return isLast ? 0.8 : 0.2;
  return latin === "u" ? 0.2 : 0;
}

/**
 * Weighted edit distance; 1 is one wrong consonant, 0 the same sounds. Two neighbouring consonants turned cost 1.
 *
 * @param arabic - sounds of the name in Arabic script, long vowels as a, i, u.
 * @param latin - sounds of the romanised name.
 */
export function crossScriptDistance(arabic: string, latin: string): number {
  const width = latin.length;
  let before = new Float64Array(width + 1);
  let last = new Float64Array(width + 1);
  let current = new Float64Array(width + 1);
  for (let column = 1; column <= width; column += 1) {
    last[column] =
      (last[column - 1] ?? 0) + addedCost(latin[column - 1] ?? "", column === width, latin[column - 2] ?? "");
  }
  for (let row = 1; row <= arabic.length; row += 1) {
    const sound = arabic[row - 1] ?? "";
    const dropped = droppedCost(sound, { isFirst: row === 1, isLast: row === arabic.length });
    current[0] = (last[0] ?? 0) + dropped;
    for (let column = 1; column <= width; column += 1) {
      const other = latin[column - 1] ?? "";
      const previous = latin[column - 2] ?? "";
      let cost = (last[column - 1] ?? 0) + substitutionCost(sound, other);
      cost = Math.min(cost, (last[column] ?? 0) + dropped);
      cost = Math.min(cost, (current[column - 1] ?? 0) + addedCost(other, column === width, previous));
      if (row > 1 && column > 1 && sound === previous && arabic[row - 2] === other && sound !== other) {
        cost = Math.min(cost, (before[column - 2] ?? 0) + 1);
      }
      current[column] = cost;
    }
    [before, last, current] = [last, current, before];
  }
  return last[width] ?? 0;
}

function substitutionCost(arabic: string, latin: string): number {
  if (arabic === latin) return 0;
  const [one, other] = [isVowel(arabic), isVowel(latin)];
  if (one && other) return vowelCost(arabic, latin);
  if (one !== other) return 1.5;
  return CONFUSED.has(arabic + latin) ? 0.5 : 1;
}

/**
 * The sounds of a token in order, from its skeleton and what stands between the consonants.
 *
 * @param gaps - of `toVowelGaps`: one more than there are consonants; the skeleton may lack a final h.
 */
export function toSoundLine(skeleton: string, gaps: readonly string[]): string {
  const consonants = skeleton === "A" ? "" : skeleton;
  return gaps.map((gap, index) => gap + (consonants[index] ?? (index < gaps.length - 1 ? "h" : ""))).join("");
}
