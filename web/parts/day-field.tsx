/** A day as a person writes it, in any calendar and any digits; the address keeps it as an ISO day. */
import { useId, useState } from "react";
import { toIsoDay } from "../../src/core/pure.ts";
import { useReader } from "../settings.tsx";
import { dayOf } from "./days.ts";
import { readDay } from "./understood.ts";
import { Day } from "./words.tsx";

interface DayFieldProps {
  readonly label: string;
  /** ISO; null where none is asked for. */
  readonly day: string | null;
  readonly change: (day: string | null) => void;
  /** What stands between the field and the words beneath it, such as steps. */
  readonly children?: React.ReactNode;
}

/** What was typed, and the day that stood in the address then: a step or a way back gives the field up to the address. */
interface Typed {
  readonly text: string;
  readonly day: string | null;
}

export function DayField({ label, day, change, children }: DayFieldProps) {
  const { t } = useReader();
  const [typed, setTyped] = useState<Typed | null>(null);
  const own = typed !== null && typed.day === day ? typed : null;
  const read = readDay(own?.text ?? "");
  const about = useId();
  const take = (text: string, isFinished: boolean) => {
    const reading = readDay(text);
    const next =
      reading.state === "clear" && (isFinished || reading.is.earliest === reading.is.latest)
        ? toIsoDay(reading.is.latest)
        : reading.state === "empty" && isFinished
          ? null
          : day;
    setTyped({ text, day: next });
    if (next !== day) change(next);
  };
  const shown = own !== null && read.state === "clear" ? read.is.latest : day === null ? null : dayOf(day);
  return (
    <>
      <label>
        {label}{" "}
        <input
          type="text"
          className="day-field"
          dir="auto"
          autoComplete="off"
          spellCheck={false}
          title={t("day.hint")}
          aria-describedby={about}
          aria-invalid={read.state === "unclear"}
          value={own?.text ?? day ?? ""}
          onChange={(event) => take(event.currentTarget.value, false)}
          onBlur={(event) => own !== null && take(event.currentTarget.value, true)}
          onKeyDown={(event) => {
            if (event.key === "Enter") take(event.currentTarget.value, true);
          }}
        />
      </label>
      {children}
      <output id={about} className={read.state === "unclear" ? "as-of-words trouble" : "as-of-words"}>
        {read.state === "unclear" ? (
          t(read.why === "order" ? "day.order" : "day.unclear")
        ) : shown === null ? (
          t("day.hint")
        ) : (
          <>
            {own === null ? null : `${t("day.understood")} `}
            <Day day={shown} />
          </>
        )}
      </output>
    </>
  );
}
