/** Linking plain CSV files, without a case: link --list. */
import { clustersCsv, pairsCsv, sampleCsv } from "../case/index.ts";
import {
  blockingCompleteness,
  candidatePairs,
  drawReviewSample,
  estimateFromReview,
  evaluateClusters,
  judgedStrata,
  type LinkResult,
  type ReviewEstimate,
} from "../linkage/index.ts";
import { usageError } from "./arguments.ts";
import { type Command, type CommandContext, writeJson } from "./context.ts";
import { conflictLines, identicalRowLines } from "./link-conflicts.ts";
import { chosenLinker, type Linker } from "./link-engine.ts";
import { evaluationLines, reviewLines } from "./link-evaluation.ts";
import { type LinkFiles, readLinkFiles, readTruth } from "./link-input.ts";
import { writeUserFile } from "./write-commands.ts";

const ROWS_REJECTED = 3;
const SAMPLED_PER_STRATUM = 50;

/**
 * `inquest link --list a=a.csv --list b=b.csv --recipe r.json --out clusters.csv [--pairs pairs.csv]
 * [--truth truth.csv] [--judgements judged.csv] [--sample to-judge.csv] [--engine duckdb] [--json]`.
 */
export const linkFiles: Command = async (context) => {
  const { line, terminal, translate } = context;
  const out = line.value("out");
  if (out === undefined) throw usageError("link on files needs --recipe R.json and --out clusters.csv.");
  const link = chosenLinker(context);
  const files = readLinkFiles(context);
  const { imports, input, settings, judgements } = files;
  const truth = readTruth(context, files);
  const result = await link(input, settings, judgements);
  writeUserFile(context, out, clustersCsv(input, result));
  const pairs = line.value("pairs");
  if (pairs !== undefined) writeUserFile(context, pairs, pairsCsv(input, result));
  const sampled = writeSample(context, files, result);

  const rejected = imports.flatMap((each) => each.rejected);
  for (const row of rejected) {
    const reason = `${row.fileName}: ${row.reason}`;
    terminal.err(`${translate("import.rejected", { row: String(row.row), reason })}\n`);
  }
  const counts = {
    records: input.records.length,
    persons: result.distinctPersons,
    pairs: result.pairs.length,
    review: result.needsReview.length,
  };
  const evaluation =
    truth === null ? null : evaluateClusters(input, settings, result.clusterIds, truth.labels);
  const blocking =
    truth === null ? null : blockingCompleteness(candidatePairs(input, settings), truth.labels);
  const review = judgements.length === 0 ? null : await reviewOf(link, files);
  if (line.has("json")) {
    writeJson(context, {
      ...counts,
      rejected,
      cutEdges: result.cutEdges.length,
      ...(evaluation === null || truth === null
        ? {}
        : { evaluation: { ...evaluation, blocking, unusedTruthRows: truth.unusedRows } }),
      ...(review === null ? {} : { review }),
    });
  } else {
    const lines = [
      translate("link.done", counts),
      ...conflictLines(context, input, result),
      ...identicalRowLines(context, input, result, judgements),
      ...(sampled === null ? [] : [translate("review.sample", sampled)]),
      ...(evaluation === null || truth === null
        ? []
        : ["", ...evaluationLines(context, evaluation, { blocking, unusedRows: truth.unusedRows })]),
      ...(review === null ? [] : ["", ...reviewLines(context, review)]),
    ];
    terminal.out(`${lines.join("\n")}\n`);
  }
  return rejected.length > 0 ? ROWS_REJECTED : 0;
};

/** What the judged pairs say of the machine's own links: of a run that has not heard of them. */
async function reviewOf(link: Linker, { input, settings, judgements }: LinkFiles): Promise<ReviewEstimate> {
  const untold = await link(input, settings, []);
  return estimateFromReview(judgedStrata(input, untold, judgements), settings.training.seed);
}

/** Pairs drawn at random for people to judge, in random order and without the machine's opinion. */
function writeSample(
  context: CommandContext,
  { input, settings }: LinkFiles,
  result: LinkResult,
): { readonly count: number; readonly file: string } | null {
  const file = context.line.value("sample");
  if (file === undefined) return null;
  const pairs = drawReviewSample(result, { perStratum: SAMPLED_PER_STRATUM, seed: settings.training.seed });
  writeUserFile(context, file, sampleCsv(input, pairs));
  return { count: pairs.length, file };
}
