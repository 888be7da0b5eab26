/** The guard that keeps names away from engines. */
import { InquestError } from "../../core/index.ts";

/**
 * Engines measure and order text by bytes, each in its own way, so nothing but ASCII may reach one.
 *
 * @throws InquestError "engines/not-ascii" when a statement holds anything else. The message does not repeat it: it
 *   may be a name.
 */
export function assertAscii(statement: string): void {
  const at = statement.search(/[^\n\x20-\x7e]/u);
  if (at < 0) return;
  throw new InquestError({
    code: "engines/not-ascii",
    reaction: "internal",
    message: `A statement for the engine holds something other than ASCII at character ${at}; names must stay on this side.`,
    evidence: { at, statementStart: statement.slice(0, Math.min(at, 40)) },
  });
}
