/** All models on one axis: the documented count as a wall, each estimate as its interval with its point. */
import type { EstimateTableView } from "../../src/server/client.ts";
import { useReader } from "../settings.tsx";

export function Intervals({ table }: { readonly table: EstimateTableView }) {
  const { t, number } = useReader();
  const ends = table.methods.flatMap(({ point, interval }) => [point, ...(interval ?? [])]);
  const least = Math.min(table.n, table.truth ?? table.n, ...ends) * 0.96;
  const most = Math.max(table.n, table.truth ?? table.n, ...ends) * 1.02;
  const at = (value: number) => `${((value - least) / (most - least)) * 100}%`;
  return (
    // The table below is the twin of this picture.
    <div className="intervals" aria-hidden="true">
      <ul className="interval-names">
        <li className="axis-name">{t("estimate.axis")}</li>
        {table.methods.map(({ name, title }) => (
          <li key={name}>{title}</li>
        ))}
      </ul>
      <div className="interval-tracks">
        <p className="interval-axis">
          {ticksOf(least, most).map((tick) => (
            <span key={tick} style={{ insetInlineStart: at(tick) }}>
              {number(tick)}
            </span>
          ))}
        </p>
        <i className="wall documented" style={{ insetInlineStart: at(table.n) }} />
        {table.truth === null ? null : (
          <i className="wall truth" style={{ insetInlineStart: at(table.truth) }} />
        )}
        {table.methods.map(({ name, point, interval, kind }) => (
          <p key={name} className="interval-track">
            {interval === null ? null : (
              <i
                className={`range ${kind === "lower bound" ? "bound" : ""}`}
                style={{
                  insetInlineStart: at(interval[0]),
                  inlineSize: `calc(${at(interval[1])} - ${at(interval[0])})`,
                }}
              />
            )}
            <i className="point" style={{ insetInlineStart: at(point) }} />
          </p>
        ))}
      </div>
      <p className="interval-keys">
        <span className="documented">
          <i /> {number(table.n)} {t("estimate.documented")}
        </span>
        {table.truth === null ? null : (
          <span className="truth">
            <i /> {number(table.truth)} {t("estimate.truth")}
          </span>
        )}
      </p>
    </div>
  );
}

const MOST_TICKS = 5;

/** Round numbers within the axis, at most a handful. */
function ticksOf(least: number, most: number): number[] {
  const rough = (most - least) / MOST_TICKS;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 5, 10].map((factor) => factor * power).find((each) => each >= rough) ?? rough;
  const first = Math.ceil(least / step) * step;
  return Array.from({ length: Math.floor((most - first) / step) + 1 }, (_, index) => first + index * step);
}
