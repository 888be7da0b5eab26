/** The roll of appeals in words. */
import { viewAppealRoll } from "../registry/index.ts";
import type { AppealRollView } from "./appeal-views.ts";
import type { Presenter } from "./present-statement.ts";
import type { CaseState } from "./state.ts";

/** @param on - days since 1970-01-01. */
export function presentAppealRoll(state: CaseState, on: number, presenter: Presenter): AppealRollView {
  return {
    on,
    appeals: viewAppealRoll(state.statements, on).map((appeal) => ({
      id: appeal.id,
      name: presenter.named(appeal.id).name,
      senders: appeal.senders.map((id) => presenter.named(id)),
      addressees: appeal.addressees.map((id) => presenter.named(id)),
      sent: appeal.sent === null ? null : presenter.time(appeal.sent),
      asks: appeal.asks.map(presenter.statement),
      answers: appeal.answers.map(presenter.statement),
      attributions: appeal.attributions.map(presenter.statement),
      due: appeal.due.map(presenter.statement),
      declared: appeal.declared.map(presenter.statement),
      named: appeal.named.map((id) => presenter.named(id)),
      duty: appeal.duty.map(presenter.statement),
      daysWaiting: appeal.daysWaiting,
      daysLeft: appeal.daysLeft,
    })),
  };
}
