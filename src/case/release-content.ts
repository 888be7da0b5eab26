/** What a planned release says, in one language: views over the statements that go out, and over no others. */
import { type Language, pickLocal } from "../core/index.ts";
import {
  createNameGuard,
  REDACTION_PROFILES,
  type ReleaseContent,
  type ReleaseCounts,
} from "../release/index.ts";
import { createStatementStore, type RecordedStatement, SubjectId } from "../statements/index.ts";
import type { EstimateRecorded } from "./act-bodies.ts";
import type { OpenCase } from "./case-handle.ts";
import type { PostingView } from "./office-views.ts";
import type { PlannedRelease } from "./plan-release.ts";
import { presentAppealRoll } from "./present-appeals.ts";
import { presentOffices } from "./present-offices.ts";
import { presentSources } from "./present-sources.ts";
import { createPresenter, type Presenter } from "./present-statement.ts";
import { tellingOf, viewFor } from "./publication.ts";
import type { CaseReader } from "./reader.ts";
import { isForTeam, listsForTeam } from "./source-access.ts";
import type { CaseState } from "./state.ts";
import { tellSources } from "./tell-sources.ts";
import type { SiteView, StatementView } from "./views.ts";

const ISO_DAY = 10;
const MS_PER_DAY = 86_400_000;
const QUESTIONS = ["howMany", "who", "where", "offices"] as const;

interface Released {
  readonly opened: OpenCase;
  readonly planned: PlannedRelease;
  readonly reader: CaseReader;
  /** The case as far as it goes out: its statements are those that do. */
  readonly told: CaseState;
  readonly presenter: Presenter;
}

/** @param number - of the release within the case, from 1. */
export function releaseContent(
  opened: OpenCase,
  planned: PlannedRelease,
  {
    reader,
    language,
    number,
  }: { readonly reader: CaseReader; readonly language: Language; readonly number: number },
): ReleaseContent {
  const told = {
    ...opened.state,
    statements: storeOf(planned.statements),
    sources: tellSources(opened.state.sources),
  };
  const presenter = createPresenter(told, language);
  const released: Released = { opened, planned, reader, told, presenter };
  const { title, summary, fictional, standardOfProof, ledgerRoot } = reader.summary(language);
  const { size } = opened.ledger;
  const asOf = opened.ledger.read(size - 1).at.slice(0, ISO_DAY);
  return {
    head: {
      ...{ caseId: opened.config.id, title, fictional, standardOfProof, asOf },
      // Words about the case were written for those who work in it.
      summary: planned.holdsName(summary) ? "" : summary,
      ...{ profile: planned.profile.id, language, number },
      checkpoint: { treeSize: size, root: ledgerRoot },
    },
    counts: countsOf(planned),
    people: planned.people,
    fieldLabels: labelsOf(planned, opened.state, presenter),
    codeLabels: codeLabelsOf(planned, presenter),
    statements: planned.statements.map((recorded) => ({
      ...statementOf(recorded, released),
      leafIndex: recorded.leafIndex,
    })),
    figures: figuresOf(released),
    sites: sitesOf(released),
    offices: officesOf(released),
    appeals: appealsOf(released, asOf),
    estimates: estimatesOf(released),
    ...sourcesAndListsOf(released),
  };
}

export function countsOf(planned: PlannedRelease): ReleaseCounts {
  return {
    persons: planned.persons,
    statements: planned.statements.length,
    stays: planned.stays,
    sites: { told: planned.sites.length, withheld: planned.withheldSites },
    figures: { told: planned.figures.length, stay: planned.figuresThatStay.length },
  };
}

function storeOf(statements: readonly RecordedStatement[]) {
  const store = createStatementStore();
  for (const recorded of statements) store.add(recorded);
  return store;
}

function labelsOf(
  { people }: PlannedRelease,
  { lists }: CaseState,
  presenter: Presenter,
): Readonly<Record<string, string>> {
  const fields = new Set<string>([
    ...people.flatMap(({ facts }) => facts.map(({ field }) => field)),
    ...[...lists.values()].flatMap(({ value }) => value.fields.map(({ name }) => name)),
  ]);
  return Object.fromEntries([...fields].map((field) => [field, presenter.fieldLabel(field)]));
}

