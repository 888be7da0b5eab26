/** How much of a person a release may show: decided by people, person by person or list by list, and never assumed. */

/**
 * From the most to the least. full: all that the profile lets out; name: the name and nothing else; initials: first
 * letters; counted: in the counts and nowhere else; withheld: in no count of what is told either, but among the withheld.
 */
export const VISIBILITIES = ["full", "name", "initials", "counted", "withheld"] as const;
export type Visibility = (typeof VISIBILITIES)[number];

/** What holds for somebody of whom several decisions speak: the one that shows least. Null where there is none. */
export function leastVisible(decided: readonly Visibility[]): Visibility | null {
  const least = Math.max(-1, ...decided.map((each) => VISIBILITIES.indexOf(each)));
  return VISIBILITIES[least] ?? null;
}

/**
 * The first letter of each word of a name, with a full stop: `R. K.`, `ر. ک.`.
 *
 * Letters are user-perceived characters (Unicode Standard Annex 29), so that none is torn from its marks. Words without
 * a letter give nothing, and a name of such words alone gives "".
 */
export function initialsOf(name: string): string {
  return name
    .split(/[\s\u200c-]+/u)
    .flatMap((word) => {
      const [first] = [...LETTERS.segment(word)].filter(({ segment }) => /\p{L}/u.test(segment));
      return first === undefined ? [] : [`${first.segment}.`];
    })
    .join(" ");
}

const LETTERS = new Intl.Segmenter("en", { granularity: "grapheme" });
