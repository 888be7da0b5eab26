/** How much of a person may be shown outside: what people decided, of a whole list or of single rows and persons. */
import { z } from "zod";
import { leastVisible, VISIBILITIES, type Visibility } from "../release/index.ts";

export const VISIBILITY_SET = "person.visibility-set";

/**
 * `person.visibility-set`: a later one takes the place of an earlier one on the same thing. What is said of a row stands before
 * what is said of its list.
 */
export const VisibilitySet = z.strictObject({
  /** `list:NAME`, ids of list records, and persons of whom statements speak. */
  covers: z
    .array(
      z.union([
        z.string().regex(/^list:\S/u),
        z.string().regex(/^rec-[0-9a-f]{32}$/u),
        z.string().regex(/^person:\S/u),
      ]),
    )
    .min(1)
    .max(500),
  visibility: z.enum(VISIBILITIES),
  why: z.string().trim().min(3, "must give the reason in a few words").max(1000),
  /** The consent that it rests on, where there is one. */
  consent: z
    .string()
    .regex(/^consent-[0-9a-f]{32}$/u)
    .optional(),
});
export type VisibilitySet = z.infer<typeof VisibilitySet>;

interface DecidedVisibility {
  readonly visibility: Visibility;
  readonly why: string;
  readonly by: string;
  readonly consent: string | null;
}

export interface Visibilities {
  /** What was said last of a list, a row or a person whom statements speak of. */
  of(covered: string): DecidedVisibility | undefined;
  /** Of a row: what is said of it, else of its list. */
  ofRow(row: { readonly id: string; readonly list: string }): DecidedVisibility | undefined;
}

export interface VisibilityState extends Visibilities {
  set(set: VisibilitySet, by: string): void;
}

/** @param isConsentOver - whether a consent was taken back or has run out: what rests on it shows nothing any more. */
export function createVisibilities(isConsentOver: (consent: string) => boolean): VisibilityState {
  const decided = new Map<string, DecidedVisibility>();
  const of = (covered: string): DecidedVisibility | undefined => {
    const found = decided.get(covered);
    if (found === undefined || found.consent === null || !isConsentOver(found.consent)) return found;
    return { ...found, visibility: "withheld" };
  };
  return {
    of,
    ofRow: ({ id, list }) => of(id) ?? of(`list:${list}`),
    set({ covers, visibility, why, consent = null }, by) {
      for (const covered of covers) decided.set(covered, { visibility, why, by, consent });
    },
  };
}

/** Of a person whom rows name: what shows least of what is said of them; null while a row of theirs is undecided. */
export function visibilityOfRows(
  visibilities: Visibilities,
  rows: readonly { readonly id: string; readonly list: string }[],
): Visibility | null {
  const decided = rows.map((row) => visibilities.ofRow(row)?.visibility);
  return decided.includes(undefined) ? null : leastVisible(decided.filter((each) => each !== undefined));
}
