/** Who held which office, and which office was asked for what and answered. */
import { type LocalText, parseEdtf, spanBetween } from "../core/index.ts";
import {
  type Appeal,
  type Holding,
  holdsWithin,
  type Posting,
  saysAnswered,
  viewAppeals,
  viewPostings,
} from "../registry/index.ts";
import type { RecordedStatement, SubjectId } from "../statements/index.ts";
import { answerAllegations } from "./allegations.ts";
import type { CaseFacts } from "./facts.ts";
import { type Figure, type FigureLabel, toFigureId } from "./figure.ts";

export function answerOffices(facts: CaseFacts): Figure[] {
  const postings = viewPostings(facts.store, facts.continuityOf);
  return [
    ...facts.questions.holders.flatMap((question) => holderFigures(question, postings, facts)),
    ...postings.map((posting) => postingFigure(posting, facts)),
    ...viewAppeals(facts.store).flatMap((appeal) => appealFigures(appeal, facts)),
    ...answerAllegations(facts),
  ];
}

type HolderQuestion = CaseFacts["questions"]["holders"][number];

/** Who held the office within a time: those who certainly did; failing them, those of whom it is assumed or possible. */
function holderFigures(
  { office, on }: HolderQuestion,
  postings: readonly Posting[],
  facts: CaseFacts,
): Figure[] {
  if (on === undefined) return [];
  const time = parseEdtf(on);
  const ofOffice = postings
    .filter((posting) => posting.office === office)
    .map((posting) => ({ posting, holding: holdsWithin(posting, time) }));
  const having = (wanted: Holding) => ofOffice.filter(({ holding }) => holding === wanted);
  const certain = having("certain");
  const chosen = certain.length > 0 ? certain : [...having("assumed"), ...having("possible")];
  const label: FigureLabel = {
    key: "offices.holder-on",
    params: { office: nameOf(office, facts), date: on },
  };
  if (chosen.length === 0) return [nobodyFigure(office, on, label)];
  const idOf = (posting: Posting) => toFigureId("offices", office, on, posting.person);
  return chosen.map(({ posting, holding }) => ({
    ...postingFigure(posting, facts),
    id: idOf(posting),
    // Sources that each place another person in the office at that time stand side by side.
    contradictedBy: certain
      .filter((other) => holding === "certain" && other.posting !== posting)
      .map((other) => idOf(other.posting)),
    // What is not certain says so in its own words: in the question that is answered, or in the answer.
    label: holding === "assumed" ? { ...label, key: "offices.holder-on-assumed" } : label,
    value:
      holding === "possible"
        ? { key: "offices.possibly", params: { person: nameOf(posting.person, facts) } }
        : nameOf(posting.person, facts),
    time: on,
    group: `offices.on.${office}.${on}`,
  }));
}

/** The gap is an answer too: nobody is recorded in the office at that time, which is not that nobody held it. */
function nobodyFigure(office: SubjectId, on: string, label: FigureLabel): Figure {
  return {
    id: toFigureId("offices", office, on, "nobody"),
    question: "offices",
    label,
    subject: office,
    value: { key: "offices.nobody" },
    range: null,
    unit: null,
    time: on,
    place: null,
    standing: "reported",
    speakers: [],
    statements: [],
    basis: { kind: "statements" },
    contradictedBy: [],
    group: `offices.on.${office}.${on}`,
  };
}

function postingFigure(posting: Posting, facts: CaseFacts): Figure {
  return {
    id: toFigureId("offices", posting.office, posting.person),
    question: "offices",
    label: { key: "offices.holder", params: { office: nameOf(posting.office, facts) } },
    subject: posting.person,
    value: nameOf(posting.person, facts),
    range: null,
    unit: null,
    time: timeOf(posting),
    place: placeOf(posting.statements),
    standing: "reported",
    speakers: speakersOf(posting.statements),
    statements: posting.statements.map(({ statement }) => statement.id),
    basis: { kind: "statements" },
    contradictedBy: [],
    group: `offices.${posting.office}`,
  };
}

/**
 * The stated start and end as an EDTF interval; a start or end that nobody states is open. Where neither is stated, every
 * time that is cited: what lies between two of them is not.
 */
