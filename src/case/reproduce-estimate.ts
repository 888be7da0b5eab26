/** The files that make the numbers of a recorded estimate again outside of Inquest, as `inquest estimate --reproduce` writes them. */
import { InquestError, type Language } from "../core/index.ts";
import {
  type CaptureTable,
  missingMembers,
  reproduceInR,
  samplerEffort,
  unlistedMembers,
} from "../estimate/index.ts";
import { sampleChains } from "./estimate-with-threads.ts";
import type { RecordedReports } from "./recorded-reports.ts";
import type { ReproductionView } from "./reproduction-view.ts";

/** @throws InquestError "case/not-found". */
export async function reproduceEstimate(
  recorded: ReadonlyMap<string, RecordedReports>,
  id: string,
  language: Language,
): Promise<ReproductionView> {
  const reports = recorded.get(id);
  if (reports === undefined) throw noSuchEstimate(id, [...recorded.keys()]);
  const report = reports[language];
  const table: CaptureTable = { lists: report.table.lists, cells: report.table.cells };
  // Draws are made only where the report does not say itself what was pooled: for an ensemble that was asked for alone.
  const methods = missingMembers(report).map(({ name }) => name);
  const effort = samplerEffort(reports.effort ?? {}).latent;
  const sample = await sampleChains(table, { methods, effort, onProgress: () => undefined });
  const files = reproduceInR(report, language, unlistedMembers(report, table, sample));
  return { id, files: Object.entries(files).map(([name, text]) => ({ name, text })) };
}

function noSuchEstimate(id: string, known: readonly string[]): InquestError {
  return new InquestError({
    code: "case/not-found",
    reaction: "not-found",
    message: `No estimate "${id}" is recorded. There are: ${known.join(", ") || "none"}.`,
    evidence: { id },
  });
}
