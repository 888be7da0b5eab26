/** The engine's own comparers, weights and blocks, bound once to a finished run: what explaining a pair asks of them. */
import { deriveKeys, type KeyColumn } from "./blocking-keys.ts";
import { toBlocks } from "./blocks.ts";
import { visitRule } from "./candidates.ts";
import { inCanonicalOrder, namedRecords } from "./canonical-order.ts";
import { type Comparer, levelOf, MISSING_LEVEL, rarityOf } from "./comparer.ts";
import { bindComparers } from "./comparers.ts";
import { conflictCap } from "./name-conflict.ts";
import type { LinkInput } from "./records.ts";
import type { LinkResult } from "./result.ts";
import { sameListComparer } from "./same-list.ts";
import type { LinkSettings } from "./settings.ts";
import { tokenTable } from "./tokens.ts";
import { rarityWeight } from "./weights.ts";

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

export interface WeighedPair {
  readonly fields: readonly ComparedField[];
  /** All fields and the prior. */
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
  /** The block is above the cap and was split: whether the two met in one of its parts. */
  readonly isSplit: boolean;
  readonly isCompared: boolean;
}

export interface Evidence {
  readonly weigh: (left: number, right: number) => WeighedPair;
  readonly meetingRules: (left: number, right: number) => readonly MeetingRule[];
}

/** @param result - of `linkRecords` on this input and these settings; indices are those of the input. */
export function bindEvidence(input: LinkInput, settings: LinkSettings, result: LinkResult): Evidence {
  const { records, original } = inCanonicalOrder(input);
  const positions = new Int32Array(records.length);
  for (const [position, index] of original.entries()) positions[index] = position;
  const at = (index: number): number => positions[index] ?? 0;
  const comparers = bindComparers(records, input.fields, settings.comparisons, tokenTable());
  const sameList = sameListComparer(records);
  if (sameList !== null) comparers.push(sameList);
  const decide = conflictCap(comparers, settings.decision);
  const ownNames = settings.comparisons.flatMap(({ identifies, kind, fields }) =>
    identifies && kind === "name" ? fields : [],
  );
  let keys: readonly KeyColumn[] | null = null;
  const keyColumns = (): readonly KeyColumn[] => {
    const isNamed = namedRecords(records, input.fields, ownNames);
    keys ??= deriveKeys(records, input.fields, ownNames, (position) => isNamed[position] ?? false);
    return keys;
  };
  return {
    weigh(leftIndex, rightIndex) {
      const [left, right] = inOrder(at(leftIndex), at(rightIndex));
      const packed = Int32Array.from(comparers, (comparer) => comparer.compare(left, right));
      const fields = comparers.map((comparer, column) =>
        describe(comparer, packed[column] ?? 0, column, result),
      );
      const weight = fields.reduce(
        (sum, { levelMillibits, rarityMillibits }) => sum + levelMillibits + rarityMillibits,
        result.model.priorMillibits,
      );
      return {
        fields,
        weightMillibits: weight,
        decidedMillibits: decide(packed, 0, weight),
        forbiddenBy: comparers.flatMap((comparer, column) =>
          comparer.forbids(levelOf(packed[column] ?? 0)) ? [comparer.name] : [],
        ),
      };
    },
    meetingRules(leftIndex, rightIndex) {
      const [left, right] = inOrder(at(leftIndex), at(rightIndex));
      return result.blocking.rules.flatMap(({ rule }) => {
        const columns = columnsOf(rule, keyColumns());
        if (columns.length === 0) return [];
        const blockSize = smallestBlock(columns, records.length, left, right);
        if (blockSize === null) return [];
        const cap = settings.blocking.blockCap;
        const isSplit = blockSize > cap;
        const meet = { rule, blockSize, isSplit, isCompared: true };
        if (!isSplit) return [meet];
        let isCompared = false;
        visitRule({ keys: columns }, keyColumns(), records.length, cap, (first, second) => {
          if (first === left && second === right) isCompared = true;
        });
        return [{ ...meet, isCompared }];
      });
    },
  };
}

function describe({ name, fields, levels }: Comparer, packed: number, column: number, result: LinkResult) {
  const level = levelOf(packed);
  const known = result.model.comparisons[column]?.levels[level];
  return {
    comparison: name,
    fields,
    level: levels[level]?.name ?? "",
    isMissing: level === MISSING_LEVEL,
    m: known?.m ?? 1,
    u: known?.u ?? 1,
    levelMillibits: known?.weightMillibits ?? 0,
    rarityMillibits: rarityWeight(rarityOf(packed), known?.usualRarityMillibits ?? 0),
  };
}

/** The key columns that a rule's name speaks of, such as "name.token + birth.year". */
function columnsOf(rule: string, columns: readonly KeyColumn[]): KeyColumn[] {
  const named = rule.split(" + ").map((part) => columns.find(({ field, key }) => `${field}.${key}` === part));
  const known = named.filter((column) => column !== undefined);
  return known.length === named.length ? known : [];
}

function smallestBlock(
  columns: readonly KeyColumn[],
  recordCount: number,
  left: number,
  right: number,
): number | null {
  const { offsets, members } = toBlocks(columns, recordCount);
  let smallest: number | null = null;
  for (let block = 0; block + 1 < offsets.length; block += 1) {
    const group = members.subarray(offsets[block] ?? 0, offsets[block + 1] ?? 0);
    if (!group.includes(left) || !group.includes(right)) continue;
    if (smallest === null || group.length < smallest) smallest = group.length;
  }
  return smallest;
}

function inOrder(one: number, two: number): readonly [number, number] {
  return one < two ? [one, two] : [two, one];
}
