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
  const [found, real] = [numbered(predicted), numbered(truth)];
  // Records of one cell of the table of found by real stand together: numbers in a column, since a map of millions of
  // texts takes more memory than the linkage did.
  const cells = Float64Array.from(
    found.codes,
    (code, record) => code * real.sizes.length + (real.codes[record] ?? 0),
  );
  cells.sort();
  let [shared, byFound, byReal] = [0, 0, 0];
  for (let from = 0; from < cells.length; ) {
    const cell = cells[from] ?? 0;
    let to = from + 1;
    while (to < cells.length && cells[to] === cell) to += 1;
    const size = to - from;
    shared += pairsOf(size);
    byFound += (size * size) / (found.sizes[Math.floor(cell / real.sizes.length)] ?? 1) / cells.length;
    byReal += (size * size) / (real.sizes[cell % real.sizes.length] ?? 1) / cells.length;
    from = to;
  }
  const precision = shared / found.sizes.reduce((sum, size) => sum + pairsOf(size), 0);
  const recall = shared / real.sizes.reduce((sum, size) => sum + pairsOf(size), 0);
  return {
    precision,
    recall,
    f1: (2 * precision * recall) / (precision + recall),
    bCubed: (2 * byFound * byReal) / (byFound + byReal),
    persons: found.sizes.length,
    truePersons: real.sizes.length,
  };
}

function pairsOf(size: number): number {
  return (size * (size - 1)) / 2;
}

/** Labels as numbers from 0, and how many records bear each. */
function numbered(labels: readonly string[]): { readonly codes: Int32Array; readonly sizes: number[] } {
  const codeOf = new Map<string, number>();
  const sizes: number[] = [];
  const codes = Int32Array.from(labels, (label) => {
    const code = codeOf.get(label) ?? sizes.length;
    if (code === sizes.length) {
      codeOf.set(label, code);
      sizes.push(0);
    }
    sizes[code] = (sizes[code] ?? 0) + 1;
    return code;
  });
  return { codes, sizes };
}
