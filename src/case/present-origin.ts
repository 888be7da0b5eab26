/** Where a value comes from: its statements with source, hash and who recorded them, each as a footnote too. */
import { InquestError, isolate } from "../core/index.ts";
import { allFigures, type ChainLink, type Figure } from "../findings/index.ts";
import type { RecordedStatement } from "../statements/index.ts";
import { type FoundRow, findRow } from "./find-row.ts";
import type { OriginFileView, OriginNoteView, OriginRowView, OriginView } from "./origin-views.ts";
import { presentAct, SHORT_HASH } from "./present-origin-act.ts";
import { presentOriginRow, rowsOfPerson } from "./present-origin-rows.ts";
import { findPerson } from "./present-people.ts";
import { mayLeave } from "./publication.ts";
import { traceThing } from "./trace.ts";
import { createSheetReader, rowBelow, type TraceContext } from "./trace-rows.ts";
import { type FieldValueAsked, readValueId } from "./value-id.ts";

/** A dialog is read at a glance; the whole chain stands on its own page. */
const NOTES_SHOWN = 12;
/** @throws InquestError those of `traceThing`, and "case/not-found" for a value that no row of the person gives. */
export async function presentOrigin(id: string, context: TraceContext): Promise<OriginView> {
  const asked = readValueId(id);
  if (asked !== null) return presentValueOrigin(id, asked, context);
  const { handle, answers, contents } = context;
  const isPerson = contents.persons.shown.some((each) => each.id === id);
  const row = isPerson ? undefined : await findRow(id, context);
  if (row !== undefined)
    return presentRowsOrigin({ id, trace: id, rule: "origin.rule.row", field: null, rows: [row] }, context);
  const trace = await traceThing(id, context);
  const figure = allFigures(answers).find((candidate) => candidate.id === id);
  const statements = trace.chain.flatMap(({ kind, id: link }) => {
    const recorded = kind === "statement" ? handle.state.statements.find(link) : undefined;
    return recorded === undefined ? [] : [recorded];
  });
  const notes = statements.slice(0, NOTES_SHOWN).map((recorded) => presentNote(recorded, context));
  const person = contents.persons.shown.find((candidate) => candidate.id === id);
  const members = rowsOfPerson(person?.members ?? [], handle, null);
  const rows = await presentRowsOf(members.slice(0, NOTES_SHOWN - notes.length), null, context);
  const told = new Set([
    ...statements.map(({ statement }) => handle.state.sources.get(statement.source)?.value.sha256),
    ...rows.map(({ sha256 }) => sha256),
  ]);
  const checkpoint = trace.chain.find(({ kind }) => kind === "checkpoint");
  return {
    id,
    trace: id,
    label: trace.figure.label,
    rule: ruleOf(
      { id, basis: figure?.basis.kind, isPerson: person !== undefined, isSaid: notes.length > 0 },
      context,
    ),
    notes,
    rows,
    more: statements.length + members.length - notes.length - rows.length,
    files: trace.chain.flatMap((link) => (told.has(link.sha256) ? [] : presentFile(link, id, context))),
    acts: notes.length + rows.length > 0 ? [] : presentActs(trace.chain, context),
    verified: trace.verified,
    treeSize: checkpoint?.treeSize ?? 0,
    root: checkpoint?.root ?? "",
  };
}

interface RuleAsked {
  readonly id: string;
  readonly basis: Figure["basis"]["kind"] | undefined;
  readonly isPerson: boolean;
  /** Whether any statement speaks of it. */
  readonly isSaid: boolean;
}

function ruleOf({ id, basis, isPerson, isSaid }: RuleAsked, context: TraceContext): string {
  const { presenter, handle } = context;
  const { translate } = presenter;
  if (basis !== undefined) return translate(`origin.rule.${basis}`);
  if (isPerson) return translate("origin.rule.rows");
  if (handle.state.sources.has(id)) return translate("origin.rule.source");
  const subject = isSaid || id.startsWith("list:") ? undefined : handle.state.subjects.get(id);
  if (subject === undefined) return translate("origin.rule.thing");
  const { by, on, leafIndex } = presentAct(subject.leafIndex, context);
  return translate("origin.rule.named", { by: isolate(by), on, leaf: leafIndex });
}

