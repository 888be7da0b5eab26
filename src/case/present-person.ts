/** The page of a person whom statements speak of: every field with what is said for and against it. */
import { formatNumber } from "../core/index.ts";
import { voiceOf } from "../findings/index.ts";
import { isBornAfterDeath, viewPersonFields } from "../registry/index.ts";
import { isOpen } from "../statements/index.ts";
import { confirmStated, presentConfirmation, ruleOf } from "./confirm-persons.ts";
import { findSubject, liesWithin } from "./find-subject.ts";
import type { StatedPersonView } from "./person-views.ts";
import type { Presenter } from "./present-statement.ts";
import type { CaseState } from "./state.ts";

/**
 * @param word - an id or a name, in any script.
 * @throws InquestError "case/not-found", "case/ambiguous-name" (decision).
 */
export function presentStatedPerson(state: CaseState, word: string, presenter: Presenter): StatedPersonView {
  const { id } = findSubject(state, { word, kinds: ["person", "group"] });
  const subjectOf = (subject: string) => state.subjects.get(subject)?.value;
  const isUsable = (recorded: Parameters<typeof isOpen>[0]) =>
    isOpen(recorded) && state.statusOf(recorded.statement.id).status !== "withdrawn";
  const mentions = state.mentions.heldToBe(id);
  const fields = viewPersonFields(
    state.statements,
    [id, ...mentions],
    (speaker) => voiceOf(speaker, subjectOf),
    isUsable,
    ruleOf(state),
    (inner, outer) => liesWithin(state, inner, outer),
  );
  const { two, three } = ruleOf(state);
  const numbers = {
    two: formatNumber(two.voices, presenter.language),
    three: formatNumber(three.voices, presenter.language),
    firstHand: formatNumber(three.firstHand, presenter.language),
  };
  return {
    person: presenter.named(id),
    confirmation: presentConfirmation(confirmStated(state, id), state, presenter),
    mentions: mentions.map(presenter.named),
    sequenceText: isBornAfterDeath(fields) ? presenter.translate("person.born-after-death") : null,
    withheld: withheldOf(state, [id, ...mentions]),
    fields: fields.map(({ property, claims, shown, shownBy, confirmation }) => ({
      property,
      propertyText: presenter.translate(`property.${property}`),
      shown,
      shownBy: presenter.translate(`shown.${shownBy}`),
      confirmation,
      confirmationText: presenter.translate(`confirmation.${confirmation}`, numbers),
      claims: claims.map(({ value, time, place, asserting, denying, voices, firstHand, exactly }) => ({
        valueText: presenter.value(value),
        time: time === null ? null : presenter.time(time),
        place: place === null ? null : presenter.named(place),
        voices,
        firstHand,
        exactly,
        asserting: asserting.map(presenter.statement),
        denying: denying.map(presenter.statement),
      })),
    })),
  };
}

function withheldOf({ statements, consents }: CaseState, subjects: readonly string[]): number {
  if (consents.areAllOpen()) return 0;
  return statements
    .recorded()
    .filter(({ statement }) => subjects.includes(statement.subject) && consents.isWithheld(statement)).length;
}
