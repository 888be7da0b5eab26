/** The day that places are looked at from, to be moved through the years: a month a step, beside the field and its steps. */
import { useEffect, useRef, useState } from "react";
import { toIsoDay } from "../../src/core/pure.ts";
import type { PlacesView } from "../../src/server/client.ts";
import { useReader } from "../settings.tsx";
import { useAsOf } from "./as-of.tsx";
import { dayOf, formatDay, toYear, yearLabel } from "./days.ts";
import { monthsBetween, monthsFrom } from "./month-steps.ts";
import { bothCalendars } from "./words.tsx";

/** While it moves the case is not asked at every step. */
const REST_MS = 120;

/** From the month before the first stage of a site to today, or to the last stage that lies ahead. */
export function DaySlider({ span }: { readonly span: PlacesView["span"] }) {
  const { t, writing, calendar, language } = useReader();
  const { on, set } = useAsOf();
  const [moved, setMoved] = useState<number | null>(null);
  const choose = useRef(set);
  choose.current = set;
  const today = new Date().toISOString().slice(0, 10);
  const begins = span === null ? today : monthsFrom(toIsoDay(span.earliest), -1);
  const ends = span === null || span.latest < dayOf(today) ? today : toIsoDay(span.latest);
  const most = monthsBetween(begins, ends);
  const dayAt = (months: number) => (months >= most ? ends : monthsFrom(begins, months));
  const target = moved === null ? null : dayAt(moved);
  useEffect(() => {
    if (target === null) return;
    const rest = setTimeout(() => {
      choose.current("on", target);
      setMoved(null);
    }, REST_MS);
    return () => clearTimeout(rest);
  }, [target]);
  if (span === null || most < 2) return null;
  const now = moved ?? (on === null ? most : Math.min(Math.max(monthsBetween(begins, on), 0), most));
  const [shown = "gregorian"] = calendar === "both" ? bothCalendars(language) : [calendar];
  const words =
    moved === null && on === null
      ? t("places.any")
      : formatDay(dayOf(moved === null ? (on ?? ends) : dayAt(moved)), writing, shown);
  return (
    <label className="day-slider">
      <span className="visually-hidden">{t("places.slider")}</span>
      <span aria-hidden="true">{yearLabel(toYear(dayOf(begins)), writing)}</span>
      <input
        type="range"
        min={0}
        max={most}
        step={1}
        value={now}
        aria-valuetext={words}
        onChange={(event) => setMoved(Number(event.currentTarget.value))}
      />
      <span aria-hidden="true">{yearLabel(toYear(dayOf(ends)), writing)}</span>
    </label>
  );
}
