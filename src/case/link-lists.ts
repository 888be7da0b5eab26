/** Linking the lists of a case: records in, recorded clusters out. */
import {
  compareText,
  hashBytes,
  type JsonValue,
  toCanonicalJson,
  toIsoDay,
  toPlainJson,
} from "../core/index.ts";
import { type CsvValue, type ListRecord, toComparableKind, toCsv } from "../intake/index.ts";
import {
  type LinkEngine,
  type LinkField,
  type LinkInput,
  type LinkOptions,
  type LinkResult,
  type LinkSettings,
  type LinkValue,
  type ScoredPair,
  settingsForLists,
} from "../linkage/index.ts";
import { addressOf, isSealedRef } from "../vault/index.ts";
import type { LinkDoubt, LinkRecorded } from "./act-bodies.ts";
import { type EmptyList, emptyLists } from "./empty-lists.ts";
import type { CaseHandle } from "./handle.ts";
import { storeTables } from "./import-list.ts";
import { makeLink, type WhyTrained } from "./kept-link.ts";
import { personImports, toLinkInput } from "./link-input.ts";
import { partitionsCsv, toLinkDoubt } from "./link-partitions.ts";
import { judgementsKey, judgementsToLink, linkedJudgementsTable } from "./linked-judgements.ts";
import { countRepeats } from "./repeated-rows.ts";
import type { CaseState } from "./state.ts";

export { personImports, toLinkInput } from "./link-input.ts";

export interface LinkedLists {
  readonly persons: number;
  readonly records: number;
  readonly pairs: number;
  /** Pairs that blocking brought together; null where these records were linked so before. */
  readonly candidatePairs: number | null;
  /** Lists none of whose records has a name; none where these records were linked so before, which said it then. */
  readonly emptyLists: readonly EmptyList[];
  readonly needsReview: number;
  /** Pairs that people's judgements bound, and judgements that contradict each other or the evidence. */
  readonly judged: number;
  readonly contradicted: number;
  /** Candidate pairs that were compared now, and those whose weight of the link before stood. */
  readonly rescored: number;
  readonly takenOver: number;
  /** Why a model was trained; null where that of the link before was kept. */
  readonly whyTrained: WhyTrained | null;
  /** The count of persons with links as likely as they are; null for a link of an earlier version. */
  readonly doubt: LinkDoubt | null;
  /** The engine that brought the pairs together and weighed them; null for this process. No act says it. */
  readonly engine: string | null;
  /** True when these records were linked with these settings before: nothing changed. */
  readonly existed: boolean;
}

export interface LinkListsOptions {
  /** Trains a new model, though that of the link before fits. */
  readonly isAskedToTrain?: boolean;
  /**
   * Brings the pairs together and weighs them where a model is trained; this process where it is left out. What is
   * recorded is the same to the byte.
   */
  readonly engine?: LinkEngine | undefined;
}

/** Fields that describe a row or its source and say nothing about who the person is. */
const NOT_COMPARED = new Set([
  "note",
  "status",
  "cause",
  "source",
  "owner",
  "address",
  "latitude",
  "longitude",
  "alias",
]);

/**
 * Links every list of persons in the case and records clusters, pairs, settings and model.
 *
 * The model of the link before is kept where it fits, and then only the pairs that new, changed or lost rows touch are
 * compared. A link that is stopped midway leaves nothing behind: its act is written last.
 *
 * @param options - what the recipe says under `link`.
 * @throws InquestError as `linkRecords` does, and those of the engine where one is asked for that is absent, whether
 *   there is work for it or not.
 */
