/** The button beside the chosen words, for pointer and touch; by keyboard it follows the text. */
import { type RefObject, useEffect, useState } from "react";
import { useReader } from "../settings.tsx";
import { KeyCap } from "./key-cap.tsx";
import { QUOTE } from "./single-keys.ts";
import { selectedStretch } from "./text-range.ts";

interface QuoteButtonProps {
  readonly frame: RefObject<HTMLElement | null>;
  readonly quote: () => void;
}

const GAP_PX = 8;
/** About what the button takes: it keeps off the edges of the window by that much. */
const SIZE = { width: 300, height: 48 };

export function QuoteButton({ frame, quote }: QuoteButtonProps) {
  const { t } = useReader();
  const place = usePlaceOfSelection(frame);
  if (place === null) return null;
  return (
    <button
      type="button"
      className="quote-button"
      style={{ insetBlockStart: place.top, left: place.left }}
      // The words stay chosen while the button is pressed.
      onPointerDown={(event) => event.preventDefault()}
      onMouseDown={(event) => event.preventDefault()}
      onClick={quote}
    >
      {t("quote.open")}
      <KeyCap of={QUOTE} />
    </button>
  );
}

interface PlaceOnScreen {
  readonly top: number;
  readonly left: number;
}

/** Just below the chosen words, above them where there is no room; null while nothing is chosen. */
function usePlaceOfSelection(frame: RefObject<HTMLElement | null>): PlaceOnScreen | null {
  const [place, setPlace] = useState<PlaceOnScreen | null>(null);
  useEffect(() => {
    let asked = 0;
    const look = () => {
      asked = 0;
      const root = frame.current;
      setPlace(root === null || selectedStretch(root) === null ? null : placeBeside(root));
    };
    const ask = () => {
      if (asked === 0) asked = requestAnimationFrame(look);
    };
    document.addEventListener("selectionchange", ask);
    window.addEventListener("scroll", ask, { capture: true, passive: true });
    window.addEventListener("resize", ask);
    // What stands above the text may grow or go.
    const grown = new ResizeObserver(ask);
    grown.observe(document.body);
    return () => {
      grown.disconnect();
      cancelAnimationFrame(asked);
      document.removeEventListener("selectionchange", ask);
      window.removeEventListener("scroll", ask, { capture: true });
      window.removeEventListener("resize", ask);
    };
  }, [frame]);
  return place;
}

function placeBeside(root: HTMLElement): PlaceOnScreen | null {
  const range = window.getSelection()?.getRangeAt(0);
  const box = range?.getBoundingClientRect();
  if (box === undefined) return null;
  const frame = root.getBoundingClientRect();
  // Words that are scrolled out of their frame have nothing beside them.
  if (box.bottom < Math.max(frame.top, 0) || box.top > Math.min(frame.bottom, innerHeight)) return null;
  const below = box.bottom + GAP_PX;
  const top = below + SIZE.height <= innerHeight ? below : box.top - SIZE.height - GAP_PX;
  const left = Math.min(Math.max(box.left, GAP_PX), innerWidth - SIZE.width - GAP_PX);
  return { top: Math.max(top, GAP_PX), left: Math.max(left, GAP_PX) };
}
