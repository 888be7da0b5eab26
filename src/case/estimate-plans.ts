/** Estimating how many were never listed, by the plans of the case. */
import { hashBytes, type JsonValue, type Language, toCanonicalJson, toPlainJson } from "../core/index.ts";
import {
  ALL_METHODS,
  type CaptureTable,
  checkTable,
  createWriter,
  estimateWithPosteriors,
  FAST_METHODS,
  type KnownOfLists,
  type LogitNormalSample,
  type MethodName,
  samplerEffort,
  toCaptureTable,
  warnOfKnown,
  withListsJoined,
} from "../estimate/index.ts";
import type { SubjectId } from "../statements/index.ts";
import type { EstimatePlan } from "./config.ts";
import { columnsOf, type JoinedLists, joinedLists, nameInTables } from "./estimate-columns.ts";
import { estimateOverLinkages, type WeightedTable } from "./estimate-linkage.ts";
import { sampleChains, toChainEvent } from "./estimate-with-threads.ts";
import type { CaseHandle } from "./handle.ts";
import { knownOfEstimate, type ListsOfEstimate, namesInTexts } from "./known-of-estimate.ts";
import { readPartitions } from "./link-partitions.ts";
import { readPersons } from "./persons.ts";
import { planError } from "./plan-error.ts";

export interface PlannedEstimate {
  readonly id: string;
  readonly existed: boolean;
}

interface PlannedTable {
  readonly table: CaptureTable;
  /** Names of the lists in the case, in the order of the plan. */
  readonly lists: readonly string[];
  /** Those of them that count as one. */
  readonly joined: readonly JoinedLists[];
  /** Statements of the counts; none for linked records. */
  readonly statements: readonly string[];
  /** The same people under each partition of the recorded link; none for counts, and for links of earlier versions. */
  readonly linkages: readonly WeightedTable[];
}

/** Runs every plan of the case's configuration and records the reports; what was estimated before stands. */
export async function runEstimatePlans(handle: CaseHandle): Promise<PlannedEstimate[]> {
  const done: PlannedEstimate[] = [];
  for (const [index, plan] of handle.config.estimates.entries()) {
    handle.progress({
      step: "case.estimate",
      done: index,
      total: handle.config.estimates.length,
      item: plan.id,
    });
    done.push(await runPlan(handle, plan));
  }
  return done;
}

/**
 * The identifying assumption in the keepers' words.
 *
 * @throws InquestError "case/estimate-plan" where a language has blanks or a word or two: that is no assumption.
 */
function statedAssumption({ config }: CaseHandle, plan: EstimatePlan): JsonValue {
  const stated = config.identifyingAssumption ?? {};
  const given = [stated.en, stated.fa].filter((text) => text !== undefined);
  if (given.length === 0 || !given.every(isAssumption)) {
    const words = `identifyingAssumption in case.yaml needs plain words (${FEWEST_WORDS} at least in each language given) on what must hold for it`;
    throw planError(plan, words);
  }
  return toPlainJson(stated);
}

const FEWEST_WORDS = 3;

/** Blanks, dashes or a word or two say of nothing that it holds. */
export function isAssumption(text: string): boolean {
  return countWords(text) >= FEWEST_WORDS;
}

