/** The four answers of a case. */
import type { CaseFacts } from "./facts.ts";
import type { Answers, Figure } from "./figure.ts";
import { answerHowMany } from "./how-many.ts";
import { answerOffices } from "./offices.ts";
import { answerWhere } from "./where.ts";
import { answerWho } from "./who.ts";

/** Every figure of the four questions; the same facts give the same figures in the same order. */
export function answerQuestions(facts: CaseFacts): Answers {
  return {
    howMany: withUniqueIds(answerHowMany(facts)),
    who: withUniqueIds(answerWho(facts)),
    where: withUniqueIds(answerWhere(facts)),
    offices: withUniqueIds(answerOffices(facts)),
  };
}

/** The figures of all four questions in one list. */
export function allFigures(answers: Answers): Figure[] {
  return [...answers.howMany, ...answers.who, ...answers.where, ...answers.offices];
}

/** Two things with names that fold to the same words get ids that differ by a number. */
function withUniqueIds(figures: readonly Figure[]): Figure[] {
  const seen = new Map<string, number>();
  return figures.map((figure) => {
    const times = (seen.get(figure.id) ?? 0) + 1;
    seen.set(figure.id, times);
    return times === 1 ? figure : { ...figure, id: `${figure.id}.${times}` };
  });
}
