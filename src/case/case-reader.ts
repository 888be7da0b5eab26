/** A reader over an open case: contents in memory, sources and traces from the sealed files. */
import { type Language, parseEdtf, pickLocal } from "../core/index.ts";
import {
  type Answers,
  type AnswersView,
  allFigures,
  answerQuestions,
  createFigureWriter,
  type Figure,
  type FigureView,
  type FigureWriter,
  voiceOf,
  writeAnswers,
} from "../findings/index.ts";
import { createNameIndex, viewAppeals, viewPostings, viewSites } from "../registry/index.ts";
import { isOriginalHeld, timeOf } from "../statements/index.ts";
import { presentAllegations } from "./allegations.ts";
import { askChainOfCommand, askPostings, askWhoHeld } from "./ask-offices.ts";
import { columnsOfLinkedEstimate } from "./bound-of-persons.ts";
import { type CaseContents, readCaseContents } from "./case-contents.ts";
import type { OpenCase } from "./case-handle.ts";
import { checkSource } from "./check-source.ts";
import { countConfirmation } from "./confirm-persons.ts";
import { createEvidence } from "./evidence.ts";
import { presentFindings, presentWhatWouldChange } from "./findings-of-case.ts";
import { tryImport } from "./import-source.ts";
import { personImports } from "./link-input.ts";
import { countListed, presentRecommendations, presentRollCall, presentRollCalls } from "./listed-appeals.ts";
import { presentMentions } from "./mentions.ts";
import { createPeopleCounter } from "./people-facets.ts";
import { presentAppealRoll } from "./present-appeals.ts";
import { NO_CUTS, presentCuts } from "./present-cuts.ts";
import { presentConsents, presentTwoPersons } from "./present-decisions.ts";
import { presentEstimate } from "./present-estimate.ts";
import { findGrades } from "./present-grades.ts";
import { presentJudgements } from "./present-judgements.ts";
import { presentOffices } from "./present-offices.ts";
import { presentOrigin } from "./present-origin.ts";
import { createPageReader } from "./present-page.ts";
import { presentPassages } from "./present-passages.ts";
import { namesOf, presentPeople, presentPerson } from "./present-people.ts";
import { presentStatedPerson } from "./present-person.ts";
import { presentNoPersons, presentPersonChecks } from "./present-person-checks.ts";
import { presentPlaces } from "./present-places.ts";
import { presentProvenance } from "./present-provenance.ts";
import {
  presentCited,
  presentPersonVisibility,
  presentPublished,
  presentReleasePlan,
} from "./present-release.ts";
import { presentNamedPair, presentReview, presentUnlinked } from "./present-review.ts";
import { presentRows } from "./present-rows.ts";
import { presentSitePage, presentWatchList } from "./present-site.ts";
import { presentSource, presentSources } from "./present-sources.ts";
import { createPresenter, type Presenter } from "./present-statement.ts";
import { presentStrata } from "./present-strata.ts";
import { presentTable } from "./present-table.ts";
import { presentVocabulary } from "./present-vocabulary.ts";
import { presentNews, presentWorkLeft } from "./present-work.ts";
import { previewJoin, previewSplit } from "./preview-persons.ts";
import type { CaseReader } from "./reader.ts";
import { reproduceEstimate } from "./reproduce-estimate.ts";
import { NO_OUTLOOK, presentOutlook } from "./review-outlook.ts";
import { createCaseSearch } from "./search-case.ts";
import { createSubjectSearch } from "./search-subjects.ts";
import { showPublished } from "./show-published.ts";
import { showReleaseChanges, showReleases } from "./show-releases.ts";
import { readCopy } from "./source-content.ts";
import { readSourceMedia } from "./source-media.ts";
import { traceThing } from "./trace.ts";
import type { CaseAnswersView, FigureOnScreen, FootingView } from "./views.ts";

/**
 * Reads a case. The reader goes on with the case as statements, subjects and sources are recorded; after other acts a
 * face makes a new one (`keep-up.ts`).
 */
