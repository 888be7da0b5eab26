/** What a release by a profile would hold, what not and why, and which decisions are missing. Nothing is written here. */
import { compareText, InquestError } from "../core/index.ts";
import type { Figure, FigureView } from "../findings/index.ts";
import { type Person, personIdOf, viewSites } from "../registry/index.ts";
import {
  createNameGuard,
  createSameName,
  mayTellFields,
  type PersonToRelease,
  type ProfileId,
  REDACTION_PROFILES,
  type RedactionProfile,
  type ReleasedPerson,
  redactPerson,
  type Sought,
  type Visibility,
} from "../release/index.ts";
import {
  hasAgreed,
  isAllegation,
  type RecordedStatement,
  type Statement,
  type SubjectId,
} from "../statements/index.ts";
import type { CaseContents } from "./case-contents.ts";
import type { CaseHandle } from "./handle.ts";
import { hiddenNames, isNamed } from "./hidden-names.ts";
import { createPlaceGuard, type HiddenPlaces, hiddenPlaces, type PlaceGuard } from "./hidden-places.ts";
import { judgementsToLink } from "./linked-judgements.ts";
import { findNamesakes, type Namesake } from "./namesakes.ts";
import { notToBeFound, wordsOfStatement } from "./not-to-be-found.ts";
import type { CaseRecord } from "./persons.ts";
import { namesOf } from "./present-people.ts";
import { tellingOf } from "./publication.ts";
import type { StatementStays } from "./published-releases.ts";
import { type DecidedPersons, decidePersons } from "./resolve-visibility.ts";
import { isRestricted } from "./restricted.ts";
import { type CellsToLookAt, findSmallCells, type SmallCell } from "./small-cells.ts";
import { isForTeam, listsForTeam } from "./source-access.ts";
import type { CaseState } from "./state.ts";

/** A decision without which nothing is released. */
export type MissingDecision =
  /** Of persons whom rows of a list name. */
  | { readonly is: "list"; readonly list: string; readonly persons: number }
  /** Of a person or a site of whom statements speak, or of a speaker. */
  | { readonly is: "person" | "speaker" | "site"; readonly id: SubjectId };

export interface ReleasePlan {
  readonly profile: RedactionProfile;
  readonly missing: readonly MissingDecision[];
  /** Persons whom lists name, by what is decided of them. */
  readonly persons: Readonly<Record<Visibility, number>>;
  /** Those who are shown, in the order of what is shown of them. */
  readonly people: readonly ReleasedPerson[];
  /** Rows that somebody decided on and that the latest release of their list does not hold, or not without doubt. */
  readonly lostDecisions: DecidedPersons["lost"];
  readonly statements: readonly RecordedStatement[];
  readonly stays: Readonly<Record<StatementStays, number>>;
  /** Which they are, for those who decide: no release holds it. */
  readonly statementsThatStay: readonly StatementThatStays[];
  /** Ids of the sites that are told, and how many are not. */
  readonly sites: readonly SubjectId[];
  readonly withheldSites: number;
  /** Ids of figures that rest on nothing that stays, and those that do not go out. */
  readonly figures: readonly string[];
  readonly figuresThatStay: readonly string[];
  /** Ids of figures and estimates that somebody left out. */
  readonly leftOut: readonly string[];
  /** Cells of what is told that tell of few persons who are not shown in full: a warning, and no obstacle. */
  readonly smallCells: readonly SmallCell[];
  /** Of those who are shown, who may be somebody who is not: a warning too. */
  readonly namesakes: readonly Namesake[];
}

export interface StatementThatStays {
  readonly id: string;
  readonly key: string | null;
  readonly why: StatementStays;
}

/** A plan, with what its words are looked through by. */
export interface PlannedRelease extends ReleasePlan {
  /** Whether words name somebody who is not to be named, or a site that is told nothing of. */
  readonly holdsName: (text: string) => boolean;
  /** What goes out as it stands in the case is looked through more closely. */
  readonly guards: {
    /** The same as `holdsName`, and names of one word, and of sites that are told coarsely. */
    readonly holdsAnyName: (text: string) => boolean;
    /** The same, and a single word of a person's name: nobody tells by machine of whom it speaks. */
    readonly holdsWordOfName: (text: string) => boolean;
    /** Whether a statement goes out by what is decided, also one that another corrected. */
    readonly mayGo: (statement: Statement) => boolean;
  };
  /** Ids of rows by the id of the person they are of: each is what its person's id would be, if it were the only row. */
  readonly rowIds: ReadonlyMap<string, readonly string[]>;
  /** Of lists of persons and of sites, by their name: a file may hold several. */
  readonly rowsOfList: ReadonlyMap<string, number>;
  /** What must stand nowhere in what is written, and does not by the plan. */
  readonly notToBeFound: () => readonly Sought[];
}

