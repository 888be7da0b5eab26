/** Statement files: many statements about one source, written in YAML or JSON. */
import type { z } from "zod";
import { createPassageFinder } from "../core/index.ts";
import { readDraftTime } from "./draft-time.ts";
import { readEntryFile } from "./entry-file.ts";
import { type EntryLocator, entryError, everyEntry } from "./errors.ts";
import { placePassage, type SourceToSearch } from "./place-passage.ts";
import type { SourceToQuote } from "./source-to-quote.ts";
import { Statement, type StatementValue, withStatementId } from "./statement.ts";
import { StatementDraft, StatementFile } from "./statement-draft.ts";
import { requireMembers, toInvolvement, toOutline } from "./statement-members.ts";
import { LocalTextSchema, SubjectId, subjectKind } from "./subject.ts";
import { isStatedOf, propertyRule } from "./vocabulary.ts";
import { type EntryFile, parseEntry } from "./yaml-file.ts";

/** What a statement file is checked against: the text of its source and the subjects that the case names. */
export interface StatementFileContext {
  /** The source of a key; undefined when there is none. */
  readonly sourceOf: (key: string) => SourceToQuote | undefined;
  readonly isNamed: (id: SubjectId) => boolean;
}

/** A statement file that is read and not yet held against its source. */
export interface ParsedStatementFile {
  /** Its name, for messages. */
  readonly file: string;
  /** The key of the source that it is about. */
  readonly source: string;
  readonly entries: readonly unknown[];
  readonly defaults: z.infer<typeof StatementFile>["defaults"];
  /** Whether a statement may take the place of one that its key names and that says another thing, or is another's. */
  readonly corrections: boolean;
  readonly lineOf: (path: readonly (string | number)[]) => number | null;
}

/**
 * @param file - its name, for messages; one that ends in `.json` is read as JSON.
 * @throws InquestError "statements/yaml", "statements/json", "statements/invalid-entry", with file and line.
 */
export function parseStatementFile(text: string, file: string): ParsedStatementFile {
  const { value, lineOf }: EntryFile = readEntryFile(text, file);
  const {
    source,
    statements,
    defaults,
    corrections = false,
  } = parseEntry(StatementFile, value, {
    file,
    line: 1,
    entry: "the file",
    pointer: "",
  });
  return { file, source, entries: statements, defaults, corrections, lineOf };
}

/** `parseStatementFile` and `placeStatements` in one. */
export function readStatementFile(text: string, file: string, context: StatementFileContext): Statement[] {
  return placeStatements(parseStatementFile(text, file), context);
}

/**
 * The statements of a file, each anchored to the one place of its source where its quote stands.
 *
 * @throws InquestError with file, line, entry and JSON Pointer: "statements/invalid-entry", "statements/unknown-source",
 *   "statements/unknown-subject", "statements/subject-kind", "statements/value-kind", "statements/broken-date",
 *   "statements/missing-speaker", "statements/member", "statements/outline", "statements/involvement", or a code of
 *   `placePassage`.
 */
export function placeStatements(parsed: ParsedStatementFile, context: StatementFileContext): Statement[] {
  const { file, entries, defaults, lineOf } = parsed;
  const source = context.sourceOf(parsed.source);
  if (source === undefined) {
    throw entryError(
      "statements/unknown-source",
      { file, line: lineOf(["source"]), entry: "source", pointer: "/source" },
      `no source has the key "${parsed.source}". Name one of the case; in a case folder that is a file of "sources" without its ending.`,
    );
  }
  const searched: SourceToSearch = {
    ...source,
    passages: source.passages ?? createPassageFinder(source.text),
  };
  return everyEntry(entries, (entry, index) => {
    const at = entryAt(parsed, index);
    const draft = parseEntry(StatementDraft, entry, at);
    const named = draft.key === undefined ? at : entryAt(parsed, index, draft.key);
    const statement = toStatement({ ...defaults, ...draft }, searched, context, named);
    // What the log would hold and no reader could read again stops here.
    return parseEntry(Statement, statement, named);
  });
}

/** A statement's place in its file. Its line is found when an error names it: of very many, nearly none is. */
function entryAt(
  { file, lineOf }: ParsedStatementFile,
  index: number,
  entry = `statement ${index + 1}`,
): EntryLocator {
  return {
    file,
    get line() {
      return lineOf(["statements", index]);
    },
    entry,
    pointer: `/statements/${index}`,
  };
}

