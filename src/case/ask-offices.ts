/** Questions about offices: who held one, what one person held, who stood above a unit; each with its evidence and its gaps. */
import { InquestError, parseDateText, spanOfDays, type TimeSpan, toIsoDay } from "../core/index.ts";
import {
  type ChainLink,
  type Citation,
  chainOfCommand,
  citationsOf,
  findGaps,
  firstOf,
  gapOn,
  gapsWithin,
  holdsWithin,
  lastOf,
  type OfficeGap,
  type Posting,
  viewPostings,
  viewUnits,
} from "../registry/index.ts";
import type { RecordedStatement, Subject, SubjectId } from "../statements/index.ts";
import { ContinuityDecided, type ContinuityGiven } from "./act-bodies.ts";
import { findSubject, liesWithin } from "./find-subject.ts";
import type { CaseHandle } from "./handle.ts";
import type { ChainView, GapView, HeldView, HolderView, PostingsView, WhoHeldView } from "./office-views.ts";
import { presentPosting } from "./present-offices.ts";
import type { Presenter } from "./present-statement.ts";
import type { CaseState } from "./state.ts";
import type { TimeView } from "./views.ts";

export interface WhoHeldQuestion {
  /** A name or an id. */
  readonly office: string;
  /** A day, month, year or interval, in any of the forms that lists use. */
  readonly on: string;
  /** A place: of several offices of one name, the one that serves it. */
  readonly place?: string | undefined;
}

/** @throws InquestError "case/not-found", "case/ambiguous-name" (decision), "case/time" (input). */
export function askWhoHeld(state: CaseState, question: WhoHeldQuestion, presenter: Presenter): WhoHeldView {
  const time = readTime(question.on, state);
  const office = findOffice(state, question);
  const postings = viewPostings(state.statements, state.continuityOf).filter(
    (each) => each.office === office.id,
  );
  const gaps = findGaps(postings);
  const holders = holdersWithin(postings, time, presenter);
  const isOneDay = time.earliest !== null && time.earliest === time.latest;
  const isShared = isOneDay && holders.filter(({ holding }) => holding === "certain").length > 1;
  return {
    office: presenter.named(office.id),
    on: presenter.time(time),
    about: aboutOffice(state, office.id).map(presenter.statement),
    holders,
    severalText: isShared ? presenter.translate("offices.several") : null,
    gaps: gapsWithin(gaps, time).map((gap) => toGap(gap, presenter)),
    isUnrecorded:
      time.earliest !== null && time.earliest === time.latest && gapOn(gaps, time.earliest) !== undefined,
  };
}

/** Everything one person held. @throws InquestError "case/not-found", "case/ambiguous-name" (decision). */
export function askPostings(state: CaseState, word: string, presenter: Presenter): PostingsView {
  const person = findSubject(state, { word, kinds: ["person"] });
  const all = viewPostings(state.statements, state.continuityOf);
  const postings = all.filter((each) => each.person === person.id);
  return {
    person: presenter.named(person.id),
    postings: postings.map((posting) => ({
      ...toHeld(posting, presenter),
      // Between two stretches of their own in one office; who else held it then is another question.
      gaps: findGaps([posting])
        .filter(({ from, to }) => from !== null && to !== null)
        .map((gap) => toGap(gap, presenter)),
    })),
  };
}

/** @throws InquestError "case/not-found", "case/ambiguous-name" (decision), "case/time" (input). */
export function askChainOfCommand(
  state: CaseState,
  { unit: word, on }: { readonly unit: string; readonly on: string },
  presenter: Presenter,
): ChainView {
  const time = readTime(on, state);
  const unit = findSubject(state, { word, kinds: ["body", "office"] });
  const postings = viewPostings(state.statements, state.continuityOf);
  const link = chainOfCommand(viewUnits(state.statements), unit.id, time);
  return { on: presenter.time(time), chain: toChain(link, { state, postings, time, presenter }) };
}

/**
 * Decides, with a reason, whether a person held an office without a break between the days that are known.
 *
 * @throws InquestError "case/not-found" when no statement places the person in the office; "case/continuity" (input)
 *   without a reason.
 */
export async function decideContinuity(
  handle: CaseHandle,
  decision: ContinuityGiven,
): Promise<{ readonly person: SubjectId; readonly office: SubjectId }> {
  const { state } = handle;
  const person = findSubject(state, { word: decision.person, kinds: ["person"] }).id;
  const office = findSubject(state, { word: decision.office, kinds: ["office"] }).id;
  const isKnown = viewPostings(state.statements).some(
    (each) => each.person === person && each.office === office,
  );
  if (!isKnown) {
    throw new InquestError({
      code: "case/not-found",
      reaction: "not-found",
      message: `No statement places ${person} in ${office}: there is nothing to decide. Record the statement first.`,
      evidence: { person, office },
    });
  }
  const { isContiguous, reason } = decision;
  const body = ContinuityDecided.safeParse({ office, person, isContiguous, reason });
  if (!body.success) {
    throw new InquestError({
      code: "case/continuity",
      reaction: "input",
      message: `A decision on ${person} in ${office} needs its reason in a few words. Nothing was recorded.`,
      evidence: { person, office },
    });
  }
  await handle.record([{ kind: "posting.continuity-decided", body: { ...body.data } }]);
  return { person, office };
}

/** Statements of the existence and the jurisdiction of an office or body. */
function aboutOffice({ statements }: CaseState, id: SubjectId): RecordedStatement[] {
  return statements.openWith(["existed", "jurisdiction"]).filter(({ statement }) => statement.subject === id);
}

