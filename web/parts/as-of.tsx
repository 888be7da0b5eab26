/** The day that things are looked at from, and for whom: both stand in the address. */
import type { ReactNode } from "react";
import { useSearchParams } from "wouter";
import type { Audience } from "../../src/server/client.ts";
import { useReader } from "../settings.tsx";
import { DayField } from "./day-field.tsx";
import { monthsFrom } from "./month-steps.ts";

/** What the address asks for: no day means whatever is known, and no audience those who work in the case. */
export function useAsOf() {
  const [params, setParams] = useSearchParams();
  const on = params.get("on");
  const audience: Audience = params.get("audience") === "public" ? "public" : "internal";
  const set = (name: "on" | "audience", value: string | null) =>
    setParams(
      (before) => {
        if (value === null) before.delete(name);
        else before.set(name, value);
        return before;
      },
      { replace: true },
    );
  return { on, audience, set };
}

/** Steps of a year from the day of the address, or from today where it has none. */
export function useYearStep(): (years: number) => void {
  const { on, set } = useAsOf();
  return (years) => set("on", monthsFrom(on ?? new Date().toISOString().slice(0, 10), years * 12));
}

/** The day, with steps of a year for those who cannot drag. */
export function DayChoice({ anyDay, children }: { readonly anyDay: string; readonly children?: ReactNode }) {
  const { t, mark } = useReader();
  const { on, set } = useAsOf();
  const step = useYearStep();
  return (
    <div className="as-of" {...mark(t("places.on"))}>
      <DayField label={t("places.on")} day={on} change={(day) => set("on", day)}>
        <button type="button" onClick={() => step(-1)} aria-label={t("places.back")} title={t("places.back")}>
          −
        </button>
        <button
          type="button"
          onClick={() => step(1)}
          aria-label={t("places.forward")}
          title={t("places.forward")}
        >
          +
        </button>
        <button type="button" aria-pressed={on === null} onClick={() => set("on", null)}>
          {anyDay}
        </button>
        {children}
      </DayField>
    </div>
  );
}

/** The day that sites are looked at from, and the view of strangers. */
export function AsOf() {
  const { t } = useReader();
  const { audience, set } = useAsOf();
  return (
    <DayChoice anyDay={t("places.any")}>
      <button
        type="button"
        aria-pressed={audience === "public"}
        onClick={() => set("audience", audience === "public" ? null : "public")}
      >
        {t("places.public")}
      </button>
    </DayChoice>
  );
}
