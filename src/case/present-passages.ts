/** The passages of a source as selectors, and where each stands in another text of it. */
import { countCodePoints, pickLocal, type Refound, refindPassage, type TextPassage } from "../core/index.ts";
import type { PassageSelectors, PassagesView, RefoundView } from "./passage-views.ts";
import { blacken, findSource, passagesWithheld } from "./present-sources.ts";
import type { Presenter } from "./present-statement.ts";
import type { CaseState } from "./state.ts";

/** @param text - another text of the source, such as a new extraction; null to list the passages only. */
export function presentPassages(
  state: CaseState,
  id: string,
  text: string | null,
  presenter: Presenter,
): PassagesView {
  const source = findSource(state, id).value;
  const withheld = passagesWithheld(state, source.id);
  const passages = [...state.statements.ofSource(source.id)]
    .sort(({ statement: a }, { statement: b }) => a.passage.start - b.passage.start)
    .map((recorded) => {
      const view = presenter.statement(recorded);
      const { id: statementId, key, subject, propertyText, valueText, standing, standingText } = view;
      return {
        statement: { id: statementId, key, subject, propertyText, valueText, standing, standingText },
        selectors: toSelectors(recorded.statement.passage, withheld),
        refound: text === null ? null : toRefoundView(refindPassage(text, recorded.statement.passage)),
      };
    });
  return {
    source: { id: source.id, key: source.key ?? null, title: pickLocal(source.title, presenter.language) },
    passages,
    counts: text === null ? null : countOutcomes(passages.flatMap(({ refound }) => refound ?? [])),
  };
}

function toSelectors(
  { start, end, quote, prefix, suffix }: TextPassage,
  withheld: readonly TextPassage[],
): PassageSelectors {
  const without = (words: string, from: number) => blacken(words, from, withheld);
  return {
    position: { type: "TextPositionSelector", start, end },
    quote: {
      type: "TextQuoteSelector",
      exact: without(quote, start),
      prefix: without(prefix, start - countCodePoints(prefix)),
      suffix: without(suffix, end),
    },
  };
}

function toRefoundView(refound: Refound): RefoundView {
  switch (refound.how) {
    case "lost":
      return { how: refound.how, at: [], nearest: refound.nearest };
    case "ambiguous":
      return { how: refound.how, at: refound.passages.map(toRange), nearest: null };
    default:
      return { how: refound.how, at: [toRange(refound.passage)], nearest: null };
  }
}

const toRange = ({ start, end }: TextPassage) => ({ start, end });

function countOutcomes(refound: readonly RefoundView[]): NonNullable<PassagesView["counts"]> {
  const counts = { "in-place": 0, moved: 0, respaced: 0, ambiguous: 0, lost: 0 };
  for (const { how } of refound) counts[how] += 1;
  return counts;
}
