/** Quality and time of linkage on the labelled sets: `tsx bench/linkage.ts [set …]`. */
import { performance } from "node:perf_hooks";
import { fictionalLists } from "../src/linkage/fictional-lists.ts";
import {
  blockingCompleteness,
  candidatePairs,
  type EvaluatedFigure,
  evaluateClusters,
  type LinkOptions,
  type LinkResult,
  linkRecords,
  settingsFor,
} from "../src/linkage/index.ts";
import { hasShared, LABELLED_SETS, type LabelledSet } from "./linkage-data.ts";
import { generatedLists } from "./linkage-scale.ts";

/** F1 of the prototype on each set, at its best threshold: the floor for `atEvenOdds`. */
const FLOORS: Readonly<Record<string, number>> = {
  fake_1000: 0.904,
  febrl4: 0.9998,
  rldata10000: 0.949,
  "synth-persian": 0.863,
  historical_50k: 0.858,
};

/** Lists from a seed used for nothing else: nothing was chosen by them, so they run only when they are named. */
const OWN_SEED = 20_261_128;
const LAST_CHECKS: Readonly<Record<string, () => LabelledSet>> = {
  "own-generated": () => ({ name: "own-generated", ...generatedLists(30_000, OWN_SEED) }),
  "own-fictional": () => ({ name: "own-fictional", ...fictionalLists(6000, OWN_SEED) }),
};

export function benchLinkage(names: readonly string[] = Object.keys(LABELLED_SETS)): void {
  if (!hasShared) {
    console.log("linkage: skipped, ../shared is not here");
    return;
  }
  for (const name of names) {
    const load = LABELLED_SETS[name] ?? LAST_CHECKS[name];
    if (load === undefined) throw new RangeError(`no labelled set "${name}"`);
    const set = load();
    const start = performance.now();
    const result = linkWith(set, {});
    report(set, result, (performance.now() - start) / 1000);
  }
}

function report(set: LabelledSet, result: LinkResult, seconds: number): void {
  const { name, input, truth } = set;
  const known = new Map<string, Set<string>>();
  for (const [index, id] of result.clusterIds.entries()) {
    const list = input.records[index]?.list ?? "";
    known.set(id, (known.get(id) ?? new Set()).add(list));
  }
  const base = {
    set: name,
    records: input.records.length,
    seconds: seconds.toFixed(2),
    pairs: result.blocking.candidatePairs,
    rules: result.blocking.rules.length,
    persons: result.distinctPersons,
    onSeveralLists: [...known.values()].filter((lists) => lists.size > 1).length,
    needsReview: result.needsReview.length,
    cutEdges: result.cutEdges.length,
    peakMiB: Math.round(process.resourceUsage().maxRSS / 1024),
    withDoubt: doubtOf(result),
  };
  if (truth === null) {
    console.log(JSON.stringify(base));
    return;
  }
  const decided = scoresOf(set, result.clusterIds, truth);
  console.log(
    JSON.stringify({
      ...base,
      floor: FLOORS[name],
      truePersons: decided.truePersons,
      decided,
      blocking: blockingCompleteness(candidatePairs(input, settingsOf(set)), truth),
      ...bandsOf(result, truth),
      // When every pair is decided at even odds by its weight alone, as peers report them.
      atEvenOdds: scoresOf(
        set,
        linkWith(set, { decision: { linkProbability: 0.5001, nameConflict: "weigh" } }).clusterIds,
        truth,
      ),
      // The count again with a smaller error that all weights share, to see what the default adds.
      withDoubtOfOneBit: doubtOf(linkWith(set, { doubt: { sharedErrorBits: 1 } })),
    }),
  );
}

/** The settings of a set's recipe without its decision: what the defaults decide stands beside even odds. */
const settingsOf = ({ input, options = {} }: LabelledSet, more: LinkOptions = {}) =>
  settingsFor(input.fields, { ...options, decision: {}, ...more });

const linkWith = (set: LabelledSet, more: LinkOptions): LinkResult =>
  linkRecords(set.input, settingsOf(set, more));

const doubtOf = ({ personsWithDoubt: { estimate, low, high } }: LinkResult): string =>
  `${estimate} (${low}–${high})`;

/** Figures with their 95 % intervals over persons. */
function scoresOf(set: LabelledSet, clusterIds: readonly string[], truth: readonly string[]) {
  const { pairwise, bCubed, distinctPersons } = evaluateClusters(
    set.input,
    settingsOf(set),
    clusterIds,
    truth,
  );
  const written = ({ value, interval }: EvaluatedFigure): string => {
    const range = interval === null ? "" : ` [${interval.map((end) => end.toFixed(4)).join("–")}]`;
    return `${value?.toFixed(4) ?? "–"}${range}`;
  };
  return {
    precision: written(pairwise.precision),
    recall: written(pairwise.recall),
    f1: written(pairwise.f1),
    bCubed: written(bCubed.f1),
    persons: distinctPersons.found,
    truePersons: distinctPersons.truth,
    personsError: written(distinctPersons.error),
  };
}

/** What the bands hold: true pairs among those linked, needing review, and shown at all. */
function bandsOf({ pairs, needsReview }: LinkResult, truth: readonly string[]) {
  const isTrue = ({ left, right }: { left: number; right: number }) => truth[left] === truth[right];
  return {
    shownTrue: pairs.filter(isTrue).length,
    reviewTrue: needsReview.filter(isTrue).length,
  };
}

if (process.argv[1]?.endsWith("linkage.ts")) {
  const names = process.argv.slice(2);
  benchLinkage(names.length === 0 ? undefined : names);
}
