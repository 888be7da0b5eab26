/** Statement files: many statements about one source, written by a person in YAML. */
import type { z } from "zod";
import { createPassageFinder, type PassageFinder, parseEdtf } from "../core/index.ts";
import { type EntryLocator, entryError } from "./errors.ts";
import { Statement, type StatementValue, withStatementId } from "./statement.ts";
import { StatementDraft, StatementFile } from "./statement-draft.ts";
import { LocalTextSchema, SubjectId, subjectKind } from "./subject.ts";
import { propertyRule } from "./vocabulary.ts";
import { parseEntry, readYaml, type YamlFile } from "./yaml-file.ts";

/** What a statement file is checked against: the text of its source and the subjects that the case names. */
export interface StatementFileContext {
  /** The source of a key: its id and the text that its passages count over; undefined when there is none. */
  readonly sourceOf: (key: string) => { readonly id: string; readonly text: string } | undefined;
  readonly isNamed: (id: SubjectId) => boolean;
}

/**
 * The statements of a file, each anchored to the one place of its source where its quote stands.
 *
 * @throws InquestError with file, line and entry: "statements/yaml", "statements/invalid-entry",
 *   "statements/unknown-source", "statements/unknown-subject", "statements/subject-kind",
 *   "statements/value-kind", "statements/broken-date", "statements/missing-speaker", or the code of
 *   `PassageFinder.find` when the quote is absent or stands twice.
 */
export function readStatementFile(text: string, file: string, context: StatementFileContext): Statement[] {
  const yaml = readYaml(text, file);
  const whole = parseEntry(StatementFile, yaml.value, { file, line: 1, entry: "the file" });
  const source = context.sourceOf(whole.source);
  if (source === undefined) {
    throw entryError(
      "statements/unknown-source",
      { file, line: yaml.lineOf(["source"]), entry: "source" },
      `no source has the key "${whole.source}". Name a file of the folder "sources" without its ending.`,
    );
  }
  const anchor = { id: source.id, passages: createPassageFinder(source.text) };
  return whole.statements.map((entry, index) => {
    const at = entryAt(yaml, file, index);
    const draft = parseEntry(StatementDraft, entry, at);
    const named = draft.key === undefined ? at : entryAt(yaml, file, index, draft.key);
    const statement = toStatement({ ...whole.defaults, ...draft }, anchor, context, named);
    // What the log would hold and no reader could read again stops here.
    return parseEntry(Statement, statement, named);
  });
}

/** A statement's place in its file. Its line is found when an error names it: of very many, nearly none is. */
function entryAt(
  yaml: YamlFile,
  file: string,
  index: number,
  entry = `statement ${index + 1}`,
): EntryLocator {
  return {
    file,
    get line() {
      return yaml.lineOf(["statements", index]);
    },
    entry,
  };
}

function toStatement(
  draft: StatementDraft,
  source: { readonly id: string; readonly passages: PassageFinder },
  context: StatementFileContext,
  at: EntryLocator,
): Statement {
  const rule = propertyRule(draft.property);
  const kind = subjectKind(draft.subject);
  if (!rule.of.includes(kind)) {
    throw entryError(
      "statements/subject-kind",
      at,
      `"${draft.property}" is stated of ${rule.of.join(" or ")}, not of ${kind}. Choose another property or subject.`,
    );
  }
  if (draft.speaker === undefined || draft.chain === undefined) {
    throw entryError(
      "statements/missing-speaker",
      at,
      "a statement needs a speaker and a chain (first-hand, second-hand, further). Give them here or under defaults.",
    );
  }
  for (const id of [draft.subject, draft.speaker, draft.place, draft.of, ...(draft.lists ?? [])]) {
    if (id !== undefined) requireNamed(id, context, at);
  }
  const value = toValue(draft, context, at);
  if (draft.time !== undefined) requireEdtf(draft.time, at);
  const found = findQuote(source.passages, draft, at);
  const { key, of, lists, unit, time, bound, starts, ends, place, via, note } = draft;
  if (time === undefined && (bound ?? starts ?? ends) !== undefined) {
    throw entryError(
      "statements/broken-date",
      at,
      "bound, starts and ends say how its time is meant, and it has none. Give a time.",
    );
  }
  const standing = draft.standing ?? "reported";
  const closed = rule.restricted === true || standing === "alleged";
  return withStatementId({
    ...(key === undefined ? {} : { key }),
    subject: draft.subject,
    property: draft.property,
    value,
    ...(of === undefined ? {} : { of }),
    ...(lists === undefined ? {} : { lists }),
    ...(unit === undefined ? {} : { unit }),
    ...(time === undefined ? {} : { time }),
    ...(bound === undefined ? {} : { bound }),
    ...(starts === undefined ? {} : { starts }),
    ...(ends === undefined ? {} : { ends }),
    ...(place === undefined ? {} : { place }),
    source: source.id,
    passage: found,
    speaker: draft.speaker,
    chain: draft.chain,
    ...(via === undefined ? {} : { via }),
    polarity: draft.polarity ?? "asserts",
    standing,
    access: draft.access === "sealed" ? "sealed" : closed ? "restricted" : (draft.access ?? "open"),
    ...(note === undefined ? {} : { note }),
  });
}

