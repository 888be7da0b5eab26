/** Keys by their place on the keyboard, so that they work on a Persian layout too. */
import { useEffect } from "react";
import { useLocation } from "wouter";
import { PAGES } from "../addresses.ts";
import { useReader } from "../settings.tsx";
import { isSingleKey } from "./key-target.ts";

/** As it is written on the keyboard of the reader. */
export const PALETTE_KEY = /^Mac|^iP/u.test(navigator.platform) ? "⌘ K" : "Ctrl K";

export const JUMP_WITHIN_MS = 1500;
/** After `g`: the settings, which are no page. */
const SETTINGS_CODE = "Comma";

/** `g` and a letter jump, `g` and a comma open the settings, `/` searches, `?` shows the keys; never while typing, nor beneath a dialog. */
export function useKeys(caseId: string, showKeys: () => void): void {
  const { hasKeys } = useReader();
  const [, go] = useLocation();
  useEffect(() => {
    if (!hasKeys) return;
    let jumpUntil = 0;
    const onKey = (event: KeyboardEvent) => {
      if (!isSingleKey(event)) return;
      const page = PAGES.find(({ code }) => code === event.code);
      if (performance.now() < jumpUntil && page !== undefined) {
        event.preventDefault();
        jumpUntil = 0;
        go(`/${caseId}${page.path}`);
      } else if (performance.now() < jumpUntil && event.code === SETTINGS_CODE) {
        event.preventDefault();
        jumpUntil = 0;
        openSettings();
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

function openSettings(): void {
  const details = document.querySelector<HTMLDetailsElement>(".settings details");
  if (details === null) return;
  details.open = true;
  details.querySelector("summary")?.focus();
}

function focusSearch(): boolean {
  const search = document.querySelector<HTMLInputElement>("input[type=search]");
  search?.focus();
  return search !== null;
}
