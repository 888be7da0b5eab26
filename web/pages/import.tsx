/** Importing a sealed file as a list, in five steps; the step and how the file is read stand in the address. */
import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import { Link } from "wouter";
import type { TableAsked, TableView } from "../../src/server/client.ts";
import { useMayWrite } from "../case-access.ts";
import { ImportColumns } from "../parts/import-columns.tsx";
import { ImportConfirm } from "../parts/import-confirm.tsx";
import { FAULTS_SHOWN, ImportFaults } from "../parts/import-faults.tsx";
import { ImportFile } from "../parts/import-file.tsx";
import { ImportReading } from "../parts/import-reading.tsx";
import { isBeneathDialog } from "../parts/key-target.ts";
import { PageHead } from "../parts/page-head.tsx";
import { Await } from "../parts/states.tsx";
import { useReader } from "../settings.tsx";
import { useListImport } from "../use-list-import.ts";
import { useQuery } from "../use-query.ts";
import { useSettled } from "../use-settled.ts";
import { useView } from "../use-view.ts";

const STEPS = [1, 2, 3, 4, 5] as const;
type Step = (typeof STEPS)[number];

const SETTINGS = ["sheet", "encoding", "delimiter", "headingRow"] as const;
const SETTLED_AFTER_MS = 250;

interface ImportPageProps {
  readonly caseId: string;
  readonly id: string;
}

/** Where nothing can be recorded no step is offered that would lead to it. */
export function ImportPage(props: ImportPageProps) {
  const { t } = useReader();
  if (useMayWrite()) return <Import {...props} />;
  return (
    <>
      <PageHead title={t("import.title.shown")} />
      <p className="about">{t("case.only-shown")}</p>
      <p>
        <Link href={`/${props.caseId}/sources/${encodeURIComponent(props.id)}`} className="page-link">
          {t("import.done.source")}
        </Link>
      </p>
    </>
  );
}

function Import({ caseId, id }: ImportPageProps) {
  const { client, language, t } = useReader();
  const [query, change] = useQuery();
  const given = SETTINGS.map((name) => query.get(name) ?? "").join("\n");
  const asked = useMemo((): TableAsked => {
    const values = given.split("\n");
    return Object.fromEntries(
      SETTINGS.flatMap((name, index) => (values[index] ? [[name, values[index]]] : [])),
    );
  }, [given]);
  const table = useView(`table ${caseId} ${id} ${language} ${given}`, () =>
    client.table(caseId, id, asked).then((view) => ({ view, given, asked })),
  );
  const step = STEPS.find((each) => String(each) === query.get("step")) ?? 1;
  // A change in how the file is read that cannot be made is told where it can be taken back.
  if (table.state === "failed" && given.trim() !== "") {
    return (
      <>
        <PageHead title={t("import.step.2")} />
        <Await of={table}>{() => null}</Await>
        <button
          type="button"
          onClick={() => change({ sheet: "", encoding: "", delimiter: "", headingRow: "" })}
        >
          {t("import.read.reset")}
        </button>
      </>
    );
  }
  if (table.state === "failed") {
    return (
      <>
        <Await of={table} title={t("nav.sources")}>
          {() => null}
        </Await>
        <p>
          <Link href={`/${caseId}/sources/${encodeURIComponent(id)}`}>{t("import.noTable")}</Link>
        </p>
      </>
    );
  }
  return (
    <Await of={table} title={t("nav.sources")}>
      {(loaded) => (
        <Wizard
          // Other columns are another mapping; the words of another language are not.
          key={loaded.given}
          caseId={caseId}
          table={loaded.view}
          asked={loaded.asked}
          step={step}
          goTo={(next) => change({ step: String(next) })}
          read={(settings) => change({ ...settings })}
        />
      )}
    </Await>
  );
}

interface WizardProps {
  readonly caseId: string;
  readonly table: TableView;
  readonly asked: TableAsked;
  readonly step: Step;
  readonly goTo: (step: Step) => void;
  readonly read: (settings: TableAsked) => void;
}

