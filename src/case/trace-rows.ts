/** Chains of rows: from a person or a list to the rows, the sealed file and the acts that bind them. */
import { readCell, readPassage, type Sheet, toCellName, toSheetPlace } from "../core/index.ts";
import {
  type Answers,
  actChain,
  blobLink,
  type ChainLink,
  type ChainWords,
  type EvidencePort,
} from "../findings/index.ts";
import { decodeText } from "../intake/index.ts";
import type { Ledger } from "../ledger/index.ts";
import { contentOf, isOriginalHeld, isPlainStatus, type Source } from "../statements/index.ts";
import { addressOf } from "../vault/index.ts";
import type { ListImported } from "./act-bodies.ts";
import type { CaseContents } from "./case-contents.ts";
import type { FoundRow } from "./find-row.ts";
import type { CaseHandle } from "./handle.ts";
import type { CaseRecord } from "./persons.ts";
import { findPerson, namesOf } from "./present-people.ts";
import { presentPlace } from "./present-place.ts";
import type { Presenter } from "./present-statement.ts";

/** Persons of a count whose whole chain is printed; the others are named by number and traced by id. */
export const PERSONS_SHOWN = 3;

export interface TraceContext {
  readonly handle: CaseHandle;
  readonly ledger: Pick<Ledger, "read" | "leaf">;
  readonly contents: CaseContents;
  readonly answers: Answers;
  readonly presenter: Presenter;
  readonly evidence: EvidencePort;
  /** The signed checkpoint as the last link of every chain. */
  readonly checkpoint: () => Promise<ChainLink>;
}

/** Part of a chain, and for each source behind it whether the original is sealed here. */
export interface Below {
  readonly chain: readonly ChainLink[];
  readonly originals: readonly boolean[];
}

/**
 * Lists with rows of theirs, their files and the acts that bind both.
 *
 * @param counted - ids of exactly the records that a figure counts; null for a list as a whole.
 */
export async function listsBelow(
  lists: readonly string[],
  counted: readonly string[] | null,
  context: TraceContext & SheetReader,
): Promise<Below> {
  const { contents, presenter } = context;
  const wanted = counted === null ? null : new Set(counted);
  const all: Row[] = [
    ...contents.persons.records,
    ...contents.listedPlaces.map((record) => toPlaceRow(record)),
    // Rows that only an earlier release holds are counted where a figure names them.
    ...(wanted === null ? [] : contents.gone.map(({ record, imported }) => toPlaceRow(record, imported))),
  ];
  const rows = all.filter((row) => (wanted === null ? lists.includes(row.list) : wanted.has(row.id)));
  const shown = rows.slice(0, PERSONS_SHOWN);
  const chain: ChainLink[] = lists.map((list) => ({
    kind: "statement",
    id: `list:${list}`,
    text: presenter.named(`list:${list}`).name,
    ok: true,
  }));
  for (const row of shown) chain.push(...(await rowChain(row, context)));
  chain.push(...othersLink("statement", rows.length - shown.length, presenter));
  const earlier = [...new Set(shown.flatMap(({ imported }) => imported ?? []))];
  const files = await Promise.all([
    ...lists.map((list) => importBelow(list, context)),
    ...earlier.map((imported) => importBelow(imported.name, context, imported)),
  ]);
  return {
    chain: [...chain, ...files.flatMap((file) => file.chain)],
    originals: files.flatMap((file) => file.originals),
  };
}

/** How many more are counted than are shown; each can be traced by its own id. */
export function othersLink(kind: "person" | "statement", count: number, presenter: Presenter): ChainLink[] {
  if (count === 0) return [];
  const key = kind === "person" ? "trace.more-persons" : "trace.more-records";
  return [{ kind, id: "and-others", text: presenter.translate(key, { count }), ok: true }];
}

