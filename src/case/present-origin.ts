/** Where a value comes from: its statements with source, hash and who recorded them, each as a footnote too. */
import { isolate } from "../core/index.ts";
import { allFigures, type ChainLink } from "../findings/index.ts";
import type { Ledger } from "../ledger/index.ts";
import type { RecordedStatement } from "../statements/index.ts";
import type { OriginActView, OriginFileView, OriginNoteView, OriginView } from "./origin-views.ts";
import { mayLeave } from "./publication.ts";
import { traceThing } from "./trace.ts";
import type { TraceContext } from "./trace-rows.ts";

/** A dialog is read at a glance; the whole chain stands on its own page. */
const NOTES_SHOWN = 12;
/** Hexadecimal digits of a hash in a footnote: as many as nobody finds twice by chance. */
const SHORT_HASH = 16;
const ISO_DAY = 10;

interface OriginContext extends TraceContext {
  readonly ledger: Pick<Ledger, "read">;
}

/** @throws InquestError those of `traceThing`. */
export async function presentOrigin(id: string, context: OriginContext): Promise<OriginView> {
  const { presenter, handle, answers } = context;
  const trace = await traceThing(id, context);
  const figure = allFigures(answers).find((candidate) => candidate.id === id);
  const statements = trace.chain.flatMap(({ kind, id: link }) => {
    const recorded = kind === "statement" ? handle.state.statements.find(link) : undefined;
    return recorded === undefined ? [] : [recorded];
  });
  const notes = statements.slice(0, NOTES_SHOWN).map((recorded) => presentNote(recorded, context));
  const quoted = new Set(
    statements.map(({ statement }) => handle.state.sources.get(statement.source)?.value.sha256),
  );
  const checkpoint = trace.chain.find(({ kind }) => kind === "checkpoint");
  return {
    id,
    label: trace.figure.label,
    rule: presenter.translate(`origin.rule.${figure?.basis.kind ?? "thing"}`),
    notes,
    more: statements.length - notes.length,
    files: trace.chain.flatMap((link) => (quoted.has(link.sha256) ? [] : presentFile(link, id, context))),
    verified: trace.verified,
    treeSize: checkpoint?.treeSize ?? 0,
    root: checkpoint?.root ?? "",
  };
}

function presentNote(recorded: RecordedStatement, context: OriginContext): OriginNoteView {
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

function presentFile(link: ChainLink, id: string, { presenter }: OriginContext): OriginFileView[] {
  const { kind, sha256, text = "" } = link;
  if (kind !== "blob" || sha256 === undefined) return [];
  const footnote = presenter.translate("origin.footnote.file", {
    file: isolate(text),
    hash: sha256.slice(0, SHORT_HASH),
    id,
  });
  return [{ text, sha256, footnote }];
}

function presentAct(leafIndex: number, { ledger, presenter }: OriginContext): OriginActView {
  const { actor, at } = ledger.read(leafIndex);
  return { by: actor, on: presenter.day(at.slice(0, ISO_DAY)), leafIndex };
}