/** Of a field of a person: the rows that give the value. */
async function presentValueOrigin(
  id: string,
  asked: FieldValueAsked,
  context: TraceContext,
): Promise<OriginView> {
  const person = findPerson(context.contents, asked.person);
  const rows = rowsOfPerson(person?.members ?? [], context.handle, asked);
  if (person === undefined || rows.length === 0) {
    throw new InquestError({
      code: "case/not-found",
      reaction: "not-found",
      message: `No row gives the value ${id}. Ids change when records are joined or split; look at the person again.`,
      evidence: { id },
    });
  }
  const { field } = asked;
  return presentRowsOrigin({ id, trace: person.id, rule: "origin.rule.value", field, rows }, context);
}

interface RowsAsked extends Pick<OriginView, "id" | "trace"> {
  readonly rule: "origin.rule.row" | "origin.rule.value";
  readonly field: string | null;
  readonly rows: readonly FoundRow[];
}

async function presentRowsOrigin(
  { id, trace, rule, field, rows: all }: RowsAsked,
  context: TraceContext,
): Promise<OriginView> {
  const { presenter } = context;
  const found = all.slice(0, NOTES_SHOWN);
  const rows = await presentRowsOf(found, field, context);
  const reading = { ...context, ...createSheetReader(context) };
  const chains: ChainLink[] = [];
  for (const row of found) chains.push(...(await rowBelow(row, reading)).chain);
  const checkpoint = await context.checkpoint();
  const [first] = rows;
  const label =
    first === undefined
      ? id
      : presenter.translate("trace.row-of", { list: isolate(first.list.name), row: first.row });
  return {
    ...{ id, trace, rows, notes: [], files: [], acts: [] },
    label: field === null ? label : (first?.cells[0]?.raw ?? label),
    rule: presenter.translate(rule, { label: field === null ? "" : presenter.fieldLabel(field) }),
    more: all.length - found.length,
    verified: [...chains, checkpoint].every(({ ok }) => ok),
    treeSize: checkpoint.treeSize ?? 0,
    root: checkpoint.root ?? "",
  };
}

async function presentRowsOf(
  rows: readonly FoundRow[],
  field: string | null,
  context: TraceContext,
): Promise<OriginRowView[]> {
  const shown = await Promise.all(rows.map((row) => presentOriginRow(row, field, context)));
  return shown.filter((row) => row !== null);
}

function presentNote(recorded: RecordedStatement, context: TraceContext): OriginNoteView {
  const { presenter, handle } = context;
  const statement = presenter.statement(recorded);
  const source = handle.state.sources.get(recorded.statement.source);
  if (source === undefined) throw new TypeError(`statement ${statement.id} has no sealed source`);
  const { key, sha256 } = source.value;
  const act = presentAct(recorded.leafIndex, context);
  const { at, atText, quote, seen, access, standing, standingText } = statement;
  const place =
    at.kind === "text" ? presenter.translate("origin.characters", { start: at.start, end: at.end }) : atText;
  return {
    statement,
    sourceKey: key,
    sha256,
    recorded: act,
    sealed: presentAct(source.leafIndex, context),
    footnote:
      access !== "open" || !mayLeave(handle.state.consents, recorded.statement)
        ? null
        : presenter.translate("origin.footnote", {
            // An allegation that was released goes nowhere without its label.
            speaker: standing === "alleged" ? isolate(standingText) : isolate(statement.speaker.name),
            quote: isolate(quote === "" ? (seen ?? "") : quote),
            source: isolate(statement.source.name),
            place,
            hash: sha256.slice(0, SHORT_HASH),
            by: isolate(act.by),
            on: act.on,
            leaf: act.leafIndex,
            id: statement.key ?? statement.id,
          }),
  };
}

/** Who imported, linked and estimated what is counted, and when. */
function presentActs(chain: readonly ChainLink[], context: TraceContext): OriginView["acts"] {
  const leaves = chain.flatMap(({ kind, leafIndex }) =>
    kind === "act" && leafIndex !== undefined ? [leafIndex] : [],
  );
  return [...new Set(leaves)]
    .sort((one, other) => other - one)
    .slice(0, NOTES_SHOWN)
    .map((leafIndex) => ({
      ...presentAct(leafIndex, context),
      what: context.presenter.kindText(context.ledger.read(leafIndex).kind),
    }));
}

function presentFile(link: ChainLink, id: string, { presenter }: TraceContext): OriginFileView[] {
  const { kind, sha256, text = "" } = link;
  if (kind !== "blob" || sha256 === undefined) return [];
  const footnote = presenter.translate("origin.footnote.file", {
    file: isolate(text),
    hash: sha256.slice(0, SHORT_HASH),
    id,
  });
  return [{ text, sha256, footnote }];
}