/** One row, its sealed file and the acts that bind both. */
export async function rowBelow(
  { record, imported: { value } }: FoundRow,
  context: TraceContext & SheetReader,
): Promise<Below> {
  const { chain, originals } = await importBelow(record.list, context, value);
  return { chain: [...(await rowChain(toPlaceRow(record, value), context)), ...chain], originals };
}

/** A row, and the import that it came with where that is not the latest of its list. */
type Row = Pick<CaseRecord, "id" | "list" | "row" | "record"> & { readonly imported?: ListImported };

function toPlaceRow(record: CaseRecord["record"], imported?: ListImported): Row {
  const { id, list, row } = record;
  return { id, list, row, record, ...(imported === undefined ? {} : { imported }) };
}

/** Sealed file, sealed records, and the acts that bind them. */
export async function importBelow(
  list: string,
  context: TraceContext,
  earlier?: ListImported,
): Promise<Below> {
  const { handle, evidence, presenter } = context;
  const words = chainWords(presenter);
  const imported =
    earlier === undefined
      ? [...handle.state.lists.values()].find(({ value }) => value.lists.includes(list))
      : handle.state.everyImport().find(({ value }) => value === earlier);
  const sealed = imported === undefined ? undefined : handle.state.sources.get(imported.value.source);
  if (imported === undefined || sealed === undefined) return { chain: [], originals: [] };
  const { value: source } = sealed;
  const { records } = imported.value;
  const recordsFile = {
    sha256: addressOf(records),
    sizeBytes: records.sizeBytes,
    fileName: `${list}.records.jsonl`,
  };
  return {
    chain: [
      blobLink(source, (await evidence.readBlob(contentOf(source))).isIntact, words),
      ...(await actChain(sealed.leafIndex, evidence, words)),
      blobLink(recordsFile, (await evidence.readBlob(records)).isIntact, words),
      ...(await actChain(imported.leafIndex, evidence, words)),
    ],
    originals: [isOriginalHeld(source)],
  };
}

/** A row as a statement and as a passage of its file. */
async function rowChain(row: Row, context: TraceContext & SheetReader): Promise<ChainLink[]> {
  const { handle, presenter } = context;
  const { record } = row;
  const imported =
    row.imported ??
    [...handle.state.lists.values()].find(({ value }) => value.lists.includes(row.list))?.value;
  const source = handle.state.sources.get(imported?.source ?? "")?.value;
  const columns = imported?.columns ?? Object.keys(record.cells);
  const cells = columns
    .filter((column) => (record.cells[column] ?? "").trim() !== "")
    .map((column) => `${column}: ${record.cells[column]}`);
  const fileName = source?.fileName ?? row.list;
  const place = await placeOfRow(record, { source, encoding: imported?.encoding, columns }, context);
  const { line } = record.locator;
  return [
    {
      kind: "statement",
      id: record.id,
      text: presenter.translate("trace.statement-record", {
        row: record.row,
        list: presenter.named(`list:${row.list}`).name,
        text: cells.join(" · "),
      }),
      ok: place.quote !== null,
    },
    {
      kind: "passage",
      id: `${fileName}#${place.fragment}`,
      text: place.quote ?? presenter.translate("trace.row", { row: record.row, file: fileName, line }),
      ok: place.holds,
    },
  ];
}

/** Where a row stands, what is read there now, and whether that still holds the cells of the record. */
interface PlaceOfRow {
  readonly fragment: string;
  /** Null where nothing can be read. */
  readonly quote: string | null;
  readonly holds: boolean;
}

interface FileOfRow {
  readonly source: Source | undefined;
  readonly encoding: string | undefined;
  readonly columns: readonly string[];
}

