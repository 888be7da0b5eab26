/** One interval from several identified models that the counts cannot tell apart. */
import type { Writer } from "./messages.ts";
import type { Estimate, EstimateRefusal, EstimateWarning, MethodName } from "./report.ts";
import { poolPosteriors, totalInterval, totalQuantile, type UnseenPosterior } from "./unseen-posterior.ts";

/** Models of the ensemble: each takes another thing to be zero, so that together they span what may be wrong. */
export const ENSEMBLE_MEMBERS = ["dga", "lcmcr", "logitNormal"] as const;

export interface EnsembleMember {
  readonly name: (typeof ENSEMBLE_MEMBERS)[number];
  /** null when the model has no number for this table. */
  readonly posterior: UnseenPosterior | null;
  /** Why it has none. */
  readonly refusal: EstimateRefusal["code"] | null;
}

export interface EnsembleOutcome {
  readonly estimate: Extract<Estimate, { name: "ensemble" }> | null;
  readonly posterior: UnseenPosterior | null;
  readonly refused: readonly EstimateRefusal[];
  readonly warnings: readonly EstimateWarning[];
}

/**
 * The linear pool of the members with equal weights (Stone 1961; Genest & Zidek 1986, Statistical Science 1).
 *
 * Weights are not learned: models with the same fit to the seen can differ without bound in the unseen
 * (Aleshin-Guendel, Sadinle & Wakefield 2024), so how well a model predicts the table does not say how far to trust
 * its N. The reasons and the coverage are in docs/decisions.
 */
export function pool(members: readonly EnsembleMember[], writer: Writer): EnsembleOutcome {
  const present = members.flatMap(({ name, posterior }) => (posterior === null ? [] : [{ name, posterior }]));
  const leftOut = members.flatMap(({ name, refusal }) => (refusal === null ? [] : [{ name, code: refusal }]));
  if (present.length < 2) {
    const text = writer.write("refused.TOO_FEW_MODELS", { models: present.length });
    return {
      estimate: null,
      posterior: null,
      refused: [{ name: "ensemble", code: "TOO_FEW_MODELS", text }],
      warnings: [],
    };
  }
  const weight = 1 / present.length;
  const posterior = poolPosteriors(present.map((member) => ({ posterior: member.posterior, weight })));
  const warnings: EstimateWarning[] = [];
  if (leftOut.length > 0) {
    const names = writer.join(leftOut.map(({ name }) => name));
    const text = writer.write("warning.MODELS_MISSING", { names, models: present.length });
    warnings.push({ code: "MODELS_MISSING", text });
  }
  const own = (part: { readonly name: MethodName; readonly posterior: UnseenPosterior }) => ({
    name: part.name,
    weight,
    point: totalQuantile(part.posterior, 0.5),
    interval: totalInterval(part.posterior),
  });
  const estimate = {
    name: "ensemble",
    point: totalQuantile(posterior, 0.5),
    interval: totalInterval(posterior),
    kind: "posterior median",
    settings: {
      assumption: writer.write("assumption.ensemble"),
      interval: "central, linear pool",
      members: present.map(own),
      leftOut,
    },
  } as const;
  return { estimate, posterior, refused: [], warnings };
}
