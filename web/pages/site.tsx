/** One site as of a day: its life, what threatens it, what it is, who controls the ground, its images, where it lies. */
import { lazy, type ReactNode, Suspense } from "react";
import { Link } from "wouter";
import type { SitePageView } from "../../src/server/client.ts";
import { AsOf, useAsOf } from "../parts/as-of.tsx";
import { Life } from "../parts/life.tsx";
import { NextDeed } from "../parts/next-deed.tsx";
import { OriginButton } from "../parts/origin.tsx";
import { PageHead } from "../parts/page-head.tsx";
import { SiteStatus } from "../parts/site-status.tsx";
import { Await, Empty } from "../parts/states.tsx";
import { Said, Time } from "../parts/words.tsx";
import { useReader } from "../settings.tsx";
import { useView } from "../use-view.ts";

// Few sites have pictures, and what draws them is large.
const ImagePair = lazy(() =>
  import("../parts/site-image.tsx").then((module) => ({ default: module.ImagePair })),
);
const SiteImage = lazy(() =>
  import("../parts/site-image.tsx").then((module) => ({ default: module.SiteImage })),
);

type Stated = SitePageView["threats"][number];

export function SitePage({ caseId, id }: { readonly caseId: string; readonly id: string }) {
  const { client, language, t } = useReader();
  const { on, audience } = useAsOf();
  const site = useView(`site ${caseId} ${id} ${language} ${on} ${audience}`, () =>
    client.site(caseId, id, on, audience),
  );
  return (
    <>
      <Await of={site} title={t("nav.places")}>
        {(view) => <Site view={view} caseId={caseId} />}
      </Await>
      {site.state === "failed" ? <AsOf /> : null}
    </>
  );
}

interface SiteProps {
  readonly view: SitePageView;
  readonly caseId: string;
}

function Site({ view, caseId }: SiteProps) {
  const { t } = useReader();
  const next = <NextDeed caseId={caseId} deed="state" />;
  return (
    <>
      <PageHead title={view.site.name}>
        <p className="facts">
          <SiteStatus status={view.status} isAsOf={view.on !== null} />
          {view.place === null ? null : <Said>{view.place.name}</Said>}
        </p>
        <p className="role-text" dir="auto">
          {view.publicationText}
        </p>
        <Link href={`/${caseId}/trace/${encodeURIComponent(view.site.id)}`} className="page-link">
          {t("people.trace")}
        </Link>
      </PageHead>
      <AsOf />
      {view.later === 0 ? null : <p className="lead">{t("site.later", { count: view.later })}</p>}
      <Part title={t("site.threats")} name="threats">
        {view.threats.length === 0 ? (
          <Empty next={next}>{t("site.noThreat")}</Empty>
        ) : (
          <Statements said={view.threats} caseId={caseId} />
        )}
      </Part>
      <Part title={t("places.life")} name="life">
        {view.life.length === 0 ? <Empty next={next}>{t("site.noLife")}</Empty> : <Life stages={view.life} />}
      </Part>
      {view.facts.map(({ property, propertyText, statements }) => (
        <Part key={property} title={propertyText} name={property}>
          {property === "site-land-controlled-by" ? (
            <Control view={view} caseId={caseId} />
          ) : (
            <Statements said={statements} caseId={caseId} />
          )}
        </Part>
      ))}
      <Images view={view} caseId={caseId} />
      <Where view={view} caseId={caseId} />
    </>
  );
}

function Part({
  title,
  name,
  children,
}: {
  readonly title: string;
  readonly name: string;
  readonly children: ReactNode;
}) {
  return (
    <section aria-labelledby={`site-${name}`}>
      <h2 id={`site-${name}`}>{title}</h2>
      {children}
    </section>
  );
}

/** What each speaker says, side by side; each leads to its trace. */
function Statements({ said, caseId }: { readonly said: readonly Stated[]; readonly caseId: string }) {
  return (
    <ul className="values">
      {said.map((each) => (
        <li key={each.id} data-origin={each.id}>
          <Statement said={each} caseId={caseId} />
        </li>
      ))}
    </ul>
  );
}

