/**
 * Consent of those who speak: what they agreed to, until when, and whether they took it back. What is withheld stays in
 * the ledger as it was recorded, and is in no answer, no page and no export.
 */
import { z } from "zod";
import { toDayNumber } from "../core/index.ts";
import type { Statement } from "./statement.ts";
import { SubjectId } from "./subject.ts";

/** To whom the words may go, from the fewest to all. */
export const CONSENT_SCOPES = ["internal", "partners", "un", "prosecutor", "public"] as const;
export type ConsentScope = (typeof CONSENT_SCOPES)[number];

/** Whether words may go to an audience: those whose speakers were asked only to as many as they agreed to. */
export function hasAgreed(scope: ConsentScope | null, audience: ConsentScope): boolean {
  return scope === null || CONSENT_SCOPES.indexOf(audience) <= CONSENT_SCOPES.indexOf(scope);
}

/** What a consent is about: a source, one statement, or everything that one speaker says. */
export const ConsentSubject = z.union([
  z.string().regex(/^src-[0-9a-f]{32}$/u),
  z.string().regex(/^st-[0-9a-f]{32}$/u),
  SubjectId.refine((id) => id.startsWith("speaker:"), "of the subjects only a speaker consents"),
]);

export const ConsentRecorded = z.strictObject({
  id: z.string().regex(/^consent-[0-9a-f]{32}$/u),
  /** A pseudonym: who it is stands nowhere in the log. */
  giver: z.string().trim().min(1),
  covers: z.array(ConsentSubject).min(1),
  scope: z.enum(CONSENT_SCOPES),
  purposes: z.array(z.string().trim().min(1)).optional(),
  /** The last day on which it holds. */
  expires: z.iso.date().optional(),
  /** How it was given: in writing, on a recording, through whom. */
  how: z.string().trim().min(1),
  on: z.iso.date().optional(),
});
export type ConsentRecorded = z.infer<typeof ConsentRecorded>;

export const ConsentWithdrawn = z.strictObject({
  consent: ConsentRecorded.shape.id,
  why: z.string().trim().min(1),
  on: z.iso.date().optional(),
});
export type ConsentWithdrawn = z.infer<typeof ConsentWithdrawn>;

/** A consent and what became of it. */
export interface Consent extends ConsentRecorded {
  readonly withdrawn: ConsentWithdrawn | null;
}

export interface Consents {
  record(consent: ConsentRecorded): void;
  /** Does nothing for a consent that is not there. */
  withdraw(withdrawal: ConsentWithdrawn): void;
  /** A statement took the place of another: what was agreed for the older one's words holds for it. */
  correct(older: string, newer: string): void;
  /** Days since 1970-01-01 by which expiry is judged; before it is set nothing has expired. */
  setToday(day: number): void;
  /** That day; null before it is set. */
  today(): number | null;
  /** True while nothing can be withheld: no consent was withdrawn and none has an end. */
  areAllOpen(): boolean;
  all(): readonly Consent[];
  find(id: string): Consent | undefined;
  /** Whether its last day lies behind; false before a day is set. */
  isOver(consent: Pick<Consent, "expires">): boolean;
  /** Why a source, statement or speaker is withheld: the consent given last on it was withdrawn or ran out. */
  whyWithheld(subject: string): "withdrawn" | "expired" | null;
  /** The fewest to whom its words may go, by the consents on itself, its source and its speaker; null where there is none. */
  scopeOf(statement: Pick<Statement, "id" | "source" | "speaker">): ConsentScope | null;
  /** Whether a statement is, by itself, by its source or by its speaker. */
  isWithheld(statement: Pick<Statement, "id" | "source" | "speaker">): boolean;
  /** The same of words where they stand in a source: also those of a statement whose correction is withheld. */
  areWordsWithheld(statement: Pick<Statement, "id" | "source" | "speaker">): boolean;
  /** The id of the statement that a corrected one became; its own where nothing took its place. */
  newestOf(statement: string): string;
}

export function createConsents(): Consents {
  const consents = new Map<string, Consent>();
  /** On each subject the consent given last by each giver: a renewed one takes the place of the giver's own. */
  const lastOn = new Map<string, Map<string, string>>();
  /** The statement that each corrected one took the place of: what was agreed for its words holds for the corrected ones. */
  const corrects = new Map<string, string>();
  const correctedBy = new Map<string, string>();
  let today: number | null = null;
  let isQuiet = true;

  /** Consents that hold or held for a subject, those for what it corrects included. */
  function consentsOn(subject: string): Consent[] {
    const ids = new Set<string>();
    const seen = new Set<string>();
    for (let at: string | undefined = subject; at !== undefined && !seen.has(at); at = corrects.get(at)) {
      seen.add(at);
      for (const id of lastOn.get(at)?.values() ?? []) ids.add(id);
    }
    return [...ids].flatMap((id) => consents.get(id) ?? []);
  }

  function newestOf(statement: string): string {
    const seen = new Set<string>();
    let at = statement;
    for (let next = correctedBy.get(at); next !== undefined && !seen.has(next); next = correctedBy.get(at)) {
      seen.add(next);
      at = next;
    }
    return at;
  }

  function isAnyWithheld(subjects: readonly string[]): boolean {
    return !isQuiet && subjects.some((subject) => whyWithheld(subject) !== null);
  }

  function isOver({ expires }: Pick<Consent, "expires">): boolean {
    return expires !== undefined && today !== null && dayOf(expires) < today;
  }

  function whyWithheld(subject: string): "withdrawn" | "expired" | null {
    const all = consentsOn(subject);
    if (all.some(({ withdrawn }) => withdrawn !== null)) return "withdrawn";
    return all.some(isOver) ? "expired" : null;
  }

  return {
    record(consent) {
      consents.set(consent.id, { ...consent, withdrawn: null });
      for (const subject of consent.covers) {
        const byGiver = lastOn.get(subject) ?? new Map<string, string>();
        byGiver.set(consent.giver, consent.id);
        lastOn.set(subject, byGiver);
      }
      if (consent.expires !== undefined) isQuiet = false;
    },
    withdraw(withdrawal) {
      const consent = consents.get(withdrawal.consent);
      if (consent === undefined) return;
      consents.set(consent.id, { ...consent, withdrawn: withdrawal });
      isQuiet = false;
    },
    correct(older, newer) {
      if (older === newer) return;
      corrects.set(newer, older);
      correctedBy.set(older, newer);
    },
    setToday(day) {
      today = day;
    },
    today: () => today,
    areAllOpen: () => isQuiet,
    all: () => [...consents.values()],
    find: (id) => consents.get(id),
    isOver,
    whyWithheld,
    scopeOf({ id, source, speaker }) {
      const scopes = [id, source, speaker].flatMap((subject) =>
        consentsOn(subject).map(({ scope }) => scope),
      );
      return CONSENT_SCOPES.find((scope) => scopes.includes(scope)) ?? null;
    },
    isWithheld: ({ id, source, speaker }) => isAnyWithheld([id, source, speaker]),
    newestOf,
    areWordsWithheld: ({ id, source, speaker }) => isAnyWithheld([newestOf(id), id, source, speaker]),
  };
}

function dayOf(iso: string): number {
  const [year = 0, month = 1, day = 1] = iso.split("-").map(Number);
  return toDayNumber({ year, month, day });
}
