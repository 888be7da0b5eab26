/** The life of a person over time: solid where it is certain, faded where it is possible, and its table. */
import type { LifeMomentView, LifeView } from "../../src/server/client.ts";
import { useReader } from "../settings.tsx";
import { useAsTable } from "../use-query.ts";
import { barPlace, LaneAxis } from "./lane-axis.tsx";
import { OriginButton } from "./origin.tsx";
import { MARGIN_DAYS, type TimeRange } from "./time-axis.ts";
import { usePrinting } from "./use-printing.ts";
import { Day, Time } from "./words.tsx";

/** Nothing where no row dates anything. */
export function LifeLine({ life }: { readonly life: LifeView }) {
  const { t } = useReader();
  const [isTable, toggleTable] = useAsTable();
  const isPrinting = usePrinting();
  if (life.moments.length + life.undated.length === 0) return null;
  const hasPicture = life.bounds !== null;
  const isPicture = hasPicture && (!isTable || isPrinting);
  return (
    <section aria-labelledby="life-title" className="life-line">
      <h2 id="life-title">{t("life.title")}</h2>
      {hasPicture ? (
        <p className="picture-head">
          {isTable
            ? null
            : (["solid", "faded"] as const).map((name) => (
                <span key={name} className="key-line">
                  <i className={name} aria-hidden="true" /> {t(`life.${name}`)}
                </span>
              ))}
          <button type="button" className="quiet" aria-pressed={isTable} onClick={toggleTable}>
            {t(isTable ? "offices.asLanes" : "offices.table")}
          </button>
        </p>
      ) : null}
      {isPicture ? <LifePicture life={life} /> : null}
      {!hasPicture || isTable || isPrinting ? <LifeTable life={life} /> : null}
      {life.undated.length === 0 || !isPicture ? null : (
        <p>
          {t("life.undated")}{" "}
          {life.undated.map(({ origin, label }) => (
            <span key={origin} className="stretch" data-origin={origin}>
              {label} <OriginButton id={origin} label={label} />
            </span>
          ))}
        </p>
      )}
    </section>
  );
}

function LifePicture({ life: { moments, bounds } }: { readonly life: LifeView }) {
  const { t } = useReader();
  const range = rangeOf(moments);
  const labels = [...new Set(moments.map(({ label }) => label))];
  return (
    <div className="lanes">
      <LaneAxis range={range} />
      <ul>
        {bounds === null ? null : (
          <li className="lane">
            <h3>{t("life.lived")}</h3>
            <ul className="lane-track">
              <li className="posting">
                <Bar
                  range={range}
                  certain={bounds.certain}
                  from={bounds.possible.from}
                  to={bounds.possible.to}
                />
                <span className="bar-name">
                  <Bounds bounds={bounds} />
                </span>
              </li>
            </ul>
          </li>
        )}
        {labels.map((label) => (
          <li key={label} className="lane">
            <h3>{label}</h3>
            <ul className="lane-track">
              {moments
                .filter((each) => each.label === label)
                .map((moment) => (
                  <Moment key={moment.origin} moment={moment} range={range} />
                ))}
            </ul>
          </li>
        ))}
      </ul>
    </div>
  );
}

function Moment({ moment, range }: { readonly moment: LifeMomentView; readonly range: TimeRange }) {
  const { time, label, origin } = moment;
  const { earliest, latest } = time;
  const isDay = earliest !== null && earliest === latest;
  return (
    <li className="posting" data-origin={origin}>
      <Bar
        range={range}
        certain={isDay ? { from: earliest, to: earliest } : null}
        from={earliest}
        to={latest}
      />
      <span className="bar-name">
        <Time time={time} /> <OriginButton id={origin} label={label} />
      </span>
    </li>
  );
}

interface BarProps {
  readonly range: TimeRange;
  readonly certain: { readonly from: number; readonly to: number } | null;
  /** Ends of what is possible; null fades out. */
  readonly from: number | null;
  readonly to: number | null;
}

function Bar({ range, certain, from, to }: BarProps) {
  const fade = `${from === null ? "open-start" : ""} ${to === null ? "open-end" : ""}`;
  return (
    <span className="bar-track" aria-hidden="true">
      <i className={`possible ${fade}`} style={barPlace(from ?? range.from, to ?? range.to, range)} />
      {certain === null ? null : <i className="certain" style={barPlace(certain.from, certain.to, range)} />}
    </span>
  );
}

function Bounds({ bounds: { certain } }: { readonly bounds: NonNullable<LifeView["bounds"]> }) {
  const { t } = useReader();
  if (certain === null) return t("life.uncertain");
  return certain.from === certain.to ? (
    <Day day={certain.from} />
  ) : (
    <>
      <Day day={certain.from} /> – <Day day={certain.to} />
    </>
  );
}

function LifeTable({ life: { moments, undated } }: { readonly life: LifeView }) {
  const { t, number } = useReader();
  const day = (value: number | null) => (value === null ? t("offices.open") : <Day day={value} />);
  return (
    <table className="stacking">
      <thead>
        <tr>
          <th scope="col">{t("life.moment")}</th>
          <th scope="col">{t("people.time")}</th>
          <th scope="col">{t("life.earliest")}</th>
          <th scope="col">{t("life.latest")}</th>
          <th scope="col">{t("life.rows")}</th>
        </tr>
      </thead>
      <tbody>
        {[...moments, ...undated].map(({ origin, label, time, records }) => (
          <tr key={origin} data-origin={origin}>
            <th scope="row">
              {label} <OriginButton id={origin} label={label} />
            </th>
            <td data-label={t("people.time")}>
              <Time time={time} />
            </td>
            <td data-label={t("life.earliest")}>{day(time.earliest)}</td>
            <td data-label={t("life.latest")}>{day(time.latest)}</td>
            <td data-label={t("life.rows")}>{number(records)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** From before the first to beyond the last day that any row speaks of. */
function rangeOf(moments: readonly LifeMomentView[]): TimeRange {
  const days = moments.flatMap(({ time }) => [time.earliest, time.latest]).filter((day) => day !== null);
  return { from: Math.min(...days) - MARGIN_DAYS, to: Math.max(...days) + MARGIN_DAYS };
}
