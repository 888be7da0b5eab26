/** How far the fate of persons is confirmed, by the rule of the case: one by one, and counted. */
import { foldText, formatNumber, parseEdtf } from "../core/index.ts";
import { voiceOf } from "../findings/index.ts";
import {
  CONFIRMATION_LEVELS,
  type ConfirmationLevel,
  type ConfirmationRule,
  confirmationOf,
  DEFAULT_CONFIRMATION,
  type Person,
  type PersonEvidence,
  type VoiceEvidence,
} from "../registry/index.ts";
import {
  isOpen,
  isOriginalHeld,
  type RecordedStatement,
  type SubjectId,
  subjectKind,
} from "../statements/index.ts";
import type { CaseContents } from "./case-contents.ts";
import type { ConfirmationCountsView, ConfirmationView } from "./person-views.ts";
import type { CaseRecord } from "./persons.ts";
import type { Presenter } from "./present-statement.ts";
import type { CaseState } from "./state.ts";

/** Codes of `victim-status` that say whether somebody died. */
const ALIVE = ["found-alive", "not-a-victim"];
const DEAD = ["executed", "killed", "died-in-detention"];
const DEATH = ["died", "manner-of-death", "victim"];
/** Only of the dead and the missing is this said. */
const FATE = [
  ...DEATH,
  "victim-status",
  "death-certificate",
  "identified-by",
  "buried-at",
  "commemorated-at",
  "remains-state",
];
const FATE_FIELDS = ["death", "abduction", "lastSeen"];
const PLACE_FIELDS = ["deathPlace", "place", "detention"];

export function ruleOf({ config }: Pick<CaseState, "config">): ConfirmationRule {
  return config?.confirmation ?? DEFAULT_CONFIRMATION;
}

/** A person of whom statements speak; what is said of mentions that are held to be the person counts too. */
export function confirmStated(state: CaseState, person: SubjectId): ConfirmationLevel {
  const subjects = [person, ...state.mentions.heldToBe(person)];
  const usable = subjects
    .flatMap((subject) => state.statements.ofSubject(subject))
    .filter((each) => isOpen(each) && state.statusOf(each.statement.id).status !== "withdrawn");
  return confirmationOf(evidenceOf(usable, state), ruleOf(state));
}

/** A person whom lists name: each independent list is a voice. */
export function confirmListed(state: CaseState, person: Person<CaseRecord>): ConfirmationLevel {
  const byVoice = new Map<string, CaseRecord[]>();
  for (const member of person.members) {
    if (!member.isNamed) continue;
    const voice = voiceOf(`list:${member.list}`, (id) => state.subjects.get(id)?.value);
    byVoice.set(voice, [...(byVoice.get(voice) ?? []), member]);
  }
  const voices = [...byVoice.values()].map(
    (records): VoiceEvidence => ({
      dates: records.flatMap(({ record }) => datesOf(record.fields)),
      places: [...new Set(records.flatMap(({ record }) => placesOf(record.fields)))],
      isFirstHand: false,
      saysDead: true,
      saysAlive: false,
      deniesDeath: false,
    }),
  );
  return confirmationOf({ voices, proofs: 0 }, ruleOf(state));
}

function datesOf(fields: CaseRecord["record"]["fields"]) {
  const field = FATE_FIELDS.map((name) => fields[name]).find((value) => value?.kind === "date");
  return field?.kind === "date" ? [field.time] : [];
}

function placesOf(fields: CaseRecord["record"]["fields"]): string[] {
  const field = PLACE_FIELDS.map((name) => fields[name]).find(
    (value) => value !== undefined && "text" in value,
  );
  return field !== undefined && "text" in field ? [foldText(field.text)] : [];
}

function evidenceOf(usable: readonly RecordedStatement[], state: CaseState): PersonEvidence {
  const byVoice = new Map<string, RecordedStatement[]>();
  for (const recorded of usable) {
    const voice = voiceOf(recorded.statement.speaker, (id) => state.subjects.get(id)?.value);
    byVoice.set(voice, [...(byVoice.get(voice) ?? []), recorded]);
  }
  const proofs = new Set(ruleOf(state).proofs);
  return {
    voices: [...byVoice.values()].map(toVoice),
    proofs: usable.filter(
      ({ statement: { property, value, polarity, source } }) =>
        polarity === "asserts" &&
        value.kind === "code" &&
        proofs.has(`${property}=${value.code}`) &&
        isOriginalHeld(state.sources.get(source)?.value ?? { role: "working" }),
    ).length,
  };
}

function toVoice(said: readonly RecordedStatement[]): VoiceEvidence {
  const codeOf = ({ statement: { value } }: RecordedStatement) => (value.kind === "code" ? value.code : "");
  const speaksOfDeath = (each: RecordedStatement) =>
    DEATH.includes(each.statement.property) || DEAD.includes(codeOf(each));
  const asserted = said.filter(({ statement }) => statement.polarity === "asserts");
  const ofDeath = asserted.filter(speaksOfDeath);
  // Where nobody speaks of a death, the last that is known of the person is what voices can agree on.
  const fate =
    ofDeath.length > 0 ? ofDeath : asserted.filter(({ statement }) => statement.time !== undefined);
  return {
    dates: fate.flatMap(({ statement: { time } }) => (time === undefined ? [] : [parseEdtf(time)])),
    places: fate.flatMap(({ statement: { place } }) => (place === undefined ? [] : [place])),
    isFirstHand: asserted.some(({ statement }) => statement.chain === "first-hand"),
    saysDead: ofDeath.length > 0,
    saysAlive: asserted.some((each) => ALIVE.includes(codeOf(each))),
    deniesDeath: said.some((each) => each.statement.polarity === "denies" && speaksOfDeath(each)),
  };
}

export function presentConfirmation(
  level: ConfirmationLevel,
  state: CaseState,
  { translate, language }: Pick<Presenter, "translate" | "language">,
): ConfirmationView {
  const { two, three } = ruleOf(state);
  const number = (value: number) => formatNumber(value, language);
  return {
    level,
    text: translate(`level.${level}`, {
      two: number(two.voices),
      agree: translate(`agree.${two.agreeOn}`),
      three: number(three.voices),
      firstHand: number(three.firstHand),
    }),
  };
}

/** The rule in words, and how many persons it gives each level. */
export function countConfirmation(
  state: CaseState,
  contents: CaseContents,
  presenter: Presenter,
): ConfirmationCountsView {
  const stated = [...state.subjects.keys()].filter(
    (id) => subjectKind(id) === "person" && isVictim(state, id),
  );
  const levels = {
    listed: contents.persons.shown
      .filter(({ members }) => members.some(({ isNamed }) => isNamed))
      .map((person) => confirmListed(state, person)),
    stated: stated.map((id) => confirmStated(state, id)),
  };
  const count = (all: readonly ConfirmationLevel[], level: ConfirmationLevel) =>
    all.filter((each) => each === level).length;
  return {
    isDefault: state.config?.confirmation === undefined,
    proofs: ruleOf(state).proofs,
    levels: CONFIRMATION_LEVELS.map((level) => ({
      ...presentConfirmation(level, state, presenter),
      listed: count(levels.listed, level),
      stated: count(levels.stated, level),
    })),
  };
}

/** Officials are persons of the case too: only those of whose fate somebody speaks are counted. */
function isVictim(state: CaseState, id: SubjectId): boolean {
  return [id, ...state.mentions.heldToBe(id)]
    .flatMap((subject) => state.statements.ofSubject(subject))
    .some((each) => isOpen(each) && FATE.includes(each.statement.property));
}
