/** Releasing allegations: two people agree, one act opens it, and one person may close it again. */
import { z } from "zod";
import { InquestError } from "../core/index.ts";
import { isAllegation } from "../statements/index.ts";
import type { AllegationsView } from "./allegation-views.ts";
import { findAllegation } from "./find-allegation.ts";
import type { CaseHandle } from "./handle.ts";
import type { Presenter } from "./present-statement.ts";
import type { CaseState } from "./state.ts";
import { requireSecondPerson } from "./two-persons.ts";

/** Why an allegation is released, or closed again. */
export const AllegationReason = z.strictObject({ why: z.string().trim().min(1) });

export interface AllegationDecision extends z.infer<typeof AllegationReason> {
  /** The key or the id of a statement. */
  readonly statement: string;
}

/**
 * Lets an allegation into the answers, under its label, after two people agreed. It never enters the lane of an office.
 *
 * @returns the id of the statement.
 * @throws InquestError as `findAllegation`; "case/second-person-needed" (decision) with how to propose it;
 *   "case/allegation" for one that is released already.
 */
export async function releaseAllegation(
  handle: CaseHandle,
  { statement: word, why }: AllegationDecision,
): Promise<string> {
  const { id } = await findAllegation(handle, word);
  if (handle.state.allegationRelease(id) !== undefined) throw refused(word, "It is released already.");
  const kind = "allegation.released";
  requireSecondPerson(handle.state.twoPersons, [kind], { kind, subject: id });
  await handle.record([{ kind, body: { statement: id, why } }]);
  return id;
}

/**
 * Takes an allegation out of every answer again. To close is safe: it needs no second person.
 *
 * @throws InquestError as `findAllegation`; "case/allegation" for one that is not released.
 */
export async function restrictAllegation(
  handle: CaseHandle,
  { statement: word, why }: AllegationDecision,
): Promise<string> {
  const { id } = await findAllegation(handle, word);
  if (handle.state.allegationRelease(id) === undefined) throw refused(word, "It is restricted as it is.");
  await handle.record([{ kind: "allegation.restricted", body: { statement: id, why } }]);
  return id;
}

export function presentAllegations(state: CaseState, presenter: Presenter): AllegationsView {
  const released = state.statements.released();
  const all = state.statements.all().filter(({ statement }) => isAllegation(statement));
  const known = new Set(state.statements.recorded().map(({ statement }) => statement.id));
  return {
    released: released.map((recorded) => {
      const { id } = recorded.statement;
      const release = state.allegationRelease(id);
      return {
        statement: presenter.statement(recorded),
        by: agreedBy(state, id),
        why: release?.value.why ?? "",
        at: release?.at ?? "",
        day: release === undefined ? "" : presenter.day(release.at.slice(0, "2026-01-01".length)),
      };
    }),
    restricted: all.length - released.length,
    unread: [...state.sealedStatements.keys()].filter((id) => !known.has(id)).length,
  };
}

/** The two whose agreement was used last. */
function agreedBy({ twoPersons }: CaseState, statement: string): string[] {
  const used = [...twoPersons.proposals.values()].findLast(
    ({ kind, subject, isUsed }) => kind === "allegation.released" && subject === statement && isUsed,
  );
  return used === undefined ? [] : [used.by, ...(used.secondedBy === null ? [] : [used.secondedBy])];
}

function refused(word: string, why: string): InquestError {
  return new InquestError({
    code: "case/allegation",
    reaction: "decision",
    message: `The statement ${word} stays as it is. ${why}`,
    evidence: { statement: word },
  });
}
