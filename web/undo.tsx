/** Taking back what was recorded last from this window: one store, whichever page it was recorded on. */
import { useEffect, useSyncExternalStore } from "react";
import { isForPage } from "./parts/key-target.ts";
import { useReader } from "./settings.tsx";
import { createUndoStore, type Taking, type UndoState } from "./undo-store.ts";

export const undo = createUndoStore();

/** As it is written on the keyboard of the reader. */
export const UNDO_KEY = /^Mac|^iP/u.test(navigator.platform) ? "⌘ Z" : "Ctrl Z";

export function useUndo(): UndoState {
  return useSyncExternalStore(undo.subscribe, undo.state);
}

/** How often something was taken back: whatever was asked before may be otherwise since. */
export function useTakenCount(): number {
  return useSyncExternalStore(undo.subscribe, () => undo.state().taken.length);
}

/** Begins to take something back. */
export function useTakeBack(): (taking: Taking) => void {
  const { client } = useReader();
  return (taking) => undo.begin(taking, client);
}

/** Ctrl+Z or ⌘Z takes the newest back, unless the page took the chord for itself. */
export function useUndoKey(caseId: string): void {
  const { client } = useReader();
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const isChord = event.code === "KeyZ" && (event.ctrlKey || event.metaKey);
      if (!isChord || event.altKey || event.shiftKey || event.repeat) return;
      if (event.defaultPrevented || !isForPage(event)) return;
      if (undo.press(caseId, client)) event.preventDefault();
    };
    // On the window: pages listen on the document, and are asked first.
    window.addEventListener("keydown", onKey);
    return () => window.removeEventListener("keydown", onKey);
  }, [caseId, client]);
}
