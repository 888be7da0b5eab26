/** How far two reviewers agree on the pairs that both judged independently. */

export type JudgedAnswer = "same" | "different" | "unsure";
const ANSWERS: readonly JudgedAnswer[] = ["same", "different", "unsure"];

export interface Agreement {
  /** Pairs that both judged. */
  readonly pairs: number;
  /** Pairs on which both said the same. */
  readonly agreed: number;
  /** The share of them; null without any pair. */
  readonly raw: number | null;
  /** Cohen's kappa over the three answers; null without any pair, or where both always gave one and the same answer. */
  readonly kappa: number | null;
  /** Its large-sample standard error; null where kappa is. Below some thirty pairs it says little. */
  readonly standardError: number | null;
}

/**
 * Raw agreement and Cohen's kappa.
 *
 * @param answers - of each pair what the one and what the other said.
 * @see Cohen, A coefficient of agreement for nominal scales, 1960, formulas 1 and 9.
 */
export function measureAgreement(
  answers: readonly (readonly [one: JudgedAnswer, other: JudgedAnswer])[],
): Agreement {
  const pairs = answers.length;
  const agreed = answers.filter(([one, other]) => one === other).length;
  if (pairs === 0) return { pairs, agreed, raw: null, kappa: null, standardError: null };
  const shareOf = (side: 0 | 1, answer: JudgedAnswer) =>
    answers.filter((each) => each[side] === answer).length / pairs;
  const raw = agreed / pairs;
  const byChance = ANSWERS.reduce((sum, answer) => sum + shareOf(0, answer) * shareOf(1, answer), 0);
  if (byChance === 1) return { pairs, agreed, raw, kappa: null, standardError: null };
  return {
    pairs,
    agreed,
    raw,
    kappa: (raw - byChance) / (1 - byChance),
    standardError: Math.sqrt((raw * (1 - raw)) / (pairs * (1 - byChance) ** 2)),
  };
}
