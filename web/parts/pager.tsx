/** Turning the pages of a long list. */
import { useReader } from "../settings.tsx";

interface PagerProps {
  readonly label: string;
  /** How many stand before this page, how many a page holds, how many there are. */
  readonly offset: number;
  readonly size: number;
  readonly total: number;
  readonly turnTo: (offset: number) => void;
}

/** Nothing where one page holds all. */
export function Pager({ label, offset, size, total, turnTo }: PagerProps) {
  const { t, mark, number } = useReader();
  if (total <= size) return null;
  // Held and not switched off: whoever turns the last page by keyboard keeps their place.
  const isFirst = offset === 0;
  const isLast = offset + size >= total;
  return (
    <nav className="pager" aria-label={label} {...mark(t("people.next"))}>
      <button
        type="button"
        aria-disabled={isFirst}
        onClick={() => (isFirst ? null : turnTo(Math.max(0, offset - size)))}
      >
        {t("people.previous")}
      </button>
      <span>
        {number(offset + 1)}–{number(Math.min(offset + size, total))}
      </span>
      <button type="button" aria-disabled={isLast} onClick={() => (isLast ? null : turnTo(offset + size))}>
        {t("people.next")}
      </button>
    </nav>
  );
}
