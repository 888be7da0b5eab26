/** Offices: who held which office when, and which office was asked for what. */
import { useState } from "react";
import { Link } from "wouter";
import type { AppealRollView, AppealView, OfficesView, PostingView } from "../../src/server/client.ts";
import { Lanes } from "../parts/lanes.tsx";
import { OriginButton } from "../parts/origin.tsx";
import { PageHead } from "../parts/page-head.tsx";
import { Await, Empty } from "../parts/states.tsx";
import { Day, Said, Time } from "../parts/words.tsx";
import { useReader } from "../settings.tsx";
import { useView } from "../use-view.ts";

const SHORT_ID = 10;

export function OfficesPage({ caseId }: { readonly caseId: string }) {
  const { client, language, t } = useReader();
  const offices = useView(`offices ${caseId} ${language}`, () => client.offices(caseId));
  return (
    <>
      <PageHead title={t("nav.offices")} lead={t("offices.lead")} />
      <Await of={offices}>
        {(view) => (
          <>
            <Postings view={view} caseId={caseId} />
            {view.appeals.length === 0 ? null : <Appeals appeals={view.appeals} caseId={caseId} />}
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

interface AppealsProps {
  readonly appeals: readonly AppealView[];
  readonly caseId: string;
}

function Appeals({ appeals, caseId }: AppealsProps) {
  const { client, language, t } = useReader();
  const [today] = useState(() => new Date().toISOString().slice(0, 10));
  const roll = useView(`appeals ${caseId} ${language} ${today}`, () => client.appeals(caseId, today));
  const rollOf = (id: string) =>
    roll.state === "ready" ? roll.view.appeals.find((each) => each.id === id) : undefined;
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
              <th scope="row">
                <Said>{appeal.name}</Said>
                <small className="appeal-statements">
                  {appeal.statements.map(({ id, key }) => (
                    <Link
                      key={id}
                      href={`/${caseId}/trace/${encodeURIComponent(id)}`}
                      aria-label={`${t("people.trace")}: ${key ?? id}`}
                    >
                      <bdi dir="ltr">{key ?? id.slice(0, SHORT_ID)}</bdi>
                    </Link>
                  ))}
                </small>
              </th>
              <td data-label={t("offices.from")}>
                <Names names={appeal.senders} />
                <Signed of={rollOf(appeal.id)} />
              </td>
              <td data-label={t("offices.to")}>
                <Names names={appeal.addressees} />
              </td>
              <td data-label={t("offices.sent")}>
                {appeal.sent === null ? t("offices.undated") : <Time time={appeal.sent} />}
                {appeal.sequenceText === null ? null : (
                  <small className="beneath">{appeal.sequenceText}</small>
                )}
              </td>
              <td data-label={t("offices.asks")}>
                <Names names={appeal.asksFor} />
                <Beside said={beforehand(rollOf(appeal.id))} caseId={caseId} />
              </td>
              <td data-label={t("offices.answer")} className={appeal.answer.recorded ? "" : "silent"}>
                <Said>{appeal.answer.text}</Said>
                <Waiting of={rollOf(appeal.id)} />
                <Asked of={rollOf(appeal.id)} />
                <Beside said={afterwards(rollOf(appeal.id))} caseId={caseId} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {roll.state === "ready" ? <Listed of={roll.view.listed} /> : null}
    </section>
  );
}

/** Appeals that stand in imported lists, by their number. */
function Listed({ of: { recommendations, answers, rollCalls } }: { readonly of: AppealRollView["listed"] }) {
  const { t } = useReader();
  if (recommendations + rollCalls === 0) return null;
  return (
    <p>
      {recommendations === 0 ? null : t("offices.recommendations", { count: recommendations })}{" "}
      {answers.map(({ value, count }) => (
        <span key={value ?? ""} className="stretch">
          <bdi dir="auto">{value ?? t("offices.noAnswer")}</bdi>: {t("offices.times", { count })}
        </span>
      ))}
      {rollCalls === 0 ? null : t("offices.rollCalls", { count: rollCalls })}
    </p>
  );
}

function Names({ names }: { readonly names: readonly string[] }) {
  if (names.length === 0) return "–";
  return (
    <ul className="values">
      {names.map((name) => (
        <li key={name}>
          <Said>{name}</Said>
        </li>
      ))}
    </ul>
  );
}

/** On what it was asked, when it came, by when an answer was asked for, and its own words. */
function beforehand(of: OfRoll["of"]): Stated {
  return of === undefined ? [] : [...of.legalBasis, ...of.received, ...of.due, ...of.texts];
}

/** How the answer is to be taken, in which form it came, and whose duty follows. */
function afterwards(of: OfRoll["of"]): Stated {
  return of === undefined ? [] : [...of.attributions, ...of.forms, ...of.duty];
}

interface OfRoll {
  /** Undefined until the roll is there, and for an appeal that is not on it. */
  readonly of: AppealRollView["appeals"][number] | undefined;
}

/** How long an appeal has waited, and whether its answer is overdue: today, not when the case was made. */
function Waiting({ of: appeal }: OfRoll) {
  const { t } = useReader();
  if (appeal === undefined) return null;
  const { daysWaiting, daysLeft } = appeal;
  return (
    <>
      {daysWaiting === null ? null : (
        <small className="beneath">{t("offices.waiting", { days: daysWaiting })}</small>
      )}
      {daysLeft === null ? null : (
        <small className="beneath">
          {t(daysLeft < 0 ? "offices.overdue" : "offices.due", { days: Math.abs(daysLeft) })}
        </small>
      )}
    </>
  );
}

/** How many are said to have signed, of each category, beside those whom a statement names. */
function Signed({ of: appeal }: OfRoll) {
  const { t } = useReader();
  return appeal?.signatures.map(({ category, declared, named, contested }) => (
    <small key={category?.id ?? "all"} className="beneath">
      {t("offices.signed")} <Said>{category === null ? t("offices.signed.all") : category.name}</Said>:{" "}
      {declared.length === 0 ? t("offices.signatories", { named: named.length }) : null}
      {declared.map(({ statement, text }) => (
        <Said key={statement.id}>{`${text} `}</Said>
      ))}
      {contested.map(({ id, name }) => (
        <Said key={id}>{t("offices.contested", { name })}</Said>
      ))}
    </small>
  ));
}

/** Who of those who were asked answered, and what. */
function Asked({ of: appeal }: OfRoll) {
  if (appeal === undefined || appeal.asked.length < 2) return null;
  return (
    <ul className="values">
      {appeal.asked.map(({ addressee, stateText, answers }) => (
        <li key={addressee.id}>
          <small>
            <Said>{addressee.name}</Said>: {stateText}
            {answers.map(({ id, propertyText, valueText }) => (
              <Said key={id}>{` · ${propertyText}: ${valueText}`}</Said>
            ))}
          </small>
        </li>
      ))}
    </ul>
  );
}

type Stated = AppealRollView["appeals"][number]["answers"];

/** Statements that stand beneath a cell; the text of the appeal leads to its sealed source. */
function Beside({ said, caseId }: { readonly said: Stated; readonly caseId: string }) {
  return said.map(({ id, property, propertyText, valueText, of, time, polarity, source }) => (
    <small key={id} className="beneath">
      {polarity === "denies" ? "≠ " : ""}
      {property === "appeal-text" ? (
        <Link href={`/${caseId}/sources/${encodeURIComponent(source.id)}#statement=${id}`}>
          {propertyText}
        </Link>
      ) : (
        propertyText
      )}
      {of === null ? null : <Said>{` (${of.name})`}</Said>}
      {valueText === "" ? null : <Said>{`: ${valueText}`}</Said>} <Time time={time} />
    </small>
  ));
}
