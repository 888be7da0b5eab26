/**
 * Choosing words of a text by keyboard: arrows go from word to word and from line to line, with Shift they widen what is
 * chosen. Left and right are those of the screen, so that they are right in a text of either direction.
 */
import { type KeyboardEvent, type RefObject, useMemo } from "react";
import { focusOffset, selectedStretch, selectStretch, showSelection } from "./text-range.ts";
import { createWordSteps } from "./words-around.ts";

const DIRECTIONS: Readonly<Record<string, "left" | "right" | "forward" | "backward">> = {
  ArrowLeft: "left",
  ArrowRight: "right",
  ArrowUp: "backward",
  ArrowDown: "forward",
};

/** What the text does with a key; scrolling by arrows is kept until a word is chosen. */
export function useWordCursor(
  frame: RefObject<HTMLElement | null>,
  text: string,
): (event: KeyboardEvent<HTMLElement>) => void {
  const words = useMemo(() => createWordSteps(text), [text]);
  return (event) => {
    const root = frame.current;
    const selection = window.getSelection();
    if (root === null || selection === null || event.metaKey) return;
    const chosen = selectedStretch(root);
    const direction = DIRECTIONS[event.key];
    if (event.key === "Escape" && chosen !== null) {
      selection.removeAllRanges();
      return;
    }
    if (direction === undefined) return;
    const isAlong = direction === "left" || direction === "right";
    if (event.shiftKey) {
      if (focusOffset(root) === null) return;
      const isWhole = event.ctrlKey || event.altKey;
      selection.modify("extend", direction, isAlong ? (isWhole ? "word" : "character") : "line");
      showSelection(root);
      event.preventDefault();
      return;
    }
    if (event.ctrlKey || event.altKey) return;
    if (isAlong) {
      const isForward = (getComputedStyle(root).direction === "rtl") === (direction === "left");
      const at = focusOffset(root) ?? 0;
      const next = isForward ? words.after(chosen?.to ?? at) : words.before(chosen?.from ?? at);
      if (next !== null) selectStretch(root, next);
      event.preventDefault();
    } else if (chosen !== null) {
      selection.modify("move", direction, "line");
      const at = focusOffset(root);
      const next = at === null ? null : (words.at(at) ?? words.before(at) ?? words.after(at));
      if (next !== null) selectStretch(root, next);
      event.preventDefault();
    }
  };
}
