/** "Did you mean": the known name that a misspelt one is closest to. */

/**
 * The known name that needs fewest single-letter edits (Levenshtein), case and punctuation aside; null when
 * more than half of its letters would change.
 */
export function nearestName(name: string, known: Iterable<string>): string | null {
  let best: { readonly name: string; readonly edits: number } | null = null;
  for (const candidate of known) {
    const edits = editDistance(plain(name), plain(candidate));
    const allowed = Math.floor(plain(candidate).length / 2);
    if (edits <= allowed && (best === null || edits < best.edits)) best = { name: candidate, edits };
  }
  return best?.name ?? null;
}

function plain(name: string): string {
  return name.toLowerCase().replace(/[\s_.-]+/gu, "");
}

function editDistance(left: string, right: string): number {
  let previous = Array.from({ length: right.length + 1 }, (_, index) => index);
  for (const [row, letter] of [...left].entries()) {
    const current = [row + 1];
    for (let column = 1; column <= right.length; column += 1) {
      const replaced = (previous[column - 1] ?? 0) + (letter === right[column - 1] ? 0 : 1);
      const changed = 1 + Math.min(previous[column] ?? 0, current[column - 1] ?? 0);
      current.push(Math.min(replaced, changed));
    }
    previous = current;
  }
  return previous[right.length] ?? 0;
}
