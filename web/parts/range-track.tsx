/** A figure's value on the scale of its group: what one speaker leaves open beside what another gives. */
import type { FigureOnScreen } from "../../src/server/client.ts";

/** Bounds of a number: null where open. */
interface Bounds {
  readonly from: number | null;
  readonly to: number | null;
  /** The one number given, where one is. */
  readonly point: number | null;
}

const HEADROOM = 1.12;

/** The end of the scale for each unit: room beyond the largest number, the same for every group that has the unit. */
export function toScales(figures: readonly FigureOnScreen[]): ReadonlyMap<string, number> {
  const byUnit = new Map<string, number[]>();
  for (const figure of figures) {
    const { from, to, point } = boundsOf(figure);
    const largest = to ?? point ?? from;
    if (figure.unit === null || largest === null) continue;
    byUnit.set(figure.unit, [...(byUnit.get(figure.unit) ?? []), largest]);
  }
  return new Map([...byUnit].map(([unit, numbers]) => [unit, Math.max(...numbers) * HEADROOM]));
}

/** Whether a figure gives a number or a bound; words such as "thousands" do not. */
export function isNumeric(figure: FigureOnScreen): boolean {
  return Object.values(boundsOf(figure)).some((bound) => bound !== null);
}

/** The picture repeats what the words of the figure say, so it is hidden from those who listen. */
export function RangeTrack({ figure, scale }: { readonly figure: FigureOnScreen; readonly scale: number }) {
  const { from, to, point } = boundsOf(figure);
  if (from === null && to === null && point === null) return null;
  const share = (value: number) => `${(value / scale) * 100}%`;
  const start = from ?? (to === null ? (point ?? 0) : 0);
  const end = to ?? (from === null ? (point ?? 0) : scale);
  const isOpen = from !== null && to === null;
  return (
    <span className={`range-track ${figure.standing}`} aria-hidden="true">
      {start === end ? null : (
        <i
          className={`range-bar ${isOpen ? "open-end" : ""} ${from === null ? "open-start" : ""}`}
          style={{ insetInlineStart: share(start), inlineSize: share(end - start) }}
        />
      )}
      <i className="range-point" style={{ insetInlineStart: share(point ?? (isOpen ? start : end)) }} />
      {point === null && from !== null && to !== null ? (
        <i className="range-point" style={{ insetInlineStart: share(start) }} />
      ) : null}
    </span>
  );
}

function boundsOf({ value, range }: FigureOnScreen): Bounds {
  const point = typeof value === "number" ? value : null;
  if (range === null) return { from: point, to: point, point };
  const [from, to] = range;
  return { from, to, point };
}
