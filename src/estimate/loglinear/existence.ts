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
  const design = (pattern: number) => liveTerms.map((term) => ((pattern & term) === term ? 1 : 0));
  const { basis } = integerKernel(occupied.map(design), liveTerms.length);
  if (basis.length === 0) return { existence: "finite", cells, fittedTerms: liveTerms, emptyTerms };

  // Directions δ = Σ u_k basis_k leave the occupied cells alone; what they do to the empty ones decides.
  const empty = patterns
    .filter((pattern) => (table.counts[pattern] ?? 0) === 0)
    .map((pattern) => ({ pattern, moves: basis.map((direction) => along(direction, liveTerms, pattern)) }))
    .filter(({ moves }) => moves.some((move) => move !== 0));
  const intercepts = basis.map((direction) => direction[0] ?? 0);
  const structural = !isFixed(
    empty.map(({ moves }) => moves),
    intercepts,
  );
  let onFace = empty;
  for (;;) {
    const rows = distinct(onFace.map(({ moves }) => moves));
    const off = new Map(
      positiveRows({ rows, dimension: basis.length }).map((is, i) => [String(rows[i]), is]),
    );
    const kept = onFace.filter(({ moves }) => off.get(String(moves)) !== true);
    for (const { pattern, moves } of onFace) if (off.get(String(moves)) === true) cells[pattern] = 0;
    if (kept.length === onFace.length) break;
    onFace = kept;
  }
  const fixed = isFixed(
    onFace.map(({ moves }) => moves),
    intercepts,
  );
  const face = patterns.filter((pattern) => cells[pattern] === 1);
  const { pivots } = integerKernel(face.map(design), liveTerms.length);
  return {
    existence: structural ? "not-identifiable" : fixed ? "finite" : "no-estimate",
    cells,
    fittedTerms: pivots.map((column) => liveTerms[column] ?? 0),
    emptyTerms,
  };
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
