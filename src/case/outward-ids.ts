/**
 * Ids of statements as those outside read them. The case's own are hashes of all that a statement holds: whoever knows the
 * rest could confirm by one a guess at what stays, such as a go-between. In its place stand the first digits of the hash of its
 * leaf, which covers random bits and a signature, stands in the proofs of the release anyway, and leads back to the act.
 */
import { hashLeaf, type Ledger, toHex } from "../ledger/index.ts";
import type { RedactionProfile } from "../release/index.ts";
import type { CaseState } from "./state.ts";

const STATEMENT_ID = /\bst-[0-9a-f]{32}\b/gu;
const DIGITS = 32;

interface InCase {
  readonly ledger: Pick<Ledger, "leaf">;
  readonly state: Pick<CaseState, "statements">;
}

/** Puts the ids that go out in the place of the case's own, wherever they stand in a value of plain data. */
export type OutwardIds = <T extends object>(value: T) => T;

/** Commissions get the case's own ids: what these are made of goes to them too. */
export function outwardIds(
  { ledger, state }: InCase,
  { hasNotes }: Pick<RedactionProfile, "hasNotes">,
): OutwardIds {
  if (hasNotes) return (value) => value;
  const corrected = new Map(
    state.statements.corrected().map((recorded) => [recorded.statement.id, recorded.leafIndex]),
  );
  const known = new Map<string, string>();
  const outward = (id: string): string => {
    const before = known.get(id);
    if (before !== undefined) return before;
    const leafIndex = state.statements.findRecorded(id)?.leafIndex ?? corrected.get(id);
    // One that is encrypted and unread has a random id.
    const after = leafIndex === undefined ? id : idOfLeaf(ledger, leafIndex);
    known.set(id, after);
    return after;
  };
  return <T extends object>(value: T): T => {
    const renamed: T = JSON.parse(JSON.stringify(value).replace(STATEMENT_ID, outward));
    return renamed;
  };
}

/** The case's own id of the statement that is called so outside; undefined where none is. Reads every act of a statement. */
export function ownIdOf({ ledger, state }: InCase, id: string): string | undefined {
  if (id.match(STATEMENT_ID)?.[0] !== id) return undefined;
  const { statements } = state;
  const all = [...statements.recorded(), ...statements.corrected()];
  return all.find(({ leafIndex }) => idOfLeaf(ledger, leafIndex) === id)?.statement.id;
}

function idOfLeaf(ledger: InCase["ledger"], leafIndex: number): string {
  return `st-${toHex(hashLeaf(ledger.leaf(leafIndex))).slice(0, DIGITS)}`;
}
