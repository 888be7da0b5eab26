/** Stating something from chosen words: the passage, what is being recorded, what became of it, and taking it back. */
import { useRef, useState } from "react";
import type { ActReceipt, PropertyView } from "../src/server/client.ts";
import type { QuotedPassage } from "./parts/passage.ts";
import {
  fieldOf,
  newSubjects,
  type QuoteDraft,
  type QuoteField,
  toStatementFile,
} from "./parts/quote-draft.ts";
import { useReader } from "./settings.tsx";
import { type Trouble, toTrouble } from "./trouble.ts";
import { undo } from "./undo.tsx";
import type { Taking } from "./undo-store.ts";
import { statementTaking } from "./undo-takings.ts";

export interface QuoteTrouble extends Trouble {
  /** The field that it concerns; null for the whole. */
  readonly field: QuoteField | null;
}

/** What became of the last statement: shown until the next one. */
export interface QuoteDone {
  readonly statement: string;
  /** False where the case held it before. */
  readonly isNew: boolean;
  readonly isWithdrawn: boolean;
  /** The words that it was stated of. */
  readonly quote: string;
}

export interface Quoting {
  /** The words that are being stated of; null while no form is open. */
  readonly passage: QuotedPassage | null;
  readonly trouble: QuoteTrouble | null;
  readonly done: QuoteDone | null;
  readonly isBusy: boolean;
  /** Who spoke in the statement that was recorded last, and how near they were; null before the first. */
  readonly last: Pick<QuoteDraft, "speaker" | "chain"> | null;
  readonly open: (passage: QuotedPassage) => void;
  readonly close: () => void;
  readonly record: (draft: QuoteDraft, property: PropertyView) => Promise<void>;
  readonly withdraw: () => Promise<void>;
  /** Lets one count again that was withdrawn. */
  readonly restore: () => Promise<void>;
  readonly hide: () => void;
  /** Keeps what is filled in, so that nobody loses it who leaves the form by mistake. */
  readonly keep: (draft: QuoteDraft) => void;
  /** What was filled in for these words and not recorded. */
  readonly keptFor: (passage: QuotedPassage) => QuoteDraft | null;
}

/** @param whenChanged - called with the statement after the case has changed. */
export function useQuote(
  { caseId, source }: { readonly caseId: string; readonly source: string },
  whenChanged: (statement: string) => void,
): Quoting {
  const { client, t } = useReader();
  const [passage, setPassage] = useState<QuotedPassage | null>(null);
  const [trouble, setTrouble] = useState<QuoteTrouble | null>(null);
  const [done, setDone] = useState<QuoteDone | null>(null);
  const [isBusy, setIsBusy] = useState(false);
  const kept = useRef<{ readonly passage: QuotedPassage; readonly draft: QuoteDraft } | null>(null);
  const [last, setLast] = useState<Quoting["last"]>(null);

  /** For whoever goes on to another page: here the chord is the page's own. */
  const taking = useRef<Taking | null>(null);
  function mayBeTaken(statement: string, quote: string, acts: readonly ActReceipt[]): void {
    const reason = t("quote.undo.reason");
    taking.current = statementTaking({ caseId, statement, quote, act: acts.at(-1)?.id, reason });
    if (taking.current !== null) undo.recorded(taking.current, true);
  }

  async function attempt(change: () => Promise<QuoteDone>): Promise<void> {
    if (isBusy) return;
    setIsBusy(true);
    setTrouble(null);
    try {
      const made = await change();
      setDone(made);
      setPassage(null);
      whenChanged(made.statement);
    } catch (error) {
      const trouble = toTrouble(error);
      const { code, at } = trouble;
      setTrouble({ ...trouble, field: at === null ? null : fieldOf({ code, pointer: at.pointer }) });
    } finally {
      setIsBusy(false);
    }
  }

  return {
    passage,
    trouble,
    done,
    isBusy,
    last,
    open(chosen) {
      setPassage(chosen);
      setTrouble(null);
      setDone(null);
    },
    close() {
      setPassage(null);
      setTrouble(null);
    },
    record: (draft, property) =>
      attempt(async () => {
        if (passage === null) throw new TypeError("a statement is recorded of chosen words");
        const fresh = newSubjects(draft, property);
        // Named first: a statement speaks only of what has a name. Doing it again names nothing twice.
        if (fresh.length > 0) await client.nameSubjects(caseId, fresh);
        const file = toStatementFile(draft, { property, passage, source });
        const { statements, acts } = await client.recordStatements(caseId, file);
        const { speaker, chain } = draft;
        kept.current = null;
        setLast({ speaker: speaker === null ? null : { ...speaker, names: null }, chain });
        const [entered] = statements;
        if (entered === undefined) throw new TypeError("one statement was sent");
        const { quote } = passage;
        if (entered.isNew) mayBeTaken(entered.id, quote, acts);
        return { statement: entered.id, isNew: entered.isNew, isWithdrawn: false, quote };
      }),
    withdraw: () =>
      attempt(async () => {
        if (done === null) throw new TypeError("what is withdrawn was recorded");
        const reason = t("quote.undo.reason");
        await client.setStatus(caseId, done.statement, { status: "withdrawn", reason });
        if (taking.current !== null) undo.forget(taking.current);
        return { ...done, isWithdrawn: true };
      }),
    restore: () =>
      attempt(async () => {
        if (done === null) throw new TypeError("what is restored was recorded");
        const { acts } = await client.setStatus(caseId, done.statement, { status: "draft" });
        mayBeTaken(done.statement, done.quote, acts);
        return { ...done, isNew: true, isWithdrawn: false };
      }),
    keep(draft) {
      if (passage !== null) kept.current = { passage, draft };
    },
    keptFor(wanted) {
      const { passage: words, draft = null } = kept.current ?? {};
      return JSON.stringify(words) === JSON.stringify(wanted) ? draft : null;
    },
    hide() {
      setDone(null);
      setTrouble(null);
    },
  };
}
