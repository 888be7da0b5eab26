/** The keys of review by their place on the keyboard; never while typing, and not as the second half of `g …`. */
import { useEffect } from "react";
import { useReader } from "../settings.tsx";
import { isTyping, JUMP_WITHIN_MS } from "./use-keys.ts";

export const REVIEW_KEYS = [
  { name: "same", code: "KeyY" },
  { name: "different", code: "KeyN" },
  { name: "unsure", code: "KeyU" },
  { name: "skip", code: "KeyS" },
  { name: "undo", code: "KeyZ" },
  { name: "reason", code: "KeyR" },
] as const;
export type ReviewKey = (typeof REVIEW_KEYS)[number]["name"];

export function useReviewKeys(press: (key: ReviewKey) => void): void {
  const { hasKeys } = useReader();
  useEffect(() => {
    if (!hasKeys) return;
    let jumpUntil = 0;
    const onKey = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || event.repeat) return;
      if (isTyping(event.target) || document.querySelector("dialog[open]") !== null) return;
      const isJump = performance.now() < jumpUntil;
      jumpUntil = event.code === "KeyG" ? performance.now() + JUMP_WITHIN_MS : 0;
      const key = REVIEW_KEYS.find(({ code }) => code === event.code);
      if (isJump || key === undefined) return;
      event.preventDefault();
      press(key.name);
    };
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, [hasKeys, press]);
}
