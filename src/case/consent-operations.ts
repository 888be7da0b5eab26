/** Recording consent, taking it back, and the status of statements. */
import { InquestError } from "../core/index.ts";
import {
  type Consent,
  ConsentRecorded,
  type ConsentScope,
  type StatementStatus,
  StatusSet,
} from "../statements/index.ts";
import type { OpenCase } from "./case-handle.ts";
import { sourceCalled } from "./find-source.ts";
import { findSubject } from "./find-subject.ts";
import type { CaseHandle } from "./handle.ts";
import { rebuildCase } from "./rebuild-case.ts";

export interface ConsentGiven {
  /** Sources, statements and speakers, by id, key or name. */
  readonly covers: readonly string[];
  readonly giver: string;
  readonly scope: ConsentScope;
  readonly how: string;
  readonly purposes?: readonly string[] | undefined;
  /** ISO days. */
  readonly expires?: string | undefined;
  readonly on?: string | undefined;
}

/** @throws InquestError "case/not-found"; "case/consent" (input) for a day that is none or words that are missing. */
export async function recordConsent(handle: CaseHandle, given: ConsentGiven): Promise<Consent> {
  const covers = given.covers.map((word) => findConsentSubject(handle, word));
  const id = `consent-${Buffer.from(handle.random(16)).toString("hex")}`;
  const { giver, scope, how, purposes = [], expires, on } = given;
  const parsed = ConsentRecorded.safeParse({
    id,
    giver,
    covers,
    scope,
    how,
    ...(purposes.length === 0 ? {} : { purposes }),
    ...(expires === undefined ? {} : { expires }),
    ...(on === undefined ? {} : { on }),
  });
  if (!parsed.success) {
    const what = parsed.error.issues.map(({ path, message }) => `${path.join(".")}: ${message}`).join("; ");
    throw inputError("case/consent", `The consent cannot be recorded: ${what}. Days are written 2026-05-31.`);
  }
  await handle.record([{ kind: "consent.recorded", body: { ...parsed.data } }]);
  return { ...parsed.data, withdrawn: null };
}

/**
 * Takes a consent back: what it covers leaves every answer and page at once, and the files of `work/` are written anew
 * without it. The ledger keeps the act; what was encrypted can be shredded besides.
 *
 * @throws InquestError "case/not-found"; "case/consent" (input) for one that was taken back before.
 */
export async function withdrawConsent(
  opened: OpenCase,
  { id, why, on }: { readonly id: string; readonly why: string; readonly on?: string | undefined },
): Promise<Consent> {
  const consent = opened.state.consents.find(id);
  if (consent === undefined) {
    const known = opened.state.consents.all().map((each) => each.id);
    throw notFound(`No consent ${id} is recorded. There are: ${known.join(", ") || "none"}.`, { id });
  }
  if (consent.withdrawn !== null)
    throw inputError("case/consent", `${id} was withdrawn before: ${consent.withdrawn.why}`);
  const body = { consent: id, why, ...(on === undefined ? {} : { on }) };
  await opened.record([{ kind: "consent.withdrawn", body }]);
  await rebuildCase(opened);
  return opened.state.consents.find(id) ?? consent;
}

/** @throws InquestError "case/not-found"; "case/status" (input) when the reason is missing. */
export async function setStatus(
  handle: CaseHandle,
  {
    statement: word,
    status,
    reason,
  }: { readonly statement: string; readonly status: StatementStatus; readonly reason?: string | undefined },
): Promise<string> {
  const recorded = handle.state.statements.find(word);
  if (recorded === undefined) throw notFound(`No statement has the id or key ${word}.`, { statement: word });
  const { id } = recorded.statement;
  const parsed = StatusSet.safeParse({ statement: id, status, ...(reason === undefined ? {} : { reason }) });
  if (!parsed.success)
    throw inputError("case/status", `The status ${status} needs its reason: say --why "…".`);
  await handle.record([{ kind: "statement.status-set", body: { ...parsed.data } }]);
  return id;
}

function findConsentSubject({ state }: CaseHandle, word: string): string {
  const source = sourceCalled(state, word);
  if (source !== undefined) return source.value.id;
  const statement = state.statements
    .recorded()
    .find((each) => each.statement.id === word || each.statement.key === word);
  if (statement !== undefined) return statement.statement.id;
  return findSubject(state, { word, kinds: ["speaker"] }).id;
}

function notFound(message: string, evidence: Record<string, string>): InquestError {
  return new InquestError({ code: "case/not-found", reaction: "not-found", message, evidence });
}

function inputError(code: string, message: string): InquestError {
  return new InquestError({ code, reaction: "input", message });
}
