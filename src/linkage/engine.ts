/**
 * The port of another engine: a database or a cluster that brings pairs together, looks comparisons up and adds weights.
 *
 * All that crosses it are whole numbers. Names stay on this side, and so does everything that decides: which rules run,
 * what two values have in common, the model, the clusters. That is why every engine gives the same answer.
 */
import type { KeyColumn } from "./blocking-keys.ts";
import type { RuleAccount } from "./candidate-space.ts";
import type { PairPart } from "./pair-part.ts";
import type { LaidOut } from "./rule-choice.ts";
import type { KeptPairs } from "./score-pairs.ts";

export type { RuleAccount } from "./candidate-space.ts";
export type { PairPart } from "./pair-part.ts";

export interface LinkEngine {
  /** Stable, such as "duckdb". */
  readonly name: string;
  /** Throws what `open` would where the engine is absent: said before any work is done. */
  readonly check: () => Promise<void>;
  /** Takes the records of one run in. Whoever opens it closes it. */
  readonly open: (job: EngineJob) => Promise<EngineRun>;
}

/** Records by position, as numbers. */
export interface EngineJob {
  readonly recordCount: number;
  /** Keys under which records meet. */
  readonly keys: readonly Pick<KeyColumn, "offsets" | "ids">[];
  /** The rules that may run, in order. */
  readonly rules: readonly EngineRule[];
  /** More combinations of keys than this a record does not meet others under, in one rule. */
  readonly mostCombinations: number;
  /** Records that take part, ascending. */
  readonly blocked: Int32Array;
  /** True when every two of them are candidates, whatever the rules. */
  readonly isExhaustive: boolean;
  /** Value of each record in each comparison, -1 when missing. */
  readonly values: readonly Int32Array[];
}

/** Records meet that share a key of each of one or two columns. Numbers are indices into `EngineJob.keys`. */
export interface EngineRule {
  readonly first: number;
  /** The same as `first` means two different keys of it; null one key alone. */
  readonly second: number | null;
  /** Larger blocks are split. */
  readonly cap: number;
  /** By every key of these columns, in order; none leaves large blocks out. */
  readonly splits: readonly number[];
}

/** What the blocks of a rule are. */
export interface LaidRule extends LaidOut {
  readonly account: RuleAccount;
}

/** Pairs of positions, left < right, as long as each other. */
export interface EnginePairs {
  readonly left: Int32Array;
  readonly right: Int32Array;
}

/** Pairs of values of two comparisons. */
export interface ValuePairs {
  readonly first: Int32Array;
  readonly second: Int32Array;
}

/** Holds for a pair when left's value in one comparison and right's in another are one of these. */
export interface ValueCondition extends ValuePairs {
  readonly leftColumn: number;
  readonly rightColumn: number;
}

/** What one comparison adds to the weight of a pair. */
export interface Answer {
  readonly level: number;
  /** Thousandths of a bit. */
  readonly weight: number;
  /** 1 where the names conflict, else 0. */
  readonly conflict: number;
  /** 1 where an identifier agrees, else 0. */
  readonly identifier: number;
}

/** Answers side by side, one array for each member of `Answer`. */
export type Answers = { readonly [Member in keyof Answer]: Int32Array };

export interface ComparisonAnswers {
  /** Of two values, the smaller first, unless both are the `usual` answer. A missing value adds nothing at level 0. */
  readonly values: ValuePairs & Answers;
  readonly usual: Answer;
  /** Pairs of records that are answered otherwise than their values; all of them have both values. */
  readonly pairs: EnginePairs & Answers;
}

/** Two comparisons that speak of one thing: what their levels together add. */
export interface JointAnswers {
  readonly first: number;
  readonly second: number;
  readonly firstLevel: Int32Array;
  readonly secondLevel: Int32Array;
  readonly weight: Int32Array;
}

export interface EngineScoring {
  readonly comparisons: readonly ComparisonAnswers[];
  readonly joint: readonly JointAnswers[];
  readonly priorWeight: number;
  /** Pairs below are left out. */
  readonly leastWeight: number;
  /** What a pair weighs at most where names conflict and no identifier agrees; null without such a bound. */
  readonly conflictMost: number | null;
}

/**
 * One run. The order of the calls is that of the members; all pairs come ordered by their left record, the first block
 * that holds them, and their right record.
 */
export interface EngineRun {
  /**
   * Lays out the blocks of the next rules, up to, not with, `endRule`. Blocks of a rule are ordered by their key in its
   * first column, then by their first record, then by the place of their other key in that record.
   *
   * @param followed - records of which is told how often they stand beside another in a block, and how often they had not
   *   under any earlier rule; the same in every call. Null tells 0 of both.
   */
  readonly layOut: (endRule: number, followed: Int32Array | null) => Promise<readonly LaidRule[]>;
  /**
   * Keeps these of the rules that were laid out last, ascending, and forgets the others of them.
   *
   * @param counted - left records whose pairs are counted, the same in every call; null for all.
   * @returns for each the pairs with such a left record that no earlier rule that was kept holds.
   */
  readonly keep: (rules: readonly number[], counted: Int32Array | null) => Promise<readonly number[]>;
  /** Fixes the candidates: the pairs of the rules kept before `endRule`. */
  readonly take: (endRule: number) => Promise<void>;
  readonly sampleCandidates: (part: PairPart) => Promise<EnginePairs>;
  /** @param rule - one that was kept. */
  readonly sampleRule: (rule: number, part: PairPart) => Promise<EnginePairs>;
  /** The different pairs of values that one comparison meets in the candidates, the smaller value first. */
  readonly valuePairs: (column: number) => Promise<ValuePairs>;
  /** The different values of left in one comparison and right in another, where the conditions hold. */
  readonly crossedPairs: (
    columns: Pick<ValueCondition, "leftColumn" | "rightColumn">,
    conditions: readonly ValueCondition[],
  ) => Promise<ValuePairs>;
  /** The candidates for which all conditions hold. */
  readonly pairsWhere: (conditions: readonly ValueCondition[]) => Promise<EnginePairs>;
  readonly score: (scoring: EngineScoring) => Promise<KeptPairs>;
  /** The first rule that holds each of the pairs, -1 for none. */
  readonly rulesOf: (pairs: EnginePairs) => Promise<Int32Array>;
  readonly close: () => Promise<void>;
}