/** What a plan looks at beside the state of the case. */
interface Answered {
  readonly contents: CaseContents;
  /** Of the case, with what is behind each, and as they are written in a language. */
  readonly figures: readonly Figure[];
  readonly views: readonly FigureView[];
  /** Ids of figures and estimates that somebody leaves out. */
  readonly leftOut: readonly string[];
}

export async function planRelease(
  handle: CaseHandle,
  profileId: ProfileId,
  { contents, figures, views, leftOut }: Answered,
): Promise<PlannedRelease> {
  requireKnown(leftOut, figures, contents);
  const profile = REDACTION_PROFILES[profileId];
  const { state } = handle;
  const listed = await decidePersons(handle, contents.persons);
  const sites = planSites(state);
  const hidden = hiddenNames(listed, state);
  const names = hidden.map(({ name }) => name);
  // A name of one word stands in many texts; where it is all of a text, the text is the name.
  const isSite = createSameName(hidden.flatMap(({ of, name }) => (of.startsWith("site:") ? [name] : [])));
  const namesOne = createNameGuard(names);
  const holdsName = (text: string) => namesOne(text) || isSite(text);
  const places = hiddenPlaces(state);
  // What goes out as it is may say where a site lies that is told coarsely.
  const vague = namesOfVagueSites(state);
  const persons = hidden.flatMap(({ of, name }) => (/^(?:site|speaker):/u.test(of) ? [] : [name]));
  const stated = planStatements(state, profile, { holdsName, places });
  const goes = new Set(stated.statements.map(({ statement }) => statement.id));
  // An estimate of rows whose consent was taken back since stands in the log, and goes nowhere.
  const forTeam = listsForTeam(state);
  const lists = new Set(
    [...state.lists.values()].flatMap(({ value }) =>
      value.lists.flatMap((list) => (forTeam.has(list) ? [] : [`list:${list}`])),
    ),
  );
  const isTold = (id: string) => (id.startsWith("list:") ? lists.has(id) : goes.has(id));
  const mayGo = (id: string) => !leftOut.includes(id);
  // The words of a row by which figures are told apart, such as its place, may name somebody.
  const asked = views.map(({ id, label, place, statements }) => {
    const isNaming = [`${label} / ${place ?? ""}`, place ?? ""].some(holdsName);
    return { id, goes: mayGo(id) && statements.every(isTold) && !isNaming };
  });
  const told = new Set(asked.flatMap((each) => (each.goes ? [each.id] : [])));
  const people = redactAll(listed, {
    profile,
    holdsName,
    withoutPlace: createPlaceGuard(places.all),
    forTeam,
  });
  return {
    ...{ profile, holdsName },
    guards: {
      holdsAnyName: createNameGuard([...names, ...vague], 1),
      holdsWordOfName: createNameGuard([...names, ...vague, ...persons.flatMap(wordsOfName)], 1),
      mayGo: (statement) =>
        whyStatementStays(state, statement, profile, { holdsName, places }) === null &&
        undecidedOf(state, statement).length === 0,
    },
    rowIds: rowIdsOf(listed, forTeam),
    rowsOfList: new Map(contents.facts.lists.map(({ name, records }) => [name, records.length])),
    notToBeFound: () =>
      notToBeFound(state, { profile, hidden, places: places.all, people, statements: stated.statements }),
    missing: [
      ...listed.lists.map((each): MissingDecision => ({ is: "list", ...each })),
      ...stated.missing,
      ...sites.missing,
    ],
    persons: listed.counts,
    people,
    lostDecisions: listed.lost,
    statements: stated.statements,
    stays: stated.stays,
    statementsThatStay: stated.statementsThatStay,
    sites: sites.told,
    withheldSites: sites.withheld,
    figures: [...told],
    leftOut,
    smallCells: findSmallCells(
      cellsOf(listed, contents, { figures: figures.filter(({ id }) => told.has(id)), mayGo }),
      profile.k,
    ),
    namesakes: findNamesakes(listed, { hidden, forTeam, apart: await judgedApart(handle, contents) }),
    figuresThatStay: asked.filter((each) => !each.goes).map(({ id }) => id),
  };
}

