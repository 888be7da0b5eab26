/** Small words that every page shows: times, standings, hashes, names. */
import type { FigureView, TimeView } from "../../src/server/client.ts";
import { useReader } from "../settings.tsx";
import { type Calendar, formatDay } from "./days.ts";

/** A time in the calendars that the reader chose. */
export function Time({ time }: { readonly time: TimeView | null }) {
  const { calendar, language, rewritten } = useReader();
  if (time === null) return null;
  const own = language === "fa" ? [time.solarHijri, time.gregorian] : [time.gregorian, time.solarHijri];
  const text = calendar === "both" ? own : [time[calendar]];
  const [first, second] = text.map(rewritten);
  return (
    <time className="time" title={time.edtf}>
      <bdi>{first}</bdi>
      {second === undefined || second === first ? null : (
        <small>
          {" "}
          <bdi>{second}</bdi>
        </small>
      )}
    </time>
  );
}

/** A day in the calendars that the reader chose, that of the language first. */
export function Day({ day }: { readonly day: number }) {
  const { calendar, language, writing } = useReader();
  const own: readonly Calendar[] =
    language === "fa" ? ["solarHijri", "gregorian"] : ["gregorian", "solarHijri"];
  const [first, second] = calendar === "both" ? own : [calendar];
  return (
    <span className="time">
      <bdi>{formatDay(day, writing, first ?? "gregorian")}</bdi>
      {second === undefined ? null : (
        <small>
          {" "}
          <bdi>{formatDay(day, writing, second)}</bdi>
        </small>
      )}
    </span>
  );
}

const MARKS = { documented: "■", estimated: "◇", reported: "❝" } as const;

/** Documented, estimated or reported: a shape, a colour and a word. */
export function Standing({ standing }: { readonly standing: FigureView["standing"] }) {
  const { t } = useReader();
  return (
    <span className={`standing ${standing}`} title={t(`standing.${standing}.about`)}>
      <span aria-hidden="true" className="mark">
        {MARKS[standing]}
      </span>
      {t(`standing.${standing}`)}
    </span>
  );
}

/** A hash, shortened for the eye and whole for the clipboard. */
export function HashText({ value, length = 16 }: { readonly value: string; readonly length?: number }) {
  return (
    <code className="hash" dir="ltr" title={value}>
      {value.slice(0, length)}
      {value.length > length ? "…" : ""}
    </code>
  );
}

/** Text that came from people: its own direction, isolated from what stands around it. */
export function Said({ children }: { readonly children: string }) {
  return <bdi dir="auto">{children}</bdi>;
}

/** The same within a sentence of ours (Unicode first strong isolate), so that neither turns the other round. */
export function isolated(text: string): string {
  return `\u2068${text}\u2069`;
}
