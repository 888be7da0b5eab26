/** Recording statements: those that are new, each in the open or encrypted as its access says. */
import { InquestError, type JsonValue, toCanonicalJson } from "../core/index.ts";
import {
  contentIdOf,
  type PropertyRule,
  propertyRule,
  type Statement,
  withStatementId,
} from "../statements/index.ts";
import type { ActDraft, CaseHandle } from "./handle.ts";

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

/** A statement that is to be recorded. */
interface Fresh {
  readonly statement: Statement;
  readonly contentId: string;
  /** Of the statement whose key it takes over. */
  readonly supersedes: string | null;
}

/**
 * Records the statements that are new; one whose key has other content now is superseded.
 *
 * @returns one entry for each statement, in their order.
 * @throws InquestError "case/withheld" (decision) when a key is that of a statement whose consent is missing.
 */
export async function recordStatements(
  handle: CaseHandle,
  statements: readonly Statement[],
): Promise<readonly StatementEntered[]> {
  const { state, secrets } = handle;
  // A statement quotes its source, so one about an encrypted source is encrypted whatever it says itself.
  const wanted = statements
    .map((statement) => (isSecret(handle, statement) ? inSealedForm(statement) : statement))
    .map((statement) => ({ statement, contentId: contentIdOf(statement) }));
  // Whether a sealed statement is there already can be told only from its plaintext.
  const isSealedAmong = wanted.some(({ statement }) => statement.access === "sealed");
  if (isSealedAmong && state.sealedStatements.size > 0) await secrets.unlock("statements");
  const { known, holders } = indexRecorded(handle);
  const fresh = new Map<string, Fresh>();
  for (const each of wanted) {
    if (known.has(each.contentId)) continue;
    fresh.set(each.contentId, { ...each, supersedes: supersededBy(handle, holders, each.statement) });
  }
  handle.progress({
    step: "case.statements",
    done: statements.length - fresh.size,
    total: statements.length,
  });
  for (const entered of await recordFresh(handle, [...fresh.values()])) known.set(entered.contentId, entered);
  return wanted.map(({ statement, contentId }) => {
    const entered = known.get(contentId);
    if (entered === undefined) throw new TypeError("a statement that was recorded is known");
    const { id, leafIndex, isNew, supersedes } = entered;
    return { key: statement.key ?? null, id, leafIndex, isNew, supersedes };
  });
}

type Known = Omit<StatementEntered, "key">;

/** Every statement that stands, withheld ones too: by its content, and by its key. */
function indexRecorded({ state }: CaseHandle) {
  const known = new Map<string, Known>();
  const holders = new Map<string, Statement>();
  for (const { statement, leafIndex } of state.statements.recorded()) {
    // The id of an open statement is that of its content; one that is encrypted has a random one.
    const contentId = state.sealedStatements.has(statement.id) ? contentIdOf(statement) : statement.id;
    known.set(contentId, { id: statement.id, leafIndex, isNew: false, supersedes: null });
    if (statement.key !== undefined) holders.set(statement.key, statement);
  }
  return { known, holders };
}

/** The statement whose key a new one takes over; null when nothing has its key. */
function supersededBy(
  { state }: CaseHandle,
  holders: ReadonlyMap<string, Statement>,
  { key }: Statement,
): string | null {
  const older = holders.get(key ?? "");
  if (older === undefined) return null;
  if (!state.consents.isWithheld(older)) return older.id;
  throw new InquestError({
    code: "case/withheld",
    reaction: "decision",
    message: `The key ${older.key} is that of a statement whose speaker took their consent back or gave it for a time that is over. Give the new one another key, or record a new consent first.`,
    evidence: { key: older.key },
  });
}

async function recordFresh(
  handle: CaseHandle,
  fresh: readonly Fresh[],
): Promise<readonly (Known & { readonly contentId: string })[]> {
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
  const acts = await handle.record(drafts);
  for (const { id, content } of sealed) handle.state.revealStatement(id, content);
  return begun.map(({ id, draft, from }) => {
    const act = acts[draft];
    if (act === undefined) throw new TypeError("every draft became an act");
    const { contentId, supersedes } = from;
    return { contentId, id, leafIndex: act.leafIndex, isNew: true, supersedes };
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
