/** Making a list of a file that is sealed in the case: tried as often as a person likes, imported once. */
import { z } from "zod";
import { formatNumber, InquestError, LANGUAGES, localizeDigits } from "../core/index.ts";
import {
  type FieldValue,
  isContainer,
  type ListImport,
  ListRecipe,
  type Problem,
  type RejectedRow,
  toProblemText,
} from "../intake/index.ts";
import { contentOf, type Source } from "../statements/index.ts";
import { allWithheld } from "./blacken.ts";
import type { FolderFile } from "./case-folder.ts";
import { findSource } from "./find-source.ts";
import type { CaseHandle } from "./handle.ts";
import { type ListToImport, prepareImport, readListFile, recordImport } from "./import-list.ts";
import { findObstacles, type ImportObstacle, importError } from "./import-obstacles.ts";
import { createPresenter, type Presenter } from "./present-statement.ts";
import type {
  ImportFaultView,
  ImportObstacleView,
  ImportTrialView,
  ListImportedView,
  SampleRowView,
} from "./table-views.ts";

const ListName = z.string().trim().min(1).max(200);
/** A list of a recipe; where it comes from is said afterwards, and the file is the one that is asked about. */
const AskedRecipe = ListRecipe.omit({ file: true, provenance: true });

export const ImportTried = z.strictObject({
  list: ListName,
  recipe: AskedRecipe,
  /** Of the words of the answer. */
  language: z.enum(LANGUAGES).default("en"),
  /** Rejected rows and problems that stand before the page asked for. */
  offset: z.int().min(0).default(0),
  limit: z.int().min(1).max(200).default(50),
});
export type ImportTried = z.infer<typeof ImportTried>;

export const ImportAsked = z.strictObject({
  list: ListName,
  recipe: AskedRecipe,
  /** Whether this is the next release of the list of that name. */
  replace: z.boolean().default(false),
  /** Whether the rows that can be read are taken from a file that is broken as a table. */
  acceptBroken: z.boolean().default(false),
});
export type ImportAsked = z.infer<typeof ImportAsked>;

const SAMPLE_ROWS = 20;

/**
 * A sealed file with its bytes.
 *
 * @param delimiter - that was given by hand for its text.
 * @throws InquestError "case/not-found", "case/withheld", and those of `handle.read`.
 */
export async function readSealedFile(
  handle: CaseHandle,
  word: string,
  delimiter?: string,
): Promise<{ readonly source: Source; readonly sealedAt: string; readonly file: FolderFile }> {
  const { value: source, at } = findSource(handle.state, word);
  const { state } = handle;
  // Rows of which words are withheld are shown to nobody, not even to be mapped.
  if (state.consents.whyWithheld(source.id) !== null || allWithheld(state, source.id).length > 0) {
    throw new InquestError({
      code: "case/withheld",
      reaction: "decision",
      message: `The consent on ${source.fileName}, or on words of it, was taken back or has run out; no list is made from it here.`,
      evidence: { source: source.id },
    });
  }
  const bytes = await handle.read(contentOf(source));
  if (!isContainer(bytes)) requireModest(source.fileName, bytes, delimiter);
  return { source, sealedAt: at, file: { name: source.fileName, bytes } };
}

/** Cells of a table that the server reads while others wait for it; the command line has no such limit. */
const MOST_CELLS = 4_000_000;
const LINE_ENDS = [0x0a, 0x0d];
const SEPARATORS = [",", ";", "\t", "|"];

/** @throws InquestError "case/list-too-large" (input) for a text of endless rows or columns, before any of it is parsed. */
function requireModest(fileName: string, bytes: Uint8Array, delimiter?: string): void {
  const counts = new Uint32Array(256);
  for (const byte of bytes) counts[byte] = (counts[byte] ?? 0) + 1;
  const most = (signs: readonly number[]) => Math.max(...signs.map((sign) => counts[sign] ?? 0));
  // Of a sign of several bytes the first is counted: at most too many are found.
  const separators = new TextEncoder().encode([...SEPARATORS, delimiter ?? ""].join(""));
  if (most(LINE_ENDS) + most([...separators]) <= MOST_CELLS) return;
  throw importError("case/list-too-large", "input", {
    message: `${fileName} may hold more than ${MOST_CELLS} cells, which is more than is read here. Import it on the command line with inquest import.`,
    evidence: { file: fileName },
  });
}

/** What the recipe would give; nothing is recorded. */
export async function tryImport(
  handle: CaseHandle,
  word: string,
  { list, recipe, language, offset, limit }: ImportTried,
): Promise<ImportTrialView> {
  const { file } = await readSealedFile(handle, word, recipe.delimiter);
  const read = await readListFile(handle, { name: list, file, recipe });
  const presenter = createPresenter(handle.state, language);
  const problems = read.problems.filter(({ code }) => !isCorrection(code));
  const faults = [...read.rejected, ...problems].sort((a, b) => a.row - b.row);
  return {
    list,
    lists: read.lists,
    records: read.records.length,
    rejected: read.rejected.length,
    problems: problems.length,
    notices: read.notices.map((notice) => toProblemText(notice, language)),
    sample: toSample(read, presenter),
    faults: toFaults(faults.slice(offset, offset + limit), read, presenter),
    faultCount: faults.length,
    sensitive: read.sensitive.map(({ column, kind, rows }) => ({ column, kind, rows })),
    obstacles: findObstacles(handle.state, list, read).map(toObstacle),
  };
}

