/** Reports of estimates as they were recorded, read from the vault. */
import { z } from "zod";
import type { EstimateReport } from "../estimate/index.ts";
import type { EstimateRecorded } from "./act-bodies.ts";
import { LinkageOfEstimate } from "./estimate-linkage.ts";
import type { CaseHandle } from "./handle.ts";

// Our own sealed bytes, checked by hash while reading: only that both languages are there is asked.
const isReport = (value: unknown) => typeof value === "object" && value !== null && "methods" in value;
const Reports = z.strictObject({
  en: z.custom<EstimateReport>(isReport),
  fa: z.custom<EstimateReport>(isReport),
  /** Of an estimate from linked records: what the doubt of linkage does to it. */
  linkage: LinkageOfEstimate.optional(),
  /** The identifying assumption as it was stated when the estimate was made; reports of earlier versions have none. */
  assumption: z.strictObject({ en: z.string().optional(), fa: z.string().optional() }).optional(),
  /** What the plan asked of the samplers; nothing where it left that to them. */
  effort: z.strictObject({ rounds: z.number().optional(), classes: z.number().optional() }).optional(),
  /** Lists that count as one, and why. */
  joined: z
    .array(
      z.strictObject({
        name: z.string(),
        lists: z.array(z.string()),
        text: z.strictObject({ en: z.string(), fa: z.string() }),
      }),
    )
    .optional(),
});
export type RecordedReports = z.infer<typeof Reports>;

/** The reports of a recorded estimate; their bytes are hashed while they are read. */
export async function readReports(
  handle: CaseHandle,
  { report }: Pick<EstimateRecorded, "report">,
): Promise<RecordedReports> {
  return Reports.parse(JSON.parse(new TextDecoder().decode(await handle.read(report))));
}
