/** The persons of a case: the records of its lists, joined as the recorded link says. */
import { parse } from "csv-parse/sync";
import { z } from "zod";
import { type ListRecord, restoreCell } from "../intake/index.ts";
import { type Person, viewPersons } from "../registry/index.ts";
import { addressOf } from "../vault/index.ts";
import type { CaseHandle } from "./handle.ts";
import { personImports } from "./link-lists.ts";

/** A list record with what views and figures ask of it. */
export interface CaseRecord {
  readonly id: string;
  readonly list: string;
  readonly recordId: string;
  readonly row: number;
  readonly isNamed: boolean;
  readonly place: string | null;
  readonly record: ListRecord;
  /** The import (and so the sealed file) that the row came with. */
  readonly importName: string;
}

export interface CasePersons {
  /** Every record of the lists of persons, by import and row. */
  readonly records: readonly CaseRecord[];
  /** Persons by the recorded link; null while nothing is linked. */
  readonly linked: readonly Person<CaseRecord>[] | null;
  /** Persons by the link, or each record for itself. */
  readonly shown: readonly Person<CaseRecord>[];
}

const ClusterRow = z.tuple([z.string(), z.string(), z.string()]);

/** Reads records and clusters from the vault. */
export async function readPersons(handle: CaseHandle): Promise<CasePersons> {
  const records: CaseRecord[] = [];
  for (const name of personImports(handle.state)) {
    const placeField = placeFieldOf(handle.state.lists.get(name)?.value.fields ?? []);
    for (const record of await handle.records(name)) records.push(toCaseRecord(record, name, placeField));
  }
  const { link } = handle.state;
  if (link === null) return { records, linked: null, shown: viewPersons(records, () => undefined) };
  const text = new TextDecoder().decode(await handle.read(link.value.clusters));
  const rows = z.array(ClusterRow).parse(parse(text, { from_line: 2 }));
  const clusters = new Map(
    rows.map((row) => {
      const [list = "", recordId = "", cluster = ""] = row.map(restoreCell);
      return [`${list}\u0000${recordId}`, cluster];
    }),
  );
  const clusterOf = (record: CaseRecord) => clusters.get(`${record.list}\u0000${record.recordId}`);
  // A list or a release that came after the link is not part of it: its records are shown, each for itself, and
  // counted apart, even where a row of the release before had the same id.
  const linkedTables = new Map(
    link.value.inputs?.map(({ name, records: table }) => [name, addressOf(table)]),
  );
  const isOfLink = new Map(
    personImports(handle.state).map((name) => {
      const table = handle.state.lists.get(name)?.value.records;
      const isSame = table !== undefined && addressOf(table) === linkedTables.get(name);
      return [name, link.value.inputs === undefined || isSame];
    }),
  );
  const isLinked = (record: CaseRecord) =>
    isOfLink.get(record.importName) === true &&
    link.value.lists.includes(record.list) &&
    clusterOf(record) !== undefined;
  const linked = viewPersons(records.filter(isLinked), clusterOf);
  const later = viewPersons(
    records.filter((record) => !isLinked(record)),
    () => undefined,
  );
  return { records, linked, shown: [...linked, ...later] };
}

const NAME_FIELDS = ["name", "nameLatin", "given", "family"];
const PLACE_FIELDS = ["province", "place", "deathPlace", "detention"];

function toCaseRecord(record: ListRecord, importName: string, placeField: string | null): CaseRecord {
  return {
    id: record.id,
    list: record.list,
    recordId: record.recordId,
    row: record.row,
    isNamed: Object.entries(record.fields).some(
      ([field, value]) => value.kind === "name" && (NAME_FIELDS.includes(field) || field.startsWith("name")),
    ),
    place: placeField === null ? null : placeOf(record, placeField),
    record,
    importName,
  };
}

/** The most general field of place that the list has: all its rows are counted by this one. */
function placeFieldOf(fields: readonly { readonly name: string }[]): string | null {
  return PLACE_FIELDS.find((name) => fields.some((field) => field.name === name)) ?? null;
}

/** What the row says there, verbatim; null when it says nothing. */
function placeOf(record: ListRecord, field: string): string | null {
  const value = record.fields[field];
  return value !== undefined && "text" in value ? value.text : null;
}
