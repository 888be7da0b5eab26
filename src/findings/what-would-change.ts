/** What an answer hangs on: the statements and lists without which a figure would be another, or would be gone. */
import type { RecordedStatement, StatementStore } from "../statements/index.ts";
import { allFigures, answerQuestions } from "./answers.ts";
import type { CaseFacts } from "./facts.ts";
import type { Figure } from "./figure.ts";

/** What becomes of a figure when one thing is taken away. */
export interface Dependence {
  /** The id of a statement, or `list:<name>`. */
  readonly without: string;
  /** changed: another value, bound, time or contradiction; gone: no such figure any more. */
  readonly effect: "changed" | "gone" | "none";
  /** The figure as it would then be; null when it would be gone. */
  readonly after: Figure | null;
}

/**
 * Takes away each thing that a figure names, one at a time, and answers all questions anew.
 *
 * @returns one dependence for each statement and list of the figure, in its order; null for an unknown figure.
 */
export function whatWouldChange(facts: CaseFacts, figureId: string): Dependence[] | null {
  const figure = findFigure(facts, figureId);
  if (figure === undefined) return null;
  return figure.statements.map((without) => {
    const after = findSuccessor(figure, factsWithout(facts, without));
    return { without, effect: after === null ? "gone" : isSame(figure, after) ? "none" : "changed", after };
  });
}

function findFigure(facts: CaseFacts, id: string): Figure | undefined {
  return allFigures(answerQuestions(facts)).find((figure) => figure.id === id);
}

/** The same figure, or the one of its measure that what is left of its statements now makes: an id may follow a speaker. */
function findSuccessor(figure: Figure, facts: CaseFacts): Figure | null {
  const figures = allFigures(answerQuestions(facts));
  const isHeir = (other: Figure) =>
    other.group === figure.group && other.statements.some((id) => figure.statements.includes(id));
  return figures.find(({ id }) => id === figure.id) ?? figures.find(isHeir) ?? null;
}

function factsWithout(facts: CaseFacts, thing: string): CaseFacts {
  if (!thing.startsWith("list:")) return { ...facts, store: storeWithout(facts.store, thing) };
  const name = thing.slice("list:".length);
  return {
    ...facts,
    lists: facts.lists.filter((list) => list.name !== name),
    // How the rest would be linked without it, nobody has counted.
    linkDoubt: null,
    // A person who stands on another list too is still documented.
    persons:
      facts.persons
        ?.map((person) => ({ ...person, members: person.members.filter(({ list }) => list !== name) }))
        .filter(({ members }) => members.length > 0) ?? null,
  };
}

function storeWithout(store: StatementStore, id: string): StatementStore {
  const others = <T extends { readonly statement: { readonly id: string } }>(list: readonly T[]) =>
    list.filter(({ statement }) => statement.id !== id);
  const unless = (found: RecordedStatement | undefined) => (found?.statement.id === id ? undefined : found);
  return {
    get size() {
      return store.size - 1;
    },
    add: store.add,
    supersede: store.supersede,
    recorded: () => others(store.recorded()),
    corrected: store.corrected,
    find: (idOrKey) => unless(store.find(idOrKey)),
    findRecorded: (idOrKey) => unless(store.findRecorded(idOrKey)),
    all: () => others(store.all()),
    ofSubject: (subject) => others(store.ofSubject(subject)),
    closedOf: (source) => others(store.closedOf(source)),
    ofSource: (source) => others(store.ofSource(source)),
    openWith: (properties) => others(store.openWith(properties)),
    released: () => others(store.released()),
  };
}

/** The same for a reader: what is shown of it, not how many statements stand behind it. */
function isSame(left: Figure, right: Figure): boolean {
  const shown = ({ value, range, time, place, standing, contradictedBy }: Figure) =>
    JSON.stringify([value, range, time, place, standing, contradictedBy]);
  return shown(left) === shown(right);
}
