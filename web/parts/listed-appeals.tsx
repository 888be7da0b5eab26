/** Appeals that stand in imported lists, a row each: recommendations of States with their answers, and votes. */
import type { AppealRollView, RecommendationsView, RollCallsView } from "../../src/server/client.ts";
import { useReader } from "../settings.tsx";
import { offsetOf, useQuery } from "../use-query.ts";
import { useView } from "../use-view.ts";
import { OriginButton } from "./origin.tsx";
import { Pager } from "./pager.tsx";
import { Await, Empty } from "./states.tsx";
import { Said, Time } from "./words.tsx";

const PAGE = 25;

interface ListedProps {
  readonly caseId: string;
  readonly listed: AppealRollView["listed"];
}

/** Nothing where no list holds any. */
export function ListedAppeals({ caseId, listed }: ListedProps) {
  return (
    <>
      {listed.recommendations === 0 ? null : <Recommendations caseId={caseId} />}
      {listed.rollCalls === 0 ? null : <RollCalls caseId={caseId} />}
    </>
  );
}

function Recommendations({ caseId }: { readonly caseId: string }) {
  const { client, language, t, mark } = useReader();
  const [query, change] = useQuery();
  const [from, answer] = [query.get("from") ?? "", query.get("answer") ?? ""];
  const offset = offsetOf(query);
  const view = useView(`recommendations ${caseId} ${language} ${from} ${answer} ${offset}`, () =>
    client.recommendations(caseId, { from, answer, offset, limit: PAGE }),
  );
  const everything = (
    <button
      type="button"
      {...mark(t("next.everything"))}
      onClick={() => change({ from: "", answer: "", offset: "" })}
    >
      {t("next.everything")}
    </button>
  );
  return (
    <section aria-labelledby="recommendations-title">
      <h2 id="recommendations-title">{t("appeals.recommendations")}</h2>
      <Await of={view}>
        {(shown) => (
          <>
            <p className="facts" aria-live="polite">
              <span>{t("appeals.matching", { matching: shown.matching, total: shown.total })}</span>
            </p>
            <div className="filters">
              <Filter
                label={t("appeals.from")}
                chosen={from}
                facet={shown.facets.from}
                choose={(value) => change({ from: value, offset: "" })}
              />
              <Filter
                label={t("appeals.answer")}
                chosen={answer}
                facet={shown.facets.answer}
                choose={(value) => change({ answer: value, offset: "" })}
              />
            </div>
            {shown.rows.length === 0 ? (
              <Empty next={everything}>{t("search.none")}</Empty>
            ) : (
              <RecommendationTable rows={shown.rows} />
            )}
            <Pager
              label={t("appeals.recommendations")}
              offset={offset}
              size={PAGE}
              total={shown.matching}
              turnTo={(to) => change({ offset: String(to) })}
            />
          </>
        )}
      </Await>
    </section>
  );
}

interface FilterProps {
  readonly label: string;
  readonly chosen: string;
  readonly facet: RecommendationsView["facets"]["from"];
  readonly choose: (value: string) => void;
}

/** What may be chosen with its number; what says nothing can be counted and not chosen. */
function Filter({ label, chosen, facet, choose }: FilterProps) {
  const { t, number } = useReader();
  const values = facet.flatMap(({ value, count }) => (value === null ? [] : [{ value, count }]));
  const isGone = chosen !== "" && values.every(({ value }) => value !== chosen);
  return (
    <label>
      {label}{" "}
      <select value={chosen} onChange={(event) => choose(event.currentTarget.value)}>
        <option value="">{t("appeals.all")}</option>
        {isGone ? <option value={chosen}>{chosen}</option> : null}
        {values.map(({ value, count }) => (
          <option key={value} value={value}>
            {`${value} (${number(count)})`}
          </option>
        ))}
      </select>
    </label>
  );
}

function RecommendationTable({ rows }: { readonly rows: RecommendationsView["rows"] }) {
  const { t } = useReader();
  return (
    <table className="stacking">
      <thead>
        <tr>
          <th scope="col">{t("appeals.asks")}</th>
          <th scope="col">{t("appeals.from")}</th>
          <th scope="col">{t("appeals.sent")}</th>
          <th scope="col">{t("appeals.answer")}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ id, text, from, answer, session, time, list, row }) => (
          <tr key={id} data-origin={id}>
            <th scope="row">
              <Said>{text}</Said> <OriginButton id={id} label={text} />
              <small className="beneath">{t("appeals.row", { list, row })}</small>
            </th>
            <td data-label={t("appeals.from")}>{from === null ? "–" : <Said>{from}</Said>}</td>
            <td data-label={t("appeals.sent")}>
              {time === null ? <Said>{session ?? "–"}</Said> : <Time time={time} />}
            </td>
            <td data-label={t("appeals.answer")} className={answer === null ? "silent" : ""}>
              {answer === null ? t("appeals.noAnswer") : <Said>{answer}</Said>}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function RollCalls({ caseId }: { readonly caseId: string }) {
  const { client, language, t } = useReader();
  const view = useView(`roll-calls ${caseId} ${language}`, () => client.rollCalls(caseId));
  return (
    <section aria-labelledby="roll-calls-title">
      <h2 id="roll-calls-title">{t("appeals.rollCalls")}</h2>
      <Await of={view}>{({ rollCalls }) => <RollCallTable rollCalls={rollCalls} />}</Await>
    </section>
  );
}

function RollCallTable({ rollCalls }: Pick<RollCallsView, "rollCalls">) {
  const { t, number } = useReader();
  return (
    <table className="stacking">
      <thead>
        <tr>
          <th scope="col">{t("appeals.resolution")}</th>
          <th scope="col">{t("appeals.body")}</th>
          <th scope="col">{t("appeals.sent")}</th>
          <th scope="col">{t("appeals.votes")}</th>
        </tr>
      </thead>
      <tbody>
        {rollCalls.map(({ record, id, body, session, resolution, title, time, counts }) => (
          <tr key={record} data-origin={record}>
            <th scope="row">
              <Said>{[resolution, title].filter((part) => part !== null).join(" · ") || id}</Said>{" "}
              <OriginButton id={record} label={resolution ?? id} />
            </th>
            <td data-label={t("appeals.body")}>{body === null ? "–" : <Said>{body}</Said>}</td>
            <td data-label={t("appeals.sent")}>
              {time === null ? <Said>{session ?? "–"}</Said> : <Time time={time} />}
            </td>
            <td data-label={t("appeals.votes")}>
              {counts.map(({ value, count }) => (
                <span key={value ?? ""} className="stretch">
                  <bdi dir="auto">{value ?? "–"}</bdi>: {number(count)}
                </span>
              ))}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
