/** Hierarchical log-linear models: which interactions between lists a model allows. */
import { countBits } from "../numeric/subset-sums.ts";
import { tableError } from "../table-check.ts";

/**
 * A hierarchical model with all main effects: a set of interactions that holds every part of its members.
 * Each interaction is a mask of two or more lists; ascending by size, then by mask.
 */
export interface HierarchicalModel {
  readonly interactions: readonly number[];
}

/** The terms of a model over J lists in fitting order: the intercept 0, the J main effects, the interactions. */
export function toTerms(model: HierarchicalModel, listCount: number): readonly number[] {
  return [0, ...Array.from({ length: listCount }, (_, list) => 1 << list), ...model.interactions];
}

/** Masks of all interactions of 2 to `maxOrder` of J lists, ascending by size, then by mask. */
export function listInteractions(listCount: number, maxOrder: number): readonly number[] {
  const masks: number[] = [];
  for (let mask = 1; mask < 1 << listCount; mask++) {
    const size = countBits(mask);
    if (size >= 2 && size <= maxOrder) masks.push(mask);
  }
  return masks.sort((a, b) => countBits(a) - countBits(b) || a - b);
}

/**
 * Every hierarchical model of J lists with interactions of at most `maxOrder` lists; the main-effects model first.
 *
 * 8 models for 3 lists and order 2, 113 for 4 and 3, 1,024 for 5 and 2, 6,893 for 5 and 4. The interaction of
 * all J lists is never among them: with it the unseen cell would be free.
 */
export function listHierarchicalModels(listCount: number, maxOrder: number): readonly HierarchicalModel[] {
  const candidates = listInteractions(listCount, Math.min(maxOrder, listCount - 1));
  const models: HierarchicalModel[] = [];
  const chosen: number[] = [];
  const present = new Set<number>();
  const visit = (next: number): void => {
    const mask = candidates[next];
    if (mask === undefined) {
      models.push({ interactions: [...chosen] });
      return;
    }
    visit(next + 1);
    if (!hasAllFaces(mask, present)) return;
    chosen.push(mask);
    present.add(mask);
    visit(next + 1);
    chosen.pop();
    present.delete(mask);
  };
  visit(0);
  return models;
}

/** Whether every interaction of one list fewer inside the mask is present; pairs always have their main effects. */
function hasAllFaces(mask: number, present: ReadonlySet<number>): boolean {
  if (countBits(mask) === 2) return true;
  for (let rest = mask; rest !== 0; rest &= rest - 1) {
    if (!present.has(mask & ~(rest & -rest))) return false;
  }
  return true;
}

/** The largest members of a model: its interactions inside no other, then the lists in no interaction. */
export function toGenerators(model: HierarchicalModel, listCount: number): readonly number[] {
  const terms = toTerms(model, listCount).slice(1);
  return terms
    .filter((term) => !terms.some((other) => other !== term && (other & term) === term))
    .sort((a, b) => countBits(b) - countBits(a) || compareLists(a, b));
}

/** Lexicographic order of the lists in two masks of one size: 12 before 13 before 23. */
function compareLists(a: number, b: number): number {
  const differing = a ^ b;
  const lowest = differing & -differing;
  return differing === 0 ? 0 : (a & lowest) !== 0 ? -1 : 1;
}

/**
 * A model's short name by generators, lists numbered from 1 as is usual in the literature.
 *
 * @example "[123,14,34]" // lists 1, 2, 3 interact freely, list 4 with 1 and with 3
 * From ten lists on, numbers within a generator are joined by dots: "[1.12,3]".
 */
export function toModelName(model: HierarchicalModel, listCount: number): string {
  const joint = listCount > 9 ? "." : "";
  const names = toGenerators(model, listCount).map((mask) =>
    toListIndices(mask)
      .map((list) => list + 1)
      .join(joint),
  );
  return `[${names.join(",")}]`;
}

/**
 * The model that a name stands for; lists that it leaves out come in by their main effects, as in every model.
 *
 * The interaction of all lists may be named: its estimate is then refused like any other that does not exist.
 *
 * @param name - as {@link toModelName} writes it; brackets may be left out.
 * @throws InquestError "estimate/model" for a name of another form, a list that the table does not have, or one that
 *   stands twice in a generator.
 * @example parseModelName("[12,3]", 3).interactions // [0b011]
 */
export function parseModelName(name: string, listCount: number): HierarchicalModel {
  const generators = name
    .trim()
    .replace(/^\[(.*)\]$/u, "$1")
    .split(",");
  const present = new Set<number>();
  for (const generator of generators) {
    const numbers = /^\d+(\.\d+)*$/u.test(generator.trim())
      ? generator.trim().split(listCount > 9 ? "." : "")
      : [];
    const bits = numbers.map((number) => (isListNumber(number, listCount) ? 1 << (Number(number) - 1) : 0));
    const mask = bits.reduce((all, bit) => all | bit, 0);
    if (bits.length === 0 || bits.includes(0) || countBits(mask) !== bits.length) {
      throw tableError(
        "model",
        `"${name}" names no log-linear model of ${listCount} lists. Write its generators by list numbers, such as ${
          listCount > 9 ? "[1.2,3]" : "[12,3]"
        }: lists 1 and 2 depend on each other, list 3 on neither.`,
        { model: name, lists: listCount },
      );
    }
    for (let part = mask; part !== 0; part = (part - 1) & mask) if (countBits(part) > 1) present.add(part);
  }
  return { interactions: [...present].sort((a, b) => countBits(a) - countBits(b) || a - b) };
}

/** The model among the lists that are left, its masks moved by `compress`, which shortens those of lost lists. */
export function withLists(model: HierarchicalModel, compress: (mask: number) => number): HierarchicalModel {
  const whole = model.interactions.filter((mask) => countBits(compress(mask)) === countBits(mask));
  return { interactions: whole.map(compress) };
}

function isListNumber(text: string, listCount: number): boolean {
  return /^\d{1,2}$/u.test(text) && Number(text) >= 1 && Number(text) <= listCount;
}

/** Indices of the lists in a mask, ascending. */
export function toListIndices(mask: number): readonly number[] {
  const indices: number[] = [];
  for (let list = 0; mask >> list !== 0; list++) if ((mask >> list) & 1) indices.push(list);
  return indices;
}
