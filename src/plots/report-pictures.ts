/** Every picture that one table and its estimate bear. */
import { type Language, toVisibleText } from "../core/pure.ts";
import type {
  Diagnostics,
  EstimateReport,
  LatentSample,
  MethodName,
  UnseenPosterior,
} from "../estimate/index.ts";
import { pictureChains } from "./chains.ts";
import { pictureModels } from "./models.ts";
import { pictureChapmanPairs, pictureOddsRatios } from "./pairs.ts";
import type { Picture } from "./picture.ts";
import { picturePosteriors } from "./posteriors.ts";
import { picturePredictive } from "./predictive.ts";
import { pictureUpset } from "./upset.ts";
import { pictureVariants } from "./variants.ts";
import { wordsOf } from "./words.ts";

export interface ReportPictures {
  readonly language: Language;
  readonly report: EstimateReport;
  readonly posteriors: ReadonlyMap<MethodName, UnseenPosterior>;
  /** Draws of the latent-class sampler, also of chains that disagree; null where it did not run. */
  readonly sample: LatentSample | null;
  /** null where it was not asked for. */
  readonly diagnostics: Diagnostics | null;
  /** Names to show instead of those of the table, in its order. */
  readonly listNames?: readonly string[];
  /** The number in truth, where a case is invented. */
  readonly truth?: number | null;
}

/** In the order in which a reader should look: the answers, the counts, and then what may be wrong. */
export function pictureReport(input: ReportPictures): readonly Picture[] {
  const { language, report, posteriors, sample, truth = null } = input;
  const { write } = wordsOf(language);
  // Names come from strangers' files: what would hide or reorder text is shown, and no control breaks the XML.
  const shown = (input.listNames ?? report.table.lists).map((name) => toVisibleText(name));
  const nameOf = (list: string): string => shown[report.table.lists.indexOf(list)] ?? list;
  const diagnostics = input.diagnostics === null ? null : renameLists(input.diagnostics, nameOf);
  const lists = report.table.lists.map(nameOf);
  const pairs = diagnostics?.pairs ?? [];
  const some: readonly (Picture | null)[] = [
    pictureModels({
      language,
      counted: report.table.n,
      truth,
      models: report.methods.map(({ name, point, interval, kind }) => ({
        title: write(`method.${name}`),
        point,
        interval,
        isBound: kind === "lower bound",
        isHull: name === "ensemble",
      })),
    }),
    pictureUpset({ language, lists, cells: report.table.cells }),
    pictureOddsRatios({ language, lists, pairs }),
    pictureChapmanPairs({ language, lists, pairs }),
    picturePosteriors({
      language,
      posteriors: [...posteriors].map(([name, posterior]) => ({
        title: write(`method.${name}`),
        posterior,
        // The pool has no interval of its own in the report: what is reported is the hull.
        hull: report.methods.find((method) => method.name === name && name === "ensemble")?.interval ?? null,
      })),
    }),
    ...(sample === null ? [] : pictureChains({ language, sample, counted: report.table.n })),
    ...(diagnostics === null
      ? []
      : [
          ...pictureVariants({ language, counted: report.table.n, diagnostics }),
          picturePredictive({ language, lists, checks: diagnostics.predictive }),
        ]),
  ];
  return some.filter((picture) => picture !== null);
}

function renameLists(diagnostics: Diagnostics, nameOf: (list: string) => string): Diagnostics {
  const both = ([first, second]: readonly [string, string]): readonly [string, string] => [
    nameOf(first),
    nameOf(second),
  ];
  return {
    ...diagnostics,
    pairs: diagnostics.pairs.map((pair) => ({ ...pair, lists: both(pair.lists) })),
    leaveOneOut: diagnostics.leaveOneOut.map((each) => ({ ...each, lists: each.lists.map(nameOf) })),
    merged: diagnostics.merged.map((each) => ({ ...each, lists: each.lists.map(nameOf) })),
    predictedLists: diagnostics.predictedLists.map((each) => ({ ...each, list: nameOf(each.list) })),
    predictive: diagnostics.predictive.map((check) =>
      check.of.kind === "both" ? { ...check, of: { kind: "both", lists: both(check.of.lists) } } : check,
    ),
  };
}
