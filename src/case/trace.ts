/** Traces: from a figure, person, site, posting or statement down to the proof of what it rests on. */
import { InquestError, pickLocal } from "../core/index.ts";
import {
  actChain,
  allFigures,
  blobLink,
  type ChainLink,
  createFigureWriter,
  type Figure,
  type FigureView,
  statementChain,
  withoutRepeats,
} from "../findings/index.ts";
import { viewPostings, viewSites } from "../registry/index.ts";
import {
  contentOf,
  isOpen,
  isOriginalHeld,
  type RecordedStatement,
  subjectKind,
} from "../statements/index.ts";
import { addressOf } from "../vault/index.ts";
import { findRow } from "./find-row.ts";
import { ownIdOf } from "./outward-ids.ts";
import { findPerson, namesOf } from "./present-people.ts";
import { publicationText } from "./present-site.ts";
import { isRestricted, restrictedError, withheldError } from "./restricted.ts";
import {
  type Below,
  chainWords,
  createSheetReader,
  importBelow,
  listsBelow,
  othersLink,
  PERSONS_SHOWN,
  personChain,
  rowBelow,
  type SheetReader,
  type TraceContext,
} from "./trace-rows.ts";
import type { StatementView, TraceView } from "./views.ts";

/** With the workbooks that were read for it. */
type Context = TraceContext & SheetReader;

/**
 * The chain of one thing, every link checked while it is made.
 *
 * @throws InquestError "case/not-found" when nothing has the id.
 */
export async function traceThing(id: string, asked: TraceContext): Promise<TraceView> {
  const context: Context = { ...asked, ...createSheetReader(asked) };
  const figure = allFigures(context.answers).find((candidate) => candidate.id === id);
  const parts = figure === undefined ? await chainOfCited(id, context) : await chainOfFigure(figure, context);
  if (parts === null) {
    throw new InquestError({
      code: "case/not-found",
      reaction: "not-found",
      message: `Nothing in this case has the id ${id}. inquest answer lists the figures; statements may be named by key.`,
      evidence: { id },
    });
  }
  const chain = withoutRepeats([...parts.chain, await context.checkpoint()]);
  return {
    figure: parts.figure,
    chain,
    originalHeld: parts.originals.every((held) => held) && parts.originals.length > 0,
    verified: chain.every((link) => link.ok),
  };
}

interface Parts extends Below {
  readonly figure: FigureView;
}

/** A statement may be called as a release calls it. */
async function chainOfCited(id: string, context: Context): Promise<Parts | null> {
  const chain = await chainOfThing(id, context);
  if (chain !== null) return chain;
  const own = ownIdOf({ ledger: context.ledger, state: context.handle.state }, id);
  return own === undefined ? null : chainOfThing(own, context);
}

async function chainOfFigure(figure: Figure, context: Context): Promise<Parts> {
  const { presenter, handle } = context;
  const writer = createFigureWriter(presenter.language, (id) => handle.state.subjects.get(id)?.value);
  const view = writer.view(figure);
  const text = presenter.translate("trace.answer", { label: view.label, value: writer.valueText(figure) });
  const answer: ChainLink = { kind: "answer", id: figure.id, text, ok: true };
  const below = await partsBelow(figure, context);
  return { figure: view, chain: [answer, ...below.chain], originals: below.originals };
}

async function partsBelow(figure: Figure, context: Context): Promise<Below> {
  const { basis } = figure;
  switch (basis.kind) {
    case "statements":
      return statementsBelow(figure.statements, context);
    case "configuration":
      return configurationBelow(context);
    case "lists":
      return listsBelow(basis.lists, basis.records, context);
    case "link":
      return linkBelow(basis.persons, context);
    case "estimate":
      return estimateBelow(basis.estimate, figure, context);
  }
}

/** What the keepers configured rests on their act alone, and on no source. */
async function configurationBelow({ handle, evidence, presenter }: Context): Promise<Below> {
  const leaf = handle.state.configLeaf;
  return { chain: leaf === null ? [] : await actChain(leaf, evidence, chainWords(presenter)), originals: [] };
}

async function statementsBelow(ids: readonly string[], context: Context): Promise<Below> {
  const chain: ChainLink[] = [];
  const originals: boolean[] = [];
  for (const id of ids) {
    const recorded = context.handle.state.statements.find(id);
    if (recorded === undefined) continue;
    const part = await statementBelow(recorded, context);
    chain.push(...part.chain);
    originals.push(...part.originals);
  }
  return { chain, originals };
}

