/** What the number of persons owes to where the machine begins to link: a picture, and a table as its twin. */
import { lazy, Suspense } from "react";
import { Link } from "wouter";
import type { LinkCutsView } from "../../src/server/client.ts";
import { useReader } from "../settings.tsx";
import { useView } from "../use-view.ts";
import { boundText } from "./bound-text.ts";
import { Await, Loading } from "./states.tsx";

const CutsPicture = lazy(() => import("./picture.tsx").then((module) => ({ default: module.CutsPicture })));

export function LinkCuts({ caseId }: { readonly caseId: string }) {
  const { client, language, t } = useReader();
  const cuts = useView(`cuts ${caseId} ${language}`, () => client.linkCuts(caseId));
  return (
    <section className="estimate" aria-labelledby="cuts-title">
      <h2 id="cuts-title">{t("estimate.cuts")}</h2>
      <Await of={cuts}>
        {(view) =>
          view.cuts.length < 2 ? (
            <p className="note">{t("estimate.cuts.none")}</p>
          ) : (
            <Cuts {...{ view, caseId }} />
          )
        }
      </Await>
    </section>
  );
}

function Cuts({ view, caseId }: { readonly view: LinkCutsView; readonly caseId: string }) {
  const { t, number, locale } = useReader();
  const hasBound = view.cuts.some(({ lowerBound }) => lowerBound !== null);
  const share = new Intl.NumberFormat(locale, { maximumFractionDigits: 3 });
  return (
    <>
      <p>{t("estimate.cuts.about")}</p>
      <Suspense fallback={<Loading />}>
        <CutsPicture view={view} />
      </Suspense>
      <table className="stacking">
        <thead>
          <tr>
            <th scope="col">{t("estimate.cuts.from")}</th>
            <th scope="col">{t("estimate.cuts.persons")}</th>
            <th scope="col">{t("estimate.cuts.several")}</th>
            {hasBound ? <th scope="col">{t("estimate.cuts.bound")}</th> : null}
          </tr>
        </thead>
        <tbody>
          {view.cuts.map(({ probability, isOwn, persons, several, lowerBound }) => (
            <tr key={probability}>
              <th scope="row">
                {share.format(probability)} {isOwn ? <small>{t("estimate.cuts.own")}</small> : null}
              </th>
              <td data-label={t("estimate.cuts.persons")}>{number(persons)}</td>
              <td data-label={t("estimate.cuts.several")}>{number(several)}</td>
              {hasBound ? (
                <td data-label={t("estimate.cuts.bound")}>
                  {lowerBound === null ? "–" : boundText(lowerBound, number)}
                </td>
              ) : null}
            </tr>
          ))}
          {view.likely === null ? null : (
            <tr>
              <th scope="row">{t("estimate.cuts.likely")}</th>
              <td data-label={t("estimate.cuts.persons")}>
                <Link href={`/${caseId}/trace/${encodeURIComponent(view.likely.id)}`}>
                  {number(view.likely.low)} – {number(view.likely.high)} ({number(view.likely.value)})
                </Link>
              </td>
              <td data-label={t("estimate.cuts.several")}>–</td>
              {hasBound ? <td data-label={t("estimate.cuts.bound")}>–</td> : null}
            </tr>
          )}
        </tbody>
      </table>
      {hasBound ? <p className="note">{t("estimate.cuts.bound.about")}</p> : null}
    </>
  );
}