/** Pairs of rows that people judged to be two persons. */
async function judgedApart(handle: CaseHandle, { persons }: CaseContents) {
  const judged = await judgementsToLink(
    handle,
    persons.records.map(({ record }) => record),
  );
  return judged.filter(({ decision }) => decision === "different");
}

function requireKnown(leftOut: readonly string[], figures: readonly Figure[], { facts }: CaseContents): void {
  const known = new Set([...figures, ...facts.estimates].map(({ id }) => id));
  const unknown = leftOut.find((id) => !known.has(id));
  if (unknown === undefined) return;
  throw new InquestError({
    code: "case/not-found",
    reaction: "not-found",
    message: `The case has no figure and no estimate "${unknown}" to leave out. inquest answer --json lists the figures.`,
    evidence: { id: unknown },
  });
}

function cellsOf(
  { decided }: DecidedPersons,
  { facts, reports }: CaseContents,
  { figures, mayGo }: { readonly figures: readonly Figure[]; readonly mayGo: (id: string) => boolean },
): CellsToLookAt {
  return {
    figures,
    persons: decided.map(({ person: { id, members }, visibility }) => ({ id, members, visibility })),
    tables: facts.estimates
      .filter(({ id, from }) => from === "clusters" && mayGo(id))
      .map(({ id, lists }) => ({
        ...{ id, lists },
        joined: (reports.get(id)?.joined ?? []).map((each) => each.lists),
      })),
  };
}

/** By what is shown alone: the order of the rows would tell which of them somebody's initials are. */
function redactAll(
  { decided }: DecidedPersons,
  {
    profile,
    holdsName,
    withoutPlace,
    forTeam,
  }: {
    readonly profile: RedactionProfile;
    readonly holdsName: (text: string) => boolean;
    readonly withoutPlace: PlaceGuard;
    /** Lists of which no row goes out. */
    readonly forTeam: ReadonlySet<string>;
  },
): ReleasedPerson[] {
  const orderOf = ({ names, facts, id }: ReleasedPerson) => JSON.stringify([names, facts, id]);
  return decided
    .flatMap(({ person, visibility }) => {
      const members = toldMembers(person, forTeam);
      const known: PersonToRelease = {
        // The id of the case may be made of a row that stays: whoever guessed at that row would find it confirmed.
        id: personIdOf(members),
        names: namesOf({ ...person, members }),
        rows: members.map(({ list, record }) => ({ list, fields: withoutPlace(record.fields) })),
      };
      return redactPerson(known, visibility, profile, holdsName) ?? [];
    })
    .sort((a, b) => compareText(orderOf(a), orderOf(b)));
}

function toldMembers({ members }: Person<CaseRecord>, forTeam: ReadonlySet<string>): readonly CaseRecord[] {
  return members.filter(({ list }) => !forTeam.has(list));
}

function rowIdsOf({ decided }: DecidedPersons, forTeam: ReadonlySet<string>): PlannedRelease["rowIds"] {
  return new Map(
    decided.flatMap(({ person }) => {
      const told = toldMembers(person, forTeam);
      if (told.length === 0) return [];
      return [[personIdOf(told), person.members.map((member) => personIdOf([member]))] as const];
    }),
  );
}

/** But for single letters, which are in every text. */
function wordsOfName(name: string): string[] {
  return name.match(/[\p{L}\p{M}\p{N}]{2,}/gu) ?? [];
}

/** Of sites that are not told exactly. */
function namesOfVagueSites(state: CaseState): string[] {
  return [...state.subjects.values()].flatMap(({ value: { id, names } }) => {
    const isVague = id.startsWith("site:") && tellingOf(state, id, "public").kind !== "exact";
    return isVague ? Object.values(names).filter((name) => name !== undefined) : [];
  });
}