/** Runs of letters, in any script: dashes are no words. */
function countWords(text: string): number {
  return text.match(/\p{L}[\p{L}\p{M}\u200c'’]*/gu)?.length ?? 0;
}

async function runPlan(handle: CaseHandle, plan: EstimatePlan): Promise<PlannedEstimate> {
  // What the number rests on is recorded with it: words changed later are for later numbers.
  const assumption = statedAssumption(handle, plan);
  const { table, lists, joined, statements, linkages } =
    plan.from === "capture-counts" ? tableFromStatements(handle, plan) : await tableFromPersons(handle, plan);
  const plain = ({ lists: names, cells }: CaptureTable): JsonValue => ({
    lists: names,
    cells: cells.map((cell) => ({ ...cell })),
  });
  const others = linkages.map((each): JsonValue => [each.weight, plain(each.table)]);
  const methods = methodsOf(plan);
  const asked = askedEffort(plan);
  const effort = samplerEffort(asked);
  const groups = joined.map((each) => each.lists);
  const known = knownToRecord(handle, { from: plan.from, lists, groups });
  const joins = joined.map(
    (each): JsonValue => ({ name: each.name, lists: [...each.lists], text: { ...each.text } }),
  );
  const inputSha256 = hashBytes(
    toCanonicalJson([
      plan.from,
      plain(table),
      statements,
      ...(others.length === 0 ? [] : [others]),
      // Reports of the methods that run by default were made before a plan could name any.
      ...(plan.methods === undefined ? [] : [{ methods }]),
      // What is known bears on the warnings of the report, and many lists have nothing known of them.
      ...(known === null ? [] : [{ known: toPlainJson(known) }]),
      ...(joins.length === 0 ? [] : [{ joined: joins }]),
      // Most plans leave the effort to us.
      ...(Object.keys(asked).length === 0 ? [] : [{ effort: asked }]),
      { assumption },
    ]),
  );
  if (handle.state.estimates.get(plan.id)?.value.inputSha256 === inputSha256)
    return { id: plan.id, existed: true };
  const linkage = estimateOverLinkages(linkages);
  const latentSample = await sampleChains(table, {
    methods,
    effort: effort.latent,
    onProgress: (progress) => handle.progress(toChainEvent(progress, plan.id)),
  });
  const { logitNormal } = effort;
  const options = { methods, logitNormal, ...(latentSample === null ? {} : { latentSample }) };
  const reportIn = (language: Language, logitNormalSample: LogitNormalSample | null) => {
    // Texts name the lists as the language does; the table keeps its own names.
    const names = namesInTexts(handle.state, { lists, groups }, language);
    const outcome = estimateWithPosteriors(
      { ...table, lists: names },
      {
        ...{ ...options, language },
        ...(known === null ? {} : { known: known[language] }),
        ...(logitNormalSample === null ? {} : { logitNormalSample }),
      },
    );
    const { report } = outcome;
    const own = report.table.lists.map((name) => table.lists[names.indexOf(name)] ?? name);
    return { ...outcome, report: { ...report, table: { ...report.table, lists: own } } };
  };
  const english = reportIn("en", null);
  const reports = toPlainJson({
    en: english.report,
    fa: reportIn("fa", english.logitNormalSample).report,
    ...(linkage === null ? {} : { linkage }),
    ...(joins.length === 0 ? {} : { joined: joins }),
    assumption,
    ...(Object.keys(asked).length === 0 ? {} : { effort: asked }),
  });
  const report = await handle.seal(new TextEncoder().encode(toCanonicalJson(reports)));
  await handle.record([
    {
      kind: "estimate.recorded",
      body: {
        id: plan.id,
        from: plan.from,
        lists: [...lists],
        statements,
        inputSha256,
        report: { ...report },
      },
    },
  ]);
  return { id: plan.id, existed: false };
}

/** What is known of the lists, in each language; null where no warning comes of it. */
function knownToRecord(
  { state }: CaseHandle,
  estimate: ListsOfEstimate,
): Readonly<Record<Language, KnownOfLists>> | null {
  const known = {
    en: knownOfEstimate(state, estimate, "en"),
    fa: knownOfEstimate(state, estimate, "fa"),
  };
  return warnOfKnown(known.en, createWriter("en")).length === 0 ? null : known;
}

/** What the plan asks of the samplers, without what it leaves out. */
function askedEffort({ rounds, classes }: EstimatePlan): Readonly<Record<string, number>> {
  return { ...(rounds === undefined ? {} : { rounds }), ...(classes === undefined ? {} : { classes }) };
}

function methodsOf({ methods }: EstimatePlan): readonly MethodName[] {
  if (methods === undefined) return FAST_METHODS;
  return methods === "all" ? ALL_METHODS : methods;
}

/** The table that `capture-count` statements give, cell by cell. */
function tableFromStatements(handle: CaseHandle, plan: EstimatePlan): PlannedTable {
  const event = plan.event ?? handle.config.event;
  const counts = handle.state.statements
    .openWith(["capture-count"])
    .map(({ statement }) => statement)
    .filter((statement) => statement.subject === event);
  const lists = plan.lists ?? [...new Set(counts.flatMap((statement) => statement.lists ?? []))];
  const layout = layOut(handle, plan, lists);
  const cells = counts.map(({ id, key, value, lists: on }) => {
    if (value.kind !== "quantity" || value.min === null || value.min !== value.max || on === undefined) {
      throw planError(plan, `the statement ${key ?? id} needs an exact count and the lists it is for`);
    }
    return { pattern: patternOf(on, lists, plan), count: value.min };
  });
  if (cells.length === 0) throw planError(plan, `no capture-count statement is about ${event}`);
  const table = { lists: layout.lists.map((list) => nameInTables(handle.state, list)), cells };
  return {
    table: layout.joined.length === 0 ? table : withListsJoined(checkTable(table), layout.groups),
    ...{ lists: layout.lists, joined: layout.joined },
    statements: counts.map((statement) => statement.id),
    linkages: [],
  };
}

/** How the lists of a plan count: each for itself, or several as one. */
function layOut({ state }: CaseHandle, plan: EstimatePlan, subjects: readonly SubjectId[]) {
  const lists = subjects.map((list) => list.replace(/^list:/u, ""));
  const joined = joinedLists(state, plan, lists);
  return { lists, joined, groups: joined.map((each) => each.lists.map((list) => lists.indexOf(list))) };
}

async function tableFromPersons(handle: CaseHandle, plan: EstimatePlan): Promise<PlannedTable> {
  const persons = await readPersons(handle);
  const link = handle.state.link?.value;
  if (persons.linked === null || link === undefined)
    throw planError(plan, "its lists are not linked yet; run inquest link first");
  const lists = plan.lists ?? link.lists.map((name) => `list:${name}`);
  const layout = layOut(handle, plan, lists);
  const groupsOfLists = layout.joined.map((each) => each.lists);
  const columns = columnsOf(layout.lists, groupsOfLists, (list) => nameInTables(handle.state, list));
  const bitOf = new Map(columns.flatMap((column, bit) => column.lists.map((list) => [list, 1 << bit])));
  // A record without a name stays apart from everyone, so it says nothing about who is on several lists.
  const named = persons.linked.filter((person) => person.members.some((member) => member.isNamed));
  const tableOf = (groups: readonly (readonly { readonly list: string }[])[]): CaptureTable =>
    toCaptureTable({
      lists: columns.map(({ name }) => name),
      memberships: groups.map((members) =>
        members.reduce((mask, { list }) => mask | (bitOf.get(list) ?? 0), 0),
      ),
    });
  const records = persons.linked.flatMap(({ members }) => members).filter(({ isNamed }) => isNamed);
  const linkages = (await readPartitions(handle, link)).map(({ weight, personOf }) => {
    const groups = new Map<number | string, (typeof records)[number][]>();
    for (const record of records) {
      const person = personOf(record) ?? record.id;
      groups.set(person, [...(groups.get(person) ?? []), record]);
    }
    return { weight, table: tableOf([...groups.values()]) };
  });
  return {
    table: tableOf(named.map(({ members }) => members)),
    ...{ lists: layout.lists, joined: layout.joined },
    statements: [],
    linkages,
  };
}

function patternOf(on: readonly SubjectId[], lists: readonly SubjectId[], plan: EstimatePlan): number {
  return on.reduce((pattern, list) => {
    const bit = lists.indexOf(list);
    if (bit < 0) throw planError(plan, `a count is for ${list}, which the plan does not name`);
    return pattern | (1 << bit);
  }, 0);
}
