/** Members of an ensemble that its report does not list by themselves: the script needs them to make the number again. */
import type { CaptureTable } from "../capture-table.ts";
import { estimateWithPosteriors } from "../estimate-table.ts";
import type { LatentSample } from "../latent/latent-sample.ts";
import type { EnsembleSettings, Estimate, EstimateReport } from "../report.ts";

type Member = EnsembleSettings["members"][number];

/** Those that were pooled and stand in none of the report's methods. */
export function missingMembers(report: EstimateReport): readonly Member[] {
  return report.methods
    .flatMap((method): readonly Member[] => (method.name === "ensemble" ? method.settings.members : []))
    .filter((member) => !report.methods.some(({ name }) => name === member.name));
}

/**
 * The same, made again from the table, as far as they are still those that were pooled.
 *
 * @param sample - the draws of the latent classes, where these are among them.
 */
export function unlistedMembers(
  report: EstimateReport,
  table: CaptureTable,
  sample: LatentSample | null,
): readonly Estimate[] {
  const missing = missingMembers(report);
  if (missing.length === 0) return [];
  const drawn = sample === null ? {} : { latentSample: sample };
  const again = estimateWithPosteriors(table, { methods: missing.map(({ name }) => name), ...drawn });
  return again.report.methods.filter(({ point }) => missing.some((member) => member.point === point));
}
