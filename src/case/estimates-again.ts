/** Recorded estimates with what is behind them, made again from their own tables: posteriors, draws, diagnostics. */
import type { Language } from "../core/index.ts";
import {
  ALL_METHODS,
  type CaptureTable,
  type Diagnostics,
  diagnoseTable,
  type EstimateReport,
  estimateWithPosteriors,
  type LatentSample,
  type MethodName,
  samplerEffort,
  type UnseenPosterior,
} from "../estimate/index.ts";
import type { LinkageOfEstimate } from "./estimate-linkage.ts";
import { sampleChains, toChainEvent } from "./estimate-with-threads.ts";
import type { CaseHandle } from "./handle.ts";
import { localListName } from "./present-estimate.ts";
import { readReports } from "./recorded-reports.ts";

export interface EstimateAgain {
  readonly id: string;
  /** The report as it was recorded: its numbers are those of the case. */
  readonly report: EstimateReport;
  readonly table: CaptureTable;
  /** Names of the lists in the language asked for, in the order of the table. */
  readonly listNames: readonly string[];
  /** Made now from the table of the record, with the same seed. */
  readonly posteriors: ReadonlyMap<MethodName, UnseenPosterior>;
  readonly sample: LatentSample | null;
  readonly diagnostics: Diagnostics;
  readonly linkage: LinkageOfEstimate | null;
  readonly truth: number | null;
  /** Methods that now give another number than the one recorded: another version made it. */
  readonly differing: readonly MethodName[];
}

/** A number made again on another machine may differ in its last digits, and in no more. */
const SAME_SHARE = 1e-9;

/** Every recorded estimate of the case, in the order of their records; nothing is recorded. */
export async function estimatesAgain(handle: CaseHandle, language: Language): Promise<EstimateAgain[]> {
  const done: EstimateAgain[] = [];
  for (const { value } of handle.state.estimates.values()) {
    const reports = await readReports(handle, value);
    const report = reports[language];
    const table: CaptureTable = { lists: report.table.lists, cells: report.table.cells };
    const ran = new Set([...report.methods, ...report.refused].map(({ name }) => name));
    const methods = ALL_METHODS.filter((name) => ran.has(name));
    const effort = samplerEffort(reports.effort ?? {});
    const sample = await sampleChains(table, {
      methods,
      effort: effort.latent,
      onProgress: (progress) => handle.progress(toChainEvent(progress, value.id)),
    });
    const { logitNormal } = effort;
    const options = { methods, language, logitNormal, ...(sample === null ? {} : { latentSample: sample }) };
    const again = estimateWithPosteriors(table, options);
    done.push({
      id: value.id,
      report,
      table,
      listNames: table.lists.map((name) => localListName(handle, name, language, reports.joined)),
      posteriors: again.posteriors,
      sample,
      diagnostics: diagnoseTable(table),
      linkage: reports.linkage ?? null,
      truth: handle.config.truth?.personsKilled ?? null,
      differing: report.methods.flatMap(({ name, point }) => {
        const now = again.report.methods.find((method) => method.name === name)?.point ?? Number.NaN;
        return Math.abs(now - point) <= SAME_SHARE * point ? [] : [name];
      }),
    });
  }
  return done;
}
