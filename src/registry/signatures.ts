/** Those who signed an appeal, by category: how many are said to have signed beside those whom a statement names. */
import type { RecordedStatement, SubjectId } from "../statements/index.ts";

/** A group that the case names; what older cases wrote for former officials of the United Nations; or all who signed. */
export type SignatureCategory = SubjectId | typeof FORMER_UN_OFFICIALS | null;
export const FORMER_UN_OFFICIALS = "former-un-officials";

/** A declared number beside those who are named. A difference is no error: few sources print every name. */
export interface DeclaredSignatures {
  readonly recorded: RecordedStatement;
  /** How many of the declared are not named; 0 when all are; null where only words or an upper bound are declared. */
  readonly missing: number | null;
  /** How many more are named than declared; 0 mostly; null where no upper bound is declared. */
  readonly beyond: number | null;
}

export interface Signatures {
  readonly category: SignatureCategory;
  readonly declared: readonly DeclaredSignatures[];
  /** Whom a statement names, each once. */
  readonly named: readonly SubjectId[];
  /** Of them those of whom another statement denies it. */
  readonly contested: readonly SubjectId[];
}

/** @param statements - of one appeal. All who signed come first, then each category in the order of the ledger. */
export function viewSignatures(statements: readonly RecordedStatement[]): Signatures[] {
  const counts = statements.filter(({ statement }) => categoryOf(statement) !== undefined);
  const categories = new Set<SignatureCategory>([null]);
  for (const { statement } of counts) categories.add(categoryOf(statement) ?? null);
  return [...categories]
    .map((category) => toSignatures(category, counts))
    .filter(({ declared, named }) => declared.length + named.length > 0);
}

/** Undefined for a statement that tells of no signature. */
function categoryOf({ property, category }: RecordedStatement["statement"]): SignatureCategory | undefined {
  if (property === "signed-by-former-un-officials") return FORMER_UN_OFFICIALS;
  return property === "signed-by" || property === "signatory" ? (category ?? null) : undefined;
}

function toSignatures(category: SignatureCategory, statements: readonly RecordedStatement[]): Signatures {
  // Whoever signed in a category signed.
  const within = statements.filter(
    ({ statement }) => category === null || categoryOf(statement) === category,
  );
  const refs = (polarity: "asserts" | "denies") =>
    new Set(
      within.flatMap(({ statement: { property, value, ...rest } }) =>
        property === "signatory" && value.kind === "ref" && rest.polarity === polarity ? [value.ref] : [],
      ),
    );
  const [named, denied] = [[...refs("asserts")], refs("denies")];
  return {
    category,
    declared: statements
      .filter(({ statement }) => statement.property !== "signatory" && categoryOf(statement) === category)
      .map((recorded) => toDeclared(recorded, named.length)),
    named,
    contested: named.filter((id) => denied.has(id)),
  };
}

function toDeclared(recorded: RecordedStatement, named: number): DeclaredSignatures {
  const { value } = recorded.statement;
  const { min, max } = value.kind === "quantity" ? value : { min: null, max: null };
  return {
    recorded,
    missing: min === null ? null : Math.max(0, min - named),
    beyond: max === null ? null : Math.max(0, named - max),
  };
}
