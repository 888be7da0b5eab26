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
  return (
    <nav className="pager" aria-label={label} {...mark(t("people.next"))}>
      <button type="button" disabled={offset === 0} onClick={() => turnTo(Math.max(0, offset - size))}>
        {t("people.previous")}
      </button>
      <span>
        {number(offset + 1)}–{number(Math.min(offset + size, total))}
      </span>
      <button type="button" disabled={offset + size >= total} onClick={() => turnTo(offset + size)}>
        {t("people.next")}
      </button>
    </nav>
  );
}
