/** Whether a log-linear model has a finite estimate of the unseen on a given table: decided exactly. */
import { integerKernel } from "../numeric/integer-kernel.ts";
import { positiveRows } from "../numeric/integer-simplex.ts";
import type { PatternCounts } from "../pattern-counts.ts";

/**
 * - `finite`: the (extended) maximum-likelihood estimate fixes the number unseen.
 * - `not-identifiable`: the model's terms outnumber what the cells that can hold people tell apart, so any
 *   number unseen fits equally well.
 * - `no-estimate`: the counts lie on the edge of the model; the likelihood has no maximum that fixes the
 *   number unseen (it grows without end towards infinity or zero, or stays undecided).
 */
export type Existence = "finite" | "not-identifiable" | "no-estimate";

export interface Support {
  readonly existence: Existence;
  /** 1 for each pattern whose fitted mean is positive: the smallest face of the model that holds the table. */
  readonly cells: Uint8Array;
  /** Terms to fit on those cells, the intercept first, linearly independent there. */
  readonly fittedTerms: readonly number[];
  /** Terms whose estimate is −∞ because nobody is on all their lists. */
  readonly emptyTerms: readonly number[];
}

/**
 * The support of the extended maximum-likelihood estimate, and whether it fixes the unseen cell.
 *
 * A table n has an estimate exp(Xθ) on the cells of its facial set F: a cell without people is outside F
 * when some direction δ has x·δ = 0 on all cells with people and x·δ > 0 there, x·δ ≥ 0 on the other empty
 * cells (Fienberg & Rinaldo 2012, Annals of Statistics 40, 996–1023). On F the fitted means are unique. The
 * unseen cell's mean is exp(θ_∅), so it is fixed exactly when θ_∅ is: when no δ with X_F δ = 0 moves it.
 * Terms without anyone on all their lists are removed first with the cells that hold them (Chan, Silverman &
 * Vincent 2021, JASA 116); this is the same face, found without a programme.
 *
 * @param isModelled - which patterns the model speaks of; all by default. Those outside must hold nobody.
 *
 * All arithmetic is on whole numbers, so the answer has no tolerance.
 */
export function findSupport(
  table: PatternCounts,
  terms: readonly number[],
  isModelled: (pattern: number) => boolean = () => true,
): Support {
  const { emptyTerms, liveTerms, cells, patterns, empty, intercepts } = directionsOf(
    table,
    terms,
    isModelled,
  );
  if (intercepts.length === 0) return { existence: "finite", cells, fittedTerms: liveTerms, emptyTerms };
  const structural = !isFixed(
    empty.map(({ moves }) => moves),
    intercepts,
  );
  const off = positiveSomewhere(
    empty.map(({ moves }) => moves),
    intercepts.length,
  );
  for (const { pattern, moves } of empty) if (off.has(String(moves))) cells[pattern] = 0;
  const onFace = empty.filter(({ moves }) => !off.has(String(moves)));
  const fixed = isFixed(
    onFace.map(({ moves }) => moves),
    intercepts,
  );
  const face = patterns.filter((pattern) => cells[pattern] === 1);
  const { pivots } = integerKernel(
    face.map((pattern) => designRow(liveTerms, pattern)),
    liveTerms.length,
  );
  return {
    existence: structural ? "not-identifiable" : fixed ? "finite" : "no-estimate",
    cells,
    fittedTerms: pivots.map((column) => liveTerms[column] ?? 0),
    emptyTerms,
  };
}

/**
 * Whether a model without an estimate (`no-estimate`) still says where the number unseen goes: to none.
 *
 * The likelihood rises along every −δ that empties the cells outside of the face. The unseen vanish where some such δ
 * has δ_∅ > 0 and none has δ_∅ < 0: then all of those that empty the whole of it take θ_∅ to −∞.
 */
