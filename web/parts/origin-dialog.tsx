/** Where one value comes from, read at a glance: statements, sources, who recorded them and when, hashes, footnotes. */
import { useEffect, useRef } from "react";
import { Link } from "wouter";
import type { OriginNoteView, OriginView } from "../../src/server/client.ts";
import { useReader } from "../settings.tsx";
import { useView } from "../use-view.ts";
import { CopyFootnote } from "./copy-footnote.tsx";
import { ActWords, OriginFacts } from "./origin-facts.tsx";
import { OriginRow } from "./origin-row.tsx";
import { Await } from "./states.tsx";
import { HashText, Said, Time } from "./words.tsx";

interface OriginDialogProps {
  readonly caseId: string;
  readonly id: string;
  readonly close: () => void;
}

export function OriginDialog({ caseId, id, close }: OriginDialogProps) {
  const { client, language, t } = useReader();
  const dialog = useRef<HTMLDialogElement>(null);
  const origin = useView(`origin ${caseId} ${id} ${language}`, () => client.origin(caseId, id));
  useEffect(() => {
    const shown = dialog.current;
    shown?.showModal();
    return () => shown?.close();
  }, []);
  // By the dialog itself, which gives the focus back to where it was before it tells that it is closed.
  const leave = () => dialog.current?.close();
  return (
    <dialog ref={dialog} className="origin" aria-labelledby="origin-title" onClose={close}>
      <h2 id="origin-title">{t("origin.title")}</h2>
      <Await of={origin}>{(view) => <Origin caseId={caseId} view={view} close={leave} />}</Await>
      <div className="quote-buttons">
        {origin.state === "ready" ? (
          <Link
            href={`/${caseId}/trace/${encodeURIComponent(origin.view.trace)}`}
            className="page-link"
            onClick={leave}
          >
            {t("origin.trace")}
          </Link>
        ) : null}
        <button type="button" onClick={leave}>
          {t("app.close")}
        </button>
      </div>
    </dialog>
  );
}

interface OriginProps {
  readonly caseId: string;
  readonly view: OriginView;
  readonly close: () => void;
}

function Origin({ caseId, view, close }: OriginProps) {
  const { t, number, digits } = useReader();
  return (
    <>
      <p className="origin-label">
        <Said>{view.label}</Said>
      </p>
      <p>{view.rule}</p>
      <p className={view.verified ? "check-good" : "check-bad"}>
        <span aria-hidden="true">{view.verified ? "✓ " : "✗ "}</span>
        {t(view.verified ? "origin.verified" : "origin.altered")}
      </p>
      <ol className="origin-notes">
        {view.notes.map((note) => (
          <Note key={note.statement.id} caseId={caseId} note={note} close={close} />
        ))}
        {view.rows.map((row) => (
          <OriginRow key={row.id} caseId={caseId} row={row} close={close} />
        ))}
      </ol>
      {view.more === 0 ? null : <p>{t("origin.more", { count: number(view.more) })}</p>}
      {view.acts.length === 0 ? null : (
        <section aria-labelledby="origin-acts">
          <h3 id="origin-acts">{t("origin.acts")}</h3>
          <ul className="origin-notes">
            {view.acts.map((act) => (
              <li key={act.leafIndex}>
                {act.what} <ActWords act={act} />
              </li>
            ))}
          </ul>
        </section>
      )}
      {view.files.length === 0 ? null : (
        <section aria-labelledby="origin-files">
          <h3 id="origin-files">{t("origin.files")}</h3>
          <ul className="origin-notes">
            {view.files.map(({ sha256, text, footnote }) => (
              <li key={sha256}>
                <Said>{digits(text)}</Said> <HashText value={sha256} length={16} />
                <CopyFootnote footnote={footnote} />
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

function Note({
  caseId,
  note,
  close,
}: {
  readonly caseId: string;
  readonly note: OriginNoteView;
  readonly close: () => void;
}) {
  const { t } = useReader();
  const { statement, sha256, recorded, sealed, footnote } = note;
  return (
    <li>
      <p>
        <strong>
          <Said>{statement.subject.name}</Said>
        </strong>
        {": "}
        {statement.polarity === "denies" ? `${t("sources.denies")}: ` : ""}
        {statement.propertyText} <Said>{statement.valueText}</Said> <Time time={statement.time} />
      </p>
      <p className="note">
        <Said>{statement.standingText}</Said> · {t(`sources.chain.${statement.chain}`)} ·{" "}
        {statement.statusText}
      </p>
      {statement.quote === "" ? null : <blockquote dir="auto">{statement.quote}</blockquote>}
      <OriginFacts
        facts={[
          [
            t("origin.source"),
            <Link
              key="source"
              href={`/${caseId}/sources/${encodeURIComponent(statement.source.id)}#statement=${statement.id}`}
              onClick={close}
            >
              <Said>{statement.source.name}</Said>
            </Link>,
          ],
          [t("sources.hash"), <HashText key="hash" value={sha256} length={16} />],
          [t("origin.sealed"), <ActWords key="sealed" act={sealed} />],
          [t("origin.recorded"), <ActWords key="recorded" act={recorded} />],
        ]}
      />
      {footnote === null ? <p className="note">{t("origin.kept")}</p> : <CopyFootnote footnote={footnote} />}
    </li>
  );
}
