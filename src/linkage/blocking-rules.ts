/** Which rules bring records together: given, or the cheapest combinations of keys that these lists allow. */
import { InquestError } from "../core/pure.ts";
import type { KeyColumn } from "./blocking-keys.ts";
import { type Blocks, toBlocks } from "./blocks.ts";
import type { LinkSettings } from "./settings.ts";

export interface Rule {
  /** Such as "name.token + birth.year". */
  readonly name: string;
  readonly keys: readonly KeyColumn[];
  /** Pairs within blocks of at most the cap. */
  readonly pairs: number;
}

/** Rules of more keys than two would need wider block ids; two and a split of large blocks do the same work. */
const MOST_KEYS = 2;

/** With more records a rule is measured on a part of its blocks. */
const MEASURED_RECORDS = 100_000;

/** Strangers share days and places more often than their names: such a rule must be this much cheaper. */
const NAMELESS_PRICE = 4;

/**
 * The rules in the order in which they run.
 *
 * When the settings give none, every key alone and every two keys of different fields (and two tokens of one
 * name) are counted, and those that fit the budget are taken, cheapest first: a selective rule finds matches
 * among fewer strangers. A combination with a key that already runs alone adds nothing and is passed over.
 */
export function planRules(
  columns: readonly KeyColumn[],
  recordCount: number,
  settings: LinkSettings["blocking"],
  ownNames: readonly string[],
): { readonly rules: readonly Rule[]; readonly leftOut: readonly { rule: string; pairs: number }[] } {
  let oneIn = 1;
  while (recordCount / oneIn > MEASURED_RECORDS) oneIn *= 2;
  const measure = (keys: readonly KeyColumn[]): Rule => ({
    name: keys.map(({ field, key }) => `${field}.${key}`).join(" + "),
    keys,
    pairs: oneIn * pairsWithin(toBlocks(keys, recordCount, { oneIn }), settings.blockCap),
  });
  if (settings.rules !== null) {
    return {
      rules: settings.rules.map((parts) => measure(parts.map((part) => findKey(columns, part)))),
      leftOut: [],
    };
  }
  const budget = settings.pairsPerRecord * recordCount;
  const singles = columns.map((column) => measureAlone(column, recordCount));
  const alone = new Set<KeyColumn>();
  const candidates: Rule[] = [];
  for (const [index, column] of columns.entries()) {
    const { pairs, largest } = singles[index] ?? { pairs: 0, largest: 0 };
    if (pairs === 0 || largest > settings.blockCap || pairs > budget / 2) continue;
    alone.add(column);
    candidates.push({ name: `${column.field}.${column.key}`, keys: [column], pairs });
  }
  const allPairs = (recordCount * (recordCount - 1)) / 2;
  for (const [index, first] of columns.entries()) {
    for (const [other, second] of columns.entries()) {
      if (other < index || alone.has(first) || alone.has(second) || !mayCombine(first, second)) continue;
      const [one, two] = [singles[index]?.pairs ?? 0, singles[other]?.pairs ?? 0];
      // If the two were independent this many pairs would share both; far over budget is not worth counting.
      if ((one / allPairs) * two > budget * 2) continue;
      candidates.push(measure([first, second]));
    }
  }
  const price = ({ keys, pairs }: Rule): number =>
    keys.some(({ field }) => field === "*" || ownNames.includes(field)) ? pairs : pairs * NAMELESS_PRICE;
  candidates.sort((a, b) => price(a) - price(b) || (a.name < b.name ? -1 : 1));
  const rules = candidates.filter(({ pairs }) => pairs > 0 && pairs <= budget);
  return {
    rules,
    leftOut: candidates
      .filter(({ pairs }) => pairs > budget)
      .map(({ name, pairs }) => ({ rule: name, pairs })),
  };
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

/** Two sorts of key of one field say the same twice, except two tokens of one name. */
function mayCombine(first: KeyColumn, second: KeyColumn): boolean {
  if (first === second) return first.key === "token" && first.isMany;
  if (first.field === "*" || second.field === "*") return first.field !== second.field;
  return first.field !== second.field;
}

function measureAlone(column: KeyColumn, recordCount: number): { pairs: number; largest: number } {
  const { offsets } = toBlocks([column], recordCount);
  let [pairs, largest] = [0, 0];
  for (let block = 0; block + 1 < offsets.length; block += 1) {
    const size = (offsets[block + 1] ?? 0) - (offsets[block] ?? 0);
    pairs += (size * (size - 1)) / 2;
    largest = Math.max(largest, size);
  }
  return { pairs, largest };
}

function pairsWithin({ offsets }: Blocks, cap: number): number {
  let pairs = 0;
  for (let block = 0; block + 1 < offsets.length; block += 1) {
    const size = (offsets[block + 1] ?? 0) - (offsets[block] ?? 0);
    if (size <= cap) pairs += (size * (size - 1)) / 2;
  }
  return pairs;
}
