/** Poisson log-linear fits by Newton's method, on sums over subsets instead of a design matrix. */
import { factorise, solveFactorised } from "../numeric/cholesky.ts";
import { sumOverSubsets, sumOverSupersets } from "../numeric/subset-sums.ts";

export interface PoissonFitInput {
  /** People by pattern, 2^J numbers ≥ 0; not necessarily whole. */
  readonly counts: Float64Array;
  /** `counts` summed over supersets: the margins. */
  readonly margins: Float64Array;
  /** 1 for each pattern that takes part; the others have mean 0 and must have count 0. */
  readonly cells: Uint8Array;
  /** Terms, linearly independent on the cells; the intercept 0 first. */
  readonly terms: readonly number[];
  /** Coefficients to start from; by default one weighted least-squares step from the counts. */
  readonly start?: Float64Array;
}

export interface PoissonFit {
  /** Estimated coefficients, in the order of the terms; the first is the log of the mean of the unseen cell. */
  readonly coefficients: Float64Array;
  /** Σ y η − Σ μ: the log likelihood without its constant −Σ log y!. */
  readonly logLikelihood: number;
  /** Standard error of the first coefficient, from the inverse information. */
  readonly interceptError: number;
  /** Covariance of the first coefficient with each, in the order of the terms. */
  readonly interceptCovariances: Float64Array;
  /** Expected people on all lists of a mask, among the cells that take part. */
  readonly fittedMargins: Float64Array;
  readonly iterations: number;
}

const MAX_ITERATIONS = 100;

/** Newton's decrement (squared, in units of log likelihood) after which one last step is exact to rounding. */
const DECREMENT_END = 1e-14;

/**
 * Maximises Σ_c (y_c η_c − exp η_c) with η_c = Σ θ_S over terms S ⊆ c, over the cells given.
 *
 * The gradient for S is the observed less the expected margin of S; the information for S, T is the expected
 * margin of S ∪ T. So an iteration is two lattice sums, 2^J exponentials and one Cholesky factorisation. The
 * function is concave and the step is halved until it rises, hence convergence wherever a maximum exists.
 *
 * @returns null when the information becomes singular or the iterations run out, which {@link findSupport}
 *   has excluded for exact counts.
 */
export function fitPoisson(input: PoissonFitInput): PoissonFit | null {
  const { terms } = input;
  const size = terms.length;
  const work = { margins: new Float64Array(input.counts.length), matrix: new Float64Array(size * size) };
  let coefficients = input.start ?? startingPoint(input, work);
  if (coefficients === null) return null;
  let logLikelihood = evaluate(input, coefficients, work.margins);
  const step = new Float64Array(size);
  for (let iteration = 1; iteration <= MAX_ITERATIONS; iteration++) {
    fillInformation(work.matrix, work.margins, terms);
    if (!factorise(work.matrix, size)) return null;
    const gradient = Float64Array.from(
      terms,
      (term) => (input.margins[term] ?? 0) - (work.margins[term] ?? 0),
    );
    step.set(gradient);
    solveFactorised(work.matrix, size, step);
    const decrement = step.reduce((sum, value, i) => sum + value * (gradient[i] ?? 0), 0);
    const done = decrement < DECREMENT_END;
    const moved = climb({ input, coefficients, step, logLikelihood, margins: work.margins, decrement });
    if (moved === null && !done) return null;
    if (moved !== null) ({ coefficients, logLikelihood } = moved);
    if (!done) continue;
    if (moved === null) logLikelihood = evaluate(input, coefficients, work.margins);
    const unit = new Float64Array(size);
    unit[0] = 1;
    solveFactorised(work.matrix, size, unit);
    const interceptError = Math.sqrt(unit[0] ?? 0);
    return {
      coefficients,
      logLikelihood,
      interceptError,
      interceptCovariances: unit,
      fittedMargins: work.margins,
      iterations: iteration,
    };
  }
  return null;
}

/** Writes the expected margins at the coefficients; gives the log likelihood there without its constant. */
function evaluate(input: PoissonFitInput, coefficients: Float64Array, margins: Float64Array): number {
  margins.fill(0);
  let observed = 0;
  for (let i = 0; i < input.terms.length; i++) {
    const term = input.terms[i] ?? 0;
    const value = coefficients[i] ?? 0;
    margins[term] = value;
    observed += value * (input.margins[term] ?? 0);
  }
  sumOverSubsets(margins);
  for (let c = 0; c < margins.length; c++) margins[c] = input.cells[c] === 1 ? Math.exp(margins[c] ?? 0) : 0;
  sumOverSupersets(margins);
  return observed - (margins[0] ?? 0);
}

function fillInformation(matrix: Float64Array, margins: Float64Array, terms: readonly number[]): void {
  const size = terms.length;
  for (let i = 0; i < size; i++) {
    for (let j = 0; j <= i; j++) matrix[i * size + j] = margins[(terms[i] ?? 0) | (terms[j] ?? 0)] ?? 0;
  }
}

interface ClimbInput {
  readonly input: PoissonFitInput;
  readonly coefficients: Float64Array;
  readonly step: Float64Array;
  readonly logLikelihood: number;
  readonly margins: Float64Array;
  readonly decrement: number;
}

/** The longest of step, step/2, step/4 … that raises the log likelihood; null when none does. */
function climb({ input, coefficients, step, logLikelihood, margins, decrement }: ClimbInput) {
  // Near the top the rise is below rounding: a fall within it is no fall.
  const slack = 1e-13 * (Math.abs(logLikelihood) + 1);
  for (let fraction = 1; fraction > 1e-10; fraction /= 2) {
    const next = coefficients.map((value, i) => value + fraction * (step[i] ?? 0));
    const reached = evaluate(input, next, margins);
    if (reached >= logLikelihood + 1e-4 * fraction * decrement - slack) {
      return { coefficients: next, logLikelihood: reached };
    }
  }
  return null;
}

/** One weighted least-squares step on log(y + 1/2), weights y + 1/2: near the maximum for well-filled tables. */
function startingPoint(
  input: PoissonFitInput,
  work: { readonly margins: Float64Array; readonly matrix: Float64Array },
): Float64Array | null {
  const weights = input.counts.map((count, c) => (input.cells[c] === 1 ? count + 0.5 : 0));
  const targets = weights.map((weight) => (weight > 0 ? weight * Math.log(weight) : 0));
  sumOverSupersets(weights);
  sumOverSupersets(targets);
  const size = input.terms.length;
  fillInformation(work.matrix, weights, input.terms);
  if (!factorise(work.matrix, size)) return null;
  const start = Float64Array.from(input.terms, (term) => targets[term] ?? 0);
  solveFactorised(work.matrix, size, start);
  return start;
}
