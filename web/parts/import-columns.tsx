/** The third step of an import: what each column is, and the first rows as that reads them. */
import { CALENDARS } from "../../src/core/pure.ts";
import type {
  FieldKindView,
  ImportTrialView,
  ListRecipeView,
  TableColumnView,
  TableView,
} from "../../src/server/client.ts";
import { useReader } from "../settings.tsx";
import type { ColumnSettings, ListImportDraft } from "../use-list-import.ts";
import type { Loaded } from "../use-view.ts";
import { FieldsTwice } from "./fields-twice.tsx";
import { ImportSample } from "./import-sample.tsx";
import { Await } from "./states.tsx";
import { StepState } from "./step-state.tsx";
import { Said, wordsInRow } from "./words.tsx";

const KINDS: readonly FieldKindView[] = ["name", "date", "place", "number", "code", "text"];
const READ_BY = [...CALENDARS, "by-year"] as const;
const ORDERS = ["dmy", "mdy", "ymd"] as const;
const PRECISIONS = ["day", "month", "year", "year-when-january-first"] as const;
const MAPPED_HERE = ["persons", "sites"] as const;

interface ImportColumnsProps {
  readonly table: TableView;
  readonly draft: ListImportDraft;
  readonly trial: Loaded<ImportTrialView>;
  readonly goTo: (step: 2) => void;
}

export function ImportColumns({ table, draft, trial, goTo }: ImportColumnsProps) {
  const { t } = useReader();
  return (
    <>
      <p className="lead">{t("import.map.lead")}</p>
      <div className="choices">
        {table.recipes.length === 0 ? null : <Base table={table} draft={draft} />}
        <label>
          {t("import.map.of")}
          <select
            value={draft.of}
            onChange={(event) => draft.setOf(pick(MAPPED_HERE, event.currentTarget.value))}
          >
            {ofChoices(draft.of).map((of) => (
              <option key={of} value={of}>
                {of === "persons" || of === "sites" ? t(`import.map.of.${of}`) : of}
              </option>
            ))}
          </select>
        </label>
        <label>
          {t("import.map.id")}
          <select value={draft.id} onChange={(event) => draft.setId(event.currentTarget.value)}>
            <option value="">{t("import.map.id.none")}</option>
            {table.columns.map(({ column }) => (
              <option key={column} value={column}>
                {column}
              </option>
            ))}
          </select>
        </label>
      </div>
      <FieldsTwice table={table} draft={draft} />
      {draft.columns.size === 0 ? (
        <StepState state="nothing" next={t("import.map.nothing.next")}>
          {t("import.map.nothing")}
        </StepState>
      ) : null}
      <ul className="cards columns" aria-label={t("import.map.columns")}>
        {table.columns.map((column) => (
          <Column key={column.column} column={column} table={table} draft={draft} />
        ))}
      </ul>
      <Await of={trial}>{(view) => <ImportSample trial={view} goTo={goTo} />}</Await>
    </>
  );
}

function ofChoices(of: ListRecipeView["of"]): readonly ListRecipeView["of"][] {
  return MAPPED_HERE.some((each) => each === of) ? MAPPED_HERE : [...MAPPED_HERE, of];
}

function pick<T extends string>(known: readonly [T, ...T[]], value: string): T {
  return known.find((each) => each === value) ?? known[0];
}

function Base({ table, draft }: Pick<ImportColumnsProps, "table" | "draft">) {
  const { t, language } = useReader();
  return (
    <label>
      {t("import.map.base")}
      <select value={draft.base} onChange={(event) => draft.begin(event.currentTarget.value)}>
        <option value="">{t("import.map.base.proposal")}</option>
        {table.recipes.map(({ list, missing }) => (
          <option key={list} value={list}>
            {missing.length === 0
              ? t("import.map.base.list", { list })
              : t("import.map.base.missing", { list, missing: wordsInRow(missing, language) })}
          </option>
        ))}
      </select>
    </label>
  );
}

interface ColumnProps {
  readonly column: TableColumnView;
  readonly table: TableView;
  readonly draft: ListImportDraft;
}

