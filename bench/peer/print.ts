/** The table of one set: both tools side by side, stage by stage, figure by figure. */
import type { EvaluatedFigure, LinkEvaluation } from "../../src/linkage/index.ts";
import type { PEER_SETS } from "../linkage-sets.ts";
import type { Outcome } from "./outcome.ts";

export type Tool = "inquest" | "splink" | "splink-our-pairs";

export interface Scored {
  readonly threshold: number;
  readonly f1: EvaluatedFigure;
  readonly bCubed: EvaluatedFigure;
  readonly pairwise: Pick<LinkEvaluation["pairwise"], "precision" | "recall">;
  readonly persons: EvaluatedFigure;
}

export interface ToolRuns {
  readonly tool: Tool;
  readonly outcomes: readonly (Omit<Outcome, "clusters"> & {
    /** At the tool's own threshold first, then those of the sweep. */
    readonly scores: readonly Scored[];
  })[];
}

export interface Comparison {
  readonly name: string;
  readonly set: (typeof PEER_SETS)[string];
  readonly scored: readonly ToolRuns[];
  readonly records: number;
  readonly persons: number;
}

/** Stages that do the same work, by the names that each tool gives them. */
const STAGES: readonly (readonly [label: string, names: readonly string[]])[] = [
  ["load", ["load"]],
  ["block (ours with keys)", ["keys", "block"]],
  ["estimate u (ours: u and EM)", ["estimate u", "learn"]],
  ["prior, EM (ours: in the line above)", ["prior", "EM"]],
  ["compare, predict", ["compare", "score", "predict"]],
  ["cluster", ["cluster"]],
];

const LABEL = 38;
const CELL = 24;

export function printComparison({ name, set, scored, records, persons }: Comparison): void {
  const runs = scored[0]?.outcomes.length ?? 0;
  const of = (tool: Tool) => scored.find((each) => each.tool === tool);
  const [ours, peer] = [of("inquest"), of("splink")];
  const row = (label: string, read: (runs: ToolRuns) => string) =>
    console.log(label.padEnd(LABEL) + scored.map((each) => read(each).padEnd(CELL)).join(""));
  console.log(`\n## ${name}: ${records} records of ${persons} persons; ${runs} alternating runs, medians`);
  row("", ({ tool }) => tool);
  for (const [label, names] of STAGES) {
    row(label, (each) =>
      inSeconds(median(each.outcomes.map(({ stages }) => sum(names.map((stage) => stages[stage] ?? 0))))),
    );
  }
  row("end to end, wall", (each) => inSeconds(wall(each)));
  row("end to end, processor", (each) => inSeconds(processor(each)));
  row("peak memory", (each) => `${Math.round(median(each.outcomes.map(({ peakMiB }) => peakMiB)))} MiB`);
  row("candidate pairs", (each) => String(each.outcomes[0]?.pairs ?? 0));
  row("threshold without labels", (each) => {
    const used = each.outcomes[0]?.scores[0]?.threshold ?? 0;
    return each.tool === "inquest"
      ? `${used} (even odds)`
      : `${used}${isDocumented(each) ? " (documented)" : ""}`;
  });
  row("  F1", (each) => inWords(first(each)?.f1));
  row("  precision / recall", (each) => {
    const { precision, recall } = first(each)?.pairwise ?? {};
    return `${short(precision?.value)} / ${short(recall?.value)}`;
  });
  row("  B-cubed F1", (each) => inWords(first(each)?.bCubed));
  row("  error in distinct persons", (each) => inWords(first(each)?.persons));
  row("  F1 over the runs", (each) =>
    [...new Set(each.outcomes.map(({ scores }) => short(scores[0]?.f1.value)))].join(", "),
  );
  row("  F1 / B-cubed at even odds", (each) => pair(evenOdds(each)));
  row("  best F1 / B-cubed of the thresholds", (each) => {
    const top = best(each);
    return `${pair(top)} at ${top?.threshold ?? "–"}`;
  });
  printVerdicts(set, ours, peer);
  for (const { tool, outcomes } of scored.filter((each) => each.tool !== "splink-our-pairs")) {
    const settings = outcomes[0];
    console.log(`${tool} compares ${settings?.comparisons.join("; ")}`);
    console.log(`${tool} learns: ${settings?.training}; blocks by: ${settings?.rules.join(" | ")}`);
  }
}

