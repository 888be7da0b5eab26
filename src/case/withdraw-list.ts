/** Taking an import back: a list that was read by the wrong columns, or does not belong into the case. */
import { z } from "zod";
import { InquestError } from "../core/index.ts";
import { findImport } from "./find-list.ts";
import type { CaseHandle } from "./handle.ts";
import { LIST_WITHDRAWN } from "./standing-imports.ts";

/** The withdrawal as somebody gives it. */
export const ListTakenBack = z.strictObject({
  why: z.string().optional(),
  /** The id of the act that is meant: another import that stands by now is left alone. */
  import: z.string().min(1).optional(),
});

export interface ListWithdrawal {
  readonly list: string;
  /** Whether an import before it stands again. */
  readonly isEarlierStanding: boolean;
}

/**
 * Takes the standing import of a list back. Its file stays sealed and its act stays in the ledger; its rows leave every
 * view, and a link or an estimate that they went into stands no more.
 *
 * @param name - under which it was imported.
 * @throws InquestError "case/not-found"; "case/list-withdrawn" (input) without a reason, or where another import than the
 *   one that is meant stands by now.
 */
export async function withdrawList(
  handle: CaseHandle,
  name: string,
  { why = "", import: meant }: z.infer<typeof ListTakenBack>,
): Promise<ListWithdrawal> {
  const { state } = handle;
  const act = state.importActOf(findImport(state, name));
  if (why.trim() === "") {
    throw new InquestError({
      code: "case/list-withdrawn",
      reaction: "input",
      message: `The list "${name}" is not taken back: say in a few words why.`,
      evidence: { name },
    });
  }
  if (meant !== undefined && meant !== act) {
    throw new InquestError({
      code: "case/list-withdrawn",
      reaction: "input",
      message: `The list "${name}" is not taken back: another import of it stands by now. Look at its source, and take back that one if it is meant.`,
      evidence: { name, meant, standing: act },
    });
  }
  await handle.record([{ kind: LIST_WITHDRAWN, body: { list: name, import: act, why: why.trim() } }]);
  return { list: name, isEarlierStanding: state.lists.has(name) };
}