function timeOf({ taken, left, cited, isReversed }: Posting): string | null {
  const [start, end] = [taken[0] ?? null, left[0] ?? null];
  // Who by the dates left before they came was in office at both and not between them.
  if (!isReversed && (start !== null || end !== null)) return spanBetween(start, end).edtf;
  const told = isReversed ? [...left, ...taken, ...cited] : cited;
  const times = [...new Set(told.map(({ edtf }) => edtf))];
  // A set may hold stretches too, but no other set and no open end. One rough date makes all of it rough, never the reverse.
  const areListable = times.every((edtf) => /^[^/[{]+(?:\/[^/.]+)?$/u.test(edtf));
  if (times.length < 2 || !areListable) return times[0] ?? null;
  return `{${times.map((edtf) => edtf.replace("/", "..")).join(",")}}`;
}

function appealFigures(appeal: Appeal, facts: CaseFacts): Figure[] {
  const [first] = appeal.statements;
  if (first === undefined) return [];
  const addressees = appeal.addressees.length > 0 ? appeal.addressees : [null];
  return addressees.map((addressee) => {
    const asks = askedOf(appeal, addressee) ?? nameOf(appeal.id, facts);
    return appealFigure(appeal, { addressee, asks, speaker: first.statement.speaker }, facts);
  });
}

interface AppealPart {
  readonly addressee: SubjectId | null;
  readonly asks: LocalText;
  readonly speaker: SubjectId;
}

/** What is asked of one addressee: the request stated last before it, as a text states requests and names in turn. */
function askedOf(appeal: Appeal, addressee: SubjectId | null): LocalText | null {
  const named = appeal.statements.find(
    ({ statement }) =>
      statement.property === "addressed-to" &&
      statement.value.kind === "ref" &&
      statement.value.ref === addressee,
  );
  const before = appeal.asks.filter((ask) => named !== undefined && ask.leafIndex < named.leafIndex);
  return textOf(before.at(-1) ?? appeal.asks[0]);
}

function appealFigure(appeal: Appeal, { addressee, asks, speaker }: AppealPart, facts: CaseFacts): Figure {
  return {
    id: toFigureId("offices", "appeal", appeal.id, addressee ?? ""),
    question: "offices",
    label:
      addressee === null
        ? { key: "offices.appeal-plain", params: { asks } }
        : { key: "offices.appeal", params: { addressee: nameOf(addressee, facts), asks } },
    subject: appeal.id,
    value: answerOf(appeal, addressee),
    range: null,
    unit: null,
    time: appeal.sent?.edtf ?? null,
    place: null,
    standing: "reported",
    speakers: [speaker],
    statements: appeal.statements
      .filter(({ statement }) => isAbout(statement, addressee))
      .map(({ statement }) => statement.id),
    basis: { kind: "statements" },
    contradictedBy: [],
    group: "offices.appeals",
  };
}

/** What this one answered; an answer of which nobody says whose it is stands with each of those who were asked. */
function answerOf(appeal: Appeal, addressee: SubjectId | null): FigureLabel {
  const answer = appeal.answers.find(
    ({ statement: { of } }) => of === undefined || addressee === null || of === addressee,
  );
  const text = textOf(answer) ?? {};
  if (answer === undefined) return { key: "appeal.no-answer" };
  const isAnswer = saysAnswered(answer);
  return { key: isAnswer ? "appeal.answered" : "appeal.not-answered", params: { text } };
}

/** Keeps of the statements that name an addressee only the one that names this one. */
function isAbout({ property, value }: RecordedStatement["statement"], addressee: SubjectId | null): boolean {
  return property !== "addressed-to" || value.kind !== "ref" || value.ref === addressee;
}

function textOf(recorded: RecordedStatement | undefined): LocalText | null {
  return recorded?.statement.value.kind === "text" ? recorded.statement.value.text : null;
}

function speakersOf(statements: readonly RecordedStatement[]): SubjectId[] {
  return [...new Set(statements.map(({ statement }) => statement.speaker))];
}

function placeOf(statements: readonly RecordedStatement[]): Figure["place"] {
  const place = statements.find(({ statement }) => statement.place !== undefined)?.statement.place;
  return place === undefined ? null : { subject: place };
}

function nameOf(id: SubjectId, facts: CaseFacts): LocalText {
  return facts.subjectOf(id)?.names ?? { en: id };
}
