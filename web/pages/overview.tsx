/** Overview: the four answers, each figure with its standing, its speaker and its footing. */
import { Link } from "wouter";
import type { FigureOnScreen, ScreenAnswers } from "../../src/server/client.ts";
import { en, type MessageKey } from "../messages/en.ts";
import { FigureGroups } from "../parts/figure-group.tsx";
import { FootingBar } from "../parts/figure-row.tsx";
import { NextDeed } from "../parts/next-deed.tsx";
import { PageHead } from "../parts/page-head.tsx";
import { Await, Empty } from "../parts/states.tsx";
import { HashText, Standing } from "../parts/words.tsx";
import { WorkToday } from "../parts/work-today.tsx";
import { useReader } from "../settings.tsx";
import { useView } from "../use-view.ts";

const QUESTIONS = ["howMany", "who", "where", "offices"] as const;
/** What is done so that a question has an answer. */
const DEEDS = { howMany: "import", who: "import", where: "state", offices: "state" } as const;
const STANDINGS = ["documented", "estimated", "reported"] as const;

export function OverviewPage({ caseId }: { readonly caseId: string }) {
  const { client, language, t } = useReader();
  const answers = useView(`answers ${caseId} ${language}`, () => client.answers(caseId));
  return (
    <Await of={answers} title={t("nav.overview")}>
      {(view) => <Overview view={view} />}
    </Await>
  );
}

function Overview({ view }: { readonly view: ScreenAnswers }) {
  const { t } = useReader();
  const { case: about, answers } = view;
  const standard = `standard.${about.standardOfProof}`;
  return (
    <>
      <PageHead title={about.title} lead={about.summary}>
        <ul className="legend" aria-label={t("overview.legend")}>
          {STANDINGS.map((standing) => (
            <li key={standing}>
              <Standing standing={standing} />{" "}
              <span className="about">{t(`standing.${standing}.about`)}</span>
            </li>
          ))}
          <li>
            <FootingBar steps={[true, true, false]} /> <span className="about">{t("footing.steps")}</span>
          </li>
        </ul>
      </PageHead>
      {QUESTIONS.map((question) => (
        <Question key={question} question={question} figures={answers[question]} caseId={about.id} />
      ))}
      <WorkToday caseId={about.id} acts={about.counts.acts} sources={about.counts.sources} />
      <footer className="page-foot">
        <p>
          {t("overview.standard")}: {isMessage(standard) ? t(standard) : about.standardOfProof}
        </p>
        <p>
          {t("overview.acts", { count: about.counts.acts })} <HashText value={about.ledgerRoot} />
        </p>
        {about.upTo.acts > about.upTo.shown && (
          <p>{t("behind.views", { count: about.upTo.acts - about.upTo.shown })}</p>
        )}
      </footer>
    </>
  );
}

interface QuestionProps {
  readonly question: (typeof QUESTIONS)[number];
  readonly figures: readonly FigureOnScreen[];
  readonly caseId: string;
}

function Question({ question, figures, caseId }: QuestionProps) {
  const { t, mark } = useReader();
  const speakers = new Set(figures.flatMap(({ speaker }) => speaker ?? []));
  const rivals = figures.filter(({ contradictedBy }) => contradictedBy.length > 0);
  return (
    <section className="question" aria-labelledby={`q-${question}`}>
      <h2 id={`q-${question}`} {...mark(t(`question.${question}`))}>
        {t(`question.${question}`)}
      </h2>
      {figures.length === 0 ? (
        <Empty next={<NextDeed caseId={caseId} deed={DEEDS[question]} />}>{t("overview.none")}</Empty>
      ) : (
        <>
          <p className="question-about">
            <span>{t("overview.figures", { count: figures.length })}</span>
            {speakers.size === 0 ? null : <span>{t("overview.speakers", { count: speakers.size })}</span>}
            {rivals.length === 0 ? null : <span>{t("overview.rivals", { count: rivals.length })}</span>}
            {question === "howMany" ? <span>{t("overview.notAdded")}</span> : null}
          </p>
          <FigureGroups figures={figures} caseId={caseId} hasScales={question === "howMany"} />
        </>
      )}
      {question === "howMany" ? <PageLink href={`/${caseId}/estimate`} word="nav.estimate" /> : null}
      {question === "who" ? <PageLink href={`/${caseId}/people`} word="nav.people" /> : null}
      {question === "where" ? <PageLink href={`/${caseId}/places`} word="nav.places" /> : null}
      {question === "offices" ? <PageLink href={`/${caseId}/offices`} word="nav.offices" /> : null}
    </section>
  );
}

function PageLink({ href, word }: { readonly href: string; readonly word: MessageKey }) {
  const { t, mark } = useReader();
  return (
    <Link href={href} className="page-link" {...mark(t(word))}>
      {t(word)}
    </Link>
  );
}

function isMessage(key: string): key is MessageKey {
  return Object.hasOwn(en, key);
}
