/** All models on one axis: the documented count as a wall, each estimate as its interval with its point. */
import type { EstimateTableView } from "../../src/server/client.ts";
import { useReader } from "../settings.tsx";

export function Intervals({ table }: { readonly table: EstimateTableView }) {
  const { t, number } = useReader();
  const ends = table.methods.flatMap(({ point, interval }) => [point, ...(interval ?? [])]);
  const least = Math.min(table.n, table.truth ?? table.n, ...ends) * 0.92;
  const most = Math.max(table.n, table.truth ?? table.n, ...ends) * 1.04;
  const at = (value: number) => `${((value - least) / (most - least)) * 100}%`;
  return (
    // The table below is the twin of this picture.
    <div className="intervals" aria-hidden="true">
      <p className="wall documented" style={{ insetInlineStart: at(table.n) }}>
        <span>
          {number(table.n)} {t("estimate.documented")}
        </span>
      </p>
      {table.truth === null ? null : (
        <p className="wall truth" style={{ insetInlineStart: at(table.truth) }}>
          <span>{number(table.truth)}</span>
        </p>
      )}
      {table.methods.map(({ name, title, point, interval, kind }) => (
        <div key={name} className="interval">
          <span className="interval-name">{title}</span>
          <span className="interval-track">
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
          </span>
        </div>
      ))}
      {table.truth === null ? null : <p className="truth-word">{t("estimate.truth")}</p>}
    </div>
  );
}
