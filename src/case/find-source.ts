/** Sources by what a person calls them. */
import { InquestError } from "../core/index.ts";
import type { Source } from "../statements/index.ts";
import type { CaseState, Recorded } from "./state.ts";

/** By id, key or file name; undefined when there is none. */
export function sourceCalled({ sources }: CaseState, word: string): Recorded<Source> | undefined {
  const isCalled = ({ value }: Recorded<Source>) => value.key === word || value.fileName === word;
  return sources.get(word) ?? [...sources.values()].find(isCalled);
}

/** The same. @throws InquestError "case/not-found". */
export function findSource(state: CaseState, word: string): Recorded<Source> {
  const recorded = sourceCalled(state, word);
  if (recorded !== undefined) return recorded;
  throw new InquestError({
    code: "case/not-found",
    reaction: "not-found",
    message: `No source has the id or the key ${word}. The list of sources shows them.`,
    evidence: { id: word },
  });
}
