/** What a search found for the letters that stand in a field now; never for those that stood there before. */
import type { SearchView } from "../../src/server/client.ts";
import type { Trouble } from "../trouble.ts";

export interface Answered {
  /** What was asked for. */
  readonly text: string;
  /** What was found, or why nobody knows. */
  readonly answer: Pick<SearchView, "hits" | "total"> | Trouble;
}

export interface FoundThings extends Pick<SearchView, "hits" | "total"> {
  readonly isAsking: boolean;
  /** Why it is not known whether anything is called so; null where it is known. */
  readonly trouble: Trouble | null;
}

/** @param asked - empty where nothing is asked for. */
export function foundFor(asked: string, answered: Answered | null): FoundThings {
  const nothing = { hits: [], total: 0, trouble: null };
  if (asked === "") return { ...nothing, isAsking: false };
  if (answered?.text !== asked) return { ...nothing, isAsking: true };
  const { answer } = answered;
  return "hits" in answer
    ? { hits: answer.hits, total: answer.total, isAsking: false, trouble: null }
    : { ...nothing, isAsking: false, trouble: answer };
}
