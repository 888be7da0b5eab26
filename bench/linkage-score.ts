/** How far clusters are from the truth: counts alone, for lists of millions, on which a bootstrap would outweigh the run. */

export interface ClusterScore {
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
  /** B-cubed F1: the mean over records of how well each one's own cluster is found. */
  readonly bCubed: number;
  readonly persons: number;
  readonly truePersons: number;
}

/** Pairwise and B-cubed scores of predicted labels against true labels, aligned by record. */
export function scoreClusters(predicted: readonly string[], truth: readonly string[]): ClusterScore {
  const count = (labels: readonly string[]): Map<string, number> => {
    const counts = new Map<string, number>();
    for (const label of labels) counts.set(label, (counts.get(label) ?? 0) + 1);
    return counts;
  };
  const pairs = (counts: Map<string, number>): number =>
    [...counts.values()].reduce((sum, size) => sum + (size * (size - 1)) / 2, 0);
  const both = predicted.map((label, index) => `${label}\u0000${truth[index] ?? ""}`);
  const [found, real, shared] = [count(predicted), count(truth), count(both)];
  const [precision, recall] = [pairs(shared) / pairs(found), pairs(shared) / pairs(real)];
  let [byFound, byReal] = [0, 0];
  for (const [index, label] of both.entries()) {
    byFound += (shared.get(label) ?? 0) / (found.get(predicted[index] ?? "") ?? 1) / both.length;
    byReal += (shared.get(label) ?? 0) / (real.get(truth[index] ?? "") ?? 1) / both.length;
  }
  return {
    precision,
    recall,
    f1: (2 * precision * recall) / (precision + recall),
    bCubed: (2 * byFound * byReal) / (byFound + byReal),
    persons: found.size,
    truePersons: real.size,
  };
}