export async function linkLists(
  handle: CaseHandle,
  options: LinkOptions = {},
  { isAskedToTrain = false, engine }: LinkListsOptions = {},
): Promise<LinkedLists | null> {
  await engine?.check();
  const imports = personImports(handle.state);
  const records = (await Promise.all(imports.map((name) => handle.records(name)))).flat();
  if (records.length === 0) return null;
  const input = toLinkInput(records, fieldsOf(handle.state, imports));
  const settings = settingsOf(handle.state, imports, options);
  const secretLists = imports.filter((name) => isSecretList(handle.state, name));
  const judgements = await judgementsToLink(handle, records);
  const inputSha256 = hashBytes(
    toCanonicalJson([
      inputOf(handle.state, records, secretLists),
      toPlainJson(settings),
      ...judgementsKey(judgements),
    ]),
  );
  const previous = handle.state.link?.value;
  // A link of an earlier version says nothing of its doubt or of rows that repeat others, and is made once more.
  if (previous?.inputSha256 === inputSha256 && isDone(previous, isAskedToTrain)) {
    const { persons, needsReview, doubt } = previous;
    return {
      ...{
        persons,
        records: records.length,
        pairs: 0,
        candidatePairs: null,
        emptyLists: [],
        needsReview,
        doubt: doubt ?? null,
      },
      ...{ rescored: 0, takenOver: 0, whyTrained: null },
      judged: judgements.length,
      contradicted: previous.contradicted ?? 0,
      engine: null,
      existed: true,
    };
  }
  const made = await makeLink(handle, {
    ...{ input, settings, judgements, isAskedToTrain, engine: engine ?? null },
    last: previous ?? null,
  });
  const { result, whyTrained, rescored, takenOver } = made;
  // Pairs and clusters name rows by the ids that their list gives them: they are no more open than the list is.
  const model = toCanonicalJson(toPlainJson({ model: result.model, blocking: result.blocking }));
  const judgedTables = linkedJudgementsTable(judgements, input, result);
  const partitionTexts = result.partitions.length === 0 ? [] : [partitionsCsv(input, result)];
  const encode = (text: string) => new TextEncoder().encode(text);
  const tables = [
    ...[clustersCsv(input, result), pairsCsv(input, result), model].map(encode),
    ...[made.modelText, made.scoresText].map(encode),
    ...judgedTables,
    ...partitionTexts.map(encode),
  ];
  const isSecret = secretLists.length > 0;
  const { contents, drafts } = await storeTables(handle, tables, { isSecret, what: "links" });
  const [clusters, pairs, modelContent, keptModel, scores, ...further] = contents;
  const judged = judgedTables.length === 0 ? undefined : further[0];
  const partitions = partitionTexts.length === 0 ? undefined : further[judgedTables.length];
  const doubt = toLinkDoubt(result, settings);
  const body: JsonValue = {
    lists: [...new Set(records.map((record) => record.list))].sort(compareText),
    inputSha256,
    inputs: imports.flatMap((name) => {
      const content = handle.state.lists.get(name)?.value.records;
      return content === undefined ? [] : [{ name, records: { ...content } }];
    }),
    settings: { ...(await handle.seal(new TextEncoder().encode(toCanonicalJson(toPlainJson(settings))))) },
    clusters: { ...clusters },
    pairs: { ...pairs },
    model: { ...modelContent },
    ...(judged === undefined ? {} : { judgements: { ...judged }, contradicted: result.conflicts.length }),
    trained: {
      // The hash of names that are encrypted would confirm a guess at them.
      ...(isSecret ? {} : { sha256: made.modelSha256 }),
      model: { ...keptModel },
      on: whyTrained === null ? (previous?.trained?.on ?? inputSha256) : inputSha256,
      scores: { ...scores },
      rescored,
      takenOver,
    },
    persons: result.distinctPersons,
    needsReview: result.needsReview.length,
    repeats: countRepeats(input, result),
    doubt: { ...doubt },
    ...(partitions === undefined
      ? {}
      : { partitions: { weights: result.partitions.map(({ weight }) => weight), table: { ...partitions } } }),
  };
  await handle.record([...drafts, { kind: "link.recorded", body }]);
  return {
    persons: result.distinctPersons,
    records: records.length,
    pairs: result.pairs.length,
    candidatePairs: result.blocking.candidatePairs,
    emptyLists: emptyLists(
      input,
      settings,
      result,
      imports.flatMap((name) => handle.state.lists.get(name)?.value ?? []),
    ),
    needsReview: result.needsReview.length,
    judged: judgements.length,
    contradicted: result.conflicts.length,
    ...{ rescored, takenOver, whyTrained, doubt },
    engine: whyTrained === null ? null : (engine?.name ?? null),
    existed: false,
  };
}

