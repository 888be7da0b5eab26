/** Which part of the time the lanes show: by keys and buttons, kept in the address. */

import { useReader } from "../settings.tsx";
import { useQuery } from "../use-query.ts";
import { KeyCap } from "./key-cap.tsx";
import { OFFICE_KEYS, type OfficeKey } from "./single-keys.ts";
import { isWhole, rangeOf, shifted, type TimeRange, toAddress, zoomed } from "./time-axis.ts";
import { useSingleKeys } from "./use-single-keys.ts";
import { Day } from "./words.tsx";

type Way = OfficeKey | "earlier" | "later";
const [CLOSER, FURTHER, WHOLE] = OFFICE_KEYS;
const SIGNS = { earlier: "◂", later: "▸" } as const;

/** The part that the address asks for, and how it is changed. */
export function useRange(whole: TimeRange): { readonly range: TimeRange; readonly go: (way: Way) => void } {
  const [query, change] = useQuery();
  const range = rangeOf(query.get("from"), query.get("to"), whole);
  const go = (way: Way) => {
    const next = {
      closer: () => zoomed(range, whole, "in"),
      further: () => zoomed(range, whole, "out"),
      whole: () => whole,
      earlier: () => shifted(range, whole, "earlier"),
      later: () => shifted(range, whole, "later"),
    }[way]();
    change(toAddress(next, whole));
  };
  return { range, go };
}

interface OfficeRangeProps {
  readonly range: TimeRange;
  readonly whole: TimeRange;
  readonly go: (way: Way) => void;
}

export function OfficeRange({ range, whole, go }: OfficeRangeProps) {
  const { t } = useReader();
  useSingleKeys(OFFICE_KEYS, go);
  const isAll = isWhole(range, whole);
  // At its end a button is marked and not switched off: whoever pressed it would lose their place.
  const step = (way: "earlier" | "later") => (
    <button
      type="button"
      aria-disabled={isAll || (way === "earlier" ? range.from <= whole.from : range.to >= whole.to)}
      onClick={() => go(way)}
    >
      <span aria-hidden="true" className="mirrored">
        {SIGNS[way]}
      </span>{" "}
      {t(`offices.range.${way}`)}
    </button>
  );
  return (
    <fieldset className="office-range">
      <legend className="visually-hidden">{t("offices.range")}</legend>
      <button type="button" onClick={() => go("closer")}>
        {t("offices.range.closer")} <KeyCap of={CLOSER} />
      </button>
      <button type="button" aria-disabled={isAll} onClick={() => go("further")}>
        {t("offices.range.further")} <KeyCap of={FURTHER} />
      </button>
      {step("earlier")}
      {step("later")}
      <button type="button" aria-pressed={isAll} onClick={() => go("whole")}>
        {t("offices.range.whole")} <KeyCap of={WHOLE} />
      </button>
      <output>
        {t("offices.range.from")} <Day day={Math.round(range.from)} /> {t("offices.range.to")}{" "}
        <Day day={Math.round(range.to)} />
      </output>
    </fieldset>
  );
}
