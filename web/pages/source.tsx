/** One source: its text with every passage marked, beside it what is stated there, and stating more. */
import { lazy, Suspense, useCallback, useEffect, useRef, useState } from "react";
import type { SourceView } from "../../src/server/client.ts";
import { useMayWrite } from "../case-access.ts";
import { dayOf } from "../parts/days.ts";
import { coverAll } from "../parts/exposure.ts";
import { landingOf } from "../parts/landing.ts";
import { ListTable } from "../parts/list-table.tsx";
import { MarkedText } from "../parts/marked-text.tsx";
import { PageHead } from "../parts/page-head.tsx";
import { PageTurner } from "../parts/page-turner.tsx";
import { QuoteButton } from "../parts/quote-button.tsx";
import { speakerBefore } from "../parts/quote-draft.ts";
import { QuoteForm } from "../parts/quote-form.tsx";
import { QuoteNews } from "../parts/quote-news.tsx";
import { ReadingChoice } from "../parts/reading-choice.tsx";
import { SealedTable } from "../parts/sealed-table.tsx";
import { codeOf, letterOf, QUOTE, VIEWER_KEYS, type ViewerKey } from "../parts/single-keys.ts";
import { SourceCheckLine, useSourceCheck } from "../parts/source-check.tsx";
import { FailedWords, NoPageWords, NothingStated, NoWords, Remarks } from "../parts/source-states.tsx";
import { type Chosen, StatedList } from "../parts/stated-list.tsx";
import { Grade } from "../parts/statement-item.tsx";
import { Await } from "../parts/states.tsx";
import { TakeImportBack } from "../parts/take-import-back.tsx";
import { useChosenWords } from "../parts/use-chosen-words.ts";
import { useSingleKeys } from "../parts/use-single-keys.ts";
import { Day, HashText, Said } from "../parts/words.tsx";
import { useReader } from "../settings.tsx";
import { useHashStep } from "../use-hash.ts";
import { useQuote } from "../use-quote.ts";
import { useReadWords } from "../use-read-words.ts";
import { useView } from "../use-view.ts";
import { SourceFacts } from "./sources.tsx";

/** Loaded with the first picture or recording, and with the first page of Markdown. */
const SourceMedia = lazy(() =>
  import("../parts/source-media.tsx").then(({ SourceMedia: component }) => ({ default: component })),
);
const MarkdownPage = lazy(() =>
  import("../parts/markdown-page.tsx").then(({ MarkdownPage: component }) => ({ default: component })),
);

export function SourcePage({ caseId, id }: { readonly caseId: string; readonly id: string }) {
  const { client, language, t } = useReader();
  const [changes, setChanges] = useState(0);
  const source = useView(`source ${caseId} ${id} ${language} ${changes}`, () => client.source(caseId, id));
  const reload = useCallback(() => setChanges((count) => count + 1), []);
  return (
    <Await of={source} title={t("nav.sources")}>
      {(view) => <SourceBody caseId={caseId} source={view} changes={changes} reload={reload} />}
    </Await>
  );
}

interface SourceBodyProps {
  readonly caseId: string;
  readonly source: SourceView;
  /** How often it was asked for anew. */
  readonly changes: number;
  /** Asks for the source anew. */
  readonly reload: () => void;
}