function Column({ column, table, draft }: ColumnProps) {
  const { t } = useReader();
  const choice = draft.columns.get(column.column);
  const kind = kindOf(choice?.field, choice?.settings, table);
  const settings = choice?.settings ?? {};
  function choose(field: string): void {
    const { column: _, ...proposed } = column.recipe ?? { column: "" };
    const settings = field === column.field ? proposed : (scriptOf(proposed) ?? {});
    draft.setColumn(column.column, field === "" ? null : { field, settings });
  }
  const isKnown = choice === undefined || table.fields.some(({ field }) => field === choice.field);
  return (
    <li className={`card column ${choice === undefined ? "unmapped" : ""}`}>
      <h3>
        <Said>{column.column}</Said>
      </h3>
      <p className="samples">
        {column.samples.length === 0 ? t("import.map.empty") : null}
        {column.samples.map((sample) => (
          <span key={sample} className="sample" dir="auto">
            {sample}
          </span>
        ))}
      </p>
      <label>
        {t("import.map.field")}
        <select value={choice?.field ?? ""} onChange={(event) => choose(event.currentTarget.value)}>
          <option value="">{t("import.map.field.none")}</option>
          {isKnown ? null : <option value={choice.field}>{choice.field}</option>}
          {KINDS.map((each) => (
            <optgroup key={each} label={t(`import.map.field.${each}`)}>
              {table.fields
                .filter((field) => field.kind === each)
                .map(({ field, label }) => (
                  <option key={field} value={field}>
                    {label}
                  </option>
                ))}
            </optgroup>
          ))}
        </select>
      </label>
      {kind === "date" && choice !== undefined ? (
        <DateSettings
          settings={settings}
          // A date that begins with its year is read so whatever order is set for the others.
          order={column.samples.length > 0 && column.samples.every(isYearFirst) ? "ymd" : "dmy"}
          change={(next) => draft.setColumn(column.column, { ...choice, settings: { ...settings, ...next } })}
        />
      ) : null}
      <p className="facts">
        {choice?.field === (column.field ?? undefined) ? (
          <span>{t(`import.map.why.${column.why}`)}</span>
        ) : null}
        {column.readable === null || kind !== "date" ? null : (
          <span>{t("import.map.readable", { share: Math.round(column.readable * 100) })}</span>
        )}
        {column.digits.map((digits) => (
          <span key={digits}>{t(`import.map.digits.${digits}`)}</span>
        ))}
        {column.filled === 0 ? null : <span>{t("import.map.filled", { count: column.filled })}</span>}
      </p>
      {column.isOrderGuessed && kind === "date" ? (
        <p className="role-text">{t("import.map.order.guessed")}</p>
      ) : null}
    </li>
  );
}

function kindOf(
  field: string | undefined,
  settings: ColumnSettings | undefined,
  { fields }: TableView,
): FieldKindView | null {
  return settings?.kind ?? fields.find((each) => each.field === field)?.kind ?? null;
}

/** The script of names stays with the column whatever field it gets. */
function scriptOf({ script }: ColumnSettings): ColumnSettings | null {
  return script === undefined ? null : { script };
}

function isYearFirst(sample: string): boolean {
  return /^\s*\p{Nd}{4}(?!\p{Nd})/u.test(sample);
}

interface DateSettingsProps {
  readonly settings: ColumnSettings;
  /** What is shown while none is set. */
  readonly order: (typeof ORDERS)[number];
  readonly change: (next: ColumnSettings) => void;
}

function DateSettings({ settings, order: unset, change }: DateSettingsProps) {
  const { t } = useReader();
  return (
    <>
      <label>
        {t("import.map.calendar")}
        <select
          value={settings.calendar ?? "gregorian"}
          onChange={(event) => change({ calendar: pick(READ_BY, event.currentTarget.value) })}
        >
          {READ_BY.map((calendar) => (
            <option key={calendar} value={calendar}>
              {t(`import.map.calendar.${calendar}`)}
            </option>
          ))}
        </select>
      </label>
      <label>
        {t("import.map.order")}
        <select
          value={settings.dateOrder ?? unset}
          onChange={(event) => change({ dateOrder: pick(ORDERS, event.currentTarget.value) })}
        >
          {ORDERS.map((order) => (
            <option key={order} value={order}>
              {t(`import.map.order.${order}`)}
            </option>
          ))}
        </select>
      </label>
      <label>
        {t("import.map.precision")}
        <select
          value={settings.precision ?? "day"}
          onChange={(event) => change({ precision: pick(PRECISIONS, event.currentTarget.value) })}
        >
          {PRECISIONS.map((precision) => (
            <option key={precision} value={precision}>
              {t(`import.map.precision.${precision}`)}
            </option>
          ))}
        </select>
      </label>
    </>
  );
}
