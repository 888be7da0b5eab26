/** Recording statements: those that are new, each in the open or encrypted as its access says. */
import { InquestError, type JsonValue, toCanonicalJson } from "../core/index.ts";
import { contentIdOf, type Statement } from "../statements/index.ts";
import type { ActDraft, CaseHandle } from "./handle.ts";
import { type Batch, recordMany } from "./record-many.ts";

/**
 * Records the statements that are new; one whose key has other content now is superseded. Very many become several
 * segments, one after the other: after a failure those before it stand, and doing it again records the rest.
 *
 * @param statements - with the ids that `withStatementId` gives.
 * @throws InquestError "statements/duplicate-key" when two of them have one key and other content; nothing was
 *   recorded. Those of `CaseHandle.record`.
 */
export async function recordStatements(handle: CaseHandle, statements: readonly Statement[]): Promise<void> {
  const { state, secrets } = handle;
  // Whether a sealed statement is there already can be told only from its plaintext.
  const isSealedAmong = statements.some((statement) => isSecret(handle, statement));
  if (isSealedAmong && state.sealedStatements.size > 0) await secrets.unlock("statements");
  const fresh = chooseFresh(handle, statements);
  const known = statements.length - fresh.length;
  const tell = (done: number) =>
    handle.progress({ step: "case.statements", done: known + done, total: statements.length });
  tell(0);

  await recordMany(handle, fresh, (some) => toBatch(handle, some), tell);
}

/** Those that are not recorded yet, each once. */
function chooseFresh(handle: CaseHandle, statements: readonly Statement[]): readonly Statement[] {
  const { state } = handle;
  // A sealed statement's id is random: it is known by the hash of its content.
  const sealed = new Set(
    [...state.sealedStatements.keys()].flatMap((id) => {
      const recorded = state.statements.findRecorded(id);
      return recorded === undefined ? [] : [contentIdOf(recorded.statement)];
    }),
  );
  const taken = new Set<string>();
  const idOfKey = new Map<string, string>();
  return statements.filter((statement) => {
    const { id, key } = statement;
    if (taken.has(id)) return false;
    taken.add(id);
    if (key !== undefined && (idOfKey.get(key) ?? id) !== id) throw keyTwice(key);
    if (key !== undefined) idOfKey.set(key, id);
    return isSecret(handle, statement)
      ? !sealed.has(contentIdOf({ ...statement, access: "sealed" }))
      : state.statements.findRecorded(id) === undefined;
  });
}

async function toBatch(handle: CaseHandle, statements: readonly Statement[]): Promise<Batch> {
  const { state } = handle;
  const drafts: ActDraft[] = [];
  const sealed: { readonly id: string; readonly content: Omit<Statement, "id"> }[] = [];
  for (const statement of statements) {
    const { key } = statement;
    const older = key === undefined ? undefined : state.statements.findRecorded(key);
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
  return {
    drafts,
    onRecorded() {
      for (const { id, content } of sealed) state.revealStatement(id, content);
    },
  };
}

/** A statement quotes its source, so one about an encrypted source is encrypted whatever it says itself. */
function isSecret({ state }: CaseHandle, { access, source }: Statement): boolean {
  return access === "sealed" || state.sources.get(source)?.value.sealed !== undefined;
}

async function seal(
  handle: CaseHandle,
  { id: _, ...plain }: Statement,
  supersedes: { readonly supersedes?: string },
) {
  const content: Omit<Statement, "id"> = { ...plain, access: "sealed" };
  const json: JsonValue = { ...content };
  // An item of its own: the one witness who withdraws consent is forgotten, and nobody else.
  const { refs, drafts } = await handle.secrets.seal(
    [new TextEncoder().encode(toCanonicalJson(json))],
    "statement",
  );
  const [ref] = refs;
  if (ref === undefined) throw new TypeError("one part gives one reference");
  const id = `st-${Buffer.from(handle.random(16)).toString("hex")}`;
  const act: ActDraft = { kind: "statement.sealed", body: { id, statement: { ...ref }, ...supersedes } };
  return { id, content, acts: [...drafts, act] };
}

function keyTwice(key: string): InquestError {
  return new InquestError({
    code: "statements/duplicate-key",
    reaction: "input",
    message: `Two statements have the key ${key} and differ. Give one of the two another key.`,
    evidence: { key },
  });
}
