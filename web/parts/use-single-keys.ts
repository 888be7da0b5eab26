/** Single keys of one screen by their place on the keyboard; never while typing or beneath a dialog, and not as the second half of `g …`. */
import { useLayoutEffect, useRef } from "react";
import { useReader } from "../settings.tsx";
import { isSingleKey } from "./key-target.ts";
import { isPressed, type SingleKey } from "./single-keys.ts";
import { JUMP_WITHIN_MS } from "./use-keys.ts";

export function useSingleKeys<Name extends string>(
  keys: readonly SingleKey<Name>[],
  press: (name: Name) => void,
): void {
  const { hasKeys, keyCodes } = useReader();
  // Of two keys in quick succession the second finds what the first has changed.
  const latest = useRef(press);
  latest.current = press;
  // Before the page is painted: a key that can be seen is heard.
  useLayoutEffect(() => {
    if (!hasKeys) return;
    let jumpUntil = 0;
    const onKey = (event: KeyboardEvent) => {
      if (event.repeat || !isSingleKey(event)) return;
      // The map and what scrolls sideways move by arrows themselves.
      if (event.code.startsWith("Arrow") && (event.defaultPrevented || isScrolling(event.target))) return;
      const isJump = performance.now() < jumpUntil;
      jumpUntil = event.code === "KeyG" ? performance.now() + JUMP_WITHIN_MS : 0;
      const key = keys.find((each) => isPressed(each, event.code, keyCodes));
      if (isJump || key === undefined) return;
      event.preventDefault();
      latest.current(key.name);
    };
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, [hasKeys, keyCodes, keys]);
}

function isScrolling(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest(".scroll, .map-frame") !== null;
}