async function statementBelow(recorded: RecordedStatement, context: Context): Promise<Below> {
  const { handle, presenter, evidence } = context;
  const sealed = handle.state.sources.get(recorded.statement.source);
  if (sealed === undefined) throw new TypeError(`statement ${recorded.statement.id} has no sealed source`);
  const source = { source: sealed.value, leafIndex: sealed.leafIndex };
  const chain = await statementChain(recorded, source, evidence, chainWords(presenter));
  return {
    chain: [...subjectLink(recorded, context), ...chain],
    originals: [isOriginalHeld(sealed.value)],
  };
}

/** The person, site or posting that a statement speaks of, as a link of its own; a site with what strangers are told. */
function subjectLink({ statement }: RecordedStatement, { handle, presenter }: Context): ChainLink[] {
  const { id, name } = presenter.named(statement.subject);
  const kind = subjectKind(statement.subject);
  if (kind === "person") return [{ kind, id, text: name, ok: true }];
  if (kind === "site") {
    const told = publicationText(id, { state: handle.state, presenter, audience: "internal" });
    return [{ kind, id, text: `${name} · ${told}`, ok: true }];
  }
  if (kind === "office" && statement.value.kind === "ref") {
    const holder = presenter.named(statement.of ?? statement.value.ref);
    const posting = `posting-${id.replace("office:", "")}-${holder.id.replace("person:", "")}`;
    return [{ kind: "posting", id: posting, text: `${holder.name}, ${name}`, ok: true }];
  }
  return [];
}

/** The recorded link, the first of the persons counted in whole, the number of the others, and every file. */
async function linkBelow(counted: readonly string[], context: Context): Promise<Below> {
  const { handle, evidence, presenter } = context;
  const words = chainWords(presenter);
  const link = handle.state.link;
  if (link === null) return { chain: [], originals: [] };
  const shown = counted.slice(0, PERSONS_SHOWN);
  const chain: ChainLink[] = [];
  for (const person of shown) chain.push(...(await personChain(person, context)));
  const { clusters, lists } = link.value;
  const names = lists.map((list) => presenter.named(`list:${list}`).name).join(", ");
  const files = await Promise.all(lists.map((list) => importBelow(list, context)));
  return {
    chain: [
      {
        kind: "statement",
        id: `link-${link.leafIndex}`,
        text: presenter.translate("trace.link", { lists: names, persons: counted.length }),
        ok: true,
      },
      ...chain,
      ...othersLink("person", counted.length - shown.length, presenter),
      blobLink(
        { sha256: addressOf(clusters), sizeBytes: clusters.sizeBytes, fileName: "clusters.csv" },
        (await evidence.readBlob(clusters)).isIntact,
        words,
      ),
      ...(await actChain(link.leafIndex, evidence, words)),
      ...files.flatMap((file) => file.chain),
    ],
    originals: files.flatMap((file) => file.originals),
  };
}

async function estimateBelow(id: string, figure: Figure, context: Context): Promise<Below> {
  const { handle, evidence, presenter } = context;
  const words = chainWords(presenter);
  const estimate = handle.state.estimates.get(id);
  if (estimate === undefined) return { chain: [], originals: [] };
  const { report, from } = estimate.value;
  const below =
    from === "clusters"
      ? await linkBelow(namedPersons(context), context)
      : await statementsBelow(figure.statements, context);
  return {
    chain: [
      {
        kind: "statement",
        id: `estimate-${id}`,
        text: presenter.translate("trace.estimate", { id }),
        ok: true,
      },
      blobLink(
        { sha256: addressOf(report), sizeBytes: report.sizeBytes, fileName: `${id}.report.json` },
        (await evidence.readBlob(report)).isIntact,
        words,
      ),
      ...(await actChain(estimate.leafIndex, evidence, words)),
      ...below.chain,
    ],
    originals: below.originals,
  };
}

/** The persons that an estimate of linked records counts. */
function namedPersons({ contents }: Context): string[] {
  const linked = contents.persons.linked ?? [];
  return linked
    .filter((person) => person.members.some((member) => member.isNamed))
    .map((person) => person.id);
}

