/** Whose superiors are asked for, and on which day: both stand in the address. */
import { useState } from "react";
import type { SubjectsView } from "../../src/server/client.ts";
import { useReader } from "../settings.tsx";
import { useQuery } from "../use-query.ts";
import { useSettled } from "../use-settled.ts";
import { useView } from "../use-view.ts";
import { DayField } from "./day-field.tsx";
import { monthsFrom } from "./month-steps.ts";
import { Await } from "./states.tsx";

const SHOWN = 200;
const PAUSE_MS = 150;
const YEAR = 12;

const STEPS = [
  { name: "yearBack", months: -YEAR, sign: "−", unit: "years" },
  { name: "monthBack", months: -1, sign: "−", unit: "months" },
  { name: "month", months: 1, sign: "+", unit: "months" },
  { name: "year", months: YEAR, sign: "+", unit: "years" },
] as const;

interface UnitChoiceProps {
  readonly caseId: string;
  /** What stands instead where nothing is named that could be chosen. */
  readonly none: React.ReactNode;
}

export function UnitChoice({ caseId, none }: UnitChoiceProps) {
  const { client, language } = useReader();
  const [typed, setTyped] = useState("");
  const q = useSettled(typed, PAUSE_MS);
  const units = useView(`units ${caseId} ${language} ${q}`, () =>
    client.subjects(caseId, { q, kinds: ["body", "office"], limit: SHOWN }),
  );
  return (
    <Await of={units}>
      {(found) =>
        found.total === 0 && q === "" ? none : <Units found={found} typed={typed} type={setTyped} />
      }
    </Await>
  );
}

interface UnitsProps {
  readonly found: SubjectsView;
  readonly typed: string;
  readonly type: (text: string) => void;
}

function Units({ found: { subjects, total }, typed, type }: UnitsProps) {
  const { t } = useReader();
  const [query, change] = useQuery();
  const chosen = query.get("unit") ?? "";
  const kinds = [...new Set(subjects.map(({ kindLabel }) => kindLabel))];
  const isListed = chosen === "" || subjects.some(({ id }) => id === chosen);
  return (
    <>
      <label>
        {t("chain.unit")}{" "}
        <select value={chosen} onChange={(event) => change({ unit: event.currentTarget.value })}>
          <option value="">{t("chain.unit.choose")}</option>
          {isListed ? null : <option value={chosen}>{chosen}</option>}
          {kinds.map((kind) => (
            <optgroup key={kind} label={kind}>
              {subjects
                .filter(({ kindLabel }) => kindLabel === kind)
                .map(({ id, name }) => (
                  <option key={id} value={id}>
                    {name}
                  </option>
                ))}
            </optgroup>
          ))}
        </select>
      </label>
      {total > SHOWN || typed !== "" ? (
        <label>
          {t("chain.unit.find")}{" "}
          <input
            type="search"
            dir="auto"
            value={typed}
            onChange={(event) => type(event.currentTarget.value)}
          />
        </label>
      ) : null}
      {chosen === "" ? <p className="lead">{t("chain.choose")}</p> : null}
      {total > SHOWN ? <small>{t("chain.unit.more", { count: total - SHOWN })}</small> : null}
    </>
  );
}

/** @param on - the day that is looked at, asked for or not. */
export function ChainDay({ on }: { readonly on: string }) {
  const { t } = useReader();
  const [query, change] = useQuery();
  return (
    <DayField label={t("chain.on")} day={on} change={(day) => change({ on: day ?? "" })}>
      {STEPS.map(({ name, months, sign, unit }) => {
        const word = t(`chain.step.${name}`);
        return (
          <button
            key={name}
            type="button"
            aria-label={word}
            title={word}
            onClick={() => change({ on: monthsFrom(on, months) })}
          >
            {sign} {t(`chain.sign.${unit}`)}
          </button>
        );
      })}
      <button type="button" aria-pressed={query.get("on") === null} onClick={() => change({ on: "" })}>
        {t("chain.lastDay")}
      </button>
    </DayField>
  );
}
