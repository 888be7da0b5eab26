/** Single keys of one screen by their place on the keyboard; never while typing, and not as the second half of `g …`. */
import { useEffect, useRef } from "react";
import { useReader } from "../settings.tsx";
import { isTyping, JUMP_WITHIN_MS } from "./use-keys.ts";

export interface SingleKey<Name extends string> {
  readonly name: Name;
  /** Of the event: the key's place, whatever the keyboard writes there. */
  readonly code: string;
}

/** Of the viewer of sources. */
export const VIEWER_KEYS = [
  { name: "quote", code: "KeyS" },
  { name: "verify", code: "KeyV" },
  { name: "before", code: "BracketLeft" },
  { name: "after", code: "BracketRight" },
] as const satisfies readonly SingleKey<string>[];
export type ViewerKey = (typeof VIEWER_KEYS)[number]["name"];

/** Of every page with values on it. */
export const ORIGIN_KEYS = [{ name: "origin", code: "KeyI" }] as const satisfies readonly SingleKey<string>[];

const SIGNS: Readonly<Record<string, string>> = { BracketLeft: "[", BracketRight: "]" };

/** The letter of a key, as it is shown. */
export function letterOf({ code }: { readonly code: string }): string {
  return SIGNS[code] ?? code.replace("Key", "").toLowerCase();
}

export function useSingleKeys<Name extends string>(
  keys: readonly SingleKey<Name>[],
  press: (name: Name) => void,
): void {
  const { hasKeys } = useReader();
  // Of two keys in quick succession the second finds what the first has changed.
  const latest = useRef(press);
  latest.current = press;
  useEffect(() => {
    if (!hasKeys) return;
    let jumpUntil = 0;
    const onKey = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || event.repeat) return;
      if (isTyping(event.target) || document.querySelector("dialog[open]") !== null) return;
      const isJump = performance.now() < jumpUntil;
      jumpUntil = event.code === "KeyG" ? performance.now() + JUMP_WITHIN_MS : 0;
      const key = keys.find(({ code }) => code === event.code);
      if (isJump || key === undefined) return;
      event.preventDefault();
      latest.current(key.name);
    };
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, [hasKeys, keys]);
}