function toValue(draft: StatementDraft, context: StatementFileContext, at: EntryLocator): StatementValue {
  const rule = propertyRule(draft.property);
  const { value } = draft;
  if (rule.value === "none" && value === undefined) return { kind: "none" };
  if (rule.value === "text") {
    if (typeof value === "string") return { kind: "text", text: { en: value } };
    const text = LocalTextSchema.safeParse(value);
    if (text.success) return { kind: "text", text: text.data };
  }
  if (rule.value === "code" && typeof value === "string" && rule.codes?.includes(value) === true)
    return { kind: "code", code: value };
  if (rule.value === "ref" && typeof value === "string") {
    const ref = parseEntry(SubjectId, value, at);
    requireNamed(ref, context, at);
    if (rule.refersTo?.includes(subjectKind(ref)) === true) return { kind: "ref", ref };
  }
  if (rule.value === "quantity") {
    if (typeof value === "number") return { kind: "quantity", min: value, max: value };
    if (typeof value === "object" && ("min" in value || "max" in value || "words" in value)) {
      return toRange(value, at);
    }
  }
  if (rule.value === "point" && typeof value === "object" && "latitude" in value)
    return { kind: "point", ...value };
  throw entryError(
    "statements/value-kind",
    at,
    `"${draft.property}" takes a value of kind ${rule.value}${rule.refersTo === undefined ? "" : ` (${rule.refersTo.join(" or ")})`}${rule.codes === undefined ? "" : ` (${rule.codes.join(", ")})`}; this one is ${JSON.stringify(value) ?? "absent"}.`,
  );
}

function toRange(
  value: {
    readonly min?: number | undefined;
    readonly max?: number | undefined;
    readonly best?: number | undefined;
    readonly words?: z.infer<typeof LocalTextSchema> | undefined;
  },
  at: EntryLocator,
): StatementValue {
  const min = value.min ?? null;
  const max = value.max ?? null;
  if (min !== null && max !== null && min > max) {
    throw entryError(
      "statements/value-kind",
      at,
      `the range ${min} … ${max} ends before it starts. Swap its ends.`,
    );
  }
  return {
    kind: "quantity",
    min,
    max,
    ...(value.best === undefined ? {} : { best: value.best }),
    ...(value.words === undefined ? {} : { words: value.words }),
  };
}

function requireNamed(id: SubjectId, context: StatementFileContext, at: EntryLocator): void {
  if (context.isNamed(id)) return;
  throw entryError(
    "statements/unknown-subject",
    at,
    `"${id}" is not named in this case. Name it in subjects.yaml: a mention never becomes a subject by itself.`,
  );
}

function requireEdtf(time: string, at: EntryLocator): void {
  try {
    parseEdtf(time);
  } catch (cause) {
    throw entryError(
      "statements/broken-date",
      at,
      `"${time}" is not an EDTF time. Write 1988, 1988-07, 1988-22 (summer), ../2017 or 1988-07/1988-12.`,
      { cause },
    );
  }
}

function findQuote(passages: PassageFinder, { quote, occurrence }: StatementDraft, at: EntryLocator) {
  try {
    return passages.find(quote, occurrence === undefined ? {} : { occurrence });
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw entryError("statements/passage", at, reason, { cause });
  }
}
