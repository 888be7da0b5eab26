/** Appeals: who asked whom for what, how long it has waited as of a day, and what became of it. */
import { Link } from "wouter";
import type { AppealRollView, AppealView } from "../../src/server/client.ts";
import { useMayWrite } from "../case-access.ts";
import { Afterwards, Asked, Beforehand, Names, Signed, Waiting } from "../parts/appeal-cells.tsx";
import { DayChoice, useAsOf } from "../parts/as-of.tsx";
import { ListedAppeals } from "../parts/listed-appeals.tsx";
import { NewAppeal } from "../parts/new-appeal.tsx";
import { NextDeed } from "../parts/next-deed.tsx";
import { OriginButton } from "../parts/origin.tsx";
import { PageHead } from "../parts/page-head.tsx";
import { Await, Empty } from "../parts/states.tsx";
import { Said, Time } from "../parts/words.tsx";
import { useReader } from "../settings.tsx";
import { useView } from "../use-view.ts";

const SHORT_ID = 10;

export function AppealsPage({ caseId }: { readonly caseId: string }) {
  const { client, language, t } = useReader();
  const mayWrite = useMayWrite();
  const { on } = useAsOf();
  const day = on ?? new Date().toISOString().slice(0, 10);
  const offices = useView(`offices ${caseId} ${language}`, () => client.offices(caseId));
  const roll = useView(`appeals ${caseId} ${language} ${day}`, () => client.appeals(caseId, day));
  return (
    <>
      <PageHead title={t("nav.appeals")} lead={t("appeals.lead")}>
        {mayWrite ? <NewAppeal caseId={caseId} /> : null}
      </PageHead>
      <DayChoice anyDay={t("appeals.today")} />
      <Await of={offices}>
        {({ appeals }) => (
          <Await of={roll}>{(view) => <Roll appeals={appeals} roll={view} caseId={caseId} />}</Await>
        )}
      </Await>
    </>
  );
}

interface RollProps {
  readonly appeals: readonly AppealView[];
  readonly roll: AppealRollView;
  readonly caseId: string;
}

/** Those that wait longest first, as the roll has them; one that was sent after the day of the roll is not on it. */
function Roll({ appeals, roll, caseId }: RollProps) {
  const { t } = useReader();
  const mayWrite = useMayWrite();
  const { recommendations, rollCalls } = roll.listed;
  const rows = roll.appeals.flatMap((row) => {
    const appeal = appeals.find(({ id }) => id === row.id);
    return appeal === undefined ? [] : [{ appeal, row }];
  });
  const waiting = roll.appeals.filter(({ daysWaiting }) => daysWaiting !== null).length;
  const overdue = roll.appeals.filter(({ daysLeft }) => daysLeft !== null && daysLeft < 0).length;
  return (
    <>
      {rows.length === 0 ? (
        recommendations + rollCalls > 0 ? null : (
          <Empty
            next={
              mayWrite ? (
                <Link href={`/${caseId}/sources?about=appeal`}>{t("appeals.record")}</Link>
              ) : (
                <NextDeed caseId={caseId} deed="state" />
              )
            }
          >
            {t("appeals.none")}
          </Empty>
        )
      ) : (
        <section aria-label={t("nav.appeals")}>
          <p className="facts">
            <span>{t("appeals.count", { count: rows.length })}</span>
            <span>{t("appeals.count.waiting", { count: waiting })}</span>
            {overdue === 0 ? null : <span>{t("appeals.count.overdue", { count: overdue })}</span>}
          </p>
          <AppealTable rows={rows} caseId={caseId} />
        </section>
      )}
      <ListedAppeals caseId={caseId} listed={roll.listed} />
    </>
  );
}

interface AppealTableProps {
  readonly rows: readonly { readonly appeal: AppealView; readonly row: AppealRollView["appeals"][number] }[];
  readonly caseId: string;
}

function AppealTable({ rows, caseId }: AppealTableProps) {
  const { t } = useReader();
  return (
    <table className="stacking appeals">
      <thead>
        <tr>
          <th scope="col">{t("appeals.appeal")}</th>
          <th scope="col">{t("appeals.from")}</th>
          <th scope="col">{t("appeals.to")}</th>
          <th scope="col">{t("appeals.sent")}</th>
          <th scope="col">{t("appeals.asks")}</th>
          <th scope="col">{t("appeals.answer")}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ appeal, row }) => (
          <tr key={appeal.id} data-origin={appeal.id}>
            <th scope="row">
              <Said>{appeal.name}</Said> <OriginButton id={appeal.id} label={appeal.name} />
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
            <td data-label={t("appeals.from")}>
              <Names names={appeal.senders} />
              <Signed of={row} />
            </td>
            <td data-label={t("appeals.to")}>
              <Names names={appeal.addressees} />
            </td>
            <td data-label={t("appeals.sent")}>
              {appeal.sent === null ? t("offices.undated") : <Time time={appeal.sent} />}
              {appeal.sequenceText === null ? null : <small className="beneath">{appeal.sequenceText}</small>}
            </td>
            <td data-label={t("appeals.asks")}>
              <Names names={appeal.asksFor} />
              <Beforehand of={row} caseId={caseId} />
            </td>
            <td data-label={t("appeals.answer")} className={row.answers.length > 0 ? "" : "silent"}>
              {/* An answer that came after the day of the roll is none yet. */}
              {row.answers.length > 0 ? <Said>{appeal.answer.text}</Said> : t("appeals.noAnswer")}
              <Waiting of={row} />
              <Asked of={row} />
              <Afterwards of={row} caseId={caseId} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
