/** The fourth step of an import: what could not be read, each corrected, left out or left as it is. */
import { type FormEvent, useCallback, useEffect, useRef, useState } from "react";
import type { ImportFaultView, ImportTrialView } from "../../src/server/client.ts";
import { useReader } from "../settings.tsx";
import type { Correction, ListImportDraft } from "../use-list-import.ts";
import type { Loaded } from "../use-view.ts";
import { Pager } from "./pager.tsx";
import { codeOf, IMPORT_KEYS, letterOf } from "./single-keys.ts";
import { Await } from "./states.tsx";
import { StepSign, StepState } from "./step-state.tsx";
import { useSingleKeys } from "./use-single-keys.ts";
import { Said } from "./words.tsx";

/** Problems of a page. */
export const FAULTS_SHOWN = 20;

interface ImportFaultsProps {
  readonly draft: ListImportDraft;
  readonly trial: Loaded<ImportTrialView>;
  readonly offset: number;
  readonly turnTo: (offset: number) => void;
  readonly goTo: (step: 5) => void;
}

export function ImportFaults({ draft, trial, offset, turnTo, goTo }: ImportFaultsProps) {
  const { t } = useReader();
  const count = useRef<HTMLParagraphElement>(null);
  // Corrections may have emptied the last page.
  const isBeyond = trial.state === "ready" && offset > 0 && offset >= trial.view.faultCount;
  useEffect(() => {
    if (isBeyond) turnTo(0);
  }, [isBeyond, turnTo]);
  return (
    <>
      <p className="lead">{t("import.faults.lead")}</p>
      <Corrections draft={draft} whenTaken={() => count.current?.focus()} />
      <Await of={trial}>
        {(view) => (
          <>
            <p className="facts" role="status" tabIndex={-1} ref={count}>
              {view.faultCount === 0 ? null : <StepSign state="candidates" />}{" "}
              {t("import.faults.count", { count: view.faultCount })}
            </p>
            {view.faultCount === 0 ? (
              <StepState
                state="nothing"
                next={
                  <button type="button" onClick={() => goTo(5)}>
                    {t("next.step", { step: 5 })}
                  </button>
                }
              >
                {t("import.faults.none")}
              </StepState>
            ) : null}
            <ol className="faults">
              {view.faults.map((fault) => (
                <Fault
                  key={`${fault.row} ${fault.column ?? ""} ${fault.code}`}
                  fault={fault}
                  draft={draft}
                  whenDecided={() => count.current?.focus()}
                />
              ))}
            </ol>
            <Pager
              label={t("import.faults.pages")}
              offset={offset}
              size={FAULTS_SHOWN}
              total={view.faultCount}
              turnTo={turnTo}
            />
          </>
        )}
      </Await>
    </>
  );
}

interface CorrectionsProps {
  readonly draft: ListImportDraft;
  /** What was taken back goes away from under whoever took it: they go on where the problems are counted. */
  readonly whenTaken: () => void;
}

function Corrections({ draft, whenTaken }: CorrectionsProps) {
  const { t, digits, hasKeys, keyCodes } = useReader();
  const { corrections, takeBack } = draft;
  const undo = useCallback(() => {
    const last = corrections.at(-1);
    if (last !== undefined) takeBack(last);
  }, [corrections, takeBack]);
  useSingleKeys(IMPORT_KEYS, undo);
  if (draft.corrections.length === 0) return null;
  return (
    <section className="corrections" aria-labelledby="fixed-title">
      <h3 id="fixed-title">{t("import.fixed")}</h3>
      <ul>
        {draft.corrections.map((correction) => {
          const row = digits(String(rowOf(correction)));
          return (
            <li key={keyOf(correction)}>
              <span dir="auto">{wordsOf(correction, row, t)}</span>{" "}
              <small dir="auto">{correction.is === "cell" ? correction.cell.why : correction.row.why}</small>{" "}
              <button
                type="button"
                aria-label={t("import.fixed.undo.of", { row })}
                onClick={() => {
                  draft.takeBack(correction);
                  whenTaken();
                }}
              >
                {t("import.fixed.undo")}
              </button>
            </li>
          );
        })}
      </ul>
      {hasKeys ? (
        <small>{t("import.fixed.key", { key: letterOf(codeOf(IMPORT_KEYS[0], keyCodes)) })}</small>
      ) : null}
    </section>
  );
}

function rowOf(correction: Correction): number {
  return correction.is === "cell" ? correction.cell.row : correction.row.row;
}

function keyOf(correction: Correction): string {
  return `${rowOf(correction)} ${correction.is === "cell" ? correction.cell.column : ""}`;
}

