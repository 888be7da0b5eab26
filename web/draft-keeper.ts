/** What somebody has written and not recorded, kept while this window is open: leaving a page does not lose it. */

export interface DraftKeeper<Draft> {
  draftOf(place: string): Draft | null;
  /** @param isUnsaved - whether somebody would miss it: the window asks then before it goes. */
  keep(place: string, draft: Draft, isUnsaved: boolean): void;
  drop(place: string): void;
  /** Leaves nothing behind and asks nobody, as when a case is locked. */
  clear(): void;
}

/** @param host - the window. */
export function createDraftKeeper<Draft>(
  host: Pick<EventTarget, "addEventListener" | "removeEventListener">,
): DraftKeeper<Draft> {
  const kept = new Map<string, { readonly draft: Draft; readonly isUnsaved: boolean }>();
  const ask = (event: Event) => event.preventDefault();
  function watch(): void {
    const isAsking = [...kept.values()].some(({ isUnsaved }) => isUnsaved);
    if (isAsking) host.addEventListener("beforeunload", ask);
    else host.removeEventListener("beforeunload", ask);
  }
  return {
    draftOf: (place) => kept.get(place)?.draft ?? null,
    keep(place, draft, isUnsaved) {
      kept.set(place, { draft, isUnsaved });
      watch();
    },
    drop(place) {
      kept.delete(place);
      watch();
    },
    clear() {
      kept.clear();
      watch();
    },
  };
}