function Statement({ said, caseId }: { readonly said: Stated; readonly caseId: string }) {
  const { t } = useReader();
  const { id, key, valueText, propertyText, time, speaker, polarity } = said;
  return (
    <>
      {polarity === "denies" ? <em>{t("sources.denies")}: </em> : null}
      <Said>{valueText === "" ? propertyText : valueText}</Said>{" "}
      {time === null ? t("places.undated") : <Time time={time} />}{" "}
      <small>
        (<Said>{speaker.name}</Said>){" "}
        <Link
          href={`/${caseId}/trace/${encodeURIComponent(id)}`}
          aria-label={`${t("people.trace")}: ${key ?? id}`}
        >
          <bdi dir="ltr">{key ?? t("people.trace")}</bdi>
        </Link>
        <OriginButton id={id} label={valueText === "" ? propertyText : valueText} />
      </small>
    </>
  );
}

/** Everybody of whom it is said, in the order of their times, and for the day asked about how surely. */
function Control({ view, caseId }: SiteProps) {
  return (
    <ol className="life">
      {view.control.map(({ by, control, controlText, times, statements }) => (
        <li key={by.id} className={control === "other-times" ? "silent" : ""}>
          <strong>
            <Said>{by.name}</Said>
          </strong>{" "}
          {times.map((time) => (
            <Time key={time.edtf} time={time} />
          ))}{" "}
          {controlText === null ? null : <small>({controlText})</small>}
          <Statements said={statements} caseId={caseId} />
        </li>
      ))}
    </ol>
  );
}

/** Images by their day, the later beside the earlier; each leads to the sealed source that it stands in. */
function Images({ view, caseId }: SiteProps) {
  const { t } = useReader();
  // Strangers are shown no picture here.
  const isInternal = useAsOf().audience === "internal";
  if (view.images.length === 0) return null;
  const paired = new Set(view.imagePairs.flatMap(({ before, after }) => [before.id, after.id]));
  return (
    <Part title={t("site.images")} name="images">
      <Suspense fallback={null}>
        {view.imagePairs.length === 0 ? null : (
          <table className="stacking">
            <thead>
              <tr>
                <th scope="col">{t("site.before")}</th>
                <th scope="col">{t("site.after")}</th>
              </tr>
            </thead>
            <tbody>
              {view.imagePairs.map(({ before, after }) => (
                <tr key={`${before.id} ${after.id}`}>
                  <td data-label={t("site.before")} data-origin={before.id}>
                    <Image image={before} caseId={caseId} />
                  </td>
                  <td data-label={t("site.after")} data-origin={after.id}>
                    <Image image={after} caseId={caseId} />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
        {isInternal
          ? view.imagePairs.map(({ before, after }) => (
              <ImagePair key={`${before.id} ${after.id}`} before={before} after={after} caseId={caseId} />
            ))
          : null}
        <ul className="values">
          {view.images
            .filter(({ id }) => !paired.has(id))
            .map((image) => (
              <li key={image.id} data-origin={image.id}>
                <Image image={image} caseId={caseId} />
                {isInternal && image.sealed !== null ? <SiteImage image={image} caseId={caseId} /> : null}
              </li>
            ))}
        </ul>
      </Suspense>
    </Part>
  );
}

function Image({
  image,
  caseId,
}: {
  readonly image: SitePageView["images"][number];
  readonly caseId: string;
}) {
  const { sealed, source, id } = image;
  return (
    <>
      <Statement said={image} caseId={caseId} />
      {sealed === null ? null : (
        <small className="beneath">
          <Link href={`/${caseId}/sources/${encodeURIComponent(source.id)}#statement=${id}`}>
            <Said>{sealed.fileName}</Said>
          </Link>{" "}
          <bdi dir="ltr">{sealed.mediaType}</bdi>
        </small>
      )}
    </>
  );
}

function Where({ view, caseId }: SiteProps) {
  const { t, number } = useReader();
  const { coordinate, outlines } = view;
  return (
    <Part title={t("places.coordinates")} name="where">
      {coordinate === null ? (
        <Empty next={<NextDeed caseId={caseId} deed="state" />}>{t("site.noCoordinate")}</Empty>
      ) : (
        <p>
          <bdi dir="ltr">
            {coordinate.latitude}, {coordinate.longitude}
          </bdi>{" "}
          <small className="accuracy">
            {t("places.accuracy", { km: number(coordinate.accuracyM / 1000), from: coordinate.from })}
          </small>
        </p>
      )}
      {outlines.map(({ statement, ring, accuracyM, from }) => (
        <p key={statement}>
          {t("site.outline", { corners: ring.length - 1, metres: accuracyM, from })}{" "}
          <bdi dir="ltr" className="soft">
            {ring.map(([longitude, latitude]) => `${latitude}, ${longitude}`).join(" · ")}
          </bdi>
        </p>
      ))}
    </Part>
  );
}
