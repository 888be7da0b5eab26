/** One source: its text with every passage marked, and beside it what is stated there. */
import { useEffect, useState } from "react";
import type { GradeView, SourceView, StatementView } from "../../src/server/client.ts";
import { PageHead } from "../parts/page-head.tsx";
import { toAnchored, toFrontMatter, toSegments } from "../parts/segments.ts";
import { Await } from "../parts/states.tsx";
import { Day, HashText, Said, Time } from "../parts/words.tsx";
import { useReader } from "../settings.tsx";
import { useView } from "../use-view.ts";
import { SourceFacts } from "./sources.tsx";

const MS_A_DAY = 86_400_000;

export function SourcePage({ caseId, id }: { readonly caseId: string; readonly id: string }) {
  const { client, language, t } = useReader();
  const source = useView(`source ${caseId} ${id} ${language}`, () => client.source(caseId, id));
  return (
    <Await of={source} title={t("nav.sources")}>
      {(view) => <SourceBody source={view} />}
    </Await>
  );
}

function SourceBody({ source }: { readonly source: SourceView }) {
  const { t } = useReader();
  const [active, setActive] = useState<string | null>(null);

  const showPassage = (id: string) => {
    setActive(id);
    document.getElementById(`at-${id}`)?.scrollIntoView({ block: "center" });
    scrollWithin(`stated-${id}`, ".statements");
  };
  const showStatement = (id: string) => {
    setActive(id);
    scrollWithin(`stated-${id}`, ".statements");
    document.getElementById(`stated-${id}`)?.scrollIntoView({ block: "nearest" });
  };

  // The address names a statement, a passage by its code points, or a row by its record: what stands there is shown first.
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each source, not for each choice on it.
  useEffect(() => {
    const [, start, end] = /char=(\d+),(\d+)/u.exec(window.location.hash) ?? [];
    const [, named] = /statement=(st-[0-9a-f]+)/u.exec(window.location.hash) ?? [];
    if (named !== undefined) return showPassage(named);
    const wanted = toAnchored(source.statementsAt).find(
      (each) => each.start === Number(start) && each.end === Number(end),
    );
    if (wanted !== undefined) showPassage(wanted.id);
    else if (/^#rec-/u.test(window.location.hash)) {
      setActive(window.location.hash.slice(1));
      document.getElementById(window.location.hash.slice(1))?.scrollIntoView({ block: "center" });
    }
  }, [source]);

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
        {source.withheld === null ? null : (
          <p className="role-text">{t(`sources.withheld.${source.withheld}`)}</p>
        )}
        <Remarks remarks={source.remarks} />
        <Grades grades={source.grades} />
        <Custody events={source.custody} />
      </PageHead>
      {source.text === null && source.statementsAt.length === 0 ? null : (
        <div className={source.text === null ? "reading without-text" : "reading"}>
          {source.text === null ? null : (
            <section aria-labelledby="text-title">
              <h2 id="text-title">{t("sources.text")}</h2>
              <MarkedText source={source} active={active} choose={showStatement} />
            </section>
          )}
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

interface MarkedTextProps {
  readonly source: SourceView;
  readonly active: string | null;
  readonly choose: (id: string) => void;
}

function MarkedText({ source, active, choose }: MarkedTextProps) {
  const { t } = useReader();
  const anchored = new Set<string>();
  const text = source.text ?? "";
  const matter = toFrontMatter(text);
  const segments = toSegments(text, [...matter, ...toAnchored(source.statementsAt)]);
  return (
    <section
      className="sealed-text"
      dir="auto"
      lang={source.language}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard.
      tabIndex={0}
      aria-label={t("sources.text")}
    >
      {segments.map(({ start, text, statements }) => {
        if (matter.some(({ id }) => statements.includes(id))) {
          return (
            <span key={start} className="front-matter" dir="ltr">
              {text}
            </span>
          );
        }
        const [first] = statements;
        if (first === undefined) return <span key={start}>{text}</span>;
        // The first segment of a statement's passage is where a link to it lands.
        const landing = statements.find((id) => !anchored.has(id));
        for (const id of statements) anchored.add(id);
        const isActive = active !== null && statements.includes(active);
        return (
          <mark
            key={start}
            id={landing === undefined ? undefined : `at-${landing}`}
            className={isActive ? "active" : ""}
          >
            {/* A passage is chosen by pointer here, and by keyboard in the list of statements beside it. */}
            {/* biome-ignore lint/a11y/noStaticElementInteractions: the same choice is a button in the list beside. */}
            {/* biome-ignore lint/a11y/useKeyWithClickEvents: the same choice is a button in the list beside. */}
            <span onClick={() => choose(first)}>{text}</span>
          </mark>
        );
      })}
    </section>
  );
}

interface StatementItemProps {
  readonly statement: StatementView;
  readonly isActive: boolean;
  readonly choose: (id: string) => void;
}

function StatementItem({ statement, isActive, choose }: StatementItemProps) {
  const { t } = useReader();
  return (
    <li
      id={`stated-${statement.id}`}
      className={`statement ${statement.standing} ${isActive ? "active" : ""}`}
    >
      <button type="button" onClick={() => choose(statement.id)} aria-pressed={isActive}>
        <span className="statement-what">
          {statement.key === null ? null : <code dir="ltr">{statement.key}</code>}{" "}
          <Said>{statement.subject.name}</Said>
        </span>
        <span className="statement-says">
          {statement.polarity === "denies" ? `${t("sources.denies")}: ` : ""}
          {statement.propertyText}
          {statement.valueText === "" ? null : (
            <>
              {": "}
              <Said>{statement.valueText}</Said>
            </>
          )}
        </span>
        <span className="statement-about">
          <strong className={statement.standing}>
            <Said>{statement.standingText}</Said>
          </strong>
          <span>{t(`sources.chain.${statement.chain}`)}</span>
          {[statement.nameForm, statement.basis, statement.certainty].map((word) =>
            word === null ? null : <span key={word}>{word}</span>,
          )}
          {statement.via === null ? null : <Said>{t("sources.via", { via: statement.via })}</Said>}
          {statement.atText === "" ? null : <Said>{statement.atText}</Said>}
          <Time time={statement.time} />
          {statement.timeAsWritten === null ? null : (
            <span>
              {t("sources.as-written")} <Said>{statement.timeAsWritten.text}</Said> (
              {statement.timeAsWritten.calendarText})
            </span>
          )}
          {statement.place === null ? null : <Said>{statement.place}</Said>}
        </span>
        <StatementOrigin statement={statement} />
        {statement.at.kind === "text" ? null : <PlacedWords statement={statement} />}
        {statement.access === "open" ? null : (
          <span className="restricted">
            {t(statement.access === "team" ? "sources.team" : "sources.restricted")}
          </span>
        )}
        {statement.status === "draft" || statement.reviewedBy !== null ? null : (
          <span className="note" dir="auto">
            {statement.statusText}
          </span>
        )}
        {statement.note === null ? null : (
          <span className="note" dir="auto">
            {statement.note}
          </span>
        )}
      </button>
    </li>
  );
}

/** When it was said, in which words for other readers, who took it from the source and who thinks what of it. */
function StatementOrigin({ statement }: { readonly statement: StatementView }) {
  const { t } = useReader();
  const { said, translation, extractedBy, reviewedBy, credibility } = statement;
  return (
    <>
      {translation === null ? null : (
        <span className="note">
          <Said>{translation.text}</Said> ·{" "}
          {t(translation.isMachine ? "sources.translated-by-machine" : "sources.translated", {
            by: translation.by,
          })}
        </span>
      )}
      {said === null && extractedBy === null && reviewedBy === null ? null : (
        <span className="statement-about">
          {said === null ? null : (
            <span>
              {t("sources.said")} <Time time={said} />
            </span>
          )}
          {extractedBy === null ? null : <Said>{t("sources.extracted", { by: extractedBy })}</Said>}
          {reviewedBy === null ? null : <Said>{t("sources.reviewed", { by: reviewedBy })}</Said>}
        </span>
      )}
      {credibility === null ? null : <Grade grade={credibility} />}
    </>
  );
}

function Grade({ grade: { topic, gradeText, reason, by, on } }: { readonly grade: GradeView }) {
  return (
    <span className="note">
      {topic === null ? null : (
        <>
          <Said>{topic}</Said>
          {": "}
        </>
      )}
      {gradeText} · <Said>{reason}</Said> · <Said>{by}</Said> · {on}
    </span>
  );
}

/** What stands at a place that no text on this page shows: the words, or what the recorder saw. */
function PlacedWords({ statement: { quote, seen } }: { readonly statement: StatementView }) {
  const { t } = useReader();
  if (quote !== "")
    return (
      <q className="note" dir="auto">
        {quote}
      </q>
    );
  return seen === null ? null : (
    <span className="note" dir="auto">
      {t("sources.seen", { words: seen })}
    </span>
  );
}

interface ListTableProps {
  readonly table: NonNullable<SourceView["table"]>;
  /** The record that a link led to. */
  readonly active: string | null;
}

function ListTable({ table, active }: ListTableProps) {
  const { t, digits } = useReader();
  return (
    <section aria-labelledby="rows-title">
      <h2 id="rows-title">{t("sources.rows", { shown: table.rows.length, total: table.total })}</h2>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard. */}
      <section className="scroll" tabIndex={0} aria-labelledby="rows-title">
        <table>
          <thead>
            <tr>
              <th scope="col">{t("sources.row")}</th>
              {table.columns.map((column) => (
                <th key={column} scope="col">
                  <Said>{column}</Said>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {table.rows.map((row) => (
              <tr key={row.id} id={row.id} className={row.id === active ? "active" : ""}>
                <th scope="row">{digits(String(row.row))}</th>
                {table.columns.map((column) => (
                  <td key={column}>
                    <Said>{row.cells[column] ?? ""}</Said>
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </section>
  );
}
