/** A statement beside the text that it is about: what it says, of whom, by whom, and how far its recorders have come. */
import type { GradeView, StatementView } from "../../src/server/client.ts";
import { useReader } from "../settings.tsx";
import { OriginButton } from "./origin.tsx";
import { Said, Time } from "./words.tsx";

interface StatementItemProps {
  readonly statement: StatementView;
  readonly isActive: boolean;
  readonly choose: (id: string) => void;
}

export function StatementItem({ statement, isActive, choose }: StatementItemProps) {
  const { t, valueText } = useReader();
  // What is closed is read at its source and traced nowhere.
  const isTold = statement.access === "open" || statement.access === "team";
  return (
    <li
      id={`stated-${statement.id}`}
      data-origin={isTold ? statement.id : undefined}
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
              <Said>{valueText(statement.valueText)}</Said>
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
      {isTold ? (
        <OriginButton
          id={statement.id}
          label={`${statement.subject.name}, ${statement.propertyText} ${statement.valueText}`.trim()}
        />
      ) : null}
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

export function Grade({ grade: { topic, gradeText, reason, by, on } }: { readonly grade: GradeView }) {
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
