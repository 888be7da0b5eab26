/** The page that a reader of a source is taken to. */

/**
 * The page that is asked for, or the last where it lies beyond; null where there is none before the first.
 *
 * @param pages - how many there are; 0 while nobody knows.
 */
export function pageWithin(asked: number, pages: number): number | null {
  if (!Number.isInteger(asked) || asked < 1) return null;
  return pages === 0 ? asked : Math.min(asked, pages);
}
