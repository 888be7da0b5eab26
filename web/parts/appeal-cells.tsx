/** What stands in the cells of the roll of appeals. */
import { Link } from "wouter";
import type { AppealRollView } from "../../src/server/client.ts";
import { useReader } from "../settings.tsx";
import { Said, Time } from "./words.tsx";

export function Names({ names }: { readonly names: readonly string[] }) {
  if (names.length === 0) return "–";
  return (
    <ul className="values">
      {names.map((name) => (
        <li key={name}>
          <Said>{name}</Said>
        </li>
      ))}
    </ul>
  );
}

interface OfRoll {
  readonly of: AppealRollView["appeals"][number];
}

interface InCase extends OfRoll {
  readonly caseId: string;
}

/** On what it was asked, when it came, by when an answer was asked for, and its own words. */
export function Beforehand({ of, caseId }: InCase) {
  return <Beside said={[...of.legalBasis, ...of.received, ...of.due, ...of.texts]} caseId={caseId} />;
}

/** How the answer is to be taken, in which form it came, and whose duty follows. */
export function Afterwards({ of, caseId }: InCase) {
  return <Beside said={[...of.attributions, ...of.forms, ...of.duty]} caseId={caseId} />;
}

/** How long an appeal has waited, and whether its answer is overdue: on the day of the roll, not when the case was made. */
export function Waiting({ of: appeal }: OfRoll) {
  const { t } = useReader();
  const { daysWaiting, daysLeft } = appeal;
  return (
    <>
      {daysWaiting === null ? null : (
        <small className="beneath">{t("appeals.waiting", { days: daysWaiting })}</small>
      )}
      {daysLeft === null ? null : (
        <small className="beneath">
          {t(daysLeft < 0 ? "appeals.overdue" : "appeals.due", { days: Math.abs(daysLeft) })}
        </small>
      )}
    </>
  );
}

/** How many are said to have signed, of each category, beside those whom a statement names. */
export function Signed({ of: appeal }: OfRoll) {
  const { t } = useReader();
  return appeal.signatures.map(({ category, declared, named, contested }) => (
    <small key={category?.id ?? "all"} className="beneath">
      {t("appeals.signed")} <Said>{category === null ? t("appeals.signed.all") : category.name}</Said>:{" "}
      {declared.length === 0 ? t("appeals.signatories", { named: named.length }) : null}
      {declared.map(({ statement, text }) => (
        <Said key={statement.id}>{`${text} `}</Said>
      ))}
      {contested.map(({ id, name }) => (
        <Said key={id}>{t("appeals.contested", { name })}</Said>
      ))}
    </small>
  ));
}

/** Who of those who were asked answered, and what. */
export function Asked({ of: appeal }: OfRoll) {
  if (appeal.asked.length < 2) return null;
  return (
    <ul className="values">
      {appeal.asked.map(({ addressee, stateText, answers }) => (
        <li key={addressee.id}>
          <small>
            <Said>{addressee.name}</Said>: {stateText}
            {answers.map(({ id, propertyText, valueText }) => (
              <Said key={id}>{` · ${propertyText}: ${valueText}`}</Said>
            ))}
          </small>
        </li>
      ))}
    </ul>
  );
}

type Stated = AppealRollView["appeals"][number]["answers"];

/** Statements that stand beneath a cell; the text of the appeal leads to its sealed source. */
function Beside({ said, caseId }: { readonly said: Stated; readonly caseId: string }) {
  return said.map(({ id, property, propertyText, valueText, of, time, polarity, source }) => (
    <small key={id} className="beneath">
      {polarity === "denies" ? "≠ " : ""}
      {property === "appeal-text" ? (
        <Link href={`/${caseId}/sources/${encodeURIComponent(source.id)}#statement=${id}`}>
          {propertyText}
        </Link>
      ) : (
        propertyText
      )}
      {of === null ? null : <Said>{` (${of.name})`}</Said>}
      {valueText === "" ? null : <Said>{`: ${valueText}`}</Said>} <Time time={time} />
    </small>
  ));
}
