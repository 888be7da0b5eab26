/** Offices: who held which office when. */
import { useState } from "react";
import { Link } from "wouter";
import type { OfficesView, PostingView } from "../../src/server/client.ts";
import { Lanes } from "../parts/lanes.tsx";
import { OriginButton } from "../parts/origin.tsx";
import { PageHead } from "../parts/page-head.tsx";
import { Await, Empty } from "../parts/states.tsx";
import { Day, Said, Time } from "../parts/words.tsx";
import { useReader } from "../settings.tsx";
import { useView } from "../use-view.ts";

export function OfficesPage({ caseId }: { readonly caseId: string }) {
  const { client, language, t } = useReader();
  const offices = useView(`offices ${caseId} ${language}`, () => client.offices(caseId));
  return (
    <>
      <PageHead title={t("nav.offices")} lead={t("offices.lead")} />
      <Await of={offices}>{(view) => <Postings view={view} caseId={caseId} />}</Await>
    </>
  );
}

function Postings({ view, caseId }: { readonly view: OfficesView; readonly caseId: string }) {
  const { t } = useReader();
  const [isTable, setTable] = useState(false);
  if (view.lanes.length === 0) return <Empty>{t("offices.none")}</Empty>;
  return (
    <section aria-label={t("nav.offices")}>
      <p className="picture-head">
        <span className="key-line">
          <i className="solid" aria-hidden="true" /> {t("offices.solid")}
        </span>
        <span className="key-line">
          <i className="hatched" aria-hidden="true" /> {t("offices.hatched")}
        </span>
        <span className="key-line">
          <i className="faded" aria-hidden="true" /> {t("offices.faded")}
        </span>
        <button type="button" className="quiet" aria-pressed={isTable} onClick={() => setTable(!isTable)}>
          {t(isTable ? "offices.asLanes" : "offices.table")}
        </button>
      </p>
      {isTable ? <PostingTable view={view} caseId={caseId} /> : <Lanes lanes={view.lanes} caseId={caseId} />}
    </section>
  );
}

function PostingTable({ view, caseId }: { readonly view: OfficesView; readonly caseId: string }) {
  const { t } = useReader();
  const day = (value: number | null) => (value === null ? t("offices.open") : <Day day={value} />);
  const stretches = (days: PostingView["certain"]) =>
    days.length === 0
      ? "–"
      : days.map(({ from, to }) => (
          <span key={from} className="stretch">
            {day(from)} – {day(to)}
          </span>
        ));
  return (
    <table className="stacking">
      <thead>
        <tr>
          <th scope="col">{t("offices.person")}</th>
          <th scope="col">{t("offices.office")}</th>
          <th scope="col">{t("offices.certain")}</th>
          <th scope="col">{t("offices.assumed")}</th>
          <th scope="col">{t("offices.possible")}</th>
        </tr>
      </thead>
      <tbody>
        {view.lanes.flatMap(({ office, postings }) =>
          postings.map((posting) => (
            <tr key={posting.id} data-origin={posting.id}>
              <th scope="row">
                <Link href={`/${caseId}/trace/${encodeURIComponent(posting.id)}`}>
                  <Said>{posting.person.name}</Said>
                </Link>{" "}
                <OriginButton id={posting.id} label={`${posting.person.name}, ${office.name}`} />
                {posting.ranks.map(({ id, valueText, time }) => (
                  <small key={id} className="beneath">
                    <Said>{valueText}</Said> <Time time={time} />
                  </small>
                ))}
              </th>
              <td data-label={t("offices.office")}>
                <Said>{office.name}</Said>
              </td>
              <td data-label={t("offices.certain")}>{stretches(posting.certain)}</td>
              <td data-label={t("offices.assumed")}>
                {stretches(posting.assumed === null ? [] : [posting.assumed])}
                {posting.sequenceText === null ? null : (
                  <small className="beneath">{posting.sequenceText}</small>
                )}
              </td>
              <td data-label={t("offices.possible")}>
                {day(posting.possible.from)} – {day(posting.possible.to)}
              </td>
            </tr>
          )),
        )}
      </tbody>
    </table>
  );
}
