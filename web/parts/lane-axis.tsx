/** The years above lanes, and where bars and their names stand beneath them. */
import { useReader } from "../settings.tsx";
import { share, type TimeRange, ticksOf } from "./time-axis.ts";

const LATE_PERCENT = 60;

export function LaneAxis({ range }: { readonly range: TimeRange }) {
  const { writing } = useReader();
  return (
    <div className="lane-axis" aria-hidden="true">
      {ticksOf(range, writing).map(({ day, label, unit }) => (
        <span key={day} className={unit} style={{ insetInlineStart: `${share(day, range)}%` }}>
          {label}
        </span>
      ))}
    </div>
  );
}

export function barPlace(first: number, last: number, range: TimeRange) {
  const start = Math.max(0, share(first, range));
  // A day or a month would be too thin to see.
  const width = Math.max(0.8, Math.min(100, share(last, range)) - start);
  return { insetInlineStart: `${Math.min(start, 100 - width)}%`, inlineSize: `${width}%` };
}

/** The name stands where the bar begins, or, for a late one, where it ends, so that it never leaves the picture. */
export function namePlace(first: number, last: number, range: TimeRange) {
  const start = Math.max(0, share(first, range));
  if (start <= LATE_PERCENT) return { insetInlineStart: `${start}%` };
  return { justifySelf: "end", insetInlineEnd: `${Math.max(0, 100 - share(last, range))}%` };
}