export async function readCase(opened: OpenCase): Promise<CaseReader> {
  return (await makeReader(opened)).reader;
}

/** A reader, and how to end what it keeps up when another takes its place. */
export interface MadeReader {
  readonly reader: CaseReader;
  /** What it was made from, and its figures with all that is behind them. */
  readonly contents: CaseContents;
  figures(): readonly Figure[];
  release(): void;
}

/** The same for whoever replaces its readers. */
export async function makeReader(opened: OpenCase): Promise<MadeReader> {
  const contents = await readCaseContents(opened);
  opened.look();
  const { state, config } = opened;
  let answered = { shown: opened.upTo.shown, answers: answerQuestions(contents.facts) };
  const answersNow = (): Answers => {
    const { shown } = opened.upTo;
    if (shown !== answered.shown) answered = { shown, answers: answerQuestions(contents.facts) };
    return answered.answers;
  };
  const index = createNameIndex(contents.persons.shown, (person) => [
    ...namesOf(person),
    ...person.members.map((member) => member.recordId),
  ]);
  const finder = { index, counter: createPeopleCounter(state, contents) };
  const everything = createCaseSearch(opened, contents);
  const subjects = createSubjectSearch(state);
  const pages = createPageReader(opened);
  const evidence = createEvidence(opened);
  const presenterOf = (language: Language) => createPresenter(state, language);
  const writerOf = (language: Language) =>
    createFigureWriter(language, (id) => state.subjects.get(id)?.value);
  const onScreen = (figures: readonly Figure[], language: Language) => {
    const [writer, presenter] = [writerOf(language), presenterOf(language)];
    return figures.map((figure) => showFigure(figure, { writer, presenter, contents, opened }));
  };

  const traceContext = (language: Language) => ({
    handle: opened,
    contents,
    ledger: opened.ledger,
    answers: answersNow(),
    presenter: presenterOf(language),
    ...evidence(language),
  });

  const previewContext = async (language: Language) => {
    const writer = writerOf(language);
    return {
      ...{ desk: await opened.review.open(), state, actor: opened.actor, contents },
      presenter: presenterOf(language),
      labelOf: (figure: Figure) => writer.view(figure).label,
    };
  };

  const reader: CaseReader = {
    id: config.id,
    summary: (language) => ({
      id: config.id,
      title: pickLocal(config.title, language),
      summary: pickLocal(config.summary ?? {}, language),
      fictional: config.fictional,
      standardOfProof: config.standardOfProof,
      counts: {
        sources: state.sources.size,
        statements: state.statements.size,
        records: contents.persons.records.length,
        persons: contents.persons.linked?.length ?? 0,
        sites: viewSites(state.statements).length,
        postings: viewPostings(state.statements, state.continuityOf).length,
        appeals: viewAppeals(state.statements).length,
        acts: opened.ledger.size,
      },
      ledgerRoot: opened.ledger.root,
      upTo: everything.upTo(),
    }),
    plainAnswers: (language) => plainAnswers(opened, answersNow(), writerOf(language), language),
    answers(language): AnswersView<FigureOnScreen> {
      const answers = answersNow();
      return {
        howMany: onScreen(answers.howMany, language),
        who: onScreen(answers.who, language),
        where: onScreen(answers.where, language),
        offices: onScreen(answers.offices, language),
      };
    },
    trace: (id, language) => traceThing(id, traceContext(language)),
    origin: (id, language) => presentOrigin(id, traceContext(language)),
    sources: (language) => presentSources(opened, presenterOf(language)),
    source: (id, language) => presentSource(opened, contents, id, presenterOf(language)),
    table: (id, settings, language) => presentTable(opened, id, settings, presenterOf(language)),
    rows: (id, asked, language) => presentRows(opened, contents, id, asked, presenterOf(language)),
    tryImport: (id, asked) => tryImport(opened, id, asked),
    media: (id) => readSourceMedia(opened, id),
    page: (id, number, language) => pages.page(id, number, presenterOf(language)),
    checkSource: (id, language) =>
      checkSource(id, { state, presenter: presenterOf(language), evidence: evidence(language).evidence }),
    vocabulary: (language) => presentVocabulary(presenterOf(language)),
    subjects: (query, language) => subjects.search(query, presenterOf(language)),
    people: (query, language) => presentPeople(state, contents, finder, query, presenterOf(language)),
    person: (id, language) => presentPerson(state, contents, id, presenterOf(language)),
    personVisibility: (id, language) => presentPersonVisibility(opened, contents, id, presenterOf(language)),
    releasePlan: (asked, language) => {
      const figures = allFigures(answersNow());
      return presentReleasePlan(
        opened,
        asked,
        { contents, figures, onScreen: onScreen(figures, language) },
        presenterOf(language),
      );
    },
    published: () => showPublished(opened),
    publishedRelease: (number, language) => presentPublished(opened, number, language),
    citedFigure: (cited, language) => presentCited(opened, reader, cited, language),
    statedPerson: (word, language) => presentStatedPerson(state, word, presenterOf(language)),
    places: (on, language, audience = "internal") =>
      presentPlaces(state, contents, { on, audience }, presenterOf(language)),
    offices: (language) => presentOffices(state, presenterOf(language)),
    allegations: (language) => presentAllegations(state, presenterOf(language)),
    whoHeld: (question, language) => askWhoHeld(state, question, presenterOf(language)),
    postings: (person, language) => askPostings(state, person, presenterOf(language)),
    chainOfCommand: (question, language) => askChainOfCommand(state, question, presenterOf(language)),
    watchList: (question, language) => presentWatchList(state, question, presenterOf(language)),
    site: (question, language) => presentSitePage(state, question, presenterOf(language)),
    search: (query, language) => everything.search(query, presenterOf(language)),
    findings: (language) => presentFindings(state, config.standardOfProof, presenterOf(language)),
    whatWouldChange: (id, language) => presentWhatWouldChange(state, contents, id, presenterOf(language)),
    confirmation: (language) => countConfirmation(state, contents, presenterOf(language)),
    mentions: (language) => presentMentions(state, presenterOf(language)),
    provenance: (language) => presentProvenance(state, presenterOf(language)),
    releases: () => showReleases(opened),
    releaseChanges: (list, number) => showReleaseChanges(opened, list, number),
    grades: (word, language) => findGrades(state, word, presenterOf(language)),
    passages: async (source, copy, language) =>
      presentPassages(
        state,
        source,
        copy === null ? null : await readCopy(opened, copy),
        presenterOf(language),
      ),
    appealRoll: (on, language) => ({
      ...presentAppealRoll(state, on, presenterOf(language)),
      listed: countListed(contents.listedAppeals),
    }),
    recommendations: (query, language) =>
      presentRecommendations(contents.listedAppeals, query, presenterOf(language)),
    rollCalls: (language) => presentRollCalls(contents.listedAppeals, presenterOf(language)),
    rollCall: (id, language) => presentRollCall(contents.listedAppeals, id, presenterOf(language)),
    consents: () => presentConsents(state),
    review: async (query, language) => ({
      ...(state.link === null
        ? presentUnlinked(opened.actor, query)
        : presentReview(await opened.review.open(), opened.actor, query, presenterOf(language))),
      personLists: personImports(state).length,
    }),
    linkCuts: async (language) =>
      state.link === null
        ? NO_CUTS
        : presentCuts({
            ...(await previewContext(language)),
            columns: columnsOfLinkedEstimate(state, config),
          }),
    strata: (by, language) =>
      presentStrata({ state, config, contents, presenter: presenterOf(language) }, by),
    reviewOutlook: async (language) =>
      state.link === null ? NO_OUTLOOK : presentOutlook(await previewContext(language)),
    reviewPair: async (question, language) =>
      presentNamedPair(await opened.review.open(), opened.actor, question, presenterOf(language)),
    personChecks: async (query, language) => ({
      ...(state.link === null
        ? presentNoPersons(opened.actor, query)
        : presentPersonChecks(
            { desk: await opened.review.open(), state, actor: opened.actor },
            query,
            presenterOf(language),
          )),
      personLists: personImports(state).length,
    }),
    splitPreview: async (rows, language) => previewSplit(await previewContext(language), rows),
    joinPreview: async (question, language) => previewJoin(await previewContext(language), question),
    judgements: async (language) =>
      presentJudgements(await opened.review.open(), opened.actor, presenterOf(language)),
    twoPersons: () => presentTwoPersons(state, opened.config),
    work: async (since, language) => {
      const queue = { queue: "open", sample: { seed: 1, size: 1 }, offset: 0, limit: 0 } as const;
      const { waiting } = await reader.review(queue, language);
      const presenter = presenterOf(language);
      return {
        left: presentWorkLeft(opened, waiting, presenter),
        news: presentNews(opened, since, presenter),
      };
    },
    reproduction: (id, language) => reproduceEstimate(contents.reports, id, language),
    estimate: (language) => {
      const reported = answersNow().howMany.filter(
        (figure) => figure.standing === "reported" && figure.group === "howMany.persons-killed",
      );
      return presentEstimate(opened, contents, onScreen(reported, language), presenterOf(language));
    },
  };
  return { reader, contents, figures: () => allFigures(answersNow()), release: everything.release };
}

