/** Why two records are one person, or are not: the waterfall of weights, what brought them together, who said so. */
import { InquestError } from "../core/pure.ts";
import { bindEvidence, type ComparedField, type MeetingRule } from "./explain-evidence.ts";
import { strongestPath } from "./explain-path.ts";
import type { KeptModel } from "./kept-model.ts";
import type { LinkInput, LinkValue, PairJudgement } from "./records.ts";
import type { CutEdge, LinkResult, PairBand } from "./result.ts";
import type { LinkSettings } from "./settings.ts";
import { BIT, toProbability, toWeight } from "./weights.ts";

export type { ComparedField, MeetingRule } from "./explain-evidence.ts";

/** What two comparisons together say beyond what each says alone. */
export interface JointStep {
  readonly comparisons: readonly [first: string, second: string];
  readonly bits: number;
  /** The prior, every comparison and the joint steps so far, in bits. */
  readonly totalBits: number;
}

/** A record by its list and id. */
export type RecordAddress = PairJudgement["left"];

/** One bar of the waterfall: what a comparison adds, in bits. */
export interface WaterfallStep extends ComparedField {
  /** What each record says there, one value for each field; null where it says nothing. */
  readonly left: readonly LinkValue[];
  readonly right: readonly LinkValue[];
  /** Level and rarity together, in bits. */
  readonly bits: number;
  /** The prior and every step so far, in bits. */
  readonly totalBits: number;
}

export interface BindingJudgement extends PairJudgement {
  /** True for the two records themselves; else it binds another pair of their clusters. */
  readonly isDirect: boolean;
  /** Judgements that it cannot hold beside, and that more speaks for: it was set aside. Null while it binds. */
  readonly setAsideBy: readonly PairJudgement[] | null;
}

export interface PathStep {
  readonly left: RecordAddress;
  readonly right: RecordAddress;
  readonly weightBits: number | null;
  readonly isJudgedSame: boolean;
}

export interface LinkExplanation {
  readonly left: RecordAddress;
  readonly right: RecordAddress;
  /** Pairs of the two sides that were weighed; this one is the strongest of them. */
  readonly pairsWeighed: number;
  readonly together: boolean;
  readonly clusters: readonly [left: string, right: string];
  readonly priorBits: number;
  readonly steps: readonly WaterfallStep[];
  /** Of comparisons that go together, such as a birth date and an age: counted once, not twice. */
  readonly joint: readonly JointStep[];
  /** Comparisons in which one or both say nothing. */
  readonly missing: readonly string[];
  /** Prior and evidence. */
  readonly weightBits: number;
  /** What decided: lower than `weightBits` where the two have different names of their own. */
  readonly decidedBits: number;
  readonly probability: number;
  readonly band: PairBand;
  readonly thresholdBits: { readonly link: number; readonly review: number };
  readonly isHeldBack: boolean;
  readonly forbiddenBy: readonly string[];
  /** Blocking rules under which the two meet, in the order in which they ran. */
  readonly rules: readonly MeetingRule[];
  /** Every pair was compared, whatever the rules. */
  readonly isExhaustive: boolean;
  readonly judgements: readonly BindingJudgement[];
  /** Why a pair above the link weight was cut; null when it was not. */
  readonly cut: CutEdge["reason"] | null;
  /** The steps by which the cluster holds the two, where they are in one; a single step when by themselves. */
  readonly path: readonly PathStep[] | null;
}

export interface ExplainInput {
  readonly input: LinkInput;
  readonly settings: LinkSettings;
  readonly judgements: readonly PairJudgement[];
  /** The model of an earlier run under which they were linked; trained anew when left out. */
  readonly model?: KeptModel;
  /** Of `linkRecords` on the three above. */
  readonly result: LinkResult;
  /** Indices of the records on either side: one each, or all those of two persons. */
  readonly left: readonly number[];
  readonly right: readonly number[];
}

/**
 * Explains the strongest pair between two sides.
 *
 * The steps add up: `priorBits`, the bits of every step and of every joint step are `weightBits`, and `decidedBits` is the weight that
 * `linkRecords` gave the pair.
 *
 * @throws InquestError "linkage/explain-one" when the two sides share every record: there is no pair.
 */
