/** Small words that every page shows: times, standings, hashes, names. */
import { isolate, type Language } from "../../src/core/pure.ts";
import type { FigureView, TimeView } from "../../src/server/client.ts";
import { useReader } from "../settings.tsx";
import { type Calendar, formatDay } from "./days.ts";
import { timeWords } from "./time-words.ts";

export { isolate as isolated };

/** Words of others one after the other in a sentence of ours. */
export function wordsInRow(words: readonly string[], language: Language): string {
  return words.map(isolate).join(language === "fa" ? "، " : ", ");
}

/** A time in the calendars that the reader chose. */
export function Time({ time }: { readonly time: TimeView | null }) {
  const reader = useReader();
  const { calendar, language, mark } = reader;
  if (time === null) return null;
  const shown = calendar === "both" ? bothCalendars(language) : [calendar];
  const [first = "", second] = shown.map((each) => timeWords(time, each, reader));
  return (
    <time className="time" title={time.edtf} {...mark(first)}>
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
  const { calendar, language, writing, mark } = useReader();
  const shown = calendar === "both" ? bothCalendars(language) : [calendar];
  const [first = "", second] = shown.map((each) => formatDay(day, writing, each));
  return (
    <span className="time" {...mark(first)}>
      <bdi>{first}</bdi>
      {second === undefined ? null : (
        <small>
          {" "}
          <bdi>{second}</bdi>
        </small>
      )}
    </span>
  );
}

/** That of the language first. */
export function bothCalendars(language: Language): readonly Calendar[] {
  return language === "fa" ? ["solarHijri", "gregorian"] : ["gregorian", "solarHijri"];
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
