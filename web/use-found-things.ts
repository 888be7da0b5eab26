/** The first things of the case that a few letters find, each with its page. */
import { useEffect, useState } from "react";
import { useLocation } from "wouter";
import { type Answered, foundFor } from "./parts/found-things.ts";
import { hrefOf } from "./parts/hit-link.ts";
import { useReader } from "./settings.tsx";
import { type Trouble, toTrouble } from "./trouble.ts";
import type { PaletteEntry } from "./use-palette-entries.ts";

const MOST = 8;
/** A reader who types is not asked for after every letter. */
const PAUSE_MS = 150;

export interface FoundEntries {
  readonly entries: readonly PaletteEntry[];
  readonly isAsking: boolean;
  /** Why it is not known whether anything is called so. */
  readonly trouble: Trouble | null;
}

export function useFoundThings(caseId: string, text: string): FoundEntries {
  const { client, t } = useReader();
  const [, go] = useLocation();
  const [answered, setAnswered] = useState<Answered | null>(null);
  const asked = text.trim();
  useEffect(() => {
    if (asked === "") return;
    let isCurrent = true;
    const hear = (answer: Answered["answer"]) => {
      if (isCurrent) setAnswered({ text: asked, answer });
    };
    const timer = setTimeout(() => {
      const query = { q: asked, chosen: {}, missing: [], isNear: false, offset: 0, limit: MOST };
      client.search(caseId, query).then(hear, (error: unknown) => hear(toTrouble(error)));
    }, PAUSE_MS);
    return () => {
      isCurrent = false;
      clearTimeout(timer);
    };
  }, [asked, caseId, client]);

  const { hits, total, isAsking, trouble } = foundFor(asked, answered);
  const things = hits.flatMap((hit): readonly PaletteEntry[] => {
    const href = hrefOf(hit, caseId);
    const words = { text: hit.title, about: hit.kindName, words: hit.title };
    return href === null ? [] : [{ ...words, id: `${hit.kind} ${hit.id}`, run: () => go(href) }];
  });
  const all: PaletteEntry = {
    id: "search",
    text: t("palette.search", { text: asked }),
    about: t("search.found", { count: total }),
    words: "",
    run: () => go(`/${caseId}/search?q=${encodeURIComponent(asked)}`),
  };
  return { entries: total === 0 ? things : [...things, all], isAsking, trouble };
}