function Wizard({ caseId, table, asked, step, goTo, read }: WizardProps) {
  const { client, language, t } = useReader();
  const draft = useListImport(caseId, table, asked);
  // The recipe of a list is used again for its next release.
  const name = draft.name ?? (draft.base === "" ? nameOf(table.source.fileName) : draft.base);
  const [offset, setOffset] = useState(0);
  const { recipe } = draft;
  const source = table.source.id;
  const list = name.trim() === "" ? nameOf(table.source.fileName) : name.trim();
  const now = JSON.stringify({ list, recipe, offset });
  const wanted = useSettled(now, SETTLED_AFTER_MS);
  const trial = useView(`trial ${caseId} ${source} ${language} ${wanted}`, () =>
    client
      .tryImport(caseId, source, { ...JSON.parse(wanted), limit: FAULTS_SHOWN })
      .then((view) => ({ ...view, of: wanted })),
  );
  // What is shown may still be of what was chosen before: a long list takes seconds to read.
  const isCurrent = trial.state !== "ready" || trial.view.of === now;

  const next = useCallback(() => {
    const following = STEPS.find((each) => each === step + 1);
    if (following !== undefined) goTo(following);
  }, [goTo, step]);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (!event.ctrlKey || event.key !== "Enter" || event.isComposing || isBeneathDialog()) return;
      // A correction that is being written is not left behind.
      if (event.target instanceof Element && event.target.closest("form") !== null) return;
      event.preventDefault();
      next();
    };
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, [next]);

  return (
    <>
      <PageHead title={t("import.title", { file: table.source.fileName })} />
      <Steps step={step} goTo={goTo} />
      <StepHeading step={step} />
      {step === 1 ? <ImportFile table={table} /> : null}
      {step === 2 ? (
        <>
          {draft.corrections.length === 0 ? null : (
            <p className="role-text">{t("import.read.corrected", { count: draft.corrections.length })}</p>
          )}
          <ImportReading table={table} asked={asked} read={read} />
        </>
      ) : null}
      {step === 3 ? <ImportColumns {...{ table, draft, trial, goTo }} /> : null}
      {step === 4 ? <ImportFaults {...{ draft, trial, offset, goTo }} turnTo={setOffset} /> : null}
      {step === 5 ? (
        <ImportConfirm
          caseId={caseId}
          table={table}
          draft={draft}
          trial={trial}
          isCurrent={isCurrent}
          whenImported={draft.end}
          list={list}
          name={name}
          setName={draft.setName}
        />
      ) : null}
      <output className={`reading-again ${isCurrent || step < 3 ? "" : "busy"}`}>
        {isCurrent || step < 3 ? "" : t("import.trying")}
      </output>
      <p className="step-buttons">
        {step === 1 ? null : (
          <button type="button" onClick={() => goTo(STEPS.find((each) => each === step - 1) ?? 1)}>
            {t("import.back")}
          </button>
        )}
        {step === 5 ? null : (
          <>
            <button type="button" className="primary" onClick={next}>
              {t("import.next")}
            </button>
            <small>{t("import.keys")}</small>
          </>
        )}
      </p>
    </>
  );
}

function Steps({ step, goTo }: Pick<WizardProps, "step" | "goTo">) {
  const { t, number } = useReader();
  return (
    <nav aria-label={t("import.steps")}>
      <ol className="steps">
        {STEPS.map((each) => (
          <li key={each}>
            <button
              type="button"
              aria-current={each === step ? "step" : undefined}
              onClick={() => goTo(each)}
            >
              <span className="step-number">{number(each)}</span> {t(`import.step.${each}`)}
            </button>
          </li>
        ))}
      </ol>
    </nav>
  );
}

/** Takes the focus when another step begins, so that whoever listens hears where they are. */
function StepHeading({ step }: { readonly step: Step }) {
  const { t } = useReader();
  const heading = useRef<HTMLHeadingElement>(null);
  const last = useRef(step);
  useEffect(() => {
    if (last.current !== step) heading.current?.focus();
    last.current = step;
  }, [step]);
  return (
    <h2 ref={heading} tabIndex={-1} className="step-heading">
      {t("import.step", { step, steps: STEPS.length, name: t(`import.step.${step}`) })}
    </h2>
  );
}

/** A name for a list by the name of its file. */
function nameOf(fileName: string): string {
  return (
    fileName
      .replace(/\.[^.]*$/u, "")
      .trim()
      .slice(0, 200) || fileName.slice(0, 200)
  );
}
