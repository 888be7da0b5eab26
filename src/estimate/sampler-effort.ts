/** How long the samplers may take, and how many classes there may be: the limits that every face keeps to. */

import type { LogitNormalEffort } from "./heterogeneity/logit-normal-estimate.ts";
import type { LatentOptions } from "./latent/latent-sample.ts";

/** A table with far peaks may need so many: UKdat_5 took 152,000, and minutes of processor with all shorter passes. */
export const PATIENT_ROUNDS = 240_000;

/** Rounds of the first pass. */
export const FIRST_ROUNDS = 3000;

export const ROUNDS = { least: 10, most: 9_999_999 } as const;

/** With one class lists would be independent; with very many a sweep takes long. */
export const CLASSES = { least: 2, most: 50 } as const;

/** What is asked of the samplers; what is left out is theirs to choose. */
export interface AskedEffort {
  /** Rounds of each chain at most, while chains disagree; in {@link ROUNDS}. */
  readonly rounds?: number | undefined;
  /** Latent classes at most; in {@link CLASSES}. */
  readonly classes?: number | undefined;
}

/** The options of both samplers. Few rounds are no more than that from the first pass on. */
export function samplerEffort({ rounds, classes }: AskedEffort): {
  readonly latent: LatentOptions;
  readonly logitNormal: LogitNormalEffort;
} {
  const classCount = classes === undefined ? {} : { classCount: classes };
  if (rounds === undefined) return { latent: { mostRounds: PATIENT_ROUNDS, ...classCount }, logitNormal: {} };
  const walk = { mostRounds: rounds, firstRounds: Math.min(FIRST_ROUNDS, rounds) };
  return { latent: { ...walk, ...classCount }, logitNormal: walk };
}