/** What a case holds to unless its recipe says otherwise: the rows of one list are for people to join. */
function forCases(options: LinkOptions): LinkOptions {
  return { ...options, decision: { ...options.decision, sameList: options.decision?.sameList ?? "review" } };
}

/** The settings for these imports, with what their recipe says. */
export function settingsOf(state: CaseState, imports: readonly string[], options: LinkOptions): LinkSettings {
  return settingsForLists({
    fields: fieldsOf(state, imports),
    lists: imports.map((name) => fieldsOf(state, [name]).map((field) => field.name)),
    options: forCases(options),
  });
}

/** Whether a link of the same records, settings and judgements is all that is asked for. */
function isDone({ doubt, trained, repeats, inputSha256 }: LinkRecorded, isAskedToTrain: boolean): boolean {
  if (doubt === undefined || trained === undefined || repeats === undefined) return false;
  return !isAskedToTrain || trained.on === inputSha256;
}

/** Whether an import's rows are encrypted. */
export function isSecretList(state: CaseState, name: string): boolean {
  const records = state.lists.get(name)?.value.records;
  return records !== undefined && isSealedRef(records);
}

/**
 * What tells one input from another: the records' ids, and for encrypted lists the address of their ciphertext,
 * since an id is a hash of the row and would confirm a guess.
 */
function inputOf(state: CaseState, records: readonly ListRecord[], secretLists: readonly string[]): string[] {
  const secret = new Set(secretLists.flatMap((name) => state.lists.get(name)?.value.lists ?? []));
  const addresses = secretLists.flatMap((name) => {
    const content = state.lists.get(name)?.value.records;
    return content === undefined ? [] : [addressOf(content)];
  });
  return [...records.filter((record) => !secret.has(record.list)).map((record) => record.id), ...addresses];
}

export function fieldsOf(state: CaseState, imports: readonly string[]): LinkField[] {
  const fields = new Map<string, LinkField>();
  for (const name of imports) {
    for (const field of state.lists.get(name)?.value.fields ?? []) {
      if (NOT_COMPARED.has(field.name)) continue;
      fields.set(field.name, { name: field.name, kind: toComparableKind(field.kind) });
    }
  }
  return [...fields.values()];
}

/** `list,record_id,cluster_id`, a line a record. */
export function clustersCsv(input: LinkInput, result: LinkResult): string {
  const rows = input.records.map((record, index) => [
    record.list,
    record.recordId,
    result.clusterIds[index] ?? "",
  ]);
  return toCsv([["list", "record_id", "cluster_id"], ...rows]);
}

/** What each comparison adds, and what they add together. */
function bitsOf({ parts }: ScoredPair): number[] {
  if (parts === undefined) return [];
  return [...parts.comparisons, parts.jointMillibits].map((millibits) => millibits / 1000);
}

/** The scored pairs, strongest first, with the level of every comparison and what it adds in bits. */
export function pairsCsv(input: LinkInput, result: LinkResult): string {
  const comparisons = result.model.comparisons.map(({ name }) => name);
  const idOf = (index: number) => {
    const record = input.records[index];
    return [record?.list ?? "", record?.recordId ?? ""];
  };
  const heading = [
    "list_a",
    "record_id_a",
    "list_b",
    "record_id_b",
    "weight_bits",
    "probability",
    "band",
    "together",
  ];
  const rows = result.pairs.map((pair) => [
    ...idOf(pair.left),
    ...idOf(pair.right),
    pair.weightBits,
    pair.probability.toFixed(6),
    pair.band,
    pair.together,
    ...pair.levels,
    ...bitsOf(pair),
  ]);
  const bits = result.pairs.some(({ parts }) => parts !== undefined)
    ? [...comparisons.map((name) => `${name}_bits`), "joint_bits"]
    : [];
  return toCsv([[...heading, ...comparisons, ...bits], ...rows]);
}

/** A value as linkage compares it: text, number, or the first and last day. */
export function asRead(value: LinkValue | undefined): CsvValue {
  if (value === null || value === undefined) return "";
  if ("text" in value) return value.text;
  // A number stays one: a text with a sign in front would be guarded as if it were a formula.
  if ("number" in value) return value.number;
  const [first, last] = value.days.map(toIsoDay);
  return first === last ? (first ?? "") : `${first}/${last}`;
}
