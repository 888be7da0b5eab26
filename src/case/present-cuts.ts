/** How far the documented persons depend on where the machine begins to link: counted again at other cuts. */
import type { TableColumn } from "../estimate/index.ts";
import { groupsAtCut, toProbability, toWeight } from "../linkage/index.ts";
import { boundOfPersons } from "./bound-of-persons.ts";
import { documentedFigures, regroupPersons } from "./documented-figures.ts";
import type { LinkCutsView } from "./link-views.ts";
import { forbiddenIn, movedRows } from "./moved-rows.ts";
import type { ReviewTable } from "./review-desk.ts";
import { likelyPersons, type OutlookContext } from "./review-outlook.ts";

/** Match probabilities from which the machine might link, beside the one from which it does. */
const CUTS = [0.5, 0.7, 0.9, 0.95, 0.99, 0.999];
/** Closer to the own cut than this, another one is not told beside it. */
const NEAR = 0.005;
const PERSONS = "howMany.documented.persons";
const SEVERAL = "howMany.documented.several-lists";

interface CutsContext extends Pick<OutlookContext, "desk" | "contents" | "labelOf"> {
  /** Of the estimate that is made of the link; null where none is recorded. */
  readonly columns: readonly TableColumn[] | null;
}

type Grouped = Readonly<NonNullable<ReturnType<typeof regroupPersons>>>;

/** Of a case in which nothing is linked. */
export const NO_CUTS: LinkCutsView = { cuts: [], likely: null };

/** Ties, and what the link weighed beyond the pairs that it recorded, move a few persons; more, and nothing is told. */
const MOST_OFF = 0.005;

/**
 * By the recorded scores, with what people judged held as the link heard it. Nothing where the recorded pairs do not make
 * the recorded persons at the link's own cut: then they would not make those of another one either.
 */
export function presentCuts({ desk, contents, labelOf, columns }: CutsContext): LinkCutsView {
  const { linkWeight, reviewWeight } = desk.agenda.pairs;
  const recorded = countedOf(contents, null);
  const again = personsAt(desk, contents, linkWeight);
  const countedAgain = again === null ? null : countedOf(contents, again);
  if (
    countedAgain === null ||
    recorded.some((count, at) => Math.abs(count - (countedAgain[at] ?? 0)) > MOST_OFF * recorded[0])
  )
    return NO_CUTS;
  const own = toProbability(linkWeight);
  const others = CUTS.filter((cut) => Math.abs(cut - own) >= NEAR && toWeight(cut) >= reviewWeight);
  const cuts = [own, ...others].sort((a, b) => a - b);
  return {
    cuts: cuts.flatMap((probability) => {
      const weight = probability === own ? linkWeight : toWeight(probability);
      const isOwn = probability === own;
      const grouped = isOwn ? contents.persons.linked : personsAt(desk, contents, weight);
      if (grouped === null) return [];
      const [persons, several] = isOwn ? recorded : countedOf(contents, grouped);
      const lowerBound = columns === null ? null : boundOfPersons(grouped, columns);
      return [{ probability, bits: weight / 1000, isOwn, persons, several, lowerBound }];
    }),
    likely: likelyPersons(contents, labelOf),
  };
}

/** The persons that the cut makes; null where views and link are of two times. */
function personsAt(
  desk: ReviewTable,
  contents: OutlookContext["contents"],
  linkWeight: number,
): Grouped | null {
  const { linked } = contents.persons;
  if (linked === null) return null;
  const judged = (decision: "same" | "different") =>
    desk.heard.flatMap((each) => {
      const [left, right] = [desk.table.positionOf(each.left), desk.table.positionOf(each.right)];
      if (each.decision !== decision || left === undefined || right === undefined) return [];
      return [[left, right] as const];
    });
  const groups = groupsAtCut({
    ...{ agenda: desk.agenda, linkWeight, together: judged("same"), apart: judged("different") },
    isForbidden: forbiddenIn(desk),
  });
  return regroupPersons(linked, movedRows(desk, groups));
}

/** Persons, and those on several lists. */
function countedOf(
  contents: OutlookContext["contents"],
  persons: Grouped | null,
): readonly [persons: number, several: number] {
  const figures = documentedFigures(contents, persons ?? undefined);
  const countOf = (id: string) => figures.find(({ figure }) => figure.id === id)?.value ?? 0;
  return [countOf(PERSONS), countOf(SEVERAL)];
}
