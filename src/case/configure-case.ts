/** What a case is, as it is recorded: checked first, because a log that holds a broken configuration cannot be read again. */
import { InquestError, toCanonicalJson, toPlainJson, wordsOfIssue } from "../core/index.ts";
import { CaseConfig } from "./config.ts";
import type { ActDraft } from "./handle.ts";

/**
 * The act by which a case becomes what is wanted.
 *
 * @param current - what the case is now; null for one that does not say it yet.
 * @returns no act where nothing differs.
 * @throws InquestError "case/config" (input) for a configuration that could not be read back.
 */
export function configurationDrafts(wanted: CaseConfig, current: CaseConfig | null): ActDraft[] {
  const config = toPlainJson(wanted);
  if (current !== null && toCanonicalJson(config) === toCanonicalJson(toPlainJson(current))) return [];
  const parsed = CaseConfig.safeParse(config);
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    const at = issue?.path.join(".") ?? "";
    throw new InquestError({
      code: "case/config",
      reaction: "input",
      message: `What the case is to be cannot be recorded: ${at} ${wordsOfIssue(issue)}. Mend it and try again; nothing was changed.`,
      evidence: { at },
    });
  }
  return [{ kind: "case.configured", body: { config } }];
}
