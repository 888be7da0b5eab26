/** Recording consent, taking it back, and the status of statements. */
import { z } from "zod";
import { InquestError } from "../core/index.ts";
import {
  CONSENT_SCOPES,
  type Consent,
  ConsentRecorded,
  ConsentWithdrawn,
  STATUSES,
  StatusSet,
} from "../statements/index.ts";
import type { OpenCase } from "./case-handle.ts";
import { sourceCalled } from "./find-source.ts";
import { findSubject } from "./find-subject.ts";
import type { CaseHandle } from "./handle.ts";
import { rebuildCase } from "./rebuild-case.ts";
import { findWordsThatStay, type WordsThatStay } from "./words-that-stay.ts";

/** A consent as somebody reports it, before it is known whether it can be recorded. */
export const ConsentGiven = z.strictObject({
  /** Sources, statements and speakers, by id, key or name. */
  covers: z.array(z.string()).min(1),
  /** A pseudonym: who it is stands nowhere in the log. */
  giver: z.string(),
  scope: z.enum(CONSENT_SCOPES),
  /** How it was given: in writing, on a recording, through whom. */
  how: z.string(),
  purposes: z.array(z.string()).optional(),
  /** ISO days. */
  expires: z.string().optional(),
  on: z.string().optional(),
});
export type ConsentGiven = z.infer<typeof ConsentGiven>;

export const ConsentTakenBack = z.strictObject({ why: z.string(), on: z.string().optional() });
export type ConsentTakenBack = z.infer<typeof ConsentTakenBack>;

export const StatusGiven = z.strictObject({ status: z.enum(STATUSES), reason: z.string().optional() });
export type StatusGiven = z.infer<typeof StatusGiven>;

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
  if (!parsed.success) throw notRecordable("The consent", parsed.error);
  await handle.record([{ kind: "consent.recorded", body: { ...parsed.data } }]);
  return { ...parsed.data, withdrawn: null };
}

/**
 * Takes a consent back: what it covers leaves every answer and page at once, and the files of `work/` are written anew
 * without it. The ledger keeps the act; what was encrypted can be shredded besides.
 *
 * @returns the consent, and where its words still stand: a finding that repeats them, another sealed copy.
 * @throws InquestError "case/not-found"; "case/consent" (input) for one that was taken back before, for a day that is
 *   none, or without a reason.
 */
export async function withdrawConsent(
  opened: OpenCase,
  { id, why, on }: ConsentTakenBack & { readonly id: string },
): Promise<{ readonly consent: Consent; readonly stays: readonly WordsThatStay[] }> {
  const consent = opened.state.consents.find(id);
  if (consent === undefined) {
    const known = opened.state.consents.all().map((each) => each.id);
    throw notFound(`No consent ${id} is recorded. There are: ${known.join(", ") || "none"}.`, { id });
  }
  if (consent.withdrawn !== null)
    throw inputError("case/consent", `${id} was withdrawn before: ${consent.withdrawn.why}`);
  const body = ConsentWithdrawn.safeParse({ consent: id, why, ...(on === undefined ? {} : { on }) });
  if (!body.success) throw notRecordable("The withdrawal", body.error);
  await opened.record([{ kind: "consent.withdrawn", body: { ...body.data } }]);
  await rebuildCase(opened);
  const stays = await findWordsThatStay(opened);
  return { consent: opened.state.consents.find(id) ?? consent, stays };
}

/** @throws InquestError "case/not-found"; "case/status" (input) when the reason is missing. */
export async function setStatus(
  handle: CaseHandle,
  { statement: word, status, reason }: StatusGiven & { readonly statement: string },
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

function notRecordable(what: string, error: z.ZodError): InquestError {
  const problems = error.issues.map(({ path, message }) => `${path.join(".")}: ${message}`).join("; ");
  return inputError("case/consent", `${what} cannot be recorded: ${problems}. Days are written 2026-05-31.`);
}

function notFound(message: string, evidence: Record<string, string>): InquestError {
  return new InquestError({ code: "case/not-found", reaction: "not-found", message, evidence });
}

function inputError(code: string, message: string): InquestError {
  return new InquestError({ code, reaction: "input", message });
}
