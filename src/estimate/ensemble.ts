/** One interval from several identified models that the counts cannot tell apart. */
import type { Interval } from "./log-normal-interval.ts";
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

/** Each member's tail that lies outside of the interval, on either side. */
export const MEMBER_TAIL = 0.01;

/** From this part of the largest number unseen on an end is the prior's. */
const NEAR_END = 0.9;

/**
 * The hull of the members' central 98 % intervals, around the median of their pool with equal weights.
 *
 * Weights are not learned: models with the same fit to the seen can differ without bound in the unseen
 * (Aleshin-Guendel, Sadinle & Wakefield 2024), so how well a model predicts the table does not say how far to trust
 * its N. A member whose chains have not settled may say anything yet, so there is no hull without it; nor where the prior of a
 * member stops before its posterior does, for then the hull would end at a choice of ours. Whichever member is right, the hull holds N as often as that member's own 98 % interval does, or more. The
 * reasons and the measured coverage are in docs/decisions.
 */
export function pool(members: readonly EnsembleMember[], writer: Writer): EnsembleOutcome {
  const present = members.flatMap(({ name, posterior }) => (posterior === null ? [] : [{ name, posterior }]));
  const leftOut = members.flatMap(({ name, refusal }) => (refusal === null ? [] : [{ name, code: refusal }]));
  const refuse = (code: EstimateRefusal["code"], text: string): EnsembleOutcome => ({
    estimate: null,
    posterior: null,
    refused: [{ name: "ensemble", code, text }],
    warnings: [],
  });
  if (present.length < 2) {
    return refuse("TOO_FEW_MODELS", writer.write("refused.TOO_FEW_MODELS", { models: present.length }));
  }
  const unsettled = leftOut.filter(({ code }) => code === "CHAINS_DISAGREE");
  if (unsettled.length > 0) {
    const names = writer.join(unsettled.map(({ name }) => name));
    return refuse("CHAINS_DISAGREE", writer.write("refused.CHAINS_DISAGREE.ensemble", { names }));
  }
  const cut = present.filter(({ posterior }) => endsAtItsPrior(posterior));
  if (cut.length > 0) {
    const names = writer.join(cut.map(({ name }) => name));
    return refuse("GRID_TAIL", writer.write("refused.GRID_TAIL.ensemble", { names }));
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
    interval: hullOf(present.map((member) => member.posterior)),
    kind: "posterior median",
    settings: {
      assumption: writer.write("assumption.ensemble"),
      interval: "hull of central 98 %",
      members: present.map(own),
      leftOut,
    },
  } as const;
  return { estimate, posterior, refused: [], warnings };
}

/** Whether the upper end that the hull would take lies where the prior of the number unseen stops, and not the data. */
function endsAtItsPrior(posterior: UnseenPosterior): boolean {
  const last = posterior.grid.points.at(-1) ?? 0;
  return totalQuantile(posterior, 1 - MEMBER_TAIL) - posterior.seen > NEAR_END * last;
}

/** From the least 1 % point of the posteriors to their greatest 99 % point. */
export function hullOf(posteriors: readonly UnseenPosterior[]): Interval {
  return [
    Math.min(...posteriors.map((posterior) => totalQuantile(posterior, MEMBER_TAIL))),
    Math.max(...posteriors.map((posterior) => totalQuantile(posterior, 1 - MEMBER_TAIL))),
  ];
}
