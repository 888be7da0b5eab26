/** Steps of months and years from a day. */

/** The ISO day so many months later, or earlier; the last day of a shorter month where there is no such day. */
export function monthsFrom(iso: string, months: number): string {
  const [year = 0, month = 1, day = 1] = iso.split("-").map(Number);
  const last = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 1 + months, Math.min(day, last))).toISOString().slice(0, 10);
}
