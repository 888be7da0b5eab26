/** Where a row stands in its list, on the page of the sealed file. */
interface RowOfSource {
  /** The id of its record. */
  readonly id: string | null;
  readonly source: string | null;
}

/** Null for a row that cannot be told any more. */
export function rowHref(caseId: string, { id, source }: RowOfSource): string | null {
  return id === null || source === null ? null : `/${caseId}/sources/${encodeURIComponent(source)}#${id}`;
}
