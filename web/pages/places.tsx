/** Places: sites as of a day on an offline map, with a table twin and the list of what has no coordinate. */
import { lazy, Suspense, useMemo } from "react";
import { Link, useSearchParams } from "wouter";
import type { PlacesView, SiteView } from "../../src/server/client.ts";
import { AsOf, useAsOf, useYearStep } from "../parts/as-of.tsx";
import { DaySlider } from "../parts/day-slider.tsx";
import { KeyCap } from "../parts/key-cap.tsx";
import { Life } from "../parts/life.tsx";
import { ListedPlaces } from "../parts/listed-places.tsx";
import { NextDeed } from "../parts/next-deed.tsx";
import { PageHead } from "../parts/page-head.tsx";
import { type PlaceKey, placeKeys } from "../parts/single-keys.ts";
import { SiteStatus } from "../parts/site-status.tsx";
import { Await, Empty, Loading } from "../parts/states.tsx";
import { StatusFilter, useStatus, withStatus } from "../parts/status-filter.tsx";
import { StepState } from "../parts/step-state.tsx";
import { usePrinting } from "../parts/use-printing.ts";
import { useSingleKeys } from "../parts/use-single-keys.ts";
import { Said } from "../parts/words.tsx";
import { useReader } from "../settings.tsx";
import { useAsTable } from "../use-query.ts";
import { useView } from "../use-view.ts";

// The map library is large and only this page needs it.
const PlaceMap = lazy(() =>
  import("../parts/place-map.tsx").then((module) => ({ default: module.PlaceMap })),
);

const TABLE_KEY = { id: "places.table", code: "KeyT" } as const;

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
      <Await of={places}>
        {(view) => (
          <>
            <DaySlider span={view.span} />
            <Places view={view} caseId={caseId} />
          </>
        )}
      </Await>
    </>
  );
}

function Places({ view: all, caseId }: { readonly view: PlacesView; readonly caseId: string }) {
  const { t, language } = useReader();
  const [isTable, toggleTable] = useAsTable();
  const isPrinting = usePrinting();
  const step = useYearStep();
  const { audience, set } = useAsOf();
  const [status, choose] = useStatus();
  const press = (key: PlaceKey) => {
    if (key === "table") toggleTable();
    else if (key === "earlier" || key === "later") step(key === "later" ? 1 : -1);
    else choose(key);
  };
  useSingleKeys(placeKeys(language), press);
  // The map follows what it is given: the same sites are the same view.
  const view = useMemo(() => ({ ...all, sites: withStatus(all.sites, status) }), [all, status]);
  const { sites, listedPlaces, recordsByPlace } = view;
  const hidden = all.sites.length - sites.length;
  const isAsOf = view.on !== null;
  if (all.sites.length + view.withheld + listedPlaces.length + recordsByPlace.length === 0)
    return <Empty next={<NextDeed caseId={caseId} deed="state" />}>{t("places.none")}</Empty>;
  const unplaced = sites.filter((site) => site.coordinate === null);
  // The map stays while a status is chosen that no site on it has: it comes and goes with the case, not with a key.
  const hasMap =
    all.sites.some((site) => site.coordinate !== null) ||
    listedPlaces.some((place) => place.latitude !== null);
  return (
    <>
      {view.withheld === 0 ? null : all.sites.length > 0 ? (
        <p className="lead">{t("places.withheld", { count: view.withheld })}</p>
      ) : (
        <Empty
          next={
            <button type="button" onClick={() => set("audience", null)}>
              {t("places.withheld.next")}
            </button>
          }
        >
          {t("places.withheld", { count: view.withheld })}
        </Empty>
      )}
      {all.sites.length === 0 ? null : <StatusFilter sites={all.sites} />}
      {hasMap || audience === "public" || all.sites.length + listedPlaces.length === 0 ? null : (
        <StepState state="nothing" next={<NextDeed caseId={caseId} deed="state" />}>
          {t("places.noMap")}
        </StepState>
      )}
      {hidden === 0 ? null : sites.length > 0 ? (
        <p className="lead">{t("places.hidden", { count: hidden })}</p>
      ) : (
        <Empty
          next={
            <button type="button" onClick={() => choose("every")}>
              {t("next.everything")}
            </button>
          }
        >
          {t("places.only.none", { count: hidden })}
        </Empty>
      )}
      {hasMap ? (
        <p className="picture-head">
          <button type="button" className="quiet" aria-pressed={isTable} onClick={toggleTable}>
            {t(isTable ? "places.asMap" : "places.table")} <KeyCap of={TABLE_KEY} />
          </button>
        </p>
      ) : null}
      {hasMap && !isTable ? (
        <div className={unplaced.length === 0 ? "" : "map-beside"}>
          <Suspense fallback={<Loading />}>
            <PlaceMap view={view} all={all} />
          </Suspense>
          {unplaced.length === 0 ? null : <Unplaced sites={unplaced} caseId={caseId} isAsOf={isAsOf} />}
        </div>
      ) : null}
      {hasMap && !isTable && !isPrinting ? <SiteCards sites={sites} caseId={caseId} isAsOf={isAsOf} /> : null}
      {!hasMap || isTable || isPrinting ? <SiteTable sites={sites} caseId={caseId} isAsOf={isAsOf} /> : null}
      {hasMap && isTable && unplaced.length > 0 ? (
        <Unplaced sites={unplaced} caseId={caseId} isAsOf={isAsOf} />
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

/** Sites that no coordinate is known of: beside the map, or they would be overlooked. */
function Unplaced({ sites, caseId, isAsOf }: SitesProps) {
  const { t } = useReader();
  return (
    <section aria-labelledby="unplaced-title" className="unplaced">
      <h2 id="unplaced-title">{t("places.unplaced")}</h2>
      <p className="lead">{t("places.unplaced.about")}</p>
      <ul>
        {sites.map((site) => (
          <li key={site.id}>
            <SiteLink site={site} caseId={caseId} /> <SiteStatus status={site.status} isAsOf={isAsOf} />
          </li>
        ))}
      </ul>
    </section>
  );
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
