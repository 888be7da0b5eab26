/** The standards of proof that a speaker or a dossier can declare, weakest first. */
export const STANDARDS_OF_PROOF = [
  "reasonable-suspicion",
  "reasonable-grounds-to-believe",
  "balance-of-probabilities",
  "clear-and-convincing",
  "beyond-reasonable-doubt",
] as const;
export type StandardOfProof = (typeof STANDARDS_OF_PROOF)[number];