function planSites(state: CaseState) {
  const sites = viewSites(state.statements).map(({ id }) => id);
  const missing = sites
    .filter((id) => state.publicationOf(id) === undefined)
    .map((id): MissingDecision => ({ is: "site", id }));
  // The public's telling of a site is everybody's: where graves lie endangers them, whoever asks.
  const told = sites.filter((id) => tellingOf(state, id, "public").kind !== "withheld");
  return { missing, told, withheld: sites.length - told.length };
}

/** What no statement may tell. */
interface Hidden {
  readonly holdsName: (text: string) => boolean;
  readonly places: HiddenPlaces;
}

function planStatements(state: CaseState, profile: RedactionProfile, hidden: Hidden) {
  const stays: Record<StatementStays, number> = {
    ...{ access: 0, allegation: 0, consent: 0, status: 0, person: 0, site: 0, field: 0 },
  };
  const undecided = new Set<SubjectId>();
  const statements: RecordedStatement[] = [];
  const statementsThatStay: StatementThatStays[] = [];
  // Of what is withheld nothing is told but how many there are.
  for (const recorded of state.statements.recorded()) {
    const { statement } = recorded;
    const why = whyStatementStays(state, statement, profile, hidden);
    const open = why === null ? undecidedOf(state, statement) : [];
    if (open.length > 0) for (const id of open) undecided.add(id);
    else if (why === null) statements.push(recorded);
    else {
      stays[why] += 1;
      statementsThatStay.push({ id: statement.id, key: statement.key ?? null, why });
    }
  }
  const missing = [...undecided]
    .sort(compareText)
    .map((id): MissingDecision => ({ is: id.startsWith("speaker:") ? "speaker" : "person", id }));
  return { stays, statementsThatStay, statements, missing };
}

function whyStatementStays(
  state: CaseState,
  statement: Statement,
  profile: RedactionProfile,
  { holdsName, places }: Hidden,
): StatementStays | null {
  const why = whyItStays(state, statement, profile);
  if (why !== null) return why;
  if (places.isToldBy(statement)) return "site";
  if (!mayTellFields(statement, profile)) return "field";
  return wordsOfStatement(state, statement, profile).some(holdsName) ? "person" : null;
}

function whyItStays(
  state: CaseState,
  statement: Statement,
  { access, scope }: RedactionProfile,
): StatementStays | null {
  if (state.consents.isWithheld(statement)) return "consent";
  if (isForTeam(state, statement.source)) return "access";
  if (isRestricted(state, statement)) return isAllegation(statement) ? "allegation" : "access";
  const isReleasedAllegation = state.allegationRelease(statement.id) !== undefined;
  if (!isReleasedAllegation && !access.includes(statement.access)) return "access";
  if (!hasAgreed(state.consents.scopeOf(statement), scope)) return "consent";
  if (state.statusOf(statement.id).status === "withdrawn") return "status";
  const subject = personOf(state, statement.subject);
  // Of a mention nobody decided who it is, so nobody can have decided whether it may be shown.
  if (subject.startsWith("mention:")) return "person";
  const ofSpeaker = state.visibilities.of(statement.speaker)?.visibility;
  if (ofSpeaker !== undefined && !isNamed(ofSpeaker)) return "person";
  for (const named of namedIn(state, statement)) {
    if (named.startsWith("site:") && tellingOf(state, named, "public").kind !== "exact") return "site";
    const decided = state.visibilities.of(named)?.visibility;
    // Whoever holds an office is named as its holder, unless somebody decided otherwise.
    if (decided !== undefined && (named === subject ? decided !== "full" : !isNamed(decided)))
      return "person";
  }
  return null;
}

/** Whom a statement would show, and nobody decided whether it may: whom it is about, and who says it. */
function undecidedOf(state: CaseState, { subject, speaker }: Statement): SubjectId[] {
  return [personOf(state, subject), speaker].filter(
    (id) => /^(?:person|speaker):/u.test(id) && state.visibilities.of(id) === undefined,
  );
}

/** Everything that a statement names. */
function namedIn(state: CaseState, { subject, value, of, category, place }: Statement): SubjectId[] {
  const named = [subject, of, category, place, value.kind === "ref" ? value.ref : undefined];
  return named.flatMap((id) => (id === undefined ? [] : [personOf(state, id)]));
}

/** A mention is spoken of as the person whom somebody decided it to be. */
function personOf(state: CaseState, subject: SubjectId): SubjectId {
  return state.mentions.of(subject)?.as ?? subject;
}