/** Fields whose values may be codes; a name that looks like one stays a name. */
const CODED: readonly string[] = ["sex", "age", "status", "cause"];

function codeLabelsOf({ people }: PlannedRelease, presenter: Presenter): ReleaseContent["codeLabels"] {
  const facts = people.flatMap((person) => person.facts);
  return Object.fromEntries(
    CODED.map((coded) => {
      const values = facts.filter(({ field }) => field === coded).flatMap((fact) => fact.values);
      const labels = [...new Set(values.map(({ text }) => text))].flatMap((text) => {
        const key = `code.${text}`;
        return presenter.has(key) ? [[text, presenter.translate(key)]] : [];
      });
      return [coded, Object.fromEntries(labels)];
    }),
  );
}

function statementOf(recorded: RecordedStatement, { planned, presenter }: Released): StatementView {
  const view = presenter.statement(recorded);
  return REDACTION_PROFILES[planned.profile.id].hasNotes ? view : withoutGoBetweens(viewFor(view, "public"));
}

/** Through whom somebody heard of a thing, and who translated it, may be living persons whom nobody asked. */
function withoutGoBetweens(view: StatementView): StatementView {
  const { translation } = view;
  return { ...view, via: null, translation: translation === null ? null : { ...translation, by: "" } };
}

function figuresOf({ planned, reader, presenter }: Released): ReleaseContent["figures"] {
  const told = new Set(planned.figures);
  const answers = reader.answers(presenter.language);
  return QUESTIONS.flatMap((question) =>
    answers[question]
      .filter(({ id }) => told.has(id))
      // The id of a figure that stays names what it is of.
      .map((figure) => ({
        ...figure,
        contradictedBy: figure.contradictedBy.filter((id) => told.has(id)),
        question,
      })),
  );
}

function sitesOf({ planned, reader, told, presenter }: Released): ReleaseContent["sites"] {
  const goes = new Set<string>(planned.sites);
  const isTold = ({ id }: SiteView) => goes.has(id);
  return reader
    .places(null, presenter.language, "public")
    .sites.filter(isTold)
    .map(({ id, name, status, coordinate, life }) => ({
      ...{ id, name, status: status.code, statusText: status.text },
      coarsenedKm: coarsenedKm(told, id),
      point:
        coordinate === null
          ? null
          : {
              latitude: coordinate.latitude,
              longitude: coordinate.longitude,
              accuracyM: coordinate.accuracyM,
            },
      life: life
        .filter(({ statement }) => told.statements.find(statement) !== undefined)
        .map(({ text, detail, time, speaker, polarity, statement }) => ({
          ...{ text, detail, time, speaker, polarity, statement },
        })),
    }));
}

function coarsenedKm(told: CaseState, site: string): number | null {
  const telling = tellingOf(told, SubjectId.parse(site), "public");
  return telling.kind === "coarsened" ? telling.km : null;
}

function officesOf({ planned, told, presenter }: Released): ReleaseContent["offices"] {
  return presentOffices(told, presenter).lanes.map(({ office, postings }) => ({
    office,
    postings: postings.map(({ id, person, certain, assumed, possible, statements, ...words }) => ({
      ...{ id, person, certain, assumed, possible },
      continuityText: continuityText(words, planned, presenter),
      sequenceText: words.sequenceText,
      statements: idsOf(statements),
    })),
  }));
}

/** Why somebody decided that a time was unbroken is said to commissions alone. */
function continuityText(
  { continuity, continuityText: text }: Pick<PostingView, "continuity" | "continuityText">,
  { profile, holdsName }: PlannedRelease,
  presenter: Presenter,
): string {
  const isReasoned = continuity === "decided" || continuity === "broken";
  if (!isReasoned || (profile.hasNotes && !holdsName(text))) return text;
  return presenter.translate(`continuity.${continuity}-unsaid`);
}