async function placeOfRow(
  { locator, cells }: CaseRecord["record"],
  { source, encoding, columns }: FileOfRow,
  { evidence, readSheets }: TraceContext & SheetReader,
): Promise<PlaceOfRow> {
  if ("sheet" in locator) {
    const { sheet: name, line } = locator;
    const fragment = toSheetPlace(name, `${toCellName(line, 1)}:${toCellName(line, columns.length)}`);
    const sheets = source === undefined ? null : await readSheets(source);
    const sheet = sheets?.find((each) => each.name === name);
    if (sheet === undefined) return { fragment, quote: null, holds: false };
    const found = columns.map((column, index) => ({ column, text: readCell(sheet, line, index + 1) }));
    return {
      fragment,
      quote: found.map(({ text }) => text).join(" · "),
      holds: found.every(({ column, text }) => (cells[column] ?? "") === text),
    };
  }
  const { start, end } = locator;
  const fragment = `char=${start},${end}`;
  const bytes = source === undefined ? null : (await evidence.readBlob(contentOf(source))).bytes;
  const text = bytes === null || encoding === undefined ? null : decodeList(bytes, encoding);
  if (text === null || end > [...text].length) return { fragment, quote: null, holds: false };
  const { quote } = readPassage(text, { start, end });
  return { fragment, quote, holds: Object.values(cells).every((cell) => isWithin(cell, quote)) };
}

/** Reads the workbooks behind rows, each once for all of them. */
export interface SheetReader {
  /** Null for what is none, or cannot be opened. */
  readonly readSheets: (source: Source) => Promise<readonly Sheet[] | null>;
}

export function createSheetReader({ handle, evidence }: TraceContext): SheetReader {
  const known = new Map<string, Promise<readonly Sheet[] | null>>();
  async function read(source: Source): Promise<readonly Sheet[] | null> {
    const { bytes } = await evidence.readBlob(contentOf(source));
    const content = bytes === null ? null : await handle.readContent(bytes, { name: source.fileName });
    return content?.kind === "workbook" ? content.sheets : null;
  }
  return {
    readSheets(source) {
      const reading = known.get(source.id) ?? read(source);
      known.set(source.id, reading);
      return reading;
    },
  };
}

/** Whether the row's text still holds a cell; quotation marks are doubled inside quoted cells. */
function isWithin(cell: string, rowText: string): boolean {
  const trimmed = cell.trim();
  return rowText.includes(trimmed) || rowText.includes(trimmed.replaceAll('"', '""'));
}

/** A person with each of its rows. */
export async function personChain(id: string, context: TraceContext & SheetReader): Promise<ChainLink[]> {
  const person = findPerson(context.contents, id);
  if (person === undefined) return [];
  const [name = person.id] = namesOf(person);
  const chain: ChainLink[] = [{ kind: "person", id: person.id, text: name, ok: true }];
  for (const member of person.members) chain.push(...(await rowChain(member, context)));
  return chain;
}

/** Words for links, in the language of the presenter. */
export function chainWords(presenter: Presenter): ChainWords {
  const { translate } = presenter;
  return {
    statement(recorded) {
      const { key, subject, propertyText, valueText, standingText, status, statusText } =
        presenter.statement(recorded);
      const what = [subject.name, propertyText, valueText].filter((part) => part !== "").join(" · ");
      // Verified says that nothing was changed; whether its recorders still hold to it is another thing.
      const doubt = isPlainStatus(status) ? "" : ` · ${statusText}`;
      return `${key === null ? "" : `${key}: `}${what} (${standingText})${doubt}`;
    },
    passage(passage, check) {
      const { quote, seen, atText } = presentPlace(passage, presenter);
      const what = quote === "" ? (seen ?? "") : quote;
      const words = atText === "" ? what : `${what} (${atText})`;
      return check === "eye" ? translate("trace.passage-by-eye", { words }) : words;
    },
    blob: (file, size) => translate("trace.blob", { file, size }),
    act: (kind, at) => translate("trace.act", { kind, at }),
    proof: (leaf, size) => translate("trace.proof", { leaf, size }),
  };
}

/** Decodes a list's file as it was decoded when it was imported. */
function decodeList(bytes: Uint8Array, encoding: string): string {
  return decodeText(bytes, encoding).text;
}
