/** Chains of rows: from a person or a list to the rows, the sealed file and the acts that bind them. */
import { readPassage } from "../core/index.ts";
import {
  type Answers,
  actChain,
  blobLink,
  type ChainLink,
  type ChainWords,
  type EvidencePort,
} from "../findings/index.ts";
import { decodeText } from "../intake/index.ts";
import { isOriginalHeld } from "../statements/index.ts";
import type { CaseContents } from "./case-contents.ts";
import type { CaseHandle } from "./handle.ts";
import type { CaseRecord } from "./persons.ts";
import { findPerson, namesOf } from "./present-people.ts";
import type { Presenter } from "./present-statement.ts";

/** Persons of a count whose whole chain is printed; the others are named by number and traced by id. */
export const PERSONS_SHOWN = 3;

export interface TraceContext {
  readonly handle: CaseHandle;
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

/** The files and import acts of whole lists, with the first rows as examples. */
export async function listsBelow(lists: readonly string[], context: TraceContext): Promise<Below> {
  const { contents } = context;
  const chain: ChainLink[] = [];
  const originals: boolean[] = [];
  for (const list of lists) {
    const rows = contents.persons.records.filter((record) => record.list === list).slice(0, PERSONS_SHOWN);
    for (const row of rows) chain.push(...(await rowChain(row, context)));
    const below = await importBelow(list, context);
    chain.push(...below.chain);
    originals.push(...below.originals);
  }
  return { chain, originals };
}

/** Sealed file, sealed records, and the acts that bind them. */
export async function importBelow(list: string, context: TraceContext): Promise<Below> {
  const { handle, evidence, presenter } = context;
  const words = chainWords(presenter);
  const imported = [...handle.state.lists.values()].find(({ value }) => value.lists.includes(list));
  const sealed = imported === undefined ? undefined : handle.state.sources.get(imported.value.source);
  if (imported === undefined || sealed === undefined) return { chain: [], originals: [] };
  const { value: source } = sealed;
  const { records } = imported.value;
  const recordsFile = { ...records, fileName: `${list}.records.jsonl` };
  return {
    chain: [
      blobLink(source, (await evidence.readBlob(source.sha256)) !== null, words),
      ...(await actChain(sealed.leafIndex, evidence, words)),
      blobLink(recordsFile, (await evidence.readBlob(records.sha256)) !== null, words),
      ...(await actChain(imported.leafIndex, evidence, words)),
    ],
    originals: [isOriginalHeld(source)],
  };
}

/** A row as a statement and as a passage of its file. */
async function rowChain(
  row: CaseRecord,
  { handle, evidence, presenter }: TraceContext,
): Promise<ChainLink[]> {
  const { record } = row;
  const source = handle.state.sources.get(handle.state.lists.get(row.importName)?.value.source ?? "")?.value;
  const imported = handle.state.lists.get(row.importName)?.value;
  const bytes = source === undefined ? null : await evidence.readBlob(source.sha256);
  const text = bytes === null || imported === undefined ? null : decodeList(bytes, imported.encoding);
  const { start, end, line } = record.locator;
  const cells = Object.values(record.cells).filter((cell) => cell.trim() !== "");
  const fileName = source?.fileName ?? row.list;
  const quote = text === null || end > [...text].length ? null : readPassage(text, { start, end }).quote;
  return [
    {
      kind: "statement",
      id: record.id,
      text: presenter.translate("trace.statement-record", {
        row: record.row,
        list: presenter.named(`list:${row.list}`).name,
        text: cells.join(" · "),
      }),
      ok: quote !== null,
    },
    {
      kind: "passage",
      id: `${fileName}#char=${start},${end}`,
      text: presenter.translate("trace.row", { row: record.row, file: fileName, line }),
      ok: quote !== null && Object.values(record.cells).every((cell) => isWithin(cell, quote)),
    },
  ];
}

/** Whether the row's text still holds a cell; quotation marks are doubled inside quoted cells. */
function isWithin(cell: string, rowText: string): boolean {
  const trimmed = cell.trim();
  return rowText.includes(trimmed) || rowText.includes(trimmed.replaceAll('"', '""'));
}

/** A person with each of its rows. */
export async function personChain(id: string, context: TraceContext): Promise<ChainLink[]> {
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
      const { key, subject, propertyText, valueText, standingText } = presenter.statement(recorded);
      const what = [subject.name, propertyText, valueText].filter((part) => part !== "").join(" · ");
      return `${key === null ? "" : `${key}: `}${what} (${standingText})`;
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
