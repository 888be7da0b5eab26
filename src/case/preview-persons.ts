/** What a decision about whole persons would change, told before it is made: pairs, persons, and figures of the case. */
import type { Figure } from "../findings/index.ts";
import type { ListRecord } from "../intake/index.ts";
import type { CaseContents } from "./case-contents.ts";
import { checkPersons, createPlacesReconciled, findChecked, unreconciledOf } from "./check-persons.ts";
import { documentedFigures, regroupPersons } from "./documented-figures.ts";
import type { PersonPreviewView } from "./person-check-views.ts";
import {
  findLinkedPerson,
  needsReason,
  type PersonPlan,
  planJoin,
  planSplit,
} from "./plan-person-decision.ts";
import {
  presentCheckedPerson,
  presentContradiction,
  presentSaid,
  toAddress,
} from "./present-person-checks.ts";
import type { Presenter } from "./present-statement.ts";
import type { ReviewTable } from "./review-desk.ts";
import type { CaseState } from "./state.ts";

interface PreviewContext {
  readonly desk: ReviewTable;
  readonly state: CaseState;
  readonly actor: string;
  readonly contents: CaseContents;
  readonly presenter: Presenter;
  readonly labelOf: (figure: Figure) => string;
}

/** @throws InquestError as the decision itself would, but for a missing reason and for what forbids it, which it tells. */
export function previewSplit(context: PreviewContext, rows: readonly string[]): PersonPreviewView {
  const plan = planSplit(context.desk, context.actor, rows);
  return { ...previewPlan(context, plan), did: "split", contradictions: [], other: null };
}

/** @throws InquestError as for a split. */
export function previewJoin(
  context: PreviewContext,
  { one, other }: { readonly one: string; readonly other: string },
): PersonPreviewView {
  const { desk, state, actor, presenter } = context;
  const plan = planJoin(desk, actor, [one, other]);
  const areReconciled = createPlacesReconciled(state);
  const checked = findChecked(
    desk,
    checkPersons(desk, areReconciled),
    findLinkedPerson(desk, other)[0]?.id ?? "",
  );
  const rows = plan.after.flat();
  const joined = unreconciledOf(rows, desk.persons().contradictionsOf(rows), areReconciled);
  return {
    ...previewPlan(context, plan),
    did: "joined",
    contradictions: joined.map((each) => presentContradiction(each, presenter)),
    other: checked === undefined ? null : presentCheckedPerson(checked, null, presenter),
  };
}

function previewPlan(
  { contents, presenter, labelOf }: PreviewContext,
  plan: PersonPlan,
): Omit<PersonPreviewView, "did" | "contradictions" | "other"> {
  return {
    leaving: plan.leaving,
    personsBefore: plan.before.length,
    personsAfter: plan.after.length,
    figures: changedFigures(contents, plan, labelOf),
    judged: plan.judged.map(({ left, right, answer, weightBits }) => ({
      left: toAddress(left),
      right: toAddress(right),
      answer,
      weightBits,
    })),
    against: plan.against.map(({ pair, said, becomes }) => ({
      ...presentSaid(pair, said, presenter),
      becomes,
      becomesText: presenter.translate(`check.becomes.${becomes}`),
    })),
    forbidding: plan.forbidding.flatMap((pair) =>
      pair.standing
        .filter(({ judgement }) => judgement.answer === "different")
        .map((said) => presentSaid(pair, said, presenter)),
    ),
    needsReason: needsReason(plan),
  };
}

/** Documented counts of persons that differ once the persons are others; none where views and link are of two times. */
function changedFigures(
  { facts, persons }: CaseContents,
  { before, after }: PersonPlan,
  labelOf: (figure: Figure) => string,
): PersonPreviewView["figures"] {
  if (persons.linked === null) return [];
  const ofBefore = new Set(before.flat().map(({ id }) => id));
  const numbers = groupNumbers(after);
  const changed = regroupPersons(
    persons.linked,
    new Map([...ofBefore].map((id) => [id, numbers.get(id) ?? `alone ${id}`])),
  );
  if (changed === null) return [];
  const then = new Map(documentedFigures({ facts }, changed).map(({ figure, value }) => [figure.id, value]));
  return documentedFigures({ facts }).flatMap(({ figure, value }) => {
    const after = then.get(figure.id);
    if (after === undefined || after === value) return [];
    return [{ id: figure.id, label: labelOf(figure), before: value, after }];
  });
}

function groupNumbers(after: readonly (readonly ListRecord[])[]): ReadonlyMap<string, string> {
  return new Map(after.flatMap((rows, group) => rows.map(({ id }) => [id, String(group)] as const)));
}
