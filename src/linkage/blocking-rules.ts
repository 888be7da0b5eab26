/** Which rules bring records together: given, or the cheapest combinations of keys that these lists allow. */
import { InquestError } from "../core/pure.ts";
import type { KeyColumn } from "./blocking-keys.ts";
import type { BlockFinder } from "./blocks.ts";
import { type CoveringRule, isHeldByWhole, withoutCovered } from "./covered-rules.ts";
import type { LinkSettings } from "./settings.ts";

export interface Rule {
  /** Such as "name.token + birth.year". */
  readonly name: string;
  readonly keys: readonly Pick<KeyColumn, "field" | "key">[];
  /** The largest block taken whole; larger ones are split by a further key. */
  readonly cap: number;
  /** The further keys, in order; large blocks of a rule without any are left out. */
  readonly splits: readonly Pick<KeyColumn, "field" | "key">[];
  /** Pairs within blocks of at most the cap. */
  readonly pairs: number;
}

/** A rule with the keys of all records, before its blocks are laid out. */
export interface PlannedRule extends Rule {
  readonly keys: readonly KeyColumn[];
  readonly splits: readonly KeyColumn[];
}

/** Rules of more keys than two would need wider block ids; two and a split of large blocks do the same work. */
const MOST_KEYS = 2;

/** With more records a rule is measured on a part of its blocks. */
const MEASURED_RECORDS = 25_000;

/** Strangers share days and places more often than their names: such a rule must be this much cheaper. */
const NAMELESS_PRICE = 4;

/** Rules may hold pairs that earlier rules hold; together they may visit this many times the budget. */
const VISITS_PER_BUDGET = 8;

/** No rule may take more than this part of the budget: its largest blocks are split instead. */
const SHARE_OF_RULE = 12;

/** A combination that chance alone would fill beyond this many budgets is not worth measuring. */
const MOST_BUDGETS = 16;

/**
 * The rules in the order in which they run.
 *
 * When the settings give none, every key alone and every two keys of different fields (and two tokens of one
 * name) are counted. What tells people apart is the size of a block, not the rule it belongs to: two rare tokens
 * meet under the same rule as the two commonest. So each rule takes its blocks up to the size at which they fill its
 * share of the budget; larger blocks are split by a further key. The most selective rules run first: they find
 * matches among fewer strangers.
 */
export function planRules(
  columns: readonly KeyColumn[],
  finder: BlockFinder,
  recordCount: number,
  settings: LinkSettings["blocking"],
  ownNames: readonly string[],
): readonly PlannedRule[] {
  let oneIn = 1;
  while (recordCount / oneIn > MEASURED_RECORDS) oneIn *= 2;
  const caps = capsUpTo(settings.blockCap);
  const measure = (keys: readonly KeyColumn[]) => ({
    name: keys.map(({ field, key }) => `${field}.${key}`).join(" + "),
    keys,
    ...pairsUpTo(caps, finder, keys, oneIn),
  });
  if (settings.rules !== null) {
    const rules = settings.rules.map((parts) => measure(parts.map((part) => findKey(columns, part))));
    return withSplits(
      rules.map((rule) => capped(rule, caps, Number.POSITIVE_INFINITY)),
      columns,
    );
  }
  const budget = pairBudget(settings, recordCount);
  const allPairs = Math.max(1, (recordCount * (recordCount - 1)) / 2);
  const alone = columns.map((column) => countPairs(column, recordCount));
  const candidates = columns.map((column) => measure([column]));
  for (const [index, first] of columns.entries()) {
    for (const [other, second] of columns.entries()) {
      if (other < index || !mayCombine(first, second)) continue;
      // If the two were independent this many pairs would share both.
      const expected = ((alone[index] ?? 0) / allPairs) * (alone[other] ?? 0);
      if (expected <= budget * MOST_BUDGETS || first === second) candidates.push(measure([first, second]));
    }
  }
  const price = ({ keys, upTo }: Measured): number => {
    const pairs = upTo.at(-1) ?? 0;
    return keys.some(({ field }) => field === "*" || ownNames.includes(field))
      ? pairs
      : pairs * NAMELESS_PRICE;
  };
  let visits = 0;
  const affordable = candidates
    .sort((a, b) => price(a) - price(b) || (a.name < b.name ? -1 : 1))
    .map((candidate) => capped(candidate, caps, budget / SHARE_OF_RULE))
    .filter(({ pairs }) => {
      if (pairs === 0 || visits + pairs > budget * VISITS_PER_BUDGET) return false;
      visits += pairs;
      return true;
    });
  return withSplits(withoutCovered(affordable), columns);
}

/** A rule with its cap, whose splits are not known yet. */
interface CappedRule extends Omit<PlannedRule, "splits">, CoveringRule {
  readonly keys: readonly KeyColumn[];
}

