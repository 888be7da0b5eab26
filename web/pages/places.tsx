/** Places: sites as of a day on an offline map, with a table twin and the list of what has no coordinate. */
import { lazy, Suspense, useState } from "react";
import { Link, useSearchParams } from "wouter";
import type { PlacesView, SiteView } from "../../src/server/client.ts";
import { DAY_MS } from "../parts/days.ts";
import { ListedPlaces } from "../parts/listed-places.tsx";
import { PageHead } from "../parts/page-head.tsx";
import { SiteStatus } from "../parts/site-status.tsx";
import { Await, Empty } from "../parts/states.tsx";
import { Day, Said, Time } from "../parts/words.tsx";
import { useReader } from "../settings.tsx";
import { useView } from "../use-view.ts";

// The map library is large and only this page needs it.
const PlaceMap = lazy(() =>
  import("../parts/place-map.tsx").then((module) => ({ default: module.PlaceMap })),
);

export function PlacesPage({ caseId }: { readonly caseId: string }) {
  const { client, language, t } = useReader();
  const [params, setParams] = useSearchParams();
  const on = params.get("on");
  const places = useView(`places ${caseId} ${language} ${on}`, () => client.places(caseId, on));
  const change = (day: string | null) =>
    setParams(
      (before) => {
        if (day === null) before.delete("on");
        else before.set("on", day);
        return before;
      },
      { replace: true },
    );
  return (
    <>
      <PageHead title={t("nav.places")} lead={t("places.lead")} />
      <AsOf on={on} change={change} />
      <Await of={places}>{(view) => <Places view={view} caseId={caseId} />}</Await>
    </>
  );
}

/** The day that the statuses hold for, with steps of a year for those who cannot drag. */
function AsOf({ on, change }: { readonly on: string | null; readonly change: (day: string | null) => void }) {
  const { t } = useReader();
  const step = (years: number) => {
    const day = new Date(on ?? new Date().toISOString().slice(0, 10));
    day.setUTCFullYear(day.getUTCFullYear() + years);
    change(day.toISOString().slice(0, 10));
  };
  return (
    <div className="as-of">
      <label>
        {t("places.on")}{" "}
        <input
          type="date"
          value={on ?? ""}
          onChange={(event) => change(event.currentTarget.value === "" ? null : event.currentTarget.value)}
        />
      </label>
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
      <button type="button" aria-pressed={on === null} onClick={() => change(null)}>
        {t("places.any")}
      </button>
      {on === null ? null : (
        <output className="as-of-words">
          <Day day={Date.parse(on) / DAY_MS} />
        </output>
      )}
    </div>
  );
}

function Places({ view, caseId }: { readonly view: PlacesView; readonly caseId: string }) {
  const { t } = useReader();
  const [isTable, setTable] = useState(false);
  const { sites, listedPlaces, recordsByPlace } = view;
  const isAsOf = view.on !== null;
  if (sites.length + listedPlaces.length + recordsByPlace.length === 0)
    return <Empty>{t("places.none")}</Empty>;
  const unplaced = sites.filter((site) => site.coordinate === null);
  const hasMap =
    sites.some((site) => site.coordinate !== null) || listedPlaces.some((place) => place.latitude !== null);
  return (
    <>
      {hasMap ? (
        <p className="picture-head">
          <button type="button" className="quiet" aria-pressed={isTable} onClick={() => setTable(!isTable)}>
            {t(isTable ? "places.asMap" : "places.table")}
          </button>
        </p>
      ) : null}
      {hasMap && !isTable ? (
        <Suspense fallback={<output className="state">{t("app.loading")}</output>}>
          <PlaceMap view={view} />
        </Suspense>
      ) : null}
      {hasMap && !isTable ? (
        <SiteCards sites={sites} caseId={caseId} isAsOf={isAsOf} />
      ) : (
        <SiteTable sites={sites} caseId={caseId} isAsOf={isAsOf} />
      )}
      {unplaced.length > 0 && hasMap ? (
        <section aria-labelledby="unplaced-title">
          <h2 id="unplaced-title">{t("places.unplaced")}</h2>
          <p className="lead">{t("places.unplaced.about")}</p>
          <ul>
            {unplaced.map((site) => (
              <li key={site.id}>
                <Said>{site.name}</Said> <SiteStatus status={site.status} isAsOf={isAsOf} />
              </li>
            ))}
          </ul>
        </section>
      ) : null}
      {recordsByPlace.length === 0 ? null : <RecordsByPlace rows={recordsByPlace} />}
      {listedPlaces.length === 0 ? null : <ListedPlaces places={listedPlaces} />}
    </>
  );
}

