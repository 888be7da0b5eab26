/** The words of a source that are read: its running text, or one of its pages, kept in the address. */
import { useCallback, useMemo } from "react";
import type { PageView, SourceView } from "../src/server/client.ts";
import { pageWithin } from "./parts/page-steps.ts";
import { type Anchored, toAnchored } from "./parts/segments.ts";
import { useReader } from "./settings.tsx";
import { troubleWords } from "./trouble.ts";
import { useQuery } from "./use-query.ts";
import { useView } from "./use-view.ts";

export interface ReadWords {
  /** Null where there are none, or none yet. */
  readonly text: string | null;
  readonly anchored: readonly Anchored[];
  /** Null in running text. */
  readonly page: PageView | null;
  /** Says why there are no words, with the remedy; null where there are. */
  readonly trouble: string | null;
  /** Asks again; null where the file was read, and asking again would say the same. */
  readonly retry: (() => void) | null;
  /** Shows another page; does nothing in running text, and before the first. */
  readonly turnTo: (page: number, options?: { readonly isLanding?: boolean }) => void;
  /** The page that was asked for, which may be on its way. */
  readonly wanted: number;
}

/** @param changes - how often the source was asked for anew. */
export function useReadWords(caseId: string, source: SourceView, changes: number): ReadWords {
  const { client, language, t } = useReader();
  const [query, change] = useQuery();
  const isPaged = source.text === null && source.mediaType === "application/pdf" && source.withheld === null;
  const wanted = Math.max(1, Math.floor(Number(query.get("page") ?? 1)) || 1);
  const page = useView(`page ${caseId} ${source.id} ${isPaged ? wanted : ""} ${language} ${changes}`, () =>
    isPaged ? client.page(caseId, source.id, wanted) : Promise.resolve(null),
  );
  const view = page.state === "ready" && page.view !== null && page.view.pages > 0 ? page.view : null;
  const refused =
    page.state === "ready"
      ? (page.view?.why ?? null)
      : page.state === "failed"
        ? troubleWords(page.trouble, t, language)
        : null;
  const anchored = useMemo(
    () =>
      view === null
        ? toAnchored(source.statementsAt)
        : view.marks.map(({ statement, start, end }) => ({ id: statement, start, end })),
    [source.statementsAt, view],
  );
  const pages = view?.pages ?? 0;
  const turnTo = useCallback(
    (next: number, { isLanding = false }: { readonly isLanding?: boolean } = {}) => {
      const within = isPaged ? pageWithin(next, pages) : null;
      if (within !== null) change({ page: within === 1 ? "" : String(within) }, { keepsFragment: isLanding });
    },
    [isPaged, pages, change],
  );
  const retry = page.state === "failed" ? page.retry : null;
  const text = source.text ?? view?.text ?? null;
  return { text, anchored, page: view, trouble: refused, retry, turnTo, wanted };
}
