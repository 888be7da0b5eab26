/** What the views and the findings read of an open case, brought into memory once. */
import { z } from "zod";
import type { EstimateReport } from "../estimate/index.ts";
import type { CaseFacts, CountedEstimate, CountedList } from "../findings/index.ts";
import type { ListRecord } from "../intake/index.ts";
import { LinkageOfEstimate } from "./estimate-linkage.ts";
import type { CaseHandle } from "./handle.ts";
import { type GoneRecord, readGone, releasesOf } from "./list-releases.ts";
import { type ListedAppeals, readListedAppeals } from "./listed-appeals.ts";
import { type CasePersons, readPersons } from "./persons.ts";

export interface CaseContents {
  readonly facts: CaseFacts;
  readonly persons: CasePersons;
  /** Records of persons and places on earlier releases that the latest holds no more: evidence, and counted by nobody. */
  readonly gone: readonly GoneRecord[];
  /** Records of lists whose rows are places. */
  readonly listedPlaces: readonly ListRecord[];
  /** Recommendations, roll calls and votes. */
  readonly listedAppeals: ListedAppeals;
  /** Recorded reports with their texts in both languages. */
  readonly reports: ReadonlyMap<string, z.infer<typeof Reports>>;
}

// Our own sealed bytes, checked by hash while reading: only that both languages are there is asked.
const isReport = (value: unknown) => typeof value === "object" && value !== null && "methods" in value;
const Reports = z.strictObject({
  en: z.custom<EstimateReport>(isReport),
  fa: z.custom<EstimateReport>(isReport),
  /** Of an estimate from linked records: what the doubt of linkage does to it. */
  linkage: LinkageOfEstimate.optional(),
  /** Lists that count as one, and why. */
  joined: z
    .array(
      z.strictObject({
        name: z.string(),
        lists: z.array(z.string()),
        text: z.strictObject({ en: z.string(), fa: z.string() }),
      }),
    )
    .optional(),
});

/** Reads records, persons and reports from the vault, each hashed while it is read. */
export async function readCaseContents(handle: CaseHandle): Promise<CaseContents> {
  const { state, config } = handle;
  const persons = await readPersons(handle);
  const reports = new Map<string, z.infer<typeof Reports>>();
  const estimates: CountedEstimate[] = [];
  for (const { value } of state.estimates.values()) {
    const text = new TextDecoder().decode(await handle.read(value.report));
    const report = Reports.parse(JSON.parse(text));
    reports.set(value.id, report);
    const { id, from, lists, statements } = value;
    estimates.push({ id, from, report: report.en, statements, lists });
  }
  const placeImports = [...state.lists.values()].filter(({ value }) => value.of === "sites");
  const listedPlaces = (
    await Promise.all(placeImports.map(({ value }) => handle.records(value.name)))
  ).flat();
  const gone: GoneRecord[] = [];
  for (const name of state.lists.keys()) gone.push(...(await readGone(handle, releasesOf(state, name))));
  const facts: CaseFacts = {
    event: config.event,
    store: state.statements,
    subjectOf: (id) => state.subjects.get(id)?.value,
    continuityOf: state.continuityOf,
    lists: await countLists(handle, { persons, listedPlaces, gone }),
    persons: persons.linked,
    linkDoubt: persons.linked === null ? null : (state.link?.value.doubt ?? null),
    estimates,
    questions: config.questions,
    truth: config.truth ?? null,
  };
  return { facts, persons, listedPlaces, gone, listedAppeals: await readListedAppeals(handle), reports };
}

async function countLists(
  handle: CaseHandle,
  { persons, listedPlaces, gone }: Pick<CaseContents, "persons" | "listedPlaces" | "gone">,
): Promise<CountedList[]> {
  const counted: CountedList[] = [];
  for (const { value } of handle.state.lists.values()) {
    const { of } = value;
    if (of !== "persons" && of !== "sites") continue;
    const { problems } = await handle.problems(value.name);
    for (const name of value.lists) {
      const outside = problems.filter(
        (problem) => problem.list === name && problem.code === "intake/date-outside",
      );
      const records =
        of === "persons"
          ? persons.records.filter((record) => record.list === name)
          : listedPlaces
              .filter((record) => record.list === name)
              .map(({ id, list, recordId, row }) => ({
                id,
                list,
                recordId,
                row,
                isNamed: true,
                place: null,
              }));
      counted.push({
        name,
        of,
        records,
        outsidePeriod: new Set(outside.map((problem) => problem.row)),
        gone: gone.flatMap(({ record }) => (record.list === name ? [record.id] : [])),
      });
    }
  }
  return counted;
}
