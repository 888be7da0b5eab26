/** A grid over the number unseen that stands for every whole number in its range. */

export interface UnseenGrid {
  /** Numbers unseen, whole and ascending. */
  readonly points: Float64Array;
  /** How many whole numbers each point stands for. */
  readonly weights: Float64Array;
}

export interface GridRange {
  readonly least: number;
  readonly most: number;
  /** Largest step as a share of the number unseen; 0 gives every whole number. */
  readonly relativeStep: number;
  /** From this number on, the far tail where only powers of N are left, steps may be 1/50 of it; none by default. */
  readonly tailFrom?: number;
}

export const TAIL_STEP = 0.02;

/**
 * Whole numbers one by one while that is finer than the relative step, then ever wider.
 *
 * Between neighbours a < b the sum over a+1 … b is taken as that of a straight line, (b−a−1)/2 f(a) +
 * (b−a+1)/2 f(b): exact for steps of 1, and elsewhere with an error of second order in step / width of f.
 */
export function createUnseenGrid({ least, most, relativeStep, tailFrom }: GridRange): UnseenGrid {
  const stepAt = (point: number) =>
    tailFrom !== undefined && point >= tailFrom ? Math.max(relativeStep, TAIL_STEP) : relativeStep;
  const points: number[] = [least];
  for (let point = least; point < most; ) {
    point = Math.min(most, point + Math.max(1, Math.floor(point * stepAt(point))));
    points.push(point);
  }
  const weights = new Float64Array(points.length);
  weights[0] = 1;
  for (let k = 1; k < points.length; k++) {
    const step = (points[k] ?? 0) - (points[k - 1] ?? 0);
    weights[k - 1] = (weights[k - 1] ?? 0) + (step - 1) / 2;
    weights[k] = (weights[k] ?? 0) + (step + 1) / 2;
  }
  return { points: Float64Array.from(points), weights };
}

/**
 * The number unseen below which a share of the probability lies, interpolated between grid points.
 *
 * @param masses - probability of each point, summing to 1.
 */
export function quantileOf(grid: UnseenGrid, masses: Float64Array, share: number): number {
  let below = 0;
  for (let k = 0; k < masses.length; k++) {
    const mass = masses[k] ?? 0;
    if (below + mass >= share) {
      const point = grid.points[k] ?? 0;
      const weight = grid.weights[k] ?? 1;
      // A point of weight 1 is one whole number: the quantile is that number.
      if (weight <= 1) return point;
      return point + weight * ((share - below) / mass - 0.5);
    }
    below += mass;
  }
  return grid.points[grid.points.length - 1] ?? 0;
}
