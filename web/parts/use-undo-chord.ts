/** Ctrl+Z or ⌘Z takes the last decision back; while typing it is the field's own. */
import { useEffect, useRef } from "react";
import { isForPage } from "./key-target.ts";

export function useUndoChord(undo: () => void): void {
  const latest = useRef(undo);
  latest.current = undo;
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const isChord = event.code === "KeyZ" && (event.ctrlKey || event.metaKey);
      if (!isChord || event.altKey || event.shiftKey || event.repeat || !isForPage(event)) return;
      event.preventDefault();
      latest.current();
    };
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, []);
}
