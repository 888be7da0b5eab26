/** Places: sites as of a day on an offline map, with a table twin and the list of what has no coordinate. */
import { lazy, Suspense, useState } from "react";
import { Link, useSearchParams } from "wouter";
import type { PlacesView, SiteView } from "../../src/server/client.ts";
import { AsOf, useAsOf } from "../parts/as-of.tsx";
import { Life } from "../parts/life.tsx";
import { ListedPlaces } from "../parts/listed-places.tsx";
import { PageHead } from "../parts/page-head.tsx";
import { SiteStatus } from "../parts/site-status.tsx";
import { Await, Empty, Loading } from "../parts/states.tsx";
import { Said } from "../parts/words.tsx";
import { useReader } from "../settings.tsx";
import { useView } from "../use-view.ts";

// The map library is large and only this page needs it.
const PlaceMap = lazy(() =>
  import("../parts/place-map.tsx").then((module) => ({ default: module.PlaceMap })),
);

export function PlacesPage({ caseId }: { readonly caseId: string }) {
  const { client, language, t } = useReader();
  const { on, audience } = useAsOf();
  const places = useView(`places ${caseId} ${language} ${on} ${audience}`, () =>
    client.places(caseId, on, audience),
  );
  return (
    <>
      <PageHead title={t("nav.places")} lead={t("places.lead")} />
      <AsOf />
      <Await of={places}>{(view) => <Places view={view} caseId={caseId} />}</Await>
    </>
  );
}

function Places({ view, caseId }: { readonly view: PlacesView; readonly caseId: string }) {
  const { t } = useReader();
  const [isTable, setTable] = useState(false);
  const { sites, listedPlaces, recordsByPlace } = view;
  const isAsOf = view.on !== null;
  if (sites.length + view.withheld + listedPlaces.length + recordsByPlace.length === 0)
    return <Empty>{t("places.none")}</Empty>;
  const unplaced = sites.filter((site) => site.coordinate === null);
  const hasMap =
    sites.some((site) => site.coordinate !== null) || listedPlaces.some((place) => place.latitude !== null);
  return (
    <>
      {view.withheld > 0 ? <p className="lead">{t("places.withheld", { count: view.withheld })}</p> : null}
      {hasMap ? (
        <p className="picture-head">
          <button type="button" className="quiet" aria-pressed={isTable} onClick={() => setTable(!isTable)}>
            {t(isTable ? "places.asMap" : "places.table")}
          </button>
        </p>
      ) : null}
      {hasMap && !isTable ? (
        <Suspense fallback={<Loading />}>
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
            <SiteLink site={site} caseId={caseId} />
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

/** To the page of the site, for the day and the audience that are looked at. */
function SiteLink({ site, caseId }: { readonly site: SiteView; readonly caseId: string }) {
  const [params] = useSearchParams();
  const asked = params.toString();
  return (
    <Link
      href={`/${caseId}/places/${encodeURIComponent(site.id)}${asked === "" ? "" : `?${asked}`}`}
      dir="auto"
    >
      {site.name}
    </Link>
  );
}

function SiteLife({ site }: { readonly site: SiteView }) {
  const { t, number } = useReader();
  return (
    <>
      <Life stages={site.life} />
      {site.coordinate === null ? null : (
        <small className="accuracy">
          {t("places.accuracy", { km: number(site.coordinate.accuracyM / 1000), from: site.coordinate.from })}
        </small>
      )}
      <small className="accuracy" dir="auto">
        {site.publicationText}
      </small>
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
              <SiteLink site={site} caseId={caseId} />
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