function SourceBody({ caseId, source, changes, reload }: SourceBodyProps) {
  const { t, mark, hasKeys, keyCodes } = useReader();
  const [chosen, setChosen] = useState<Chosen | null>(null);
  const active = chosen?.id ?? null;
  const frame = useRef<HTMLElement>(null);
  /** A statement that was recorded just now, and is shown as soon as the source is here with it. */
  const recorded = useRef<string | null>(null);

  /** A passage that is to be brought into sight as soon as it is there. */
  const awaited = useRef<string | null>(null);
  const { text, anchored, page, trouble, retry, turnTo, wanted } = useReadWords(caseId, source, changes);

  const landIfThere = useCallback(() => {
    const passage = awaited.current === null ? null : document.getElementById(`at-${awaited.current}`);
    if (passage === null) return;
    passage.scrollIntoView({ block: "center" });
    awaited.current = null;
  }, []);
  /** Markdown is shown as it was written, where words can be quoted and passages stand, until somebody wants a page. */
  const [isPage, setIsPage] = useState(false);
  const showPassage = (id: string) => {
    setChosen({ id, isInText: false });
    setIsPage(false);
    awaited.current = id;
    const at = source.statementsAt.find((each) => each.id === id)?.at;
    if (at?.kind === "page") turnTo(at.page, { isLanding: window.location.hash.includes(id) });
    landIfThere();
  };
  const showStatement = (id: string) => setChosen({ id, isInText: true });
  const quoting = useQuote({ caseId, source: source.id }, (statement) => {
    recorded.current = statement;
    reload();
  });
  const mayWrite = useMayWrite();
  const shownPage = page?.page ?? null;
  const { quote, isAsked } = useChosenWords(frame, { text: text ?? "", page: shownPage }, quoting);
  const sourceCheck = useSourceCheck(caseId, source.id);
  const { check } = sourceCheck;
  /** What a picture makes of the key while it is shown. */
  const quotePart = useRef<(() => void) | null>(null);
  const setQuotePart = useCallback((made: (() => void) | null) => {
    quotePart.current = made;
  }, []);
  const press = useCallback(
    (key: ViewerKey) => {
      if (key === "quote") {
        setIsPage(false);
        if (mayWrite) (quotePart.current ?? quote)();
      } else if (key === "verify") check();
      else if (key === "cover") coverAll();
      else turnTo(wanted + (key === "before" ? -1 : 1));
    },
    [quote, check, turnTo, wanted, mayWrite],
  );
  useSingleKeys(VIEWER_KEYS, press);

  // Another page begins at its top, unless a passage of it is awaited.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the page is what makes the text another.
  useEffect(() => {
    if (frame.current !== null) frame.current.scrollTop = 0;
  }, [shownPage]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the passages are what may have come.
  useEffect(landIfThere, [anchored, isPage]);
  // What the address names is shown first; after a statement was recorded, that one.
  const step = useHashStep();
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each source and each step in it, not for each choice.
  useEffect(() => {
    if (recorded.current !== null) {
      showPassage(recorded.current);
      recorded.current = null;
      frame.current?.focus({ preventScroll: true });
      return;
    }
    const landing = landingOf(window.location.hash, source.statementsAt);
    if (landing?.kind === "statement") showPassage(landing.id);
    else if (landing?.kind === "page") turnTo(landing.page, { isLanding: true });
    else if (landing?.kind === "row") {
      setChosen({ id: landing.id, isInText: false });
      document.getElementById(landing.id)?.scrollIntoView({ block: "center" });
    }
  }, [source, step]);

  const { passage } = quoting;
  const { media } = source;
  /** A document is its words too, which stand beneath its look. */
  const isDocument = media?.kind === "pages";
  const isMarkdown = source.mediaType === "text/markdown" && source.text !== null;
  const isReadable = text !== null || page !== null || trouble !== null || media !== null;
  const isBare = !isReadable && source.statementsAt.length === 0;
  return (
    <>
      <PageHead title={source.title}>
        <SourceFacts source={source} />
        {source.roleText === null ? null : (
          <p className="role-text" dir="auto">
            {source.roleText}
          </p>
        )}
        <p className="hash-line">
          {t("sources.hash")} <HashText value={source.sha256} length={64} />
        </p>
        <SourceCheckLine {...sourceCheck} />
        {source.withheld === null ? null : (
          <p className="role-text">{t(`sources.withheld.${source.withheld}`)}</p>
        )}
        <Remarks source={source} />
        <Grades grades={source.grades} />
        <Custody events={source.custody} />
      </PageHead>
      {isBare ? null : (
        <div className={isReadable ? "reading" : "reading without-text"}>
          {isReadable ? (
            <section aria-labelledby="text-title">
              <h2 id="text-title">
                {t(media === null || media.kind === "pages" ? "sources.text" : `media.title.${media.kind}`)}
              </h2>
              {page === null ? null : <PageTurner page={page} wanted={wanted} turnTo={turnTo} />}
              {media === null || (isDocument && page === null) ? null : (
                <Suspense fallback={<output className="state">{t("app.loading")}</output>}>
                  <SourceMedia
                    {...{ caseId, source, media, active, reload, mayWrite }}
                    page={wanted}
                    choose={showStatement}
                    quoted={passage}
                    open={quoting.open}
                    setQuote={setQuotePart}
                    whenShown={landIfThere}
                  />
                </Suspense>
              )}
              {isMarkdown ? <ReadingChoice isPage={isPage} choose={setIsPage} /> : null}
              {trouble === null ? null : <FailedWords trouble={trouble} caseId={caseId} retry={retry} />}
              {text !== null && isMarkdown && isPage ? (
                <Suspense fallback={<output className="state">{t("app.loading")}</output>}>
                  <MarkdownPage text={text} language={source.language} />
                </Suspense>
              ) : null}
              {text === null || (isMarkdown && isPage) ? null : (
                <>
                  <MarkedText
                    text={text}
                    language={source.language}
                    anchored={anchored}
                    active={active}
                    choose={showStatement}
                    quoted={passage?.page === shownPage && passage.part === undefined ? passage : null}
                    frame={frame}
                  />
                  {mayWrite ? <QuoteButton frame={frame} quote={quote} /> : null}
                  <p
                    className="note"
                    id="text-keys"
                    {...mark(t(mayWrite ? "quote.keys" : "case.only-shown"))}
                  >
                    {mayWrite
                      ? t(hasKeys ? "quote.keys" : "quote.keys.off", {
                          key: letterOf(codeOf(QUOTE, keyCodes)),
                        })
                      : t("case.only-shown")}
                  </p>
                </>
              )}
              {page === null ? null : text === null ? (
                <NoPageWords isDrawn={isDocument} />
              ) : (
                <p className="note">{t("page.words")}</p>
              )}
              <p className="note" role="status">
                {isAsked ? t("quote.select") : null}
              </p>
            </section>
          ) : null}
          <div className="stated">
            {passage === null ? null : (
              <QuoteForm
                caseId={caseId}
                passage={passage}
                quoting={quoting}
                before={quoting.last ?? speakerBefore(source.statementsAt)}
              />
            )}
            <QuoteNews quoting={quoting} statements={source.statementsAt} show={showPassage} />
            {source.statementsAt.length === 0 ? (
              <NothingStated hasWords={text !== null} frame={frame} />
            ) : (
              <StatedList statements={source.statementsAt} chosen={chosen} choose={showPassage} />
            )}
          </div>
        </div>
      )}
      {source.table === null ? (
        <SealedTable
          {...{ caseId, source }}
          otherwise={isBare ? <NoWords source={source} caseId={caseId} /> : null}
        />
      ) : (
        <ListTable caseId={caseId} source={source.id} table={source.table} active={active} />
      )}
      {source.table === null || !mayWrite ? null : <TakeImportBack caseId={caseId} {...source.table} />}
    </>
  );
}

/** What people think of the source. */
function Grades({ grades }: { readonly grades: SourceView["grades"] }) {
  const { t } = useReader();
  if (grades.length === 0) return null;
  return (
    <section className="grades" aria-label={t("sources.grades")}>
      <h2>{t("sources.grades")}</h2>
      <ul>
        {grades.map((grade) => (
          <li key={grade.topic ?? ""}>
            <Grade grade={grade} />
          </li>
        ))}
      </ul>
      <p className="note">{t("sources.grades-note")}</p>
    </section>
  );
}

/** The chain of custody, the sealing first. */
function Custody({ events }: { readonly events: SourceView["custody"] }) {
  const { t } = useReader();
  return (
    <details className="custody">
      <summary>{t("sources.custody", { count: events.length })}</summary>
      <ol>
        {events.map(({ leafIndex, at, actor, what, details }) => (
          <li key={leafIndex}>
            <span>
              <Day day={dayOf(at)} /> · {what} · <Said>{actor}</Said> ·{" "}
              {t("sources.act", { leaf: leafIndex })}
            </span>
            {details.length === 0 ? null : (
              <dl>
                {details.map(({ name, value }) => (
                  <div key={name}>
                    <dt>{name}</dt>
                    <dd>
                      <Said>{value}</Said>
                    </dd>
                  </div>
                ))}
              </dl>
            )}
          </li>
        ))}
      </ol>
    </details>
  );
}
