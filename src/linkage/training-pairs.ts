/** The pairs that training learns from: random ones, and those of several blocking rules. */
import type { Rule } from "./blocking-rules.ts";
import type { Comparer } from "./comparer.ts";
import { seededRandom } from "./random.ts";
import type { LinkSettings } from "./settings.ts";

export interface TrainingPairsInput {
  readonly comparers: readonly Comparer[];
  readonly rules: readonly Rule[];
  /** Fields of the person's own name: the key "*" uses them all. */
  readonly ownNames: readonly string[];
  /** Records that take part, ascending. */
  readonly blocked: Int32Array;
  readonly recordCount: number;
  readonly settings: LinkSettings;
}

const FEWEST_PAIRS_PER_RULE = 50;

/** Random pairs of the records that take part, seeded; all pairs where there are no more. */
export function randomPairs({
  blocked,
  settings: { training },
}: TrainingPairsInput): [Int32Array, Int32Array] {
  const count = blocked.length;
  const all = (count * (count - 1)) / 2;
  const total = count < 2 ? 0 : Math.min(all, training.randomPairs);
  const [left, right] = [new Int32Array(total), new Int32Array(total)];
  if (total === all) {
    let pair = 0;
    for (let first = 0; first < count; first += 1) {
      for (let second = first + 1; second < count; second += 1) {
        left[pair] = blocked[first] ?? 0;
        right[pair] = blocked[second] ?? 0;
        pair += 1;
      }
    }
    return [left, right];
  }
  const random = seededRandom(training.seed);
  for (let pair = 0; pair < total; pair += 1) {
    const first = random() % count;
    const second = (first + 1 + (random() % (count - 1))) % count;
    left[pair] = blocked[Math.min(first, second)] ?? 0;
    right[pair] = blocked[Math.max(first, second)] ?? 0;
  }
  return [left, right];
}

/** Rules that between them leave every comparison free as often as may be; selective rules first. */
export function trainingRules(input: Omit<TrainingPairsInput, "blocked">): Rule[] {
  const { comparers, settings } = input;
  const pool = input.rules.filter(
    ({ pairs }) => pairs >= Math.max(FEWEST_PAIRS_PER_RULE, input.recordCount / 100),
  );
  const timesFree = comparers.map(() => 0);
  const chosen: Rule[] = [];
  while (chosen.length < settings.training.maxRules && pool.length > 0) {
    const worth = pool.map((rule) =>
      trainedIn(rule, input).reduce(
        (sum, free, column) => sum + (free ? 1 / (1 + (timesFree[column] ?? 0)) ** 2 : 0),
        0,
      ),
    );
    const best = worth.indexOf(Math.max(...worth));
    const [rule] = pool.splice(best, 1);
    if (rule === undefined) break;
    chosen.push(rule);
    for (const [column, free] of trainedIn(rule, input).entries()) {
      if (free) timesFree[column] = (timesFree[column] ?? 0) + 1;
    }
  }
  return chosen;
}

/** For each comparison whether the pairs of a rule may teach it: those whose fields made the block may not. */
export function trainedIn(
  { keys }: Rule,
  { comparers, ownNames }: Pick<TrainingPairsInput, "comparers" | "ownNames">,
): boolean[] {
  const used = new Set(keys.flatMap(({ field }) => (field === "*" ? ownNames : [field])));
  return comparers.map(({ fields }) => !fields.some((field) => used.has(field)));
}
