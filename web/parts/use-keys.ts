/** Keys by their place on the keyboard, so that they work on a Persian layout too. */
import { useEffect } from "react";
import { useLocation } from "wouter";
import { useReader } from "../settings.tsx";

/** The pages in the order of the pipeline, each with the key that follows `g`. */
export const PAGES = [
  { name: "overview", path: "", code: "KeyO" },
  { name: "sources", path: "/sources", code: "KeyS" },
  { name: "search", path: "/search", code: "KeyX" },
  { name: "review", path: "/review", code: "KeyR" },
  { name: "people", path: "/people", code: "KeyP" },
  { name: "places", path: "/places", code: "KeyL" },
  { name: "offices", path: "/offices", code: "KeyF" },
  { name: "estimate", path: "/estimate", code: "KeyE" },
  { name: "appeals", path: "/appeals", code: "KeyA" },
] as const;

/** As it is written on the keyboard of the reader. */
export const PALETTE_KEY = /^Mac|^iP/u.test(navigator.platform) ? "⌘ K" : "Ctrl K";

export const JUMP_WITHIN_MS = 1500;

/** `g` and a letter jump, `/` searches, `?` shows the keys; never while typing. */
export function useKeys(caseId: string, showKeys: () => void): void {
  const { hasKeys } = useReader();
  const [, go] = useLocation();
  useEffect(() => {
    if (!hasKeys) return;
    let jumpUntil = 0;
    const onKey = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || isTyping(event.target))
        return;
      const page = PAGES.find(({ code }) => code === event.code);
      if (performance.now() < jumpUntil && page !== undefined) {
        event.preventDefault();
        jumpUntil = 0;
        go(`/${caseId}${page.path}`);
      } else if (event.code === "KeyG") jumpUntil = performance.now() + JUMP_WITHIN_MS;
      else if (event.key === "?" || (event.code === "Slash" && event.shiftKey)) showKeys();
      else if (event.key === "/" || event.code === "Slash") {
        event.preventDefault();
        if (!focusSearch()) {
          go(`/${caseId}/search`);
          // The page stands once React has drawn it, which is before the frame after the next.
          requestAnimationFrame(() => requestAnimationFrame(focusSearch));
        }
      }
    };
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, [caseId, go, hasKeys, showKeys]);
}

/** Ctrl+K or ⌘K, also while typing: no letter is lost by it. Pressed again it closes what it opened. */
export function usePaletteKey(toggle: () => void): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.code !== "KeyK" || !(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey)
        return;
      event.preventDefault();
      if (document.querySelector("dialog[open]:not(.palette)") === null) toggle();
    };
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, [toggle]);
}

function focusSearch(): boolean {
  const search = document.querySelector<HTMLInputElement>("input[type=search]");
  search?.focus();
  return search !== null;
}

export function isTyping(target: EventTarget | null): boolean {
  // A box to tick takes no letters.
  if (target instanceof HTMLInputElement && target.type === "checkbox") return false;
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/u.test(target.tagName))
  );
}
