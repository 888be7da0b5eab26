/** What the pairs that wait may still change: the documented counts, with every one of them decided one way or the other. */
import { answerHowMany, type Figure } from "../findings/index.ts";
import { outcomeOfQueue, type ReviewItem, reviewQueue } from "../linkage/index.ts";
import type { CaseContents } from "./case-contents.ts";
import { documentedFigures, regroupPersons } from "./documented-figures.ts";
import { forbiddenIn, movedRows } from "./moved-rows.ts";
import type { ReviewTable } from "./review-desk.ts";
import type { ReviewOutlookView } from "./review-views.ts";

export interface OutlookContext {
  readonly desk: ReviewTable;
  readonly actor: string;
  readonly contents: Pick<CaseContents, "facts" | "persons">;
  readonly labelOf: (figure: Figure) => string;
}

/** Of a case in which nothing is linked. */
export const NO_OUTLOOK: ReviewOutlookView = { waiting: 0, figures: [], likely: null };

/**
 * The whole queue at once, by the recorded scores: what the next link would count if all that waits were left as it is,
 * were one person each time, or were two. Where views and link are of two times nothing is told.
 */
export function presentOutlook({ desk, actor, contents, labelOf }: OutlookContext): ReviewOutlookView {
  const reviewed = desk.reviewed(actor);
  const waiting = reviewQueue(desk.agenda, reviewed);
  const { linked } = contents.persons;
  const counted = (decided: readonly ReviewItem[], decision: "same" | "different") => {
    const groups = outcomeOfQueue({
      ...{ agenda: desk.agenda, reviewed, waiting: decided, decision },
      isForbidden: forbiddenIn(desk),
    });
    const persons = linked === null ? null : regroupPersons(linked, movedRows(desk, groups));
    if (persons === null) return null;
    return new Map(documentedFigures(contents, persons).map(({ figure, value }) => [figure.id, value]));
  };
  const [left, same, different] = [
    counted([], "same"),
    counted(waiting, "same"),
    counted(waiting, "different"),
  ];
  const likely = likelyPersons(contents, labelOf);
  if (left === null || same === null || different === null)
    return { waiting: waiting.length, figures: null, likely };
  return {
    waiting: waiting.length,
    likely,
    figures: documentedFigures(contents).flatMap(({ figure, value: now }) => {
      const [asLeft = now, allSame = now, allDifferent = now] = [left, same, different].map((each) =>
        each.get(figure.id),
      );
      if (asLeft === now && allSame === now && allDifferent === now) return [];
      return [{ id: figure.id, label: labelOf(figure), now, asLeft, allSame, allDifferent }];
    }),
  };
}

/** The same number with each doubtful link as likely as it is: most of what is possible is not likely. */
export function likelyPersons(
  { facts }: OutlookContext["contents"],
  labelOf: OutlookContext["labelOf"],
): ReviewOutlookView["likely"] {
  const figure = answerHowMany(facts).find(({ group }) => group === "howMany.linkage");
  const [low = null, high = null] = figure?.range ?? [];
  if (figure === undefined || typeof figure.value !== "number" || low === null || high === null) return null;
  return { id: figure.id, label: labelOf(figure), value: figure.value, low, high };
}
