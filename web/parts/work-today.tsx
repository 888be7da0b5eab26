/** What waits for people and what was recorded since yesterday: below the answers, and never instead of them. */
import { Link } from "wouter";
import type { WorkView } from "../../src/server/client.ts";
import { useReader } from "../settings.tsx";
import { useView } from "../use-view.ts";
import { Names } from "./appeal-cells.tsx";
import { NextDeed } from "./next-deed.tsx";
import { Await, Empty } from "./states.tsx";
import { StepSign, StepState } from "./step-state.tsx";
import { stepStateOf } from "./step-states.ts";

interface WorkTodayProps {
  readonly caseId: string;
  readonly acts: number;
  readonly sources: number;
}

export function WorkToday({ caseId, acts, sources }: WorkTodayProps) {
  const { client, language, t } = useReader();
  const since = startOfYesterday();
  // More acts make it news again.
  const work = useView(`work ${caseId} ${language} ${since} ${acts}`, () => client.work(caseId, since));
  return (
    <div className="today">
      <section aria-labelledby="work-left">
        <h2 id="work-left">{t("work.left")}</h2>
        <Await of={work}>{({ left }) => <WorkLeft left={left} {...{ caseId, sources }} />}</Await>
      </section>
      <section aria-labelledby="work-news">
        <h2 id="work-news">{t("work.news")}</h2>
        <Await of={work}>{({ news }) => <News news={news} caseId={caseId} />}</Await>
      </section>
    </div>
  );
}

interface WorkLeftProps extends Pick<WorkTodayProps, "caseId" | "sources"> {
  readonly left: WorkView["left"];
}

function WorkLeft({ left, caseId, sources }: WorkLeftProps) {
  const { t } = useReader();
  const state = stepStateOf({ isRun: sources > 0, hasFailed: false, found: left.length });
  if (state === "not-run")
    return (
      <StepState state={state} next={<NextDeed caseId={caseId} deed="seal" />}>
        {t("work.notRun")}
      </StepState>
    );
  if (state !== "candidates")
    return (
      <StepState state={state} next={<Link href={`/${caseId}/review`}>{t("work.next")}</Link>}>
        {t("work.none")}
      </StepState>
    );
  return (
    <>
      <p>
        <StepSign state="candidates" />
      </p>
      <ul className="work-left">
        {left.map(({ what, text, place, status }) => (
          <li key={what}>
            {place === null ? (
              text
            ) : (
              <Link href={`/${caseId}/${place}${status === null ? "" : `?status=${status}`}`}>{text}</Link>
            )}
          </li>
        ))}
      </ul>
    </>
  );
}

function News({ news, caseId }: { readonly news: WorkView["news"]; readonly caseId: string }) {
  const { t, number, mark } = useReader();
  if (news.acts === 0) {
    const toSources = (
      <Link href={`/${caseId}/sources`} {...mark(t("next.sources"))}>
        {t("next.sources")}
      </Link>
    );
    return <Empty next={toSources}>{t("work.news.none")}</Empty>;
  }
  return (
    <>
      <p>{t(news.isAll ? "work.news.acts" : "work.news.more", { count: news.acts })}</p>
      <table className="stacking">
        <thead>
          <tr>
            <th scope="col">{t("work.news.what")}</th>
            <th scope="col">{t("work.news.count")}</th>
            <th scope="col">{t("work.news.by")}</th>
          </tr>
        </thead>
        <tbody>
          {news.kinds.map(({ kind, text, count, by }) => (
            <tr key={kind}>
              <th scope="row">{text}</th>
              <td data-label={t("work.news.count")}>{number(count)}</td>
              <td data-label={t("work.news.by")}>
                <Names names={by} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}

/** Midnight before yesterday's day, where the reader is. */
function startOfYesterday(): string {
  const day = new Date();
  day.setHours(0, 0, 0, 0);
  day.setDate(day.getDate() - 1);
  return day.toISOString();
}
