/** One source: its text with every passage marked, beside it what is stated there, and stating more. */
import { useCallback, useEffect, useRef, useState } from "react";
import type { SourceView } from "../../src/server/client.ts";
import { useMayWrite } from "../case-access.ts";
import { landingOf } from "../parts/landing.ts";
import { ListTable } from "../parts/list-table.tsx";
import { MarkedText } from "../parts/marked-text.tsx";
import { PageHead } from "../parts/page-head.tsx";
import { PageTurner } from "../parts/page-turner.tsx";
import { QuoteButton } from "../parts/quote-button.tsx";
import { speakerBefore } from "../parts/quote-draft.ts";
import { QuoteForm } from "../parts/quote-form.tsx";
import { QuoteNews } from "../parts/quote-news.tsx";
import { codeOf, letterOf, QUOTE, VIEWER_KEYS, type ViewerKey } from "../parts/single-keys.ts";
import { SourceCheckLine, useSourceCheck } from "../parts/source-check.tsx";
import { Grade, StatementItem } from "../parts/statement-item.tsx";
import { Await } from "../parts/states.tsx";
import { useChosenWords } from "../parts/use-chosen-words.ts";
import { useSingleKeys } from "../parts/use-single-keys.ts";
import { Day, HashText, Said } from "../parts/words.tsx";
import { useReader } from "../settings.tsx";
import { useQuote } from "../use-quote.ts";
import { useReadWords } from "../use-read-words.ts";
import { useView } from "../use-view.ts";
import { SourceFacts } from "./sources.tsx";

const MS_A_DAY = 86_400_000;

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
  const [active, setActive] = useState<string | null>(null);
  const frame = useRef<HTMLElement>(null);
  /** A statement that was recorded just now, and is shown as soon as the source is here with it. */
  const recorded = useRef<string | null>(null);

  /** A passage that is to be brought into sight as soon as it is there. */
  const awaited = useRef<string | null>(null);
  const { text, anchored, page, trouble, turnTo, wanted } = useReadWords(caseId, source, changes);

  const landIfThere = useCallback(() => {
    const passage = awaited.current === null ? null : document.getElementById(`at-${awaited.current}`);
    if (passage === null) return;
    passage.scrollIntoView({ block: "center" });
    awaited.current = null;
  }, []);
  const showPassage = (id: string) => {
    setActive(id);
    awaited.current = id;
    const at = source.statementsAt.find((each) => each.id === id)?.at;
    if (at?.kind === "page") turnTo(at.page);
    landIfThere();
    scrollWithin(`stated-${id}`, ".statements");
  };
  const showStatement = (id: string) => {
    setActive(id);
    scrollWithin(`stated-${id}`, ".statements");
    document.getElementById(`stated-${id}`)?.scrollIntoView({ block: "nearest" });
  };
  const quoting = useQuote({ caseId, source: source.id }, (statement) => {
    recorded.current = statement;
    reload();
  });
  const mayWrite = useMayWrite();
  const shownPage = page?.page ?? null;
  const { quote, isAsked } = useChosenWords(frame, { text: text ?? "", page: shownPage }, quoting);
  const sourceCheck = useSourceCheck(caseId, source.id);
  const { check } = sourceCheck;
  const press = useCallback(
    (key: ViewerKey) => {
      if (key === "quote") {
        if (mayWrite) quote();
      } else if (key === "verify") check();
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
  useEffect(landIfThere, [anchored]);
  // What the address names is shown first; after a statement was recorded, that one.
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each source, not for each choice on it.
  useEffect(() => {
    if (recorded.current !== null) {
      showPassage(recorded.current);
      recorded.current = null;
      frame.current?.focus({ preventScroll: true });
      return;
    }
    const landing = landingOf(window.location.hash, source.statementsAt);
    if (landing?.kind === "statement") showPassage(landing.id);
    else if (landing?.kind === "page") turnTo(landing.page);
    else if (landing?.kind === "row") {
      setActive(landing.id);
      document.getElementById(landing.id)?.scrollIntoView({ block: "center" });
    }
  }, [source]);

  const { passage } = quoting;
  const isReadable = text !== null || page !== null || trouble !== null;
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
        <Remarks remarks={source.remarks} />
        <Grades grades={source.grades} />
        <Custody events={source.custody} />
      </PageHead>
      {!isReadable && source.statementsAt.length === 0 ? null : (
        <div className={isReadable ? "reading" : "reading without-text"}>
          {isReadable ? (
            <section aria-labelledby="text-title">
              <h2 id="text-title">{t("sources.text")}</h2>
              {page === null ? null : <PageTurner page={page} turnTo={turnTo} />}
              {trouble === null ? null : (
                <p className="note" dir="auto">
                  {trouble}
                </p>
              )}
              {text === null ? null : (
                <>
                  <MarkedText
                    text={text}
                    language={source.language}
                    anchored={anchored}
                    active={active}
                    choose={showStatement}
                    quoted={passage?.page === shownPage ? passage : null}
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
              {page === null ? null : <p className="note">{t(text === null ? "page.none" : "page.words")}</p>}
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
            <section aria-labelledby="stated-title">
              <h2 id="stated-title">{t("sources.stated")}</h2>
              <ol className="statements">
                {source.statementsAt.map((statement) => (
                  <StatementItem
                    key={statement.id}
                    statement={statement}
                    isActive={statement.id === active}
                    choose={showPassage}
                  />
                ))}
              </ol>
            </section>
          </div>
        </div>
      )}
      {source.table === null ? null : <ListTable table={source.table} active={active} />}
    </>
  );
}

/** What a person should know about the file before working with it: names from inside it stand as codes. */
function Remarks({ remarks }: { readonly remarks: SourceView["remarks"] }) {
  const { t } = useReader();
  if (remarks.length === 0) return null;
  return (
    <section className="remarks" aria-label={t("sources.remarks")}>
      <h2>{t("sources.remarks")}</h2>
      <ul>
        {remarks.map((remark) => (
          <li key={remark} dir="auto">
            {remark}
          </li>
        ))}
      </ul>
    </section>
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
              <Day day={Math.floor(Date.parse(at) / MS_A_DAY)} /> · {what} · <Said>{actor}</Said> ·{" "}
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

/** Brings a thing to the middle of its own column and leaves the page where it is; a column that is whole stays. */
function scrollWithin(id: string, column: string): void {
  const thing = document.getElementById(id);
  const frame = thing?.closest(column);
  if (thing === null || frame === null || frame === undefined) return;
  const [inner, outer] = [thing.getBoundingClientRect(), frame.getBoundingClientRect()];
  frame.scrollTop += inner.top - outer.top - (outer.height - inner.height) / 2;
}