function wordsOf(correction: Correction, row: string, t: ReturnType<typeof useReader>["t"]): string {
  if (correction.is === "row") return t("import.fixed.row", { row });
  const { column, was, now } = correction.cell;
  return t("import.fixed.cell", { row, column, was, now });
}

interface FaultProps {
  readonly fault: ImportFaultView;
  readonly draft: ListImportDraft;
  /** What was decided goes away from under whoever decided it: they go on where the problems are counted. */
  readonly whenDecided: () => void;
}

function Fault({ fault, draft, whenDecided }: FaultProps) {
  const { t, digits } = useReader();
  const { row, line, column, written, text, code, isRejected } = fault;
  return (
    <li className={`card fault ${isRejected ? "rejected" : ""}`}>
      <h3>
        {t("import.faults.row", { row: digits(String(row)), line: digits(String(line)) })}{" "}
        <span className="chip">{t(isRejected ? "import.faults.rejected" : "import.faults.kept")}</span>
      </h3>
      <dl className="said-of">
        {column === null ? null : (
          <div>
            <dt>{t("import.faults.column")}</dt>
            <dd>
              <Said>{column}</Said>
            </dd>
          </div>
        )}
        {written === "" ? null : (
          <div>
            <dt>{t("import.faults.written")}</dt>
            <dd>
              <Said>{written}</Said>
            </dd>
          </div>
        )}
      </dl>
      <p dir="auto">{text}</p>
      <p className="role-text">
        {t("import.faults.do")}: {t(`import.remedy.${remedyOf(code)}`)}
      </p>
      {isRejected ? null : <Fix fault={fault} draft={draft} whenDecided={whenDecided} />}
    </li>
  );
}

/** What a person can do about it. */
function remedyOf(code: string) {
  return REMEDIES.find(([pattern]) => pattern.test(code))?.[1] ?? "look";
}

const REMEDIES = [
  [/unreadable-date|ambiguous-date|date-outside/u, "date"],
  [/number/u, "number"],
  [/unknown-code/u, "code"],
  [/missing-id|duplicate-id|missing-list/u, "id"],
  [/columns$|broken|null-character|cut-row/u, "row"],
  [/replacement-character/u, "encoding"],
  [/-cell$|merged/u, "cell"],
  [/left-out/u, "left-out"],
] as const;

/** Closed until it is needed: most problems are looked at and left as they are. */
function Fix({ fault: { row, column, written, was }, draft, whenDecided }: FaultProps) {
  const { t } = useReader();
  const [now, setNow] = useState(written);
  const [why, setWhy] = useState("");
  const [trouble, setTrouble] = useState<"needs-why" | "needs-change" | null>(null);
  const canCorrect = column !== null && was !== null;
  const own = `fix-${row}-${column ?? ""}`;

  function decide(correction: Correction): void {
    const isSame = correction.is === "cell" && correction.cell.now === correction.cell.was;
    const wrong = why.trim().length < LEAST_WHY ? "needs-why" : isSame ? "needs-change" : null;
    setTrouble(wrong);
    if (wrong !== null) return;
    draft.correct(correction);
    whenDecided();
  }
  const leave = () => decide({ is: "row", row: { row, why: why.trim() } });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (canCorrect) decide({ is: "cell", cell: { row, column, was, now, why: why.trim() } });
    else leave();
  };
  return (
    <details className="fix">
      <summary>{t("import.fix")}</summary>
      <form onSubmit={submit}>
        {canCorrect ? (
          <label>
            {t("import.fix.now")}
            <input
              type="text"
              dir="auto"
              value={now}
              onChange={(event) => setNow(event.currentTarget.value)}
            />
          </label>
        ) : null}
        <label>
          {t("import.fix.why")}
          <input
            type="text"
            dir="auto"
            value={why}
            aria-describedby={`${own}-help`}
            onChange={(event) => setWhy(event.currentTarget.value)}
          />
        </label>
        <small id={`${own}-help`}>{t("import.fix.why.help")}</small>
        {trouble === null ? null : (
          <p className="trouble" role="alert">
            {t(`import.fix.${trouble}`)}
          </p>
        )}
        <p className="step-buttons">
          {canCorrect ? (
            <button type="submit" className="primary">
              {t("import.fix.correct")}
            </button>
          ) : null}
          <button type={canCorrect ? "button" : "submit"} onClick={canCorrect ? leave : undefined}>
            {t("import.fix.leave")}
          </button>
        </p>
      </form>
    </details>
  );
}

/** Of a reason, as the recipe asks. */
const LEAST_WHY = 3;
