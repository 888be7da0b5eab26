/** The allegation that a person means, where two people may release it. */
import { InquestError } from "../core/index.ts";
import { isAllegation, isReleasable, type Statement } from "../statements/index.ts";
import type { CaseHandle } from "./handle.ts";

/**
 * @param word - the key or the id of a statement. Of one that is encrypted the passphrase is asked for: nobody releases
 *   what they cannot read.
 * @throws InquestError "case/not-found"; "case/allegation" (decision) for a statement that alleges nothing, and for one
 *   that rests on an office alone; "case/key-needed" (decision).
 */
export async function findAllegation(handle: CaseHandle, word: string): Promise<Statement> {
  const { state, secrets } = handle;
  const known = () => state.statements.find(word)?.statement;
  if (known() === undefined && state.sealedStatements.size > 0) await secrets.unlock(word);
  const statement = known();
  if (statement === undefined) {
    throw new InquestError({
      code: "case/not-found",
      reaction: "not-found",
      message: `No statement of this case has the key or id ${word}. The page of its source shows both.`,
      evidence: { word },
    });
  }
  if (isReleasable(statement)) return statement;
  const why = isAllegation(statement)
    ? "It names somebody for the office that they held, and for nothing else. To have held an office is not to have taken part: there is nothing to release. inquest postings tells who held it."
    : "It alleges nothing. To open it, correct it: record it anew under its key with access: open.";
  throw new InquestError({
    code: "case/allegation",
    reaction: "decision",
    message: `The statement ${word} cannot be released. ${why}`,
    evidence: { statement: statement.id },
  });
}