/** Persons, sites, postings, statements and lists, as things of their own. */
async function chainOfThing(id: string, context: Context): Promise<Parts | null> {
  const { handle, presenter, contents } = context;
  const { statements } = handle.state;
  const statement = statements.find(id);
  if (statement !== undefined && isRestricted(handle.state, statement.statement))
    throw restrictedError(id, statement.statement);
  if (statement !== undefined) {
    const view = presenter.statement(statement);
    return { figure: statementFigure(view), ...(await statementBelow(statement, context)) };
  }
  if (statements.findRecorded(id) !== undefined) throw withheldError(id);
  // A row of somebody is a thing of its own; a person of one row that nothing joined is named as it is.
  const row = contents.persons.shown.some((each) => each.id === id) ? undefined : await findRow(id, context);
  if (row !== undefined) {
    const { list, row: number } = row.record;
    const label = presenter.translate("trace.row-of", {
      list: presenter.named(`list:${list}`).name,
      row: number,
    });
    return { figure: plainFigure(id, label, null), ...(await rowBelow(row, context)) };
  }
  const person = findPerson(contents, id);
  if (person !== undefined) {
    const lists = [...new Set(person.members.map((member) => member.list))];
    const files = await Promise.all(lists.map((list) => importBelow(list, context)));
    return {
      figure: plainFigure(person.id, namesOf(person)[0] ?? person.id, person.members.length),
      chain: [...(await personChain(person.id, context)), ...files.flatMap((file) => file.chain)],
      originals: files.flatMap((file) => file.originals),
    };
  }
  const sealed = handle.state.sources.get(id);
  if (sealed !== undefined && handle.state.consents.whyWithheld(id) === null) {
    const { value: source, leafIndex } = sealed;
    const words = chainWords(presenter);
    return {
      figure: plainFigure(id, pickLocal(source.title, presenter.language), null),
      chain: [
        blobLink(source, (await context.evidence.readBlob(contentOf(source))).isIntact, words),
        ...(await actChain(leafIndex, context.evidence, words)),
      ],
      originals: [isOriginalHeld(source)],
    };
  }
  const finding = handle.state.findings.get(id);
  if (finding !== undefined) {
    const { supports, contradicts, text } = finding.value;
    const below = await statementsBelow([...supports, ...contradicts], context);
    return { figure: plainFigure(id, pickLocal(text, presenter.language), null), ...below };
  }
  const site = viewSites(statements).find((candidate) => candidate.id === id);
  const posting = viewPostings(statements, handle.state.continuityOf).find(
    (candidate) => candidate.id === id,
  );
  const about = site?.life.map(({ recorded }) => recorded) ?? posting?.statements ?? null;
  if (about !== null) {
    const name = presenter.named(site?.id ?? posting?.person ?? id).name;
    const below = await statementsBelow(
      about.map((recorded) => recorded.statement.id),
      context,
    );
    return { figure: plainFigure(id, name, about.length), ...below };
  }
  // Anything else that statements speak of: a person, an office, a body, an appeal, a place.
  const open = statements.all().filter((recorded) => isOpen(recorded) && speaksOf(recorded, id));
  if (open.length > 0) {
    const below = await statementsBelow(
      open.map(({ statement: each }) => each.id),
      context,
    );
    return { figure: plainFigure(id, presenter.named(id).name, open.length), ...below };
  }
  return listOrSubject(id, context);
}

/** A list with its rows, or something that has a name in the case and of which nothing is said: the act that named it. */
async function listOrSubject(id: string, context: Context): Promise<Parts | null> {
  const { handle, presenter } = context;
  if (id.startsWith("list:")) {
    const below = await listsBelow([id.slice("list:".length)], null, context);
    if (below.chain.length > 0) return { figure: plainFigure(id, presenter.named(id).name, null), ...below };
  }
  const subject = handle.state.subjects.get(id);
  if (subject === undefined) return null;
  return {
    figure: plainFigure(id, presenter.named(id).name, null),
    chain: await actChain(subject.leafIndex, context.evidence, chainWords(presenter)),
    originals: [],
  };
}

function speaksOf({ statement }: RecordedStatement, id: string): boolean {
  const { subject, value, of, place } = statement;
  return subject === id || of === id || place === id || (value.kind === "ref" && value.ref === id);
}

/** A statement in the shape of a figure: what one speaker says. */
function statementFigure(view: StatementView): FigureView {
  return {
    ...plainFigure(view.id, labelOf(view), view.valueText === "" ? null : view.valueText),
    subject: view.subject,
    time: view.time?.edtf ?? null,
    place: view.place,
    speaker: view.speaker.name,
    statements: [view.id],
  };
}

/** An allegation is never named without its label. */
function labelOf({ standing, standingText, propertyText }: StatementView): string {
  return standing === "reported" ? propertyText : `${propertyText} (${standingText})`;
}

/** Something that is not a figure of an answer, in the shape of one. */
function plainFigure(id: string, label: string, value: number | string | null): FigureView {
  return {
    id,
    label,
    subject: { id, name: label },
    value,
    range: null,
    unit: null,
    time: null,
    place: null,
    standing: "reported",
    speaker: null,
    statements: [],
    contradictedBy: [],
  };
}
