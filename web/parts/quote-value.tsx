/** The value of a statement, typed as its property asks, and shown as it is understood. */
import { type ReactNode, useId } from "react";
import { CALENDARS, formatSpan, type TimeSpan } from "../../src/core/pure.ts";
import type { PropertyView } from "../../src/server/client.ts";
import { type Reader, useReader } from "../settings.tsx";
import type { QuoteDraft } from "./quote-draft.ts";
import { readCount, readPoint, readTime } from "./understood.ts";

interface DraftFieldProps {
  readonly draft: QuoteDraft;
  readonly change: (change: Partial<QuoteDraft>) => void;
  readonly fault: string | null;
}

/** A value that is typed or chosen; a reference has a picker of its own. */
export function TypedValue({
  draft,
  change,
  fault,
  property,
}: DraftFieldProps & { readonly property: PropertyView }) {
  const reader = useReader();
  const { t } = reader;
  const { value: kind, codes } = property;
  if (kind === "none" || kind === "ref" || kind === "outline" || kind === "involvement") return null;
  if (kind === "code") {
    return (
      <Labelled label={t("quote.value.code")} fault={fault}>
        {(field) => (
          <select
            {...field}
            value={draft.value}
            onChange={(event) => change({ value: event.currentTarget.value })}
          >
            <option value="">{t("quote.property.choose")}</option>
            {codes.map(({ code, label }) => (
              <option key={code} value={code}>
                {label}
              </option>
            ))}
          </select>
        )}
      </Labelled>
    );
  }
  return (
    <>
      <Labelled
        label={t(`quote.value.${kind}`)}
        hint={kind === "quantity" ? t("quote.value.quantity.hint") : null}
        fault={fault}
        understood={
          kind === "quantity"
            ? countWords(draft, reader)
            : kind === "point"
              ? pointWords(draft, reader)
              : null
        }
      >
        {(field) => (
          <input
            {...field}
            type="text"
            dir="auto"
            autoComplete="off"
            value={draft.value}
            onChange={(event) => change({ value: event.currentTarget.value })}
          />
        )}
      </Labelled>
      {kind === "point" ? (
        <Labelled label={t("quote.value.metres")} fault={null}>
          {(field) => (
            <input
              {...field}
              type="text"
              inputMode="decimal"
              dir="auto"
              value={draft.metres}
              onChange={(event) => change({ metres: event.currentTarget.value })}
            />
          )}
        </Labelled>
      ) : null}
    </>
  );
}

/** The time in the words of the source, with the calendar and the order where they do not say it. */
export function TypedTime({ draft, change, fault }: DraftFieldProps) {
  const { t } = useReader();
  const { time: text, calendar, order } = draft;
  const read = readTime({ text, calendar, order });
  return (
    <>
      <Labelled
        label={t("quote.time")}
        hint={t("quote.time.hint")}
        // While it is being typed, what is still open is said at once, since a choice beside it answers it.
        fault={
          fault ??
          (read.state === "unclear" && read.why !== "unreadable" ? t(`quote.unclear.${read.why}`) : null)
        }
        understood={read.state === "clear" ? <InBothCalendars span={read.is.span} /> : null}
      >
        {(field) => (
          <input
            {...field}
            type="text"
            dir="auto"
            autoComplete="off"
            value={text}
            onChange={(event) => change({ time: event.currentTarget.value })}
          />
        )}
      </Labelled>
      {text.trim() === "" ? null : (
        <div className="pair">
          <Labelled label={t("quote.calendar")} fault={null}>
            {(field) => (
              <select
                {...field}
                value={calendar}
                onChange={({ currentTarget: { value } }) =>
                  change({ calendar: CALENDARS.find((each) => each === value) ?? "" })
                }
              >
                {["" as const, ...CALENDARS].map((each) => (
                  <option key={each} value={each}>
                    {t(each === "" ? "quote.calendar.written" : `quote.calendar.${each}`)}
                  </option>
                ))}
              </select>
            )}
          </Labelled>
          {order !== "" || (read.state === "unclear" && read.why === "order") ? (
            <Labelled label={t("quote.order")} fault={null}>
              {(field) => (
                <select
                  {...field}
                  value={order}
                  onChange={({ currentTarget: { value } }) =>
                    change({ order: value === "dmy" || value === "mdy" ? value : "" })
                  }
                >
                  {(["", "dmy", "mdy"] as const).map((each) => (
                    <option key={each} value={each}>
                      {t(each === "" ? "quote.order.written" : `quote.order.${each}`)}
                    </option>
                  ))}
                </select>
              )}
            </Labelled>
          ) : null}
        </div>
      )}
    </>
  );
}

function InBothCalendars({ span }: { readonly span: TimeSpan }) {
  const { writing } = useReader();
  const [first, second] = (["gregorian", "solar-hijri"] as const).map((calendar) =>
    formatSpan(span, { ...writing, calendar }),
  );
  return (
    <>
      <bdi>{first}</bdi>
      {second === first ? null : (
        <>
          {" · "}
          <bdi>{second}</bdi>
        </>
      )}
    </>
  );
}

/** A count in words; null while there is none. */
function countWords({ value }: QuoteDraft, { t, number }: Reader): string | null {
  const read = readCount(value);
  if (read.state !== "clear") return null;
  const { min, max } = read.is;
  if (min === null && max === null) return t("quote.count.words");
  if (min === null) return t("quote.count.most", { count: number(max ?? 0) });
  if (max === null) return t("quote.count.least", { count: number(min) });
  return min === max
    ? t("quote.count.exact", { count: number(min) })
    : t("quote.count.range", { min: number(min), max: number(max) });
}

function pointWords({ value, metres: typed }: QuoteDraft, { t, digits }: Reader): string | null {
  const read = readPoint(value, typed);
  if (read.state !== "clear") return null;
  const { latitude, longitude, accuracyM } = read.is;
  const [north = "", east = "", metres = ""] = [latitude, longitude, accuracyM].map((each) =>
    digits(String(each)),
  );
  return t("quote.nearby", { latitude: north, longitude: east, metres });
}

interface LabelledProps {
  readonly label: string;
  readonly hint?: string | null;
  readonly fault: string | null;
  /** What was typed, as it is understood. */
  readonly understood?: ReactNode;
  readonly children: (field: {
    readonly id: string;
    readonly "aria-describedby": string;
    readonly "aria-invalid": boolean;
  }) => ReactNode;
}

/** A field with its label, its hint, what is wrong with it, and what it is understood as. */
export function Labelled({ label, hint = null, fault, understood = null, children }: LabelledProps) {
  const { t } = useReader();
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      {children({ id, "aria-describedby": `${id}-about`, "aria-invalid": fault !== null })}
      <div className="about" id={`${id}-about`} aria-live="polite">
        {fault === null ? null : <strong className="fault">{fault}</strong>}
        {understood === null ? (
          hint
        ) : (
          <Understood>
            {t("quote.understood")} {understood}
          </Understood>
        )}
      </div>
    </div>
  );
}

function Understood({ children }: { readonly children: ReactNode }) {
  return <span className="understood">{children}</span>;
}
