/** The view of offices: a lane for each office, and the appeals with their addressees and answers. */

import { createFigureWriter } from "../findings/index.ts";
import { type Appeal, type Posting, saysAnswered, viewAppeals, viewPostings } from "../registry/index.ts";
import type { AppealView, OfficesView, PostingView } from "./office-views.ts";
import type { Presenter } from "./present-statement.ts";
import type { CaseState } from "./state.ts";

export function presentOffices(state: CaseState, presenter: Presenter): OfficesView {
  const lanes = new Map<string, PostingView[]>();
  for (const posting of viewPostings(state.statements, state.continuityOf)) {
    lanes.set(posting.office, [...(lanes.get(posting.office) ?? []), presentPosting(posting, presenter)]);
  }
  return {
    lanes: [...lanes].map(([office, postings]) => ({ office: presenter.named(office), postings })),
    appeals: viewAppeals(state.statements).map((appeal) => presentAppeal(appeal, state, presenter)),
  };
}

export function presentPosting(posting: Posting, presenter: Presenter): PostingView {
  return {
    id: posting.id,
    person: presenter.named(posting.person),
    certain: posting.certain,
    assumed: posting.assumed,
    possible: posting.possible,
    continuity: posting.continuity,
    continuityText: presenter.translate(`continuity.${posting.continuity}`, { reason: posting.reason ?? "" }),
    sequenceText: posting.isReversed ? presenter.translate("offices.left-first") : null,
    support: presenter.support(posting.statements),
    ranks: posting.ranks.map((recorded) => presenter.statement(recorded)),
    statements: posting.statements.map((recorded) => presenter.statement(recorded)),
  };
}

function presentAppeal(appeal: Appeal, state: CaseState, presenter: Presenter): AppealView {
  const writer = createFigureWriter(presenter.language, (id) => state.subjects.get(id)?.value);
  const [answer] = appeal.answers;
  const isAnswered = answer !== undefined && saysAnswered(answer);
  return {
    id: appeal.id,
    name: presenter.named(appeal.id).name,
    senders: appeal.senders.map((id) => presenter.named(id).name),
    addressees: appeal.addressees.map((id) => presenter.named(id).name),
    sent: appeal.sent === null ? null : presenter.time(appeal.sent),
    asksFor: appeal.asks.map((recorded) => presenter.statement(recorded).valueText),
    answer: {
      recorded: answer !== undefined,
      text:
        answer === undefined
          ? writer.message({ key: "appeal.no-answer" })
          : writer.message({
              key: isAnswered ? "appeal.answered" : "appeal.not-answered",
              params: { text: presenter.statement(answer).valueText },
            }),
    },
    sequenceText: appeal.isAnsweredFirst ? presenter.translate("appeals.answered-first") : null,
    statements: appeal.statements.map((recorded) => presenter.statement(recorded)),
  };
}
