/** The last step of an import: its name, what it gives, what a person must decide, and the import itself. */
import { useState } from "react";
import { Link } from "wouter";
import type { ImportTrialView, ListTaken, TableView } from "../../src/server/client.ts";
import { useReader } from "../settings.tsx";
import { type Trouble, toTrouble } from "../trouble.ts";
import { undo, useUndo } from "../undo.tsx";
import { importTaking } from "../undo-takings.ts";
import type { ListImportDraft } from "../use-list-import.ts";
import type { Loaded } from "../use-view.ts";
import { FieldsTwice } from "./fields-twice.tsx";
import { type Allowed, isAllowed, isDecided, NOTHING_ALLOWED, needsReason } from "./import-decision.ts";
import { Await } from "./states.tsx";
import { TroubleWords } from "./trouble-words.tsx";
import { wordsInRow } from "./words.tsx";

interface ImportConfirmProps {
  readonly caseId: string;
  readonly table: TableView;
  readonly draft: ListImportDraft;
  readonly trial: Loaded<ImportTrialView>;
  /** Whether it is of what is chosen now. */
  readonly isCurrent: boolean;
  readonly whenImported: () => void;
  /** The name under which it is imported, and the text of the field. */
  readonly list: string;
  readonly name: string;
  readonly setName: (name: string) => void;
}

type Outcome =
  | { readonly is: "open" | "importing" }
  | { readonly is: "done"; readonly imported: ListTaken }
  | { readonly is: "failed"; readonly trouble: Trouble };

export function ImportConfirm(props: ImportConfirmProps) {
  const { t } = useReader();
  const { caseId, table, draft, trial, isCurrent, list, name, setName } = props;
  const { client } = useReader();
  const [outcome, setOutcome] = useState<Outcome>({ is: "open" });
  const [allowed, setAllowed] = useState(NOTHING_ALLOWED);
  const { isEncrypted } = table.source;
  const decided = { list, allowed, leaveOpen: draft.leaveOpen, isEncrypted, twice: draft.twice };

  async function take(): Promise<void> {
    setOutcome({ is: "importing" });
    const reason =
      trial.state === "ready" && needsReason(trial.view, isEncrypted) ? draft.leaveOpen.trim() : "";
    try {
      const imported = await client.importSource(caseId, table.source.id, {
        list,
        recipe: reason === "" ? draft.recipe : { ...draft.recipe, sealing: { leaveOpen: reason } },
        replace: isAllowed("replaces", decided),
        acceptBroken: allowed.broken,
      });
      const { act } = imported;
      if (act !== null) undo.recorded(importTaking({ caseId, list: imported.list, act }));
      setOutcome({ is: "done", imported });
      props.whenImported();
    } catch (error) {
      setOutcome({ is: "failed", trouble: toTrouble(error) });
    }
  }

  if (outcome.is === "done")
    return <Done imported={outcome.imported} of={draft.of} caseId={caseId} table={table} />;
  return (
    <>
      <p className="lead">{t("import.confirm.lead")}</p>
      <div className="choices">
        <label>
          {t("import.confirm.name")}
          <input
            type="text"
            dir="auto"
            value={name}
            maxLength={200}
            aria-describedby="name-help"
            onChange={(event) => setName(event.currentTarget.value)}
          />
          <small id="name-help">{t("import.confirm.name.help")}</small>
        </label>
      </div>
      <Await of={trial}>
        {(view) => {
          const isBlocked = !isCurrent || !isDecided(view, decided);
          return (
            <>
              <Counts trial={view} draft={draft} />
              <FieldsTwice table={table} draft={draft} />
              <Decisions {...{ table, draft, list, allowed }} trial={view} allow={setAllowed} />
              <p className="step-buttons">
                <button
                  type="button"
                  className="primary"
                  disabled={isBlocked || outcome.is === "importing"}
                  onClick={() => void take()}
                >
                  {t(outcome.is === "importing" ? "import.confirm.importing" : "import.confirm.import")}
                </button>
                {isBlocked && isCurrent ? <small>{t("import.confirm.blocked")}</small> : null}
              </p>
            </>
          );
        }}
      </Await>
      {outcome.is === "failed" ? (
        <div className="state failed" role="alert">
          <strong>{t("import.failed")}</strong>
          <p>
            <TroubleWords of={outcome.trouble} />
          </p>
        </div>
      ) : null}
    </>
  );
}