function findOffice(state: CaseState, { office: word, place: placeWord }: WhoHeldQuestion): Subject {
  if (placeWord === undefined) return findSubject(state, { word, kinds: ["office"] });
  const place = findSubject(state, { word: placeWord, kinds: ["place", "site", "body"] });
  const serves = ({ id }: Subject) =>
    liesWithin(state, id, place.id) || isResponsibleFor(state, id, place.id);
  try {
    return findSubject(state, { word, kinds: ["office"], isMeant: serves });
  } catch (error) {
    if (!(error instanceof InquestError) || error.code !== "case/not-found") throw error;
    // Where an office is so called, it is the place that is missing.
    const called = findSubject(state, { word, kinds: ["office"] });
    throw new InquestError({
      code: "case/not-found",
      reaction: "not-found",
      message: `${called.id} is called "${word}", and nothing recorded places it over ${place.id}. Ask without --place, or record its jurisdiction.`,
      evidence: { office: called.id, place: place.id },
    });
  }
}

/** Whether a source gives the office a jurisdiction that the place lies in, or that lies in it. */
function isResponsibleFor(state: CaseState, office: SubjectId, place: SubjectId): boolean {
  return aboutOffice(state, office).some(
    ({ statement: { property, value, polarity } }) =>
      property === "jurisdiction" &&
      polarity === "asserts" &&
      value.kind === "ref" &&
      (liesWithin(state, place, value.ref) || liesWithin(state, value.ref, place)),
  );
}

/** Bare numbers below 1500 are Solar Hijri years, as far as such a year has begun. */
function readTime(on: string, state: CaseState): TimeSpan {
  const reading = parseDateText(on, {
    calendar: "by-year",
    today: state.consents.today() ?? undefined,
  });
  if (reading.kind === "span") return reading.span;
  throw new InquestError({
    code: "case/time",
    reaction: "input",
    message:
      reading.kind === "ambiguous"
        ? `"${on}" may be a time of the Solar or of the Lunar Hijri calendar. Write SH or AH (ش or ق) behind it.`
        : `"${on}" cannot be read as a time. Write 1988-07-28, 1988-07, 1988, 1367/5/6, 16 Dhu al-Hijja 1408 or an interval such as 1988-07/1988-09.`,
    evidence: { on },
  });
}

/** Everyone whose holding is not ruled out, the surest first. */
function holdersWithin(postings: readonly Posting[], time: TimeSpan, presenter: Presenter): HolderView[] {
  const ranks: readonly HolderView["holding"][] = ["certain", "assumed", "possible"];
  return postings
    .map((posting) => ({ ...toHeld(posting, presenter), holding: holdsWithin(posting, time) }))
    .filter(({ holding }) => holding !== "no")
    .sort((a, b) => ranks.indexOf(a.holding) - ranks.indexOf(b.holding));
}

function toHeld(posting: Posting, presenter: Presenter): HeldView {
  const citations = citationsOf(posting);
  const [first, last] = [firstOf(citations), lastOf(citations)];
  return {
    ...presentPosting(posting, presenter),
    office: presenter.named(posting.office),
    firstCited: toTime(first, presenter),
    firstCitedIn: first?.recorded.statement.id ?? null,
    lastCited: toTime(last, presenter),
    lastCitedIn: last?.recorded.statement.id ?? null,
    tookOffice: posting.taken.map((span) => presenter.time(span)),
    leftOffice: posting.left.map((span) => presenter.time(span)),
  };
}

function toTime(citation: Citation | null, presenter: Presenter): TimeView | null {
  return citation === null ? null : presenter.time(citation.claim.span);
}

function gapKey({ from, to }: OfficeGap) {
  if (from === null) return to === null ? "offices.gap-whole" : "offices.gap-before";
  return to === null ? "offices.gap-after" : "offices.gap-between";
}

function toGap(gap: OfficeGap, presenter: Presenter): GapView {
  const { from, to, after, before } = gap;
  const time = presenter.time(spanOfDays({ earliest: from, latest: to }));
  const inWords = (day: number | null) => (day === null ? "" : presenter.day(toIsoDay(day)));
  return {
    time,
    after: after === null ? null : presenter.named(after.person),
    before: before === null ? null : presenter.named(before.person),
    text: presenter.translate(gapKey(gap), { from: inWords(from), to: inWords(to) }),
  };
}

interface ChainContext {
  readonly state: CaseState;
  readonly postings: readonly Posting[];
  readonly time: TimeSpan;
  readonly presenter: Presenter;
}

function toChain(link: ChainLink, context: ChainContext): ChainView["chain"] {
  const { state, postings, time, presenter } = context;
  const { unit, relation, strength, isCircular, above } = link;
  // A unit's own offices are those that lie in it; an office is its own.
  const offices = [...state.subjects.values()]
    .map(({ value }) => value)
    .filter(({ id, within }) => id.startsWith("office:") && (id === unit || within === unit))
    .map(({ id }) => id);
  return {
    unit: presenter.named(unit),
    strength,
    isCircular,
    about: aboutOffice(state, unit).map(presenter.statement),
    firstCited: toTime(relation?.firstCited ?? null, presenter),
    lastCited: toTime(relation?.lastCited ?? null, presenter),
    statements: [...(relation?.asserting ?? []), ...(relation?.denying ?? [])].map(presenter.statement),
    offices: offices.map((office) => ({
      office: presenter.named(office),
      holders: holdersWithin(
        postings.filter((posting) => posting.office === office),
        time,
        presenter,
      ),
    })),
    above: above.map((each) => toChain(each, context)),
  };
}