export function unseenVanish(
  table: PatternCounts,
  terms: readonly number[],
  isModelled: (pattern: number) => boolean = () => true,
): boolean {
  const { empty, intercepts } = directionsOf(table, terms, isModelled);
  const moves = empty.map((each) => each.moves);
  if (intercepts.length === 0 || !isFixed(moves, intercepts)) return false;
  const goes = (sign: 1 | -1): boolean => {
    const row = intercepts.map((value) => sign * value || 0);
    return positiveSomewhere([...moves, row], intercepts.length).has(String(row));
  };
  return goes(1) && !goes(-1);
}

/** A pattern without people, and what each direction of the basis adds to its logarithm. */
interface EmptyPattern {
  readonly pattern: number;
  readonly moves: readonly number[];
}

/**
 * Directions δ = Σ u_k basis_k of the live terms that leave the patterns with people alone; what they do to the empty
 * ones decides.
 */
function directionsOf(
  table: PatternCounts,
  terms: readonly number[],
  isModelled: (pattern: number) => boolean,
) {
  const emptyTerms = terms.filter((term) => (table.margins[term] ?? 0) === 0);
  const liveTerms = terms.filter((term) => (table.margins[term] ?? 0) > 0);
  const smallestEmpty = emptyTerms.filter(
    (term) => !emptyTerms.some((other) => other !== term && (other & term) === other),
  );
  const cells = new Uint8Array(table.counts.length).fill(1);
  cells[0] = 0;
  for (const term of smallestEmpty) clearSupersets(cells, term);
  for (let pattern = 1; pattern < cells.length; pattern++) if (!isModelled(pattern)) cells[pattern] = 0;
  const patterns = [...cells.keys()].filter((pattern) => cells[pattern] === 1);
  const occupied = patterns.filter((pattern) => (table.counts[pattern] ?? 0) > 0);
  const { basis } = integerKernel(
    occupied.map((pattern) => designRow(liveTerms, pattern)),
    liveTerms.length,
  );
  const empty = patterns
    .filter((pattern) => (table.counts[pattern] ?? 0) === 0)
    .map(
      (pattern): EmptyPattern => ({
        pattern,
        moves: basis.map((direction) => along(direction, liveTerms, pattern)),
      }),
    )
    .filter(({ moves }) => moves.some((move) => move !== 0));
  const intercepts = basis.map((direction) => direction[0] ?? 0);
  return { emptyTerms, liveTerms, cells, patterns, empty, intercepts };
}

function designRow(terms: readonly number[], pattern: number): readonly number[] {
  return terms.map((term) => ((pattern & term) === term ? 1 : 0));
}

/**
 * The rows m, as texts, with m·u > 0 at some u of the cone {u : m·u ≥ 0 for all rows}. One programme may find a part of
 * them; those found bind no further ones, since enough of the u that found them can be added to any other.
 */
function positiveSomewhere(given: readonly (readonly number[])[], dimension: number): ReadonlySet<string> {
  const found = new Set<string>();
  for (;;) {
    const rows = distinct(given).filter((row) => !found.has(String(row)));
    const before = found.size;
    positiveRows({ rows, dimension }).forEach((is, i) => {
      if (is) found.add(String(rows[i]));
    });
    if (found.size === before) return found;
  }
}

/** Whether every u that moves none of the rows leaves the intercept alone too. */
function isFixed(rows: readonly (readonly number[])[], intercepts: readonly number[]): boolean {
  const { basis } = integerKernel(rows, intercepts.length);
  return basis.every((u) => u.reduce((sum, weight, k) => sum + weight * (intercepts[k] ?? 0), 0) === 0);
}

/** x·δ for the design row x of a pattern. */
function along(direction: readonly number[], terms: readonly number[], pattern: number): number {
  return terms.reduce((sum, term, i) => ((pattern & term) === term ? sum + (direction[i] ?? 0) : sum), 0);
}

function distinct(rows: readonly (readonly number[])[]): readonly (readonly number[])[] {
  return [...new Map(rows.map((row) => [String(row), row])).values()];
}

function clearSupersets(cells: Uint8Array, term: number): void {
  for (let pattern = 0; pattern < cells.length; pattern++) if ((pattern & term) === term) cells[pattern] = 0;
}
