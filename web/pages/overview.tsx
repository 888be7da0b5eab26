/** Overview: the four answers, each figure with its standing, its speaker and its footing. */
import { useState } from "react";
import { Link } from "wouter";
import type { FigureOnScreen, ScreenAnswers } from "../../src/server/client.ts";
import { en, type MessageKey } from "../messages/en.ts";
import { FigureRow } from "../parts/figure-row.tsx";
import { Await, Empty } from "../parts/states.tsx";
import { HashText, Standing } from "../parts/words.tsx";
import { useReader } from "../settings.tsx";
import { useView } from "../use-view.ts";

const QUESTIONS = ["howMany", "who", "where", "offices"] as const;
const STANDINGS = ["documented", "estimated", "reported"] as const;
const SHOWN_FIRST = 8;

export function OverviewPage({ caseId }: { readonly caseId: string }) {
  const { client, language } = useReader();
  const answers = useView(`answers ${caseId} ${language}`, () => client.answers(caseId));
  return <Await of={answers}>{(view) => <Overview view={view} />}</Await>;
}

function Overview({ view }: { readonly view: ScreenAnswers }) {
  const { t } = useReader();
  const { case: about, answers } = view;
  const standard = `standard.${about.standardOfProof}`;
  return (
    <>
      <header className="page-head">
        <h1 dir="auto">{about.title}</h1>
        <p className="lead" dir="auto">
          {about.summary}
        </p>
        <ul className="legend" aria-label={t("overview.legend")}>
          {STANDINGS.map((standing) => (
            <li key={standing}>
              <Standing standing={standing} />{" "}
              <span className="about">{t(`standing.${standing}.about`)}</span>
            </li>
          ))}
        </ul>
      </header>
      {QUESTIONS.map((question) => (
        <Question key={question} question={question} figures={answers[question]} caseId={about.id} />
      ))}
      <footer className="page-foot">
        <p>
          {t("overview.standard")}: {isMessage(standard) ? t(standard) : about.standardOfProof}
        </p>
        <p>
          {t("overview.acts", { count: about.counts.acts })} <HashText value={about.ledgerRoot} />
        </p>
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
  const { t } = useReader();
  const [isWhole, setWhole] = useState(false);
  const shown = isWhole ? figures : figures.slice(0, SHOWN_FIRST);
  const more = figures.length - SHOWN_FIRST;
  return (
    <section className="question" aria-labelledby={`q-${question}`}>
      <h2 id={`q-${question}`}>{t(`question.${question}`)}</h2>
      {figures.length === 0 ? <Empty>{t("overview.none")}</Empty> : null}
      <ol className="figures">
        {shown.map((figure) => (
          <FigureRow key={figure.id} figure={figure} all={figures} caseId={caseId} />
        ))}
      </ol>
      {more > 0 ? (
        <button type="button" className="quiet" onClick={() => setWhole(!isWhole)} aria-expanded={isWhole}>
          {isWhole ? t("overview.less") : t("overview.more", { count: more })}
        </button>
      ) : null}
      {question === "who" ? <PageLink href={`/${caseId}/people`} word="nav.people" /> : null}
      {question === "where" ? <PageLink href={`/${caseId}/places`} word="nav.places" /> : null}
      {question === "offices" ? <PageLink href={`/${caseId}/offices`} word="nav.offices" /> : null}
    </section>
  );
}

function PageLink({ href, word }: { readonly href: string; readonly word: MessageKey }) {
  const { t } = useReader();
  return (
    <Link href={href} className="page-link">
      {t(word)}
    </Link>
  );
}

function isMessage(key: string): key is MessageKey {
  return Object.hasOwn(en, key);
}
