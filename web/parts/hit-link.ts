/** Where a thing that was found is shown. */
import type { SearchView } from "../../src/server/client.ts";

/** The page that shows a thing; null for what stands on no page of its own. */
export function hrefOf(
  { kind, id }: Pick<SearchView["hits"][number], "kind" | "id">,
  caseId: string,
): string | null {
  const part = encodeURIComponent(id);
  switch (kind) {
    case "source":
      return `/${caseId}/sources/${part}`;
    case "statement":
      return `/${caseId}/trace/${part}`;
    case "site":
      return `/${caseId}/places/${part}`;
    case "listed-person":
      return `/${caseId}/people/${part}`;
    case "listed-place":
    case "place":
      return `/${caseId}/places`;
    case "office":
    case "body":
      return `/${caseId}/offices`;
    case "appeal":
    case "recommendation":
    case "roll-call":
      return `/${caseId}/appeals`;
    case "event":
      return `/${caseId}`;
    default:
      return null;
  }
}
