/** Linking plain CSV files, without a case: link --list. */
import { clustersCsv, emptyLists, fieldsApart, pairsCsv, toLinkDoubt } from "../case/index.ts";
import { blockingCompleteness, candidatePairs, evaluateClusters, type LinkResult } from "../linkage/index.ts";
import { usageError } from "./arguments.ts";
import { type Command, type CommandContext, writeJson } from "./context.ts";
import { conflictLines, identicalRowLines } from "./link-conflicts.ts";
import { chosenLinker } from "./link-engine.ts";
import { evaluationLines, reviewLines } from "./link-evaluation.ts";
import { type LinkFiles, readLinkFiles, readTruth } from "./link-input.ts";
import { type NoFigures, reviewSample, type SampleReview, writeSample } from "./link-review.ts";
import { doubtLine, emptyListLines, fieldsApartLines, nothingComparedLine } from "./link-words.ts";
import { writeUserFile } from "./write-commands.ts";

const ROWS_REJECTED = 3;

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
  const { imports, input, settings, judged } = files;
  const usable = judged?.usable ?? [];
  const truth = readTruth(context, files);
  const result = await link(input, settings, usable);
  writeUserFile(context, out, clustersCsv(input, result));
  const pairs = line.value("pairs");
  if (pairs !== undefined) writeUserFile(context, pairs, pairsCsv(input, result));
  const untold = usable.length === 0 ? result : await link(input, settings, []);
  const sampled = writeSample(context, files, untold);

  const rejected = imports.flatMap((each) => each.rejected);
  for (const row of rejected) {
    const reason = `${row.fileName}: ${row.reason}`;
    terminal.err(`${translate("import.rejected", { row: String(row.row), reason })}\n`);
  }
  const empty = emptyLists(input, settings, result, imports);
  for (const said of [
    ...emptyListLines(context, empty),
    ...fieldsApartLines(context, fieldsApart(imports)),
    ...nothingComparedLine(context, result.blocking),
  ])
    terminal.err(`${said}\n`);
  const counts = {
    records: input.records.length,
    persons: result.distinctPersons,
    pairs: result.pairs.length,
    review: result.needsReview.length,
  };
  const doubt = toLinkDoubt(result, settings);
  const evaluation =
    truth === null ? null : evaluateClusters(input, settings, result.clusterIds, truth.labels);
  const blocking =
    truth === null ? null : blockingCompleteness(candidatePairs(input, settings), truth.labels);
  const review = usable.length === 0 ? null : reviewSample(files, usable, untold);
  if (line.has("json")) {
    const { candidatePairs: compared } = result.blocking;
    writeJson(context, {
      ...counts,
      ...{ doubt, candidatePairs: compared, emptyLists: empty, rejected, cutEdges: result.cutEdges.length },
      ...(evaluation === null || truth === null
        ? {}
        : { evaluation: { ...evaluation, blocking, unusedTruthRows: truth.unusedRows } }),
      ...judgementMembers(files, result, review),
    });
  } else {
    const lines = [
      translate("link.done", counts),
      doubtLine(context, doubt),
      ...(usable.length === 0
        ? []
        : [translate("link.judged", { judged: usable.length, contradicted: result.conflicts.length })]),
      ...conflictLines(context, input, result),
      ...identicalRowLines(context, input, result, usable),
      ...(sampled === null ? [] : [translate("review.sample", sampled)]),
      ...(evaluation === null || truth === null
        ? []
        : ["", ...evaluationLines(context, evaluation, { blocking, unusedRows: truth.unusedRows })]),
      ...reviewText(context, review),
    ];
    terminal.out(`${lines.join("\n")}\n`);
  }
  return rejected.length > 0 ? ROWS_REJECTED : 0;
};

/** What the JSON says of `--judgements`; nothing without it. */
function judgementMembers(
  { judged }: LinkFiles,
  result: LinkResult,
  review: SampleReview | NoFigures | null,
) {
  if (judged === null) return {};
  const { usable, unusable, waiting } = judged;
  const judgements = { used: usable.length, contradicted: result.conflicts.length, waiting, unusable };
  if (review === null) return { judgements };
  if (typeof review === "string") return { judgements: { ...judgements, noFigures: review } };
  const { estimate, counted, drawn } = review;
  return { judgements, review: { ...estimate, counted, drawn } };
}

function reviewText(context: CommandContext, review: SampleReview | NoFigures | null): string[] {
  if (review === null) return [];
  if (typeof review === "string") return ["", context.translate(`review.none.${review}`)];
  const { estimate, counted, drawn } = review;
  const isPart = counted < drawn;
  return [
    "",
    ...reviewLines(context, estimate),
    ...(isPart ? [context.translate("review.part", { counted, drawn, next: counted + 1 })] : []),
  ];
}