export function explainLink(given: ExplainInput): LinkExplanation {
  const { input, settings, result } = given;
  const evidence = bindEvidence(input, settings, given.model);
  const [lefts, rights] = [new Set(given.left), new Set(given.right)];
  const pairs = given.left.flatMap((left) =>
    given.right
      // Two records that stand on both sides are one pair, and not one from either side.
      .filter((right) => right !== left && !(right < left && lefts.has(right) && rights.has(left)))
      .map((right) => ({ left, right, ...evidence.weigh(left, right) })),
  );
  const best = pairs.reduce<(typeof pairs)[number] | undefined>(
    (most, pair) => (most === undefined || pair.decidedMillibits > most.decidedMillibits ? pair : most),
    undefined,
  );
  if (best === undefined) {
    throw new InquestError({
      code: "linkage/explain-one",
      reaction: "input",
      message: "Both names mean the same record; name two.",
      evidence: { left: given.left.length, right: given.right.length },
    });
  }
  const { left, right } = best;
  const threshold = {
    link: toWeight(settings.decision.linkProbability),
    review: toWeight(settings.decision.reviewProbability),
  };
  const decided = best.decidedMillibits;
  const [leftCluster = "", rightCluster = ""] = [result.clusterIds[left], result.clusterIds[right]];
  const steps = waterfall(best.fields, evidence.priorMillibits, given, left, right);
  let total = steps.at(-1)?.totalBits ?? evidence.priorMillibits / BIT;
  const joint = best.joint.map(({ comparisons, millibits }) => {
    total += millibits / BIT;
    return { comparisons, bits: millibits / BIT, totalBits: total };
  });
  return {
    left: addressOf(input, left),
    right: addressOf(input, right),
    pairsWeighed: pairs.length,
    together: leftCluster === rightCluster,
    clusters: [leftCluster, rightCluster],
    priorBits: evidence.priorMillibits / BIT,
    steps,
    joint,
    missing: steps.filter(({ isMissing }) => isMissing).map(({ comparison }) => comparison),
    weightBits: best.weightMillibits / BIT,
    decidedBits: decided / BIT,
    probability: toProbability(decided),
    band: decided >= threshold.link ? "link" : decided >= threshold.review ? "review" : "apart",
    thresholdBits: { link: threshold.link / BIT, review: threshold.review / BIT },
    isHeldBack: decided < best.weightMillibits,
    forbiddenBy: best.forbiddenBy,
    rules: evidence.meetingRules(left, right),
    isExhaustive: result.blocking.exhaustive,
    judgements: bindingJudgements(given, left, right),
    cut: result.cutEdges.find((edge) => isPair(edge, left, right))?.reason ?? null,
    path: leftCluster === rightCluster ? pathOf(given, left, right) : null,
  };
}

function waterfall(
  fields: readonly ComparedField[],
  prior: number,
  { input }: ExplainInput,
  left: number,
  right: number,
): WaterfallStep[] {
  let total = prior;
  const valuesOf = (record: number, names: readonly string[]): LinkValue[] =>
    names.map((name) => {
      const field = input.fields.findIndex((each) => each.name === name);
      return input.records[record]?.values[field] ?? null;
    });
  return fields.map((field) => {
    const millibits = field.levelMillibits + field.rarityMillibits;
    total += millibits;
    return {
      ...field,
      left: valuesOf(left, field.fields),
      right: valuesOf(right, field.fields),
      bits: millibits / BIT,
      totalBits: total / BIT,
    };
  });
}

/** The last word on each pair whose two records lie in the clusters of the two. */
function bindingJudgements({ input, judgements, result }: ExplainInput, left: number, right: number) {
  const indices = new Map(input.records.map((record, index) => [keyOf(record), index]));
  const clusters = new Set([result.clusterIds[left], result.clusterIds[right]]);
  const latest = new Map<string, BindingJudgement>();
  for (const judgement of judgements) {
    const [one, two] = [indices.get(keyOf(judgement.left)), indices.get(keyOf(judgement.right))];
    if (one === undefined || two === undefined) continue;
    if (!clusters.has(result.clusterIds[one]) || !clusters.has(result.clusterIds[two])) continue;
    const key = [one, two].sort((a, b) => a - b).join(" ");
    latest.delete(key);
    latest.set(key, {
      ...judgement,
      isDirect: isPair({ left: one, right: two }, left, right),
      setAsideBy: judgement.decision === "same" ? setAsideBy(input, result, one, two) : null,
    });
  }
  return [...latest.values()].sort((a, b) => Number(b.isDirect) - Number(a.isDirect));
}

function setAsideBy(
  input: LinkInput,
  { conflicts }: LinkResult,
  left: number,
  right: number,
): PairJudgement[] | null {
  const found = conflicts.find(
    (each) =>
      each.kind === "same-and-different" &&
      each.left !== null &&
      each.right !== null &&
      isPair({ left: each.left, right: each.right }, left, right),
  );
  return (
    found?.against.map(({ left: one, right: two, decision }) => ({
      ...{ left: addressOf(input, one), right: addressOf(input, two), decision },
    })) ?? null
  );
}

function pathOf(given: ExplainInput, left: number, right: number): PathStep[] | null {
  const { input, result } = given;
  const cluster = result.clusterIds[left];
  const scored = result.pairs
    .filter((pair) => pair.together && result.clusterIds[pair.left] === cluster)
    .map((pair) => ({
      left: pair.left,
      right: pair.right,
      weightBits: pair.weightBits,
      isJudgedSame: false,
    }));
  const indices = new Map(input.records.map((record, index) => [keyOf(record), index]));
  const judged = bindingJudgements(given, left, right).flatMap((judgement) => {
    const [one, two] = [indices.get(keyOf(judgement.left)), indices.get(keyOf(judgement.right))];
    const binds = judgement.decision === "same" && judgement.setAsideBy === null;
    if (!binds || one === undefined || two === undefined) return [];
    return [{ left: one, right: two, weightBits: null, isJudgedSame: true }];
  });
  const path = strongestPath([...judged, ...scored], left, right);
  let at = left;
  return (
    path?.map((edge) => {
      const next = edge.left === at ? edge.right : edge.left;
      const step = {
        left: addressOf(input, at),
        right: addressOf(input, next),
        weightBits: edge.weightBits,
        isJudgedSame: edge.isJudgedSame,
      };
      at = next;
      return step;
    }) ?? null
  );
}

function isPair(pair: { readonly left: number; readonly right: number }, one: number, two: number): boolean {
  return (pair.left === one && pair.right === two) || (pair.left === two && pair.right === one);
}

function addressOf({ records }: LinkInput, index: number): RecordAddress {
  const { list = "", recordId = "" } = records[index] ?? {};
  return { list, recordId };
}

function keyOf({ list, recordId }: RecordAddress): string {
  return JSON.stringify([list, recordId]);
}