interface SitesProps {
  readonly sites: readonly SiteView[];
  readonly caseId: string;
  readonly isAsOf: boolean;
}

function SiteCards({ sites, caseId, isAsOf }: SitesProps) {
  return (
    <ul className="cards sites">
      {sites.map((site) => (
        <li key={site.id} className="card" id={`site-${site.id}`}>
          <h2>
            <Link href={`/${caseId}/trace/${encodeURIComponent(site.id)}`} dir="auto">
              {site.name}
            </Link>
          </h2>
          <p className="facts">
            <SiteStatus status={site.status} isAsOf={isAsOf} />
            {site.place === null ? null : <Said>{site.place.name}</Said>}
          </p>
          <SiteLife site={site} />
        </li>
      ))}
    </ul>
  );
}

function SiteLife({ site }: { readonly site: SiteView }) {
  const { t, number } = useReader();
  return (
    <>
      <ol className="life">
        {site.life.map(({ statement, text, detail, time, speaker }) => (
          <li key={statement}>
            <strong>{text}</strong> {time === null ? t("places.undated") : <Time time={time} />}:{" "}
            <Said>{detail}</Said>{" "}
            <small>
              (<Said>{speaker}</Said>)
            </small>
          </li>
        ))}
      </ol>
      {site.coordinate === null ? null : (
        <small className="accuracy">
          {t("places.accuracy", { km: number(site.coordinate.accuracyM / 1000), from: site.coordinate.from })}
        </small>
      )}
    </>
  );
}

function SiteTable({ sites, caseId, isAsOf }: SitesProps) {
  const { t } = useReader();
  if (sites.length === 0) return null;
  return (
    <table className="stacking">
      <thead>
        <tr>
          <th scope="col">{t("places.site")}</th>
          <th scope="col">{t("places.status")}</th>
          <th scope="col">{t("places.where")}</th>
          <th scope="col">{t("places.life")}</th>
        </tr>
      </thead>
      <tbody>
        {sites.map((site) => (
          <tr key={site.id}>
            <th scope="row">
              <Link href={`/${caseId}/trace/${encodeURIComponent(site.id)}`} dir="auto">
                {site.name}
              </Link>
            </th>
            <td data-label={t("places.status")}>
              <SiteStatus status={site.status} isAsOf={isAsOf} />
            </td>
            <td data-label={t("places.where")}>
              {site.place === null ? "–" : <Said>{site.place.name}</Said>}
            </td>
            <td data-label={t("places.life")}>
              <SiteLife site={site} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function RecordsByPlace({ rows }: { readonly rows: PlacesView["recordsByPlace"] }) {
  const { t, number } = useReader();
  const most = Math.max(...rows.map((row) => row.records));
  return (
    <section aria-labelledby="records-title">
      <h2 id="records-title">{t("places.records")}</h2>
      <table className="bars">
        <thead>
          <tr>
            <th scope="col">{t("places.where")}</th>
            <th scope="col">{t("places.count")}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.name ?? ""}>
              <th scope="row">
                {row.name === null ? <em>{t("places.notRecorded")}</em> : <Said>{row.name}</Said>}
              </th>
              <td className="count">
                <i aria-hidden="true" style={{ inlineSize: `${(row.records / most) * 70}%` }} />
                {number(row.records)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