function toStatement(
  draft: StatementDraft,
  source: SourceToSearch,
  context: StatementFileContext,
  at: EntryLocator,
): Statement {
  const rule = propertyRule(draft.property);
  const kind = subjectKind(draft.subject);
  if (!isStatedOf(rule, kind)) {
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
  requireMembers(draft, at);
  for (const id of [
    draft.subject,
    draft.speaker,
    draft.place,
    draft.of,
    draft.category,
    ...(draft.lists ?? []),
  ]) {
    if (id !== undefined) requireNamed(id, context, at);
  }
  const value = toValue(draft, context, at);
  const { speaker, chain, polarity = "asserts" } = draft;
  const standing = draft.standing ?? (rule.sealedByDefault === true ? "alleged" : "reported");
  // What only says where the words stand is in the passage; everything else is carried as it was written.
  const { quote: _, occurrence: __, at: ___, seen: ____, time, said, ...carried } = draft;
  const stated = readDraftTime(time, at);
  requireTimes(draft, at);
  return withStatementId({
    ...carried,
    ...stated,
    ...(said === undefined ? {} : { said: readDraftTime(said, at).time }),
    value,
    source: source.id,
    passage: placePassage(draft, source, at),
    speaker,
    chain,
    polarity,
    standing,
    access: accessOf(draft, standing),
  });
}

function requireTimes({ time, bound, starts, ends }: StatementDraft, at: EntryLocator): void {
  if (time === undefined && (bound ?? starts ?? ends) !== undefined) {
    throw entryError(
      "statements/broken-date",
      at,
      "bound, starts and ends say how its time is meant, and it has none. Give a time.",
    );
  }
}

/** An allegation is closed whatever its recorder wrote; an involvement is encrypted unless they chose otherwise. */
function accessOf(
  { property, access }: StatementDraft,
  standing: Statement["standing"],
): Statement["access"] {
  const rule = propertyRule(property);
  if (access === "sealed" || (rule.sealedByDefault === true && access !== "restricted")) return "sealed";
  if (rule.isSensitive === true && access === undefined) return "sealed";
  return rule.restricted === true || standing === "alleged" ? "restricted" : (access ?? "open");
}

function toValue(draft: StatementDraft, context: StatementFileContext, at: EntryLocator): StatementValue {
  const rule = propertyRule(draft.property);
  const { value } = draft;
  if (rule.value === "none" && value === undefined) return { kind: "none" };
  if (rule.value === "name" && typeof value === "object" && "text" in value) {
    const { text, form = "full", language, title } = value;
    return {
      kind: "name",
      text,
      form,
      ...(language === undefined ? {} : { language }),
      ...(title === undefined ? {} : { title }),
    };
  }
  // A name may be plain words: in several languages they are one name.
  if (rule.value === "text" || rule.value === "name") {
    if (typeof value === "string") return { kind: "text", text: { en: value } };
    const text = LocalTextSchema.safeParse(value);
    if (text.success) return { kind: "text", text: text.data };
  }
  if (rule.value === "code" && typeof value === "string" && rule.codes?.includes(value) === true)
    return { kind: "code", code: value };
  if (rule.value === "ref" && typeof value === "string") {
    const ref = parseEntry(SubjectId, value, at);
    requireNamed(ref, context, at);
    if (draft.property === "subordinate-to" && ref === draft.subject)
      throw entryError(
        "statements/value-kind",
        at,
        `${ref} cannot stand under itself. Name the one above it.`,
      );
    if (rule.refersTo?.includes(subjectKind(ref)) === true) return { kind: "ref", ref };
  }
  if (rule.value === "quantity") {
    if (typeof value === "number") return { kind: "quantity", min: value, max: value };
    if (
      typeof value === "object" &&
      !("act" in value) &&
      ("min" in value || "max" in value || "words" in value)
    ) {
      return toRange(value, at);
    }
  }
  if (rule.value === "point" && typeof value === "object" && "latitude" in value)
    return { kind: "point", ...value };
  if (rule.value === "outline" && typeof value === "object" && "ring" in value) return toOutline(value, at);
  if (rule.value === "involvement" && typeof value === "object" && "act" in value) {
    const involvement = toInvolvement(value, draft.subject, at);
    requireNamed(involvement.act, context, at);
    return involvement;
  }
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
  const { best } = value;
  if (best !== undefined && ((min !== null && best < min) || (max !== null && best > max)))
    throw entryError(
      "statements/value-kind",
      at,
      `the best count ${best} lies outside of its range ${min ?? ".."} … ${max ?? ".."}.`,
    );
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
