/** Quality and time of linkage on the labelled sets: `tsx bench/linkage.ts [set …]`. */
import { performance } from "node:perf_hooks";
import { type LinkResult, linkRecords, settingsFor } from "../src/linkage/index.ts";
import { hasShared, LABELLED_SETS, type LabelledSet } from "./linkage-data.ts";
import { scoreClusters } from "./linkage-score.ts";

/** F1 of the prototype on each set, at its best threshold: the floor for `atEvenOdds`. */
const FLOORS: Readonly<Record<string, number>> = {
  fake_1000: 0.904,
  febrl4: 0.9998,
  rldata10000: 0.949,
  "synth-persian": 0.863,
  historical_50k: 0.858,
};

export function benchLinkage(names: readonly string[] = Object.keys(LABELLED_SETS)): void {
  if (!hasShared) {
    console.log("linkage: skipped, ../shared is not here");
    return;
  }
  for (const name of names) {
    const load = LABELLED_SETS[name];
    if (load === undefined) throw new RangeError(`no labelled set "${name}"`);
    const set = load();
    const start = performance.now();
    const result = linkRecords(set.input, settingsFor(set.input.fields));
    report(set, result, (performance.now() - start) / 1000);
  }
}

function report({ name, input, truth }: LabelledSet, result: LinkResult, seconds: number): void {
  const known = new Map<string, Set<string>>();
  for (const [index, id] of result.clusterIds.entries()) {
    const list = input.records[index]?.list ?? "";
    known.set(id, (known.get(id) ?? new Set()).add(list));
  }
  const onSeveral = [...known.values()].filter((lists) => lists.size > 1).length;
  const base = {
    set: name,
    records: input.records.length,
    seconds: seconds.toFixed(2),
    pairs: result.blocking.candidatePairs,
    rules: result.blocking.rules.length,
    persons: result.distinctPersons,
    onSeveralLists: onSeveral,
    needsReview: result.needsReview.length,
    cutEdges: result.cutEdges.length,
    peakMiB: Math.round(process.resourceUsage().maxRSS / 1024),
  };
  if (truth === null) {
    console.log(JSON.stringify(base));
    return;
  }
  const score = scoreClusters(result.clusterIds, truth);
  const completeness = blockingCompleteness(result, truth);
  const round = (value: number) => value.toFixed(4);
  console.log(
    JSON.stringify({
      ...base,
      precision: round(score.precision),
      recall: round(score.recall),
      f1: round(score.f1),
      floor: FLOORS[name],
      bCubed: round(score.bCubed),
      truePersons: score.truePersons,
      personsError: `${(((score.persons - score.truePersons) / score.truePersons) * 100).toFixed(1)} %`,
      ...completeness,
      atEvenOdds: atEvenOdds(input, truth),
    }),
  );
}

/** The clusters when every pair is decided at even odds by its weight alone, as peers report them. */
function atEvenOdds(input: LabelledSet["input"], truth: readonly string[]) {
  const decision = { linkProbability: 0.5001, nameConflict: "weigh" } as const;
  const { clusterIds } = linkRecords(input, settingsFor(input.fields, { decision }));
  const { precision, recall, f1, bCubed, persons } = scoreClusters(clusterIds, truth);
  const round = (value: number) => value.toFixed(4);
  return {
    precision: round(precision),
    recall: round(recall),
    f1: round(f1),
    bCubed: round(bCubed),
    persons,
  };
}

/** What the bands hold: true pairs among those linked, needing review, and shown at all. */
function blockingCompleteness({ pairs, needsReview }: LinkResult, truth: readonly string[]) {
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