/**
 * Imports a sealed file as a list, as `inquest import` does.
 *
 * @throws those of `prepareImport`; "case/list-file-open" (decision) where rows are to be encrypted of a file that lies
 *   in the open.
 */
export async function importSource(
  handle: CaseHandle,
  word: string,
  { list, recipe, replace, acceptBroken }: ImportAsked,
): Promise<ListImportedView> {
  const { source, file } = await readSealedFile(handle, word, recipe.delimiter);
  const isSecret = source.sealed !== undefined;
  if (!isSecret && recipe.sealing === "seal") throw fileIsOpen(source);
  const wanted: ListToImport = {
    name: list,
    file,
    recipe,
    title: handle.state.subjects.get(`list:${list}`)?.value.names ?? { en: list },
    mayReplace: replace,
    mayBeBroken: acceptBroken,
    // What is encrypted stays so.
    ...(isSecret ? { sealing: "seal" as const } : {}),
  };
  const imported = await recordImport(handle, await prepareImport(handle, wanted));
  const { records, rejected, problems } = imported.import;
  return {
    list,
    existed: imported.existed,
    records: records.length,
    rejected: rejected.length,
    problems: problems.filter(({ code }) => !isCorrection(code)).length,
    corrected: problems.filter(({ code }) => isCorrection(code)).length,
    release: imported.release?.number ?? 1,
  };
}

function isCorrection(code: string): boolean {
  return code === "intake/corrected-cell";
}

function fileIsOpen(source: Source): InquestError {
  return importError("case/list-file-open", "decision", {
    message: `${source.fileName} is sealed in the open: encrypting its rows would hide nothing. Nothing was imported. Give the reason to leave its columns open, or import the file into a case in which it is encrypted.`,
    evidence: { source: source.id },
  });
}

function toSample({ records, fields, columns, problems }: ListImport, presenter: Presenter): SampleRowView[] {
  const unread = new Set(problems.map(({ row, column }) => JSON.stringify([row, column])));
  return records.slice(0, SAMPLE_ROWS).map(({ row, cells, fields: said }) => ({
    row,
    fields: fields
      .filter(({ column }) => columns.includes(column))
      .map(({ name, column }) => {
        const value = said[name];
        return {
          field: name,
          label: presenter.fieldLabel(name),
          written: shortened(value?.raw ?? cells[column] ?? ""),
          read: value === undefined ? null : inWords(value, presenter),
          isUnread: value === undefined && unread.has(JSON.stringify([row, column])),
          time: value?.kind === "date" ? presenter.time(value.time) : null,
        };
      }),
  }));
}

function inWords(value: FieldValue, presenter: Presenter): string {
  switch (value.kind) {
    case "date":
      return presenter.time(value.time).edtf;
    case "number":
      return formatNumber(value.number, presenter.language);
    case "code": {
      const key = `code.${value.code}`;
      return presenter.has(key) ? presenter.translate(key) : value.code;
    }
    default:
      return value.text;
  }
}

/** Of a cell or a row that is shown; what is longer is not corrected in a field of one line. */
const MOST_LETTERS = 1000;

function shortened(text: string): string {
  return text.length <= MOST_LETTERS ? text : `${text.slice(0, MOST_LETTERS).toWellFormed()}…`;
}

function toFaults(
  faults: readonly (RejectedRow | Problem)[],
  { records }: ListImport,
  presenter: Presenter,
): ImportFaultView[] {
  const wanted = new Set(faults.map(({ row }) => row));
  const cellsOf = new Map(records.filter(({ row }) => wanted.has(row)).map(({ row, cells }) => [row, cells]));
  return faults.map((fault): ImportFaultView => {
    const { row, line, code } = fault;
    const isRejected = "reason" in fault;
    const column = isRejected ? columnOf(fault) : fault.column;
    const written = isRejected ? fault.text : (fault.raw ?? "");
    const was = column === null ? undefined : cellsOf.get(row)?.[column];
    const isLong = Math.max(written.length, was?.length ?? 0) > MOST_LETTERS;
    const raw = fault.params.raw === undefined ? {} : { raw: shortened(String(fault.params.raw)) };
    return {
      row,
      line,
      isRejected,
      code,
      text: toProblemText(
        { code, params: { ...inDigits(fault.params, presenter), ...raw } },
        presenter.language,
      ),
      column,
      written: shortened(written),
      was: was === undefined || isLong ? null : was,
    };
  });
}

/** Numbers of rows and of years are texts, so that they are not grouped: they take the digits of the language. */
function inDigits(params: Problem["params"], { language }: Presenter): Problem["params"] {
  const own = ["row", "first", "head", "tail", "high"].flatMap((name): [string, string][] => {
    const value = params[name];
    return typeof value === "string" ? [[name, localizeDigits(value, language)]] : [];
  });
  return { ...params, ...Object.fromEntries(own) };
}

/** The column of ids or lists for whose sake a row was rejected. */
function columnOf({ params }: RejectedRow): string | null {
  return typeof params.column === "string" ? params.column : null;
}

function toObstacle(obstacle: ImportObstacle): ImportObstacleView {
  switch (obstacle.is) {
    case "broken":
      return { is: obstacle.is, count: obstacle.rows.length, holder: null };
    case "empty":
      return { is: obstacle.is, count: obstacle.rejected, holder: null };
    case "held":
      return { is: obstacle.is, count: 0, holder: obstacle.holder };
    case "replaces":
      return { is: obstacle.is, count: obstacle.before, holder: null };
  }
}