function printVerdicts(set: Comparison["set"], ours: ToolRuns | undefined, peer: ToolRuns | undefined): void {
  const mine = ours && first(ours);
  const verdict = (what: string, holds: boolean | null, figures: string) =>
    console.log(`${holds === null ? "OPEN" : holds ? "holds" : "MISSED"}: ${what} ${figures}`);
  const floor = (what: string, figure: EvaluatedFigure | undefined, asked: number) => {
    const value = figure?.value ?? 0;
    const within = value < asked && (figure?.interval?.[1] ?? 0) >= asked ? " (within its interval)" : "";
    verdict(`${what} at least ${asked}:`, value >= asked, `${short(value)}${within}`);
  };
  floor("F1", mine?.f1, set.floors.f1);
  floor("B-cubed", mine?.bCubed, set.floors.bCubed);
  if (peer === undefined || ours === undefined) {
    const speed = set.leastSpeedUp === null ? "" : `, at least ${set.leastSpeedUp} times as fast`;
    verdict(`F1 and B-cubed at least the peer's${speed}:`, null, "the peer did not run");
    return;
  }
  // The peer at the better of its documented threshold and even odds.
  const theirs = [first(peer), evenOdds(peer)].filter((each) => each !== undefined);
  const top = (read: (scores: Scored) => EvaluatedFigure) =>
    Math.max(...theirs.map((each) => read(each).value ?? 0));
  const beats = (what: string, mineValue: number | null | undefined, theirValue: number) =>
    verdict(what, (mineValue ?? 0) >= theirValue, `${short(mineValue)} against ${short(theirValue)}`);
  beats(
    "F1 at least the peer's, thresholds without labels:",
    mine?.f1.value,
    top(({ f1 }) => f1),
  );
  beats(
    "B-cubed at least the peer's:",
    mine?.bCubed.value,
    top(({ bCubed }) => bCubed),
  );
  beats("F1 at least the peer's, each at its best:", best(ours)?.f1.value, best(peer)?.f1.value ?? 0);
  const [byWall, byProcessor] = [wall(peer) / wall(ours), processor(peer) / processor(ours)];
  const speed = `${byWall.toFixed(2)} by wall, ${byProcessor.toFixed(2)} by processor time`;
  if (set.leastSpeedUp === null) console.log(`times as fast as the peer: ${speed}`);
  else verdict(`at least ${set.leastSpeedUp} times as fast as the peer:`, byWall >= set.leastSpeedUp, speed);
}

const first = ({ outcomes }: ToolRuns): Scored | undefined => outcomes[0]?.scores[0];
const isDocumented = ({ outcomes }: ToolRuns): boolean => (outcomes[0]?.documented ?? null) !== null;
const evenOdds = ({ outcomes }: ToolRuns): Scored | undefined =>
  outcomes[0]?.scores.find(({ threshold }) => Math.abs(threshold - 0.5) < 0.01);
const wall = ({ outcomes }: ToolRuns): number =>
  median(outcomes.map(({ stages }) => sum(Object.values(stages))));
const processor = ({ outcomes }: ToolRuns): number => median(outcomes.map(({ cpuSeconds }) => cpuSeconds));

function best({ outcomes }: ToolRuns): Scored | undefined {
  const all = outcomes[0]?.scores ?? [];
  return all.reduce<Scored | undefined>(
    (top, each) => ((each.f1.value ?? 0) > (top?.f1.value ?? -1) ? each : top),
    undefined,
  );
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  const high = sorted[middle] ?? 0;
  return sorted.length % 2 === 1 ? high : ((sorted[middle - 1] ?? high) + high) / 2;
}

const inSeconds = (value: number): string => `${value.toFixed(2)} s`;
const short = (value: number | null | undefined): string =>
  value === null || value === undefined ? "–" : value.toFixed(4);
const pair = (scores: Scored | undefined): string =>
  `${short(scores?.f1.value)} / ${short(scores?.bCubed.value)}`;

function inWords(figure: EvaluatedFigure | undefined): string {
  if (figure === undefined || figure.value === null) return "–";
  const [low, high] = figure.interval ?? [];
  return `${short(figure.value)} [${short(low)} ${short(high)}]`;
}
