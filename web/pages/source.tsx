/** One source: its text with every passage marked, and beside it what is stated there. */
import { useEffect, useState } from "react";
import type { SourceView, StatementView } from "../../src/server/client.ts";
import { toSegments } from "../parts/segments.ts";
import { Await } from "../parts/states.tsx";
import { HashText, Said, Time } from "../parts/words.tsx";
import { useReader } from "../settings.tsx";
import { useView } from "../use-view.ts";
import { SourceFacts } from "./sources.tsx";

export function SourcePage({ caseId, id }: { readonly caseId: string; readonly id: string }) {
  const { client, language } = useReader();
  const source = useView(`source ${caseId} ${id} ${language}`, () => client.source(caseId, id));
  return <Await of={source}>{(view) => <SourceBody source={view} />}</Await>;
}

function SourceBody({ source }: { readonly source: SourceView }) {
  const { t } = useReader();
  const [active, setActive] = useState<string | null>(null);

  // The address names a passage by its code points: the statement that stands there is shown first.
  useEffect(() => {
    const [, start, end] = /char=(\d+),(\d+)/u.exec(window.location.hash) ?? [];
    const wanted = source.statementsAt.find(
      (each) => each.start === Number(start) && each.end === Number(end),
    );
    if (wanted === undefined) return;
    setActive(wanted.id);
    document.getElementById(`at-${wanted.id}`)?.scrollIntoView({ block: "center" });
  }, [source]);

  return (
    <>
      <header className="page-head">
        <h1 dir="auto">{source.title}</h1>
        <SourceFacts source={source} />
        {source.roleText === null ? null : (
          <p className="role-text" dir="auto">
            {source.roleText}
          </p>
        )}
        <p className="hash-line">
          {t("sources.hash")} <HashText value={source.sha256} length={64} />
        </p>
      </header>
      {source.text === null ? null : (
        <div className="reading">
          <section aria-labelledby="text-title">
            <h2 id="text-title">{t("sources.text")}</h2>
            <MarkedText source={source} active={active} choose={setActive} />
          </section>
          <section aria-labelledby="stated-title">
            <h2 id="stated-title">{t("sources.stated")}</h2>
            <ol className="statements">
              {source.statementsAt.map((statement) => (
                <StatementItem
                  key={statement.id}
                  statement={statement}
                  isActive={statement.id === active}
                  choose={setActive}
                />
              ))}
            </ol>
          </section>
        </div>
      )}
      {source.table === null ? null : <ListTable table={source.table} />}
    </>
  );
}

interface MarkedTextProps {
  readonly source: SourceView;
  readonly active: string | null;
  readonly choose: (id: string) => void;
}

function MarkedText({ source, active, choose }: MarkedTextProps) {
  const anchored = new Set<string>();
  return (
    <div className="sealed-text" dir="auto" lang={source.language}>
      {toSegments(source.text ?? "", source.statementsAt).map(({ start, text, statements }) => {
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
    </div>
  );
}

interface StatementItemProps {
  readonly statement: StatementView;
  readonly isActive: boolean;
  readonly choose: (id: string) => void;
}

function StatementItem({ statement, isActive, choose }: StatementItemProps) {
  const { t } = useReader();
  const show = () => {
    choose(statement.id);
    document.getElementById(`at-${statement.id}`)?.scrollIntoView({ block: "center" });
  };
  return (
    <li className={`statement ${statement.standing} ${isActive ? "active" : ""}`}>
      <button type="button" onClick={show} aria-pressed={isActive}>
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
          {statement.via === null ? null : <Said>{t("sources.via", { via: statement.via })}</Said>}
          <Time time={statement.time} />
          {statement.place === null ? null : <Said>{statement.place}</Said>}
        </span>
        {statement.access === "restricted" ? (
          <span className="restricted">{t("sources.restricted")}</span>
        ) : null}
        {statement.note === null ? null : (
          <span className="note" dir="auto">
            {statement.note}
          </span>
        )}
      </button>
    </li>
  );
}

function ListTable({ table }: { readonly table: NonNullable<SourceView["table"]> }) {
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
                <th key={column} scope="col" dir="auto">
                  {column}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {table.rows.map((row) => (
              <tr key={row.id}>
                <th scope="row">{digits(String(row.row))}</th>
                {table.columns.map((column) => (
                  <td key={column} dir="auto">
                    {row.cells[column] ?? ""}
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
