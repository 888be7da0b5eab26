/** Pairs drawn for people to judge, and what their judgements say of the links: only of a random sample, only as drawn. */
import { sampleCsv, sampleIdOf } from "../case/index.ts";
import {
  drawReviewSample,
  estimateFromReview,
  judgedStrata,
  type LinkResult,
  type ReviewEstimate,
  type ScoredPair,
} from "../linkage/index.ts";
import type { CommandContext } from "./context.ts";
import type { LinkFiles } from "./link-input.ts";
import type { UsableJudgement } from "./link-judgements.ts";
import { writeUserFile } from "./write-commands.ts";

const SAMPLED_PER_STRATUM = 50;

/** Why judged pairs bind clusters and tell no precision. */
export type NoFigures =
  /** None of them is of a sample that this program drew. */
  | "chosen"
  /** They are of several samples. */
  | "several-samples"
  /** The sample is not the one that these lists and settings give. */
  | "other-sample"
  /** The first pair of the sample has no decision. */
  | "first-waits";

export interface SampleReview {
  readonly estimate: ReviewEstimate;
  /** Pairs of the sample that count: from the first one up to the first without a decision. */
  readonly counted: number;
  readonly drawn: number;
}

/** A run that has not heard of the judgements: they would have moved the pairs they judge. */
type Untold = Pick<LinkResult, "pairs">;

/** Pairs drawn at random for people to judge, in random order and without the machine's opinion. */
export function writeSample(
  context: CommandContext,
  files: LinkFiles,
  untold: Untold,
): { readonly count: number; readonly file: string } | null {
  const file = context.line.value("sample");
  if (file === undefined) return null;
  const pairs = drawSample(files, untold);
  writeUserFile(context, file, sampleCsv(files.input, pairs));
  return { count: pairs.length, file };
}

/**
 * Precision and recall from the judged pairs of a random sample.
 *
 * The pairs of a sample stand in random order, so those from the first to the last before one that waits are a random
 * sample too; those after it may have been picked because they were easy, and bind clusters only. So do pairs that were
 * never drawn.
 */
export function reviewSample(
  files: LinkFiles,
  judgements: readonly UsableJudgement[],
  untold: Untold,
): SampleReview | NoFigures {
  const { input, settings } = files;
  const samples = new Set(judgements.flatMap(({ drawn }) => (drawn === null ? [] : [drawn.sample])));
  if (samples.size === 0) return "chosen";
  if (samples.size > 1) return "several-samples";
  const pairs = drawSample(files, untold);
  if (!samples.has(sampleIdOf(input, pairs))) return "other-sample";
  const decided = new Map(
    judgements.flatMap((judgement) =>
      judgement.drawn === null ? [] : [[judgement.drawn.place, keyOf(judgement)] as const],
    ),
  );
  const keys = pairs.map(({ left, right }) => {
    const [one, other] = [input.records[left], input.records[right]];
    return one === undefined || other === undefined ? "" : keyOf({ left: one, right: other });
  });
  const firstWaiting = keys.findIndex((key, index) => decided.get(index + 1) !== key);
  const counted = firstWaiting < 0 ? keys.length : firstWaiting;
  if (counted === 0) return "first-waits";
  const isCounted = new Set(keys.slice(0, counted));
  // A later line on the same pair supersedes, whether it stands in the sample or was added below.
  const said = judgements.filter((judgement) => isCounted.has(keyOf(judgement)));
  return {
    estimate: estimateFromReview(judgedStrata(input, untold, said), settings.training.seed),
    counted,
    drawn: keys.length,
  };
}

function drawSample({ settings }: LinkFiles, untold: Untold): ScoredPair[] {
  return drawReviewSample(untold, { perStratum: SAMPLED_PER_STRATUM, seed: settings.training.seed });
}

/** The same for both orders of the two. */
function keyOf({ left, right }: Pick<UsableJudgement, "left" | "right">): string {
  return [left, right]
    .map(({ list, recordId }) => JSON.stringify([list, recordId]))
    .sort()
    .join("");
}