function appealsOf({ told, presenter }: Released, asOf: string): ReleaseContent["appeals"] {
  const on = Date.parse(asOf) / MS_PER_DAY;
  return presentAppealRoll(told, on, presenter).appeals.map((appeal) => ({
    ...{ id: appeal.id, name: appeal.name, sent: appeal.sent },
    senders: appeal.senders.map(({ name }) => name),
    addressees: appeal.addressees.map(({ name }) => name),
    asks: idsOf(appeal.asks),
    asked: appeal.asked.map(({ addressee, stateText, answers, daysWaiting }) => ({
      ...{ addressee: addressee.name, stateText, daysWaiting },
      answers: idsOf(answers),
    })),
    statements: told.statements
      .all()
      .flatMap(({ statement: { id, subject } }) => (subject === appeal.id ? [id] : [])),
  }));
}

function idsOf(statements: readonly { readonly id: string }[]): string[] {
  return statements.map(({ id }) => id);
}

/** An estimate goes out with the statements that it was made of, or with the lists. */
function restsOnWhatGoes(estimate: EstimateRecorded | undefined, told: CaseState): boolean {
  if (estimate === undefined) return false;
  const forTeam = listsForTeam(told);
  const lists = new Set(
    [...told.lists.values()].flatMap(({ value }) => value.lists.filter((list) => !forTeam.has(list))),
  );
  return (
    estimate.statements.every((id) => id.startsWith("list:") || told.statements.find(id) !== undefined) &&
    (estimate.from !== "clusters" || estimate.lists.every((list) => lists.has(list)))
  );
}

function estimatesOf({ opened, planned, reader, told, presenter }: Released): ReleaseContent["estimates"] {
  // Where two lists have one source, a warning names it, also where it is a list for the team.
  const namesTeamList = createNameGuard(namesOfLists(told, listsForTeam(told)), 1);
  return reader
    .estimate(presenter.language)
    .tables.filter(({ id }) => !planned.leftOut.includes(id))
    .filter(({ id }) => restsOnWhatGoes(opened.state.estimates.get(id)?.value, told))
    .map(({ id, lists, n, cells, methods, warnings, refused, assumption, linkage }) => ({
      ...{ id, lists, n, cells, refused },
      warnings: warnings.map(({ code, text }) => ({
        code,
        text: namesTeamList(text) ? presenter.translate("warning.unsaid") : text,
      })),
      assumption: planned.holdsName(assumption) ? "" : assumption,
      methods: methods.map(({ name, title, point, interval, kindText }) => ({
        ...{ name, title, point, interval, kindText },
      })),
      linkageText: linkage?.text ?? null,
    }));
}

/** In every language, with what they are imported as. */
function namesOfLists({ subjects }: CaseState, lists: ReadonlySet<string>): string[] {
  return [...lists].flatMap((list) => [
    list,
    ...Object.values(subjects.get(`list:${list}`)?.value.names ?? {}).filter((name) => name !== undefined),
  ]);
}

function sourcesAndListsOf({
  opened,
  planned,
  told,
  presenter,
}: Released): Pick<ReleaseContent, "sources" | "lists"> {
  const lists = [...opened.state.lists.values()].flatMap(({ value }) => {
    const { of, lists: names, fields, source, recordCount } = value;
    const { state } = opened;
    if (state.consents.whyWithheld(source) !== null || isForTeam(state, source)) return [];
    return names.map((name) => ({
      ...{ id: `list:${name}`, name: presenter.named(`list:${name}`).name, of, source },
      records: planned.rowsOfList.get(name) ?? recordCount,
      fields: fields.map((field) => field.name),
    }));
  });
  const needed = new Set([
    ...planned.statements.map(({ statement }) => statement.source),
    ...lists.map(({ source }) => source),
  ]);
  const sources = presentSources(opened, presenter)
    .filter(({ id, title, isEncrypted }) => needed.has(id) && !isEncrypted && !planned.holdsName(title))
    .map(({ id, roleText, original, mediaType, sha256, sizeBytes, sealedAt }) => ({
      ...{ id, mediaType, sha256, sizeBytes, sealedAt },
      title: pickLocal(told.sources.get(id)?.value.title ?? {}, presenter.language),
      roleText: original !== null && planned.holdsName(original) ? null : roleText,
      leafIndex: told.sources.get(id)?.leafIndex ?? 0,
    }));
  return { sources, lists };
}
