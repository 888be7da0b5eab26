/** What a set of statements can bear: how many independent voices, how near, and up to which standard of proof. */
import type { RecordedStatement, Source, StandardOfProof, Subject, SubjectId } from "../statements/index.ts";
import { isOriginalHeld, STANDARDS_OF_PROOF } from "../statements/index.ts";
import { voiceOf } from "./reported.ts";

export interface Support {
  readonly statements: number;
  /** Independent voices: speakers of one independence group are one. */
  readonly voices: number;
  /** Voices that speak first-hand. */
  readonly firstHand: number;
  /** Sources of which the case holds the original. */
  readonly originals: number;
}

export interface SupportContext {
  readonly subjectOf: (id: SubjectId) => Subject | undefined;
  readonly sourceOf: (id: string) => Pick<Source, "role"> | undefined;
}

/** What is asked of the support for a standard; this is Inquest's own table, which a case may publish with its methods. */
export const CEILINGS: readonly (Omit<Support, "statements"> & { readonly standard: StandardOfProof })[] = [
  { standard: "clear-and-convincing", voices: 3, firstHand: 1, originals: 1 },
  { standard: "balance-of-probabilities", voices: 2, firstHand: 1, originals: 0 },
  { standard: "reasonable-grounds-to-believe", voices: 2, firstHand: 0, originals: 0 },
  { standard: "reasonable-suspicion", voices: 1, firstHand: 0, originals: 0 },
];

/** @param statements - those that assert what is found. */
export function supportOf(
  statements: readonly RecordedStatement[],
  { subjectOf, sourceOf }: SupportContext,
): Support {
  const voices = (list: readonly RecordedStatement[]) =>
    new Set(list.map(({ statement }) => voiceOf(statement.speaker, subjectOf))).size;
  const sources = new Set(statements.map(({ statement }) => statement.source));
  return {
    statements: statements.length,
    voices: voices(statements),
    firstHand: voices(statements.filter(({ statement }) => statement.chain === "first-hand")),
    originals: [...sources].filter((id) => isOriginalHeld(sourceOf(id) ?? { role: "working" })).length,
  };
}

/** The highest standard that the support bears by itself; null when it bears none. Beyond reasonable doubt no count bears. */
export function ceilingOf(support: Support): StandardOfProof | null {
  const bears = ({ voices, firstHand, originals }: (typeof CEILINGS)[number]) =>
    support.voices >= voices && support.firstHand >= firstHand && support.originals >= originals;
  return CEILINGS.find(bears)?.standard ?? null;
}

export function isAbove(standard: StandardOfProof, ceiling: StandardOfProof | null): boolean {
  const rank = (each: StandardOfProof | null) => (each === null ? -1 : STANDARDS_OF_PROOF.indexOf(each));
  return rank(standard) > rank(ceiling);
}