function Counts({ trial, draft }: { readonly trial: ImportTrialView; readonly draft: ListImportDraft }) {
  const { t, number } = useReader();
  const counts = [
    ["records", trial.records],
    ["fields", draft.columns.size],
    ["rejected", trial.rejected],
    ["problems", trial.problems],
    ["corrections", draft.corrections.length],
  ] as const;
  return (
    <dl className="said-of">
      {counts.map(([what, count]) => (
        <div key={what}>
          <dt>{t(`import.confirm.${what}`)}</dt>
          <dd>{number(count)}</dd>
        </div>
      ))}
    </dl>
  );
}

interface DecisionsProps {
  readonly trial: ImportTrialView;
  readonly table: TableView;
  readonly draft: ListImportDraft;
  readonly list: string;
  readonly allowed: Allowed;
  readonly allow: (allowed: Allowed) => void;
}

function Decisions({ trial, table, draft, list, allowed, allow }: DecisionsProps) {
  const { t, language } = useReader();
  return (
    <>
      {trial.obstacles.map(({ is, count, holder }) =>
        is === "replaces" || is === "broken" ? (
          <label key={is} className="check">
            <input
              type="checkbox"
              checked={isAllowed(is, { allowed, list })}
              onChange={({ currentTarget: { checked } }) =>
                allow({
                  ...allowed,
                  ...(is === "broken" ? { broken: checked } : { replaces: checked ? list : null }),
                })
              }
            />
            {t(`import.confirm.${is}`, { count })}
          </label>
        ) : (
          <p key={is} className="state failed" role="alert">
            {t(`import.confirm.${is}`, { count, holder: holder ?? "" })}
          </p>
        ),
      )}
      {needsReason(trial, table.source.isEncrypted) ? (
        <div className="choices">
          <p className="role-text" dir="auto">
            {t("import.confirm.sensitive", {
              columns: wordsInRow(
                trial.sensitive.map(({ column }) => column),
                language,
              ),
            })}
          </p>
          <label>
            {t("import.confirm.leave-open")}
            <input
              type="text"
              dir="auto"
              value={draft.leaveOpen}
              onChange={(event) => draft.setLeaveOpen(event.currentTarget.value)}
            />
          </label>
        </div>
      ) : null}
    </>
  );
}

interface DoneProps {
  readonly imported: ListTaken;
  readonly of: ListImportDraft["of"];
  readonly caseId: string;
  readonly table: TableView;
}

function Done({ imported, of, caseId, table }: DoneProps) {
  const { t } = useReader();
  const { list, existed, records, rejected, release, act } = imported;
  const { taken } = useUndo();
  if (act !== null && taken.includes(act)) {
    return (
      <div className="state">
        <p>{t("import.taken-back")}</p>
        <p className="step-buttons">
          <Link href={`/${caseId}/sources/${encodeURIComponent(table.source.id)}`}>
            {t("import.done.source")}
          </Link>
        </p>
      </div>
    );
  }
  return (
    <div className="state done" role="status">
      <p dir="auto">{existed ? t("import.done.again") : t("import.done", { records, list })}</p>
      {release > 1 ? <p>{t("import.done.release", { release })}</p> : null}
      {rejected > 0 && !existed ? <p>{t("import.done.rejected", { count: rejected })}</p> : null}
      <p className="step-buttons">
        {of === "persons" && !existed ? <Link href={`/${caseId}/review`}>{t("next.link")}</Link> : null}
        <Link href={`/${caseId}/people`}>{t("import.done.people")}</Link>
        <Link href={`/${caseId}/sources/${encodeURIComponent(table.source.id)}`}>
          {t("import.done.source")}
        </Link>
      </p>
    </div>
  );
}
