/** Offices: who held which office when, and which office was asked for what. */
import { useState } from "react";
import type { AppealView, OfficesView } from "../../src/server/client.ts";
import { toDays } from "../parts/days.ts";
import { Lanes } from "../parts/lanes.tsx";
import { Await, Empty } from "../parts/states.tsx";
import { Said, Time } from "../parts/words.tsx";
import { useReader } from "../settings.tsx";
import { useView } from "../use-view.ts";

export function OfficesPage({ caseId }: { readonly caseId: string }) {
  const { client, language, t } = useReader();
  const offices = useView(`offices ${caseId} ${language}`, () => client.offices(caseId));
  return (
    <>
      <header className="page-head">
        <h1>{t("nav.offices")}</h1>
        <p className="lead">{t("offices.lead")}</p>
      </header>
      <Await of={offices}>
        {(view) => (
          <>
            <Postings view={view} caseId={caseId} />
            {view.appeals.length === 0 ? null : <Appeals appeals={view.appeals} />}
          </>
        )}
      </Await>
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
          <i className="faded" aria-hidden="true" /> {t("offices.faded")}
        </span>
        <button type="button" className="quiet" aria-pressed={isTable} onClick={() => setTable(!isTable)}>
          {t(isTable ? "offices.asLanes" : "offices.table")}
        </button>
      </p>
      {isTable ? <PostingTable view={view} /> : <Lanes lanes={view.lanes} caseId={caseId} />}
    </section>
  );
}

function PostingTable({ view }: { readonly view: OfficesView }) {
  const { t, language } = useReader();
  const day = (value: number | null) => (value === null ? t("offices.open") : toDays(value, language));
  return (
    <table className="stacking">
      <thead>
        <tr>
          <th scope="col">{t("offices.person")}</th>
          <th scope="col">{t("offices.office")}</th>
          <th scope="col">{t("offices.certain")}</th>
          <th scope="col">{t("offices.possible")}</th>
        </tr>
      </thead>
      <tbody>
        {view.lanes.flatMap(({ office, postings }) =>
          postings.map((posting) => (
            <tr key={posting.id}>
              <th scope="row">
                <Said>{posting.person.name}</Said>
              </th>
              <td data-label={t("offices.office")}>
                <Said>{office.name}</Said>
              </td>
              <td data-label={t("offices.certain")}>
                {posting.certain === null ? "–" : `${day(posting.certain.from)} – ${day(posting.certain.to)}`}
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

function Appeals({ appeals }: { readonly appeals: readonly AppealView[] }) {
  const { t } = useReader();
  return (
    <section aria-labelledby="appeals-title">
      <h2 id="appeals-title">{t("offices.appeals")}</h2>
      <p className="lead">{t("offices.appeals.lead")}</p>
      <table className="stacking appeals">
        <thead>
          <tr>
            <th scope="col">{t("offices.appeal")}</th>
            <th scope="col">{t("offices.from")}</th>
            <th scope="col">{t("offices.to")}</th>
            <th scope="col">{t("offices.sent")}</th>
            <th scope="col">{t("offices.asks")}</th>
            <th scope="col">{t("offices.answer")}</th>
          </tr>
        </thead>
        <tbody>
          {appeals.map((appeal) => (
            <tr key={appeal.id}>
              <th scope="row" dir="auto">
                {appeal.name}
              </th>
              <td data-label={t("offices.from")} dir="auto">
                {appeal.senders.join("; ") || "–"}
              </td>
              <td data-label={t("offices.to")} dir="auto">
                {appeal.addressees.join("; ") || "–"}
              </td>
              <td data-label={t("offices.sent")}>
                {appeal.sent === null ? t("offices.undated") : <Time time={appeal.sent} />}
              </td>
              <td data-label={t("offices.asks")} dir="auto">
                {appeal.asksFor.join("; ") || "–"}
              </td>
              <td
                data-label={t("offices.answer")}
                dir="auto"
                className={appeal.answer.recorded ? "" : "silent"}
              >
                {appeal.answer.text}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
