/** What the files of a release are looked through for before it is recorded: a second look, at what was written. */
import { foldText, type LocalText } from "../core/index.ts";
import {
  createFinder,
  isTellingName,
  type RedactionProfile,
  type ReleasedPerson,
  type Sought,
} from "../release/index.ts";
import type { RecordedStatement, Statement } from "../statements/index.ts";
import { type HiddenName, isNamed } from "./hidden-names.ts";
import { type HiddenPlace, written } from "./hidden-places.ts";
import type { CaseState } from "./state.ts";

/** Shorter words stand in many texts by chance. */
const FEWEST_SIGNS_OF_QUOTE = 30;

interface Planned {
  readonly profile: RedactionProfile;
  readonly hidden: readonly HiddenName[];
  readonly places: readonly HiddenPlace[];
  readonly people: readonly ReleasedPerson[];
  readonly statements: readonly RecordedStatement[];
}

/**
 * Names, places and quotes that stay, each with an id that says of what it is: `name families:17`, `place site:mill`,
 * `quote S1`. What goes out by right as well is not among them, since it would stop honest work:
 *
 * - a name that somebody bears who is shown (two persons of one name; the words of sources are held back all the same);
 * - a place that something says which goes out, or that is told as coarsely as it is known;
 * - a quote whose words another statement has which goes out, or a field of a row.
 */
export function notToBeFound(state: CaseState, planned: Planned): Sought[] {
  const { profile, hidden, places, people, statements } = planned;
  const names = hidden
    .filter(({ name }) => isTellingName(name))
    .map(({ of, name }): Sought => ({ id: `name ${of}`, is: "words", text: name }));
  const points = places.map(({ site, ...point }): Sought => ({ id: `place ${site}`, is: "point", ...point }));
  const words = statements.flatMap(({ statement }) => wordsOfStatement(state, statement, profile));
  const facts = people.flatMap(({ facts: each }) =>
    each.flatMap(({ values }) => values.map(({ text }) => text)),
  );
  const told = statements.flatMap(({ statement: { value } }) =>
    value.kind === "point" ? [written(value)] : [],
  );
  return [
    ...without(names, [...people.flatMap((person) => person.names), ...shownNames(state)]),
    ...without(points, told),
    ...without(quotesThatStay(state, statements), [...words, ...facts]),
  ];
}

/** Each text for itself, so that nothing is found across two of them; and each spelling of a name for itself. */
function without(sought: readonly Sought[], texts: readonly string[]): Sought[] {
  const find = createFinder(sought.map((each, index) => ({ ...each, id: String(index) })));
  const allowed = new Set(texts.flatMap((text) => [...find(text)]));
  return sought.filter((_, index) => !allowed.has(String(index)));
}

/** Of persons and speakers. Events, places and appeals that bear somebody's name tell it. */
function shownNames({ subjects, visibilities }: CaseState): string[] {
  return [...subjects.values()].flatMap(({ value: { id, names } }) => {
    const decided = visibilities.of(id)?.visibility;
    const isShown = /^(?:person|speaker):/u.test(id) && (decided === undefined || isNamed(decided));
    return isShown ? Object.values(names).filter((name) => name !== undefined) : [];
  });
}

function quotesThatStay(state: CaseState, goes: readonly RecordedStatement[]): Sought[] {
  const told = new Set(goes.map(({ statement }) => statement.id));
  return state.statements.recorded().flatMap(({ statement: { id, passage } }) => {
    const quote = passage.quote ?? "";
    const isLong = foldText(quote).length >= FEWEST_SIGNS_OF_QUOTE;
    return told.has(id) || !isLong ? [] : [{ id: `quote ${id}`, is: "words", text: quote }];
  });
}

/** The words of a statement that would go out. */
export function wordsOfStatement(
  { sources }: CaseState,
  { passage, value, timeAsWritten, translation, source, via, note }: Statement,
  { hasNotes }: RedactionProfile,
): string[] {
  const local = (text: LocalText | undefined) =>
    Object.values(text ?? {}).filter((each) => each !== undefined);
  return [
    passage.quote ?? "",
    ...local("seen" in passage ? passage.seen : undefined),
    ...local(value.kind === "text" ? value.text : undefined),
    ...(value.kind === "name" ? [value.text] : []),
    timeAsWritten?.text ?? "",
    ...local(translation?.text),
    ...(hasNotes ? [...local(via), ...local(note), translation?.by ?? ""] : []),
    ...local(sources.get(source)?.value.title),
  ];
}
