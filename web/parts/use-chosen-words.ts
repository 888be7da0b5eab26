/** The chosen words of a text as the passage of a new statement; they are chosen again when its form is left. */
import { type RefObject, useCallback, useEffect, useRef, useState } from "react";
import type { Quoting } from "../use-quote.ts";
import { toPagePassage, toQuotedPassage } from "./passage.ts";
import { selectedStretch, selectStretch, type TextStretch } from "./text-range.ts";

export interface ChosenWords {
  /** Opens the form for what is chosen now. */
  readonly quote: () => void;
  /** Whether it was wanted while nothing was chosen. */
  readonly isAsked: boolean;
}

export function useChosenWords(
  frame: RefObject<HTMLElement | null>,
  { text, page }: { readonly text: string; readonly page: number | null },
  { open, passage, done }: Pick<Quoting, "open" | "passage" | "done">,
): ChosenWords {
  const [isAsked, setIsAsked] = useState(false);
  const left = useRef<TextStretch | null>(null);
  const opener = useRef(open);
  opener.current = open;
  const quote = useCallback(() => {
    const root = frame.current;
    const stretch = root === null ? null : selectedStretch(root);
    const words =
      stretch === null
        ? null
        : page === null
          ? toQuotedPassage(text, stretch.from, stretch.to)
          : toPagePassage(text, stretch.from, stretch.to, page);
    setIsAsked(words === null);
    if (words === null) return;
    left.current = stretch;
    // The form shows the words, and the text marks them.
    window.getSelection()?.removeAllRanges();
    opener.current(words);
  }, [frame, text, page]);

  useEffect(() => {
    if (passage !== null || left.current === null) return;
    const root = frame.current;
    const stretch = left.current;
    left.current = null;
    if (root === null || done !== null) return;
    root.focus({ preventScroll: true });
    selectStretch(root, stretch);
  }, [frame, passage, done]);
  return { quote, isAsked };
}
