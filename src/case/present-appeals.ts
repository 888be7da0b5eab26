/** The roll of appeals in words. */
import { type AppealRoll, FORMER_UN_OFFICIALS, type Signatures, viewAppealRoll } from "../registry/index.ts";
import type { AppealRollRowView, AppealRollView, AskedView, SignaturesView } from "./appeal-views.ts";
import type { Presenter } from "./present-statement.ts";
import type { CaseState } from "./state.ts";

/** @param on - days since 1970-01-01. */
export function presentAppealRoll(
  state: CaseState,
  on: number,
  presenter: Presenter,
): Omit<AppealRollView, "listed"> {
  return { on, appeals: viewAppealRoll(state.statements, on).map((appeal) => presentRow(appeal, presenter)) };
}

function presentRow(appeal: AppealRoll, presenter: Presenter): AppealRollRowView {
  const named = (ids: readonly string[]) => ids.map((id) => presenter.named(id));
  return {
    id: appeal.id,
    name: presenter.named(appeal.id).name,
    senders: named(appeal.senders),
    addressees: named(appeal.addressees),
    sent: appeal.sent === null ? null : presenter.time(appeal.sent),
    sequenceText: appeal.isAnsweredFirst ? presenter.translate("appeals.answered-first") : null,
    received: appeal.received.map(presenter.statement),
    legalBasis: appeal.legalBasis.map(presenter.statement),
    texts: appeal.texts.map(presenter.statement),
    asks: appeal.asks.map(presenter.statement),
    answers: appeal.answers.map(presenter.statement),
    attributions: appeal.attributions.map(presenter.statement),
    forms: appeal.forms.map(presenter.statement),
    due: appeal.due.map(presenter.statement),
    signatures: appeal.signatures.map((signatures) => presentSignatures(signatures, presenter)),
    duty: appeal.duty.map(presenter.statement),
    asked: appeal.asked.map((asked) => presentAsked(asked, presenter)),
    daysWaiting: appeal.daysWaiting,
    daysLeft: appeal.daysLeft,
  };
}

function presentAsked(
  { addressee, state, answers, daysWaiting }: AppealRoll["asked"][number],
  presenter: Presenter,
): AskedView {
  return {
    addressee: presenter.named(addressee),
    state,
    stateText: presenter.translate(`asked.${state}`, { days: daysWaiting ?? "" }),
    answers: answers.map(presenter.statement),
    daysWaiting,
  };
}

function presentSignatures(
  { category, declared, named, contested }: Signatures,
  presenter: Presenter,
): SignaturesView {
  return {
    category: category === null ? null : toCategory(category, presenter),
    declared: declared.map(({ recorded, missing, beyond }) => {
      const statement = presenter.statement(recorded);
      return {
        statement,
        missing,
        beyond,
        text: presenter.translate(differenceKey(missing, beyond), {
          declared: statement.valueText,
          named: named.length,
          missing: missing ?? 0,
          beyond: beyond ?? 0,
        }),
      };
    }),
    named: named.map((id) => presenter.named(id)),
    contested: contested.map((id) => presenter.named(id)),
  };
}

function toCategory(category: string, presenter: Presenter) {
  if (category !== FORMER_UN_OFFICIALS) return presenter.named(category);
  return { id: category, name: presenter.translate("signatures.former-un-officials") };
}

function differenceKey(missing: number | null, beyond: number | null) {
  if (beyond !== null && beyond > 0) return "signatures.beyond";
  if (missing !== null && missing > 0) return "signatures.missing";
  return missing === null ? "signatures.open" : "signatures.all";
}