function plainAnswers(
  opened: OpenCase,
  answers: Answers,
  writer: FigureWriter,
  language: Language,
): CaseAnswersView {
  const { id, title, fictional } = opened.config;
  return { id, title: pickLocal(title, language), fictional, answers: writeAnswers(answers, writer) };
}

interface ShowContext {
  readonly writer: FigureWriter;
  readonly presenter: Presenter;
  readonly contents: CaseContents;
  readonly opened: OpenCase;
}

function showFigure(figure: Figure, { writer, presenter, contents, opened }: ShowContext): FigureOnScreen {
  const view: FigureView = writer.view(figure);
  return {
    ...view,
    valueText: writer.valueText(figure),
    timeText: timeTextOf(figure, presenter, opened),
    footing: footingOf(figure, contents, opened),
    group: figure.group,
  };
}

/** The figure's time; in the calendar and as fine as it was written where a statement behind it keeps its words. */
function timeTextOf(
  { time, statements }: Figure,
  presenter: Presenter,
  { state }: OpenCase,
): FigureOnScreen["timeText"] {
  if (time === null) return null;
  const written = statements
    .map((id) => state.statements.find(id)?.statement)
    .find((statement) => statement?.time === time && statement.timeAsWritten !== undefined);
  const span = written === undefined ? null : timeOf(written);
  return presenter.time(span ?? parseEdtf(time));
}

/** How many sealed sources, statements and records a figure stands on. */
function footingOf(figure: Figure, contents: CaseContents, { state }: OpenCase): FootingView {
  const recorded = figure.statements.flatMap((id) => state.statements.find(id) ?? []);
  const lists = figure.statements
    .filter((id) => id.startsWith("list:"))
    .map((id) => id.slice("list:".length));
  const imports = [...state.lists.values()].filter(({ value }) =>
    value.lists.some((list) => lists.includes(list)),
  );
  const sourceIds = new Set([
    ...recorded.map(({ statement }) => statement.source),
    ...imports.map(({ value }) => value.source),
  ]);
  const sources = [...sourceIds].flatMap((id) => state.sources.get(id)?.value ?? []);
  return {
    sealedSources: sources.length,
    originalsHeld: sources.filter(isOriginalHeld).length,
    statements: recorded.length,
    records: contents.facts.lists
      .filter((list) => lists.includes(list.name))
      .reduce((sum, list) => sum + list.records.length, 0),
    reviewed: recorded.filter(({ statement }) => state.statusOf(statement.id).status === "accepted").length,
    voices: new Set(recorded.map(({ statement }) => voiceOf(statement.speaker, contents.facts.subjectOf)))
      .size,
  };
}
