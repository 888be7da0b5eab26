/** Recording statements: those that are new, each in the open or encrypted as its access says. */
import { InquestError, type JsonValue, toCanonicalJson } from "../core/index.ts";
import { contentIdOf, type PropertyRule, propertyRule, type Statement } from "../statements/index.ts";
import type { ActDraft, CaseHandle } from "./handle.ts";

/** Records the statements that are new; one whose key has other content now is superseded. */
export async function recordStatements(handle: CaseHandle, statements: readonly Statement[]): Promise<void> {
  const { state, secrets } = handle;
  // Whether a sealed statement is there already can be told only from its plaintext.
  const isSealedAmong = statements.some((statement) => isSecret(handle, statement));
  if (isSealedAmong && state.sealedStatements.size > 0) await secrets.unlock("statements");
  const known = new Set(state.statements.recorded().map(({ statement }) => contentIdOf(statement)));
  const fresh = statements.filter((statement) => !known.has(contentIdOf(statement)));
  handle.progress({
    step: "case.statements",
    done: statements.length - fresh.length,
    total: statements.length,
  });
  const drafts: ActDraft[] = [];
  const sealed: { readonly id: string; readonly content: Omit<Statement, "id"> }[] = [];
  for (const statement of fresh) {
    const older = statement.key === undefined ? undefined : state.statements.find(statement.key);
    const supersedes = older === undefined ? {} : { supersedes: older.statement.id };
    if (isSecret(handle, statement)) {
      const { id, content, acts } = await seal(handle, statement, supersedes);
      drafts.push(...acts);
      sealed.push({ id, content });
    } else {
      const body: JsonValue = { ...statement };
      drafts.push({ kind: "statement.recorded", body: { statement: body, ...supersedes } });
    }
  }
  await handle.record(drafts);
  for (const { id, content } of sealed) state.revealStatement(id, content);
}

/** A statement quotes its source, so one about an encrypted source is encrypted whatever it says itself. */
function isSecret({ state }: CaseHandle, { access, source }: Statement): boolean {
  return access === "sealed" || state.sources.get(source)?.value.sealed !== undefined;
}

/** Whoever records the first involvement of a case did not ask for encryption: they are told of the other way. */
function withWayOut(error: unknown, { property, key }: Omit<Statement, "id">): unknown {
  const isAsked = error instanceof InquestError && error.code === "case/key-needed";
  const { sealedByDefault, isSensitive }: PropertyRule = propertyRule(property);
  if (!isAsked || (sealedByDefault ?? isSensitive) !== true) return error;
  const which = key === undefined ? "" : ` ${key}`;
  return new InquestError({
    code: error.code,
    reaction: error.reaction,
    message: `The statement${which} ${sealedByDefault === true ? "names somebody's alleged part" : "says what can endanger a person or their kin"}, and is encrypted unless you decide otherwise. Give a passphrase on the keyboard or with --passphrase-file FILE; or write access: restricted, by which it stands in the log, readable by whoever holds the folder of the case.`,
    cause: error,
    evidence: error.evidence,
  });
}

async function seal(
  handle: CaseHandle,
  { id: _, ...plain }: Statement,
  supersedes: { readonly supersedes?: string },
) {
  const content: Omit<Statement, "id"> = { ...plain, access: "sealed" };
  const json: JsonValue = { ...content };
  // An item of its own: the one witness who withdraws consent is forgotten, and nobody else.
  const { refs, drafts } = await handle.secrets
    .seal([new TextEncoder().encode(toCanonicalJson(json))], "statement")
    .catch((error: unknown) => {
      throw withWayOut(error, plain);
    });
  const [ref] = refs;
  if (ref === undefined) throw new TypeError("one part gives one reference");
  const id = `st-${Buffer.from(handle.random(16)).toString("hex")}`;
  const act: ActDraft = { kind: "statement.sealed", body: { id, statement: { ...ref }, ...supersedes } };
  return { id, content, acts: [...drafts, act] };
}
