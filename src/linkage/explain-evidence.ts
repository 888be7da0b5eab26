/** The engine's own comparers, weights and blocks, as a run trained them: what explaining a pair asks of them. */
import { silentProgress } from "../core/pure.ts";
import { type CandidateSpace, ruleOfPair } from "./candidate-space.ts";
import { type Comparer, levelOf, MISSING_LEVEL, rarityOf } from "./comparer.ts";
import { weighDependences } from "./dependence.ts";
import type { KeptModel } from "./kept-model.ts";
import { runAlone } from "./link-jobs.ts";
import { conflictCap } from "./name-conflict.ts";
import type { LinkInput } from "./records.ts";
import { scoreAgain } from "./score-again.ts";
import { type ScoredRun, scoreRun } from "./scored-run.ts";
import type { LinkSettings } from "./settings.ts";
import { pairWeigher, rarityWeight } from "./weights.ts";

/** What one comparison says of a pair. Thousandths of a bit. */
export interface ComparedField {
  readonly comparison: string;
  readonly fields: readonly string[];
  readonly level: string;
  readonly isMissing: boolean;
  /** P(level | same person) and P(level | different persons). */
  readonly m: number;
  readonly u: number;
  readonly levelMillibits: number;
  /** Added because the value is rarer than usual at this level, or taken because it is commoner. */
  readonly rarityMillibits: number;
}

/** What two comparisons together say beyond what each says alone: a birth date and an age agree together. */
export interface JointEvidence {
  readonly comparisons: readonly [first: string, second: string];
  readonly millibits: number;
}

export interface WeighedPair {
  readonly fields: readonly ComparedField[];
  /** Those that change the weight. */
  readonly joint: readonly JointEvidence[];
  /** All fields, what they say together, and the prior. */
  readonly weightMillibits: number;
  /** What decides: held below the link weight where two names of their own conflict. */
  readonly decidedMillibits: number;
  /** Comparisons whose conflict forbids the link. */
  readonly forbiddenBy: readonly string[];
}

/** A blocking rule under which the two meet. */
export interface MeetingRule {
  readonly rule: string;
  /** Records of the smallest block that holds both. */
  readonly blockSize: number;
}

export interface Evidence {
  readonly priorMillibits: number;
  readonly weigh: (left: number, right: number) => WeighedPair;
  readonly meetingRules: (left: number, right: number) => readonly MeetingRule[];
}

/** Trains on this input as `linkRecords` does, or takes the model that was kept; indices are those of the input. */
export function bindEvidence(input: LinkInput, settings: LinkSettings, kept?: KeptModel): Evidence {
  const run = runAlone(
    kept === undefined
      ? scoreRun(input, settings, silentProgress)
      : scoreAgain(input, kept, null, silentProgress),
  );
  const positions = new Int32Array(run.records.length);
  for (const [position, index] of run.original.entries()) positions[index] = position;
  const inOrder = (one: number, two: number): readonly [number, number] => {
    const [left, right] = [positions[one] ?? 0, positions[two] ?? 0];
    return left < right ? [left, right] : [right, left];
  };
  const decide = conflictCap(run.comparers, settings.decision);
  const weigh = pairWeigher(run.model);
  return {
    priorMillibits: run.priorWeight,
    weigh(leftIndex, rightIndex) {
      const [left, right] = inOrder(leftIndex, rightIndex);
      const packed = Int32Array.from(run.comparers, (comparer) => comparer.compare(left, right));
      const weight = weigh(packed, 0) + run.priorWeight;
      return {
        fields: run.comparers.map((comparer, column) => describe(comparer, packed[column] ?? 0, column, run)),
        joint: run.model.dependences.flatMap((dependence) => {
          const millibits = weighDependences(packed, 0, [dependence]);
          const [first, second] = [run.comparers[dependence.first], run.comparers[dependence.second]];
          return millibits === 0 || first === undefined || second === undefined
            ? []
            : [{ comparisons: [first.name, second.name] as const, millibits }];
        }),
        weightMillibits: weight,
        decidedMillibits: decide(packed, 0, weight),
        forbiddenBy: run.comparers.flatMap((comparer, column) =>
          comparer.forbids(levelOf(packed[column] ?? 0)) ? [comparer.name] : [],
        ),
      };
    },
    meetingRules(leftIndex, rightIndex) {
      const [left, right] = inOrder(leftIndex, rightIndex);
      const { rules, space } = run.candidates;
      if (ruleOfPair(space, left, right) < 0) return [];
      return rules.flatMap(({ name }, rule) => {
        const blockSize = smallestBlock(space, rule, left, right);
        return blockSize === null ? [] : [{ rule: name, blockSize }];
      });
    },
  };
}

function describe({ name, fields, levels }: Comparer, packed: number, column: number, run: ScoredRun) {
  const level = levelOf(packed);
  return {
    comparison: name,
    fields,
    level: levels[level]?.name ?? "",
    isMissing: level === MISSING_LEVEL,
    m: run.trained.m[column]?.[level] ?? 1,
    u: run.trained.u[column]?.[level] ?? 1,
    levelMillibits: run.model.weights[column]?.[level] ?? 0,
    rarityMillibits: rarityWeight(rarityOf(packed), run.model.usualRarity[column]?.[level] ?? 0),
  };
}

/** Size of the smallest block of a rule that holds both, left < right; a split block counts by its parts. */
function smallestBlock(
  { members, places, offsets, ruleStarts }: CandidateSpace,
  rule: number,
  left: number,
  right: number,
): number | null {
  let smallest: number | null = null;
  for (let index = offsets[left] ?? 0; index < (offsets[left + 1] ?? 0); index += 1) {
    const place = places[index] ?? 0;
    if (place < (ruleStarts[rule] ?? 0) || place >= (ruleStarts[rule + 1] ?? 0)) continue;
    let [first, end, holdsRight] = [place, place, false];
    while (first > 0 && (members[first - 1] ?? -1) >= 0) first -= 1;
    for (; (members[end] ?? -1) >= 0; end += 1) holdsRight ||= members[end] === right;
    if (holdsRight && (smallest === null || end - first < smallest)) smallest = end - first;
  }
  return smallest;
}
