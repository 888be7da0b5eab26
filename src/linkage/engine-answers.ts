/** What an engine looks up: for every pair of values that its candidates meet, level and weight by the model. */
import { type Comparer, levelOf, rarityOf } from "./comparer.ts";
import { LEVEL_STRIDE } from "./dependence.ts";
import type {
  Answer,
  Answers,
  ComparisonAnswers,
  EnginePairs,
  EngineRun,
  EngineScoring,
  JointAnswers,
  ValuePairs,
} from "./engine.ts";
import { IntList } from "./int-list.ts";
import { mostOnConflict } from "./name-conflict.ts";
import type { TrainedRun } from "./scored-run.ts";
import type { LinkSettings } from "./settings.ts";
import { rarityWeight, type WeightModel } from "./weights.ts";

/** Asks the engine which values meet, and answers for all of them. Each pair of values is compared once. */
export async function answersFor(
  engine: EngineRun,
  run: TrainedRun,
  settings: LinkSettings,
): Promise<EngineScoring> {
  const { comparers, model } = run;
  const swapped = new Map<string, Promise<EnginePairs>>();
  const comparisons: ComparisonAnswers[] = [];
  for (const [column, comparer] of comparers.entries()) {
    const answer = answerer(comparer, column, model);
    const values = await engine.valuePairs(column);
    const { compareValues } = comparer.pieces;
    comparisons.push({
      ...answerValues(values, (pair) =>
        answer(compareValues(values.first[pair] ?? 0, values.second[pair] ?? 0)),
      ),
      pairs: await answerSwaps(engine, comparers, column, { answer, swapped }),
    });
  }
  return {
    comparisons,
    joint: model.dependences.map(toJoint),
    priorWeight: run.priorWeight,
    leastWeight: run.leastWeight,
    conflictMost: mostOnConflict(settings.decision),
  };
}

type Answerer = (packed: number) => Answer;

/** What a packed answer of the comparison adds by the model. */
function answerer(
  { isNameConflict, isIdentifier }: Comparer,
  column: number,
  { weights, usualRarity }: WeightModel,
): Answerer {
  return (packed) => {
    const level = levelOf(packed);
    const own = weights[column]?.[level] ?? 0;
    return {
      level,
      weight: own + rarityWeight(rarityOf(packed), usualRarity[column]?.[level] ?? 0),
      conflict: isNameConflict?.(level) ? 1 : 0,
      identifier: isIdentifier?.(packed) ? 1 : 0,
    };
  };
}

/** The answers but for the commonest, which need not be looked up. */
function answerValues(
  { first, second }: ValuePairs,
  answerOf: (pair: number) => Answer,
): Pick<ComparisonAnswers, "values" | "usual"> {
  const all = answerLists();
  const kinds = new Map<number, { readonly answer: Answer; count: number }>();
  for (let pair = 0; pair < first.length; pair += 1) {
    const answer = answerOf(pair);
    all.push(answer);
    const key = keyOf(answer);
    const kind = kinds.get(key);
    if (kind === undefined) kinds.set(key, { answer, count: 1 });
    else kind.count += 1;
  }
  let usual = { answer: { level: 0, weight: 0, conflict: 0, identifier: 0 }, count: 0 };
  for (const kind of kinds.values()) if (kind.count > usual.count) usual = kind;
  const usualKey = keyOf(usual.answer);
  const kept = answerLists();
  const [smaller, larger] = [new IntList(), new IntList()];
  for (let pair = 0; pair < first.length; pair += 1) {
    const answer = all.at(pair);
    if (keyOf(answer) === usualKey) continue;
    kept.push(answer);
    smaller.push(first[pair] ?? 0);
    larger.push(second[pair] ?? 0);
  }
  return { values: { first: smaller.view(), second: larger.view(), ...kept.view() }, usual: usual.answer };
}

/** A whole number for each answer. */
function keyOf({ level, weight, conflict, identifier }: Answer): number {
  return (weight * LEVEL_STRIDE + level) * 4 + conflict * 2 + identifier;
}

function answerLists() {
  const [level, weight] = [new IntList(), new IntList()];
  const [conflict, identifier] = [new IntList(), new IntList()];
  return {
    push(answer: Answer): void {
      level.push(answer.level);
      weight.push(answer.weight);
      conflict.push(answer.conflict);
      identifier.push(answer.identifier);
    },
    at: (index: number): Answer => ({
      level: level.at(index),
      weight: weight.at(index),
      conflict: conflict.at(index),
      identifier: identifier.at(index),
    }),
    view: (): Answers => ({
      level: level.view(),
      weight: weight.view(),
      conflict: conflict.view(),
      identifier: identifier.view(),
    }),
  };
}

/**
 * The pairs whose names may stand in each other's place. Hardly any two names do, so the engine first finds where one
 * condition can hold, then both; the comparison itself speaks for the few pairs that are left.
 */
async function answerSwaps(
  engine: EngineRun,
  comparers: readonly Comparer[],
  column: number,
  { answer, swapped }: { readonly answer: Answerer; readonly swapped: Map<string, Promise<EnginePairs>> },
): Promise<ComparisonAnswers["pairs"]> {
  const lists = answerLists();
  const comparer = comparers[column];
  const swap = comparer?.pieces.swap ?? null;
  if (comparer === undefined || swap === null) return { ...NO_PAIRS, ...lists.view() };
  const partner = comparers.findIndex(({ pieces }) => pieces.ids === swap.partnerIds);
  const find = async (): Promise<EnginePairs> => {
    const there = { leftColumn: column, rightColumn: partner };
    const here = { leftColumn: partner, rightColumn: column };
    const own = { ...there, ...only(await engine.crossedPairs(there, []), swap.isOwnNear) };
    if (own.first.length === 0) return NO_PAIRS;
    const others = { ...here, ...only(await engine.crossedPairs(here, [own]), swap.isPartnerNear) };
    return others.first.length === 0 ? NO_PAIRS : engine.pairsWhere([own, others]);
  };
  // The two comparisons of a swap meet in the same pairs.
  const key = `${Math.min(column, partner)} ${Math.max(column, partner)}`;
  const found = swapped.get(key) ?? find();
  swapped.set(key, found);
  const { left, right } = await found;
  for (let pair = 0; pair < left.length; pair += 1) {
    lists.push(answer(comparer.compare(left[pair] ?? 0, right[pair] ?? 0)));
  }
  return { left, right, ...lists.view() };
}

const NO_PAIRS: EnginePairs = { left: new Int32Array(0), right: new Int32Array(0) };

function only({ first, second }: ValuePairs, holds: (first: number, second: number) => boolean): ValuePairs {
  const [some, others] = [new IntList(), new IntList()];
  for (let pair = 0; pair < first.length; pair += 1) {
    const [one, other] = [first[pair] ?? 0, second[pair] ?? 0];
    if (!holds(one, other)) continue;
    some.push(one);
    others.push(other);
  }
  return { first: some.view(), second: others.view() };
}

function toJoint({ first, second, weights }: WeightModel["dependences"][number]): JointAnswers {
  const cells = Array.from(weights.keys()).filter((cell) => weights[cell] !== 0);
  return {
    first,
    second,
    firstLevel: Int32Array.from(cells, (cell) => Math.floor(cell / LEVEL_STRIDE)),
    secondLevel: Int32Array.from(cells, (cell) => cell % LEVEL_STRIDE),
    weight: Int32Array.from(cells, (cell) => weights[cell] ?? 0),
  };
}
