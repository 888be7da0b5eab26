/** What an evaluation says, on a terminal. */
import { type Language, toVisibleText } from "../core/index.ts";
import type {
  BlockingCompleteness,
  EvaluatedFigure,
  LinkEvaluation,
  PrecisionAndRecall,
  ReviewEstimate,
} from "../linkage/index.ts";
import { type CommandContext, isMessageKey } from "./context.ts";

type Words = Pick<CommandContext, "translate" | "line">;

/** The figures of clusters against a truth, a line each, with their intervals. */
export function evaluationLines(
  { translate, line }: Words,
  found: LinkEvaluation,
  { blocking, unusedRows }: { readonly blocking: BlockingCompleteness | null; readonly unusedRows: number },
): string[] {
  const { language } = line;
  const scores = ({ precision, recall, f1 }: PrecisionAndRecall) => ({
    precision: inWords(precision, language),
    recall: inWords(recall, language),
    f1: inWords(f1, language),
  });
  // Two words where the value is of the two records of a pair.
  const inSliceWords = (value: string): string =>
    value
      .split(" – ")
      .map((word) => {
        const key = `evaluate.word.${word}`;
        return isMessageKey(key) ? translate(key) : word;
      })
      .join(" – ");
  const { draws } = found.bootstrap;
  const { pairwise, bCubed, clusters, distinctPersons } = found;
  return [
    translate("evaluate.title", { records: found.records, draws }),
    translate("evaluate.pairs", {
      ...scores(pairwise),
      found: pairwise.foundPairs,
      truth: pairwise.truePairs,
    }),
    translate("evaluate.b-cubed", scores(bCubed)),
    translate("evaluate.clusters", {
      ...scores(clusters),
      exact: clusters.exact,
      split: clusters.splitPersons,
      merged: clusters.mergedClusters,
    }),
    translate("evaluate.persons", {
      found: distinctPersons.found,
      truth: distinctPersons.truth,
      error: inWords(distinctPersons.error, language),
    }),
    ...(blocking === null
      ? []
      : [
          translate("evaluate.blocking", {
            met: blocking.met,
            truth: blocking.truePairs,
            completeness: inWords({ value: blocking.completeness, interval: null }, language),
            pairs: blocking.candidatePairs,
          }),
        ]),
    ...(unusedRows > 0 ? [translate("evaluate.unused", { count: unusedRows })] : []),
    "",
    translate("evaluate.slices"),
    ...found.slices.map((slice) =>
      translate("evaluate.slice", {
        slice: translate(`evaluate.slice.${slice.slice}`),
        value: slice.slice === "list" ? toVisibleText(slice.value) : inSliceWords(slice.value),
        ...scores(slice),
        truth: slice.truePairs,
      }),
    ),
  ];
}

/** Precision and recall from judged pairs, and what is missing before they can be told. */
export function reviewLines({ translate, line }: Words, found: ReviewEstimate): string[] {
  const judged = found.strata.reduce((sum, { same, different }) => sum + same + different, 0);
  const stratumInWords = (name: string): string => {
    const key = `review.stratum.${name}`;
    return isMessageKey(key) ? translate(key) : name;
  };
  const figure = (value: ReviewEstimate["precision"]) => inWords(value, line.language);
  return [
    translate("review.title", { judged }),
    translate("review.figures", { precision: figure(found.precision), recall: figure(found.recall) }),
    ...found.strata
      .filter(({ pairs }) => pairs > 0)
      .map((stratum) =>
        translate("review.stratum", {
          name: stratumInWords(stratum.name),
          pairs: stratum.pairs,
          same: stratum.same,
          different: stratum.different,
          unsure: stratum.unsure,
        }),
      ),
    ...(found.unsampled.length > 0
      ? [translate("review.unsampled", { names: found.unsampled.map(stratumInWords).join("; ") })]
      : []),
  ];
}

function inWords(figure: EvaluatedFigure | null, language: Language): string {
  const format = new Intl.NumberFormat(language === "fa" ? "fa-IR" : "en-GB", {
    minimumFractionDigits: 4,
    maximumFractionDigits: 4,
  });
  if (figure === null || figure.value === null) return "–";
  const { value, interval } = figure;
  const range = interval === null ? "" : ` [${format.format(interval[0])} … ${format.format(interval[1])}]`;
  return format.format(value) + range;
}
