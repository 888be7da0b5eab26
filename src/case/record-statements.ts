/** Recording statements: those that are new, each in the open or encrypted as its access says. */
import { InquestError, type JsonValue, toCanonicalJson } from "../core/index.ts";
import {
  contentIdOf,
  type PropertyRule,
  propertyRule,
  type RecordedStatement,
  type Statement,
  withStatementId,
} from "../statements/index.ts";
import type { ActDraft, CaseHandle } from "./handle.ts";
import { type Batch, recordMany } from "./record-many.ts";
import { requireNoClosedWords } from "./restricted.ts";

export interface StatementEntered {
  readonly key: string | null;
  /** The hash of its content; random for one that is encrypted. */
  readonly id: string;
  /** The leaf of the act that records it, now or before. */
  readonly leafIndex: number;
  /** False where the case holds the same statement already. */
  readonly isNew: boolean;
  /** The id of the statement whose key it took over; null for most. */
  readonly supersedes: string | null;
}

/**
 * Records the statements that are new; one whose key has other content now is superseded. Very many become several
 * segments, one after the other: after a failure those before it stand, and doing it again records the rest.
 *
 * @param statements - with the ids that `withStatementId` gives.
 * @returns one entry for each statement, in their order.
 * @throws InquestError "statements/duplicate-key" when two of them have one key and other content; "case/withheld"
 *   (decision) when a key is that of a statement whose consent is missing; "case/restricted" (decision) when an open one
 *   tells the words of a closed one: nothing was recorded. Those of
 *   `CaseHandle.record`.
 */
export async function recordStatements(
  handle: CaseHandle,
  statements: readonly Statement[],
): Promise<readonly StatementEntered[]> {
  const { state, secrets } = handle;
  // A statement quotes its source, so one about an encrypted source is encrypted whatever it says itself.
  const wanted = statements.map((statement) =>
    isSecret(handle, statement) ? inSealedForm(statement) : statement,
  );
  // Whether a sealed statement is there already can be told only from its plaintext.
  const isSealedAmong = wanted.some(({ access }) => access === "sealed");
  if (isSealedAmong && state.sealedStatements.size > 0) await secrets.unlock("statements");
  requireNoClosedWords(state, wanted);
  const { entered, fresh } = chooseFresh(handle, wanted);
  const known = statements.length - fresh.length;
  const tell = (done: number) =>
    handle.progress({ step: "case.statements", done: known + done, total: statements.length });
  tell(0);

  await recordMany(handle, fresh, (some) => toBatch(handle, some, entered), tell);
  return wanted.map(({ id: contentId, key = null }) => {
    const found = entered.get(contentId);
    if (found === undefined) throw new TypeError("a statement that was recorded is known");
    return { key, ...found };
  });
}

type Known = Omit<StatementEntered, "key">;

/** A statement that is to be recorded, with the id of the one whose key it takes over. */
interface Fresh {
  readonly statement: Statement;
  readonly supersedes: string | null;
}

/** Those that are not recorded yet, each once, and what is known of the others by the hash of their content. */
function chooseFresh(handle: CaseHandle, wanted: readonly Statement[]) {
  const { state } = handle;
  const sealed = indexSealed(handle);
  const entered = new Map<string, Known>();
  const idOfKey = new Map<string, string>();
  const fresh: Fresh[] = [];
  const taken = new Set<string>();
  for (const statement of wanted) {
    const { id, key } = statement;
    if (taken.has(id)) continue;
    taken.add(id);
    if (key !== undefined && (idOfKey.get(key) ?? id) !== id) throw keyTwice(key);
    if (key !== undefined) idOfKey.set(key, id);
    const there = statement.access === "sealed" ? sealed.get(id) : state.statements.findRecorded(id);
    if (there === undefined) fresh.push({ statement, supersedes: supersededBy(handle, key) });
    else {
      const { leafIndex } = there;
      entered.set(id, { id: there.statement.id, leafIndex, isNew: false, supersedes: null });
    }
  }
  return { entered, fresh };
}

/** A sealed statement's id is random: it is known by the hash of its content. */
function indexSealed({ state }: CaseHandle): ReadonlyMap<string, RecordedStatement> {
  return new Map(
    [...state.sealedStatements.keys()].flatMap((id) => {
      const recorded = state.statements.findRecorded(id);
      return recorded === undefined ? [] : [[contentIdOf(recorded.statement), recorded] as const];
    }),
  );
}

/** The statement whose key a new one takes over; null when nothing has its key. */
function supersededBy({ state }: CaseHandle, key: string | undefined): string | null {
  const older = key === undefined ? undefined : state.statements.findRecorded(key)?.statement;
  if (older === undefined) return null;
  if (!state.consents.isWithheld(older)) return older.id;
  throw new InquestError({
    code: "case/withheld",
    reaction: "decision",
    message: `The key ${older.key} is that of a statement whose speaker took their consent back or gave it for a time that is over. Give the new one another key, or record a new consent first.`,
    evidence: { key: older.key },
  });
}

async function toBatch(
  handle: CaseHandle,
  fresh: readonly Fresh[],
  entered: Map<string, Known>,
): Promise<Batch> {
  const drafts: ActDraft[] = [];
  const sealed: { readonly id: string; readonly content: Omit<Statement, "id"> }[] = [];
  const begun: { readonly id: string; readonly draft: number; readonly from: Fresh }[] = [];
  for (const from of fresh) {
    const { statement } = from;
    const supersedes = from.supersedes === null ? {} : { supersedes: from.supersedes };
    let { id } = statement;
    if (statement.access === "sealed") {
      const made = await seal(handle, statement, supersedes);
      id = made.id;
      drafts.push(...made.acts);
      sealed.push(made);
    } else {
      const body: JsonValue = { ...statement };
      drafts.push({ kind: "statement.recorded", body: { statement: body, ...supersedes } });
    }
    begun.push({ id, draft: drafts.length - 1, from });
  }
  return {
    drafts,
    onRecorded(acts) {
      for (const { id, content } of sealed) handle.state.revealStatement(id, content);
      for (const { id, draft, from } of begun) {
        const act = acts[draft];
        if (act === undefined) throw new TypeError("every draft became an act");
        const { statement, supersedes } = from;
        entered.set(statement.id, { id, leafIndex: act.leafIndex, isNew: true, supersedes });
      }
    },
  };
}

function keyTwice(key: string): InquestError {
  return new InquestError({
    code: "statements/duplicate-key",
    reaction: "input",
    message: `Two statements have the key ${key} and differ. Give one of the two another key.`,
    evidence: { key },
  });
}

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

function inSealedForm({ id: _, ...content }: Statement): Statement {
  return withStatementId({ ...content, access: "sealed" });
}

async function seal(
  handle: CaseHandle,
  { id: _, ...content }: Statement,
  supersedes: { readonly supersedes?: string },
) {
  const json: JsonValue = { ...content };
  // An item of its own: the one witness who withdraws consent is forgotten, and nobody else.
  const { refs, drafts } = await handle.secrets
    .seal([new TextEncoder().encode(toCanonicalJson(json))], "statement")
    .catch((error: unknown) => {
      throw withWayOut(error, content);
    });
  const [ref] = refs;
  if (ref === undefined) throw new TypeError("one part gives one reference");
  const id = `st-${Buffer.from(handle.random(16)).toString("hex")}`;
  const act: ActDraft = { kind: "statement.sealed", body: { id, statement: { ...ref }, ...supersedes } };
  return { id, content, acts: [...drafts, act] };
}
