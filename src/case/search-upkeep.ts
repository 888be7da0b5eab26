/** Keeping an index up with a case that grows: what is named anew is indexed in turns, so that nobody waits for very much. */
import { z } from "zod";
import type { Act } from "../ledger/index.ts";
import type { OpenCase } from "./case-handle.ts";

/** What acts name that is searched. */
export type NewKind = "subject" | "source" | "statement" | "status" | "finding";

export interface Upkeep {
  /** Indexes what waits, for a moment: some hundred things a millisecond. */
  catchUp(): void;
  /** The act that waits first; null when none does. */
  readonly waitingFrom: number | null;
  /** Keeps up nothing any more. */
  release(): void;
}

/** How long a search, and a turn between others, indexes what came since. */
const CATCH_UP_MS = 20;

/** Things indexed between two looks at the clock. */
const AT_ONCE = 50;

interface Waiting {
  readonly leafIndex: number;
  readonly kind: NewKind;
  readonly id: string;
}

/** @param add - indexes a thing of the case's state as it is by then. */
export function createUpkeep(opened: OpenCase, add: (kind: NewKind, id: string) => void): Upkeep {
  let waiting: Waiting[] = [];
  let next = 0;
  let turn: NodeJS.Immediate | null = null;

  function catchUp(): void {
    const until = performance.now() + CATCH_UP_MS;
    while (next < waiting.length && performance.now() < until) {
      for (const { kind, id } of waiting.slice(next, next + AT_ONCE)) add(kind, id);
      next += AT_ONCE;
    }
    if (next < waiting.length) return;
    waiting = [];
    next = 0;
  }

  function takeTurn(): void {
    catchUp();
    turn = waiting.length === 0 ? null : setImmediate(takeTurn);
  }

  const forget = opened.onApplied((act, leafIndex) => {
    const thing = readNew(act);
    if (thing === null) return;
    waiting.push({ leafIndex, ...thing });
    turn ??= setImmediate(takeTurn);
  });

  return {
    catchUp,
    get waitingFrom() {
      return waiting[next]?.leafIndex ?? null;
    },
    release() {
      forget();
      if (turn !== null) clearImmediate(turn);
      turn = null;
    },
  };
}

const Named = z.object({ id: z.string() });
const NEW = {
  "subject.named": {
    kind: "subject",
    body: z.object({ subject: Named }).transform(({ subject }) => subject.id),
  },
  "source.sealed": { kind: "source", body: z.object({ source: Named }).transform(({ source }) => source.id) },
  "finding.recorded": {
    kind: "finding",
    body: z.object({ finding: Named }).transform(({ finding }) => finding.id),
  },
  "statement.status-set": {
    kind: "status",
    body: z.object({ statement: z.string() }).transform(({ statement }) => statement),
  },
  "statement.recorded": {
    kind: "statement",
    body: z.object({ statement: Named }).transform(({ statement }) => statement.id),
  },
} as const;

/** What an act names that is searched; null for other acts. The state has read it already. */
function readNew({ kind, body }: Act): { readonly kind: NewKind; readonly id: string } | null {
  if (!isNew(kind)) return null;
  const { kind: named, body: schema } = NEW[kind];
  return { kind: named, id: schema.parse(body) };
}

function isNew(kind: string): kind is keyof typeof NEW {
  return Object.hasOwn(NEW, kind);
}
