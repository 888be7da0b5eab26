/** The first things of the case that a few letters find, each with its page. */
import { useEffect, useState } from "react";
import { useLocation } from "wouter";
import { hrefOf } from "./parts/hit-link.ts";
import { useReader } from "./settings.tsx";
import type { PaletteEntry } from "./use-palette-entries.ts";

const MOST = 8;
/** A reader who types is not asked for after every letter. */
const PAUSE_MS = 150;

export function useFoundThings(
  caseId: string,
  text: string,
): { readonly entries: readonly PaletteEntry[]; readonly isAsking: boolean } {
  const { client, t } = useReader();
  const [, go] = useLocation();
  const [found, setFound] = useState<{ readonly text: string; readonly entries: readonly PaletteEntry[] }>({
    text: "",
    entries: [],
  });
  const asked = text.trim();
  // biome-ignore lint/correctness/useExhaustiveDependencies: `go` and `t` are made anew each time, and do the same.
  useEffect(() => {
    if (asked === "") return;
    let isCurrent = true;
    const show = (entries: readonly PaletteEntry[]) => {
      if (isCurrent) setFound({ text: asked, entries });
    };
    const timer = setTimeout(() => {
      const query = { q: asked, chosen: {}, missing: [], isNear: false, offset: 0, limit: MOST };
      client.search(caseId, query).then(
        ({ hits, total }) =>
          show([
            ...hits.flatMap((hit): readonly PaletteEntry[] => {
              const href = hrefOf(hit, caseId);
              const words = { text: hit.title, about: hit.kindName, words: hit.title };
              return href === null ? [] : [{ ...words, id: `${hit.kind} ${hit.id}`, run: () => go(href) }];
            }),
            ...(total === 0
              ? []
              : [
                  {
                    id: "search",
                    text: t("palette.search", { text: asked }),
                    about: t("search.found", { count: total }),
                    words: "",
                    run: () => go(`/${caseId}/search?q=${encodeURIComponent(asked)}`),
                  },
                ]),
          ]),
        // The search has a page of its own, which says what went wrong.
        () => show([]),
      );
    }, PAUSE_MS);
    return () => {
      isCurrent = false;
      clearTimeout(timer);
    };
  }, [asked, caseId, client]);
  return {
    entries: asked === "" ? [] : found.entries,
    isAsking: asked !== "" && found.text !== asked,
  };
}