function withSplits(rules: readonly CappedRule[], columns: readonly KeyColumn[]): PlannedRule[] {
  return rules.map(({ name, keys, cap, pairs }) => ({
    ...{ name, keys, cap, pairs },
    // A part whose pairs another rule takes whole is not worth finding again.
    splits: splitColumns(keys, columns).filter((column) => !isHeldByWhole([...keys, column], rules)),
  }));
}

/** The columns that may split large blocks of a rule. Those of one key are what its combinations with others are for. */
export function splitColumns(keys: readonly KeyColumn[], columns: readonly KeyColumn[]): KeyColumn[] {
  return keys.length === 1 ? [] : columns.filter((column) => maySplit(keys, column));
}

/** Keys of other fields, and a third token beside two; parts of words would only repeat the words. */
function maySplit(keys: readonly KeyColumn[], column: KeyColumn): boolean {
  if (column.field === "*" || column.key === "slip" || column.key === "start" || column.key === "end")
    return false;
  const isToken = column.key === "token" && column.isMany;
  return keys.every((key) => key.field !== column.field || (isToken && key === column));
}

interface Measured {
  readonly name: string;
  readonly keys: readonly KeyColumn[];
  /** Pairs within blocks of at most each of the caps. */
  readonly upTo: readonly number[];
  /** Records of the largest block seen. */
  readonly largest: number;
}

/** The rule with its blocks up to the largest size that keeps within `most` pairs. */
function capped({ name, keys, upTo, largest }: Measured, caps: readonly number[], most: number): CappedRule {
  let size = caps.length - 1;
  while (size > 0 && (upTo[size] ?? 0) > most) size -= 1;
  const cap = caps[size] ?? 0;
  return { name, keys, cap, pairs: upTo[size] ?? 0, isWhole: largest <= cap };
}

/** 4, 6, 8, 12, 16, 24 … and the most that the settings allow. */
function capsUpTo(most: number): number[] {
  const caps: number[] = [];
  for (let power = 4; power < most; power *= 2)
    caps.push(power, ...(power * 1.5 < most ? [power * 1.5] : []));
  return [...caps, most];
}

/** Candidate pairs that a run may compare: so many a record, and in short lists what takes a second or two. */
export function pairBudget(settings: LinkSettings["blocking"], recordCount: number): number {
  return Math.max(settings.pairsPerRecord * recordCount, settings.fewestPairs);
}

function findKey(columns: readonly KeyColumn[], part: { field: string; key: string }): KeyColumn {
  const found = columns.find(({ field, key }) => field === part.field && key === part.key);
  if (found === undefined) {
    const known = columns.filter(({ field }) => field === part.field).map(({ key }) => key);
    throw new InquestError({
      code: "linkage/blocking-key",
      reaction: "input",
      message: `There is no key "${part.key}" of the field "${part.field}"; its keys are ${known.join(", ") || "none"}.`,
      evidence: { ...part, known, mostKeys: MOST_KEYS },
    });
  }
  return found;
}

/** Two sorts of key of one field say the same twice, except two tokens of one name, one of them with a slip. */
function mayCombine(first: KeyColumn, second: KeyColumn): boolean {
  if (first === second) return first.key === "token" && first.isMany;
  if (first.field === second.field) return first.key === "token" && second.key === "slip";
  if (first.field === "*" || second.field === "*") return first.field !== second.field;
  return first.field !== second.field;
}

/** Pairs that share a value of the column. */
function countPairs({ ids, distinct }: KeyColumn, recordCount: number): number {
  const counts = new Int32Array(distinct);
  for (const id of ids) counts[id] = (counts[id] ?? 0) + 1;
  const pairs = counts.reduce((sum, size) => sum + (size * (size - 1)) / 2, 0);
  return Math.min(pairs, (recordCount * (recordCount - 1)) / 2);
}

/** Pairs within blocks of at most each of the caps, and the largest block seen. */
function pairsUpTo(
  caps: readonly number[],
  finder: BlockFinder,
  keys: readonly KeyColumn[],
  oneIn: number,
): Pick<Measured, "upTo" | "largest"> {
  const most = caps.at(-1) ?? 0;
  const blocks = new Float64Array(most + 1);
  let largest = 0;
  finder.sizes(keys, oneIn, (size) => {
    if (size > largest) largest = size;
    if (size <= most) blocks[size] = (blocks[size] ?? 0) + 1;
  });
  let [pairs, size] = [0, 0];
  const upTo = caps.map((cap) => {
    for (; size <= cap; size += 1) pairs += (blocks[size] ?? 0) * ((size * (size - 1)) / 2) * oneIn;
    return pairs;
  });
  return { upTo, largest };
}
