/** The passages of a source as selectors, and where each stands in another copy of it. */
import { countCodePoints, localizeDigits, pickLocal } from "../core/index.ts";
import {
  isTextPassage,
  type Passage,
  type RefindOutcome,
  type RefoundPassage,
  refindInCopy,
  type SourceCopy,
  type TextPassage,
  toFragment,
} from "../statements/index.ts";
import { blacken, passagesWithheld } from "./blacken.ts";
import { findSource } from "./find-source.ts";
import type { PassagesView, RefoundView, SelectorView } from "./passage-views.ts";
import { comparePlaces, presentPlace } from "./present-place.ts";
import type { Presenter } from "./present-statement.ts";
import type { CaseState } from "./state.ts";

/** @param copy - another copy of the source, such as a new extraction; null to list the passages only. */
export function presentPassages(
  state: CaseState,
  id: string,
  copy: SourceCopy | null,
  presenter: Presenter,
): PassagesView {
  const source = findSource(state, id).value;
  const withheld = passagesWithheld(state, source.id);
  const passages = state.statements
    .ofSource(source.id)
    .map((recorded) => ({ recorded, view: presenter.statement(recorded) }))
    .sort((a, b) => comparePlaces(a.view.at, b.view.at))
    .map(({ recorded, view }) => {
      const { passage } = recorded.statement;
      const { id: statementId, key, subject, propertyText, valueText, standing, standingText } = view;
      const { at, atText, quote, seen } = view;
      const about = { id: statementId, key, subject, propertyText, valueText, standing, standingText };
      return {
        statement: { ...about, at, atText, quote, seen },
        selectors: toSelectors(passage, withheld),
        refound: copy === null ? null : toRefoundView(refindInCopy(passage, copy), presenter),
      };
    });
  return {
    source: { id: source.id, key: source.key ?? null, title: pickLocal(source.title, presenter.language) },
    passages,
    counts: copy === null ? null : countOutcomes(passages.flatMap(({ refound }) => refound ?? [])),
  };
}

/** As the data model names the specification of each kind of fragment (4.2.1). */
const SPECIFICATIONS = {
  page: "http://tools.ietf.org/rfc/rfc3778",
  time: "http://www.w3.org/TR/media-frags/",
  cell: "http://tools.ietf.org/rfc/rfc7111",
  region: "http://www.w3.org/TR/media-frags/",
} as const;

/** No fragment is registered for workbooks: the place is written as their own links write it (18.3.1.47). */
const WORKBOOKS = "https://ecma-international.org/publications-and-standards/standards/ecma-376/";

function toSelectors(passage: Passage, withheld: readonly TextPassage[]): SelectorView[] {
  if (!("kind" in passage)) {
    const { start, end, quote, prefix, suffix } = passage;
    const without = (words: string, from: number) => blacken(words, from, withheld);
    return [
      { type: "TextPositionSelector", start, end },
      {
        type: "TextQuoteSelector",
        exact: without(quote, start),
        prefix: without(prefix, start - countCodePoints(prefix)),
        suffix: without(suffix, end),
      },
    ];
  }
  const fragment = {
    type: "FragmentSelector" as const,
    conformsTo: "sheet" in passage && passage.sheet !== undefined ? WORKBOOKS : SPECIFICATIONS[passage.kind],
    value: toFragment(passage),
  };
  if (passage.quote === undefined) return [fragment];
  // What stands around words on a page may be words whose consent is missing: their place on it is enough.
  return [
    { ...fragment, refinedBy: { type: "TextQuoteSelector", exact: passage.quote, prefix: "", suffix: "" } },
  ];
}

function toRefoundView({ how, at, nearest }: RefoundPassage, presenter: Presenter): RefoundView {
  return {
    how,
    at: at.map((passage) => presentPlace(passage, presenter).at),
    atTexts: at.map((passage) =>
      isTextPassage(passage)
        ? localizeDigits(`${passage.start}–${passage.end}`, presenter.language)
        : presentPlace(passage, presenter).atText,
    ),
    nearest,
  };
}

function countOutcomes(refound: readonly RefoundView[]): Record<RefindOutcome, number> {
  const counts = { "in-place": 0, moved: 0, respaced: 0, ambiguous: 0, lost: 0, "by-eye": 0 };
  for (const { how } of refound) counts[how] += 1;
  return counts;
}
