/** What was recorded last from this window, in words, and how it is taken back: always by a new act. */
import type { Translate } from "../src/core/pure.ts";
import type { Client } from "../src/server/client.ts";
import type { MessageKey } from "./messages/en.ts";
import { type Trouble, toTrouble } from "./trouble.ts";

/** Words in whichever language the reader has by then. */
export type Told = (t: Translate<MessageKey>) => string;

export interface Taking {
  /** The id of the act that recorded it. */
  readonly act: string;
  readonly caseId: string;
  /** What was recorded, as the object of a sentence. */
  readonly what: Told;
  /** What taking it back records, and what comes of that. */
  readonly records: Told;
  /** The reason that is proposed; null where the act needs none. */
  readonly reason: Told | null;
  /** @returns what else there is to say of it. */
  readonly take: (client: Client, why: string) => Promise<Told | null>;
}

export interface UndoNotice {
  readonly is: "recorded" | "taken" | "failed";
  readonly of: Taking;
  readonly trouble: Trouble | null;
  readonly more: Told | null;
}

export interface UndoState {
  /** Oldest first. */
  readonly takings: readonly Taking[];
  readonly notice: UndoNotice | null;
  /** What a reason is asked for; null while none is. */
  readonly asked: Taking | null;
  readonly isBusy: boolean;
  /** Acts that were taken back, in the order in which they were. */
  readonly taken: readonly string[];
}

export interface UndoStore {
  readonly subscribe: (listener: () => void) => () => void;
  readonly state: () => UndoState;
  /** Something was recorded that can be taken back. @param isTold - whether its page tells of it already. */
  readonly recorded: (taking: Taking, isTold?: boolean) => void;
  /** It was taken back where it was recorded. */
  readonly forget: (taking: Taking) => void;
  /** Takes it back, once the reason is known where one is needed. */
  readonly begin: (taking: Taking, client: Client) => void;
  /**
   * Begins with the newest of a case. Where nothing else is asked and its words are not on the screen, they come first: only
   * the next press takes it back.
   *
   * @returns whether there is one.
   */
  readonly press: (caseId: string, client: Client) => boolean;
  /** Takes it back. Nothing happens while something else is being taken back. */
  readonly take: (taking: Taking, client: Client, why: string) => Promise<void>;
  /** Nobody gives the reason: it stands. */
  readonly leave: () => void;
  /** The notice goes; what it told of can be taken back still. */
  readonly dismiss: () => void;
  /** Leaves nothing behind, as when a case is locked. */
  readonly clear: () => void;
}

const NOTHING: UndoState = { takings: [], notice: null, asked: null, isBusy: false, taken: [] };

/** The one that was recorded last in a case. */
export function newestOf({ takings }: Pick<UndoState, "takings">, caseId: string): Taking | null {
  return takings.findLast((each) => each.caseId === caseId) ?? null;
}

export function createUndoStore(): UndoStore {
  let state = NOTHING;
  const listeners = new Set<() => void>();
  const change = (next: Partial<UndoState>) => {
    state = { ...state, ...next };
    for (const listener of listeners) listener();
  };
  const without = ({ act }: Taking) => state.takings.filter((each) => each.act !== act);

  async function take(taking: Taking, client: Client, why: string): Promise<void> {
    if (state.isBusy || state.taken.includes(taking.act)) return;
    change({ isBusy: true });
    try {
      const more = await taking.take(client, why);
      change({
        takings: without(taking),
        notice: { is: "taken", of: taking, trouble: null, more },
        asked: null,
        isBusy: false,
        taken: [...state.taken, taking.act],
      });
    } catch (error) {
      const notice = { is: "failed", of: taking, trouble: toTrouble(error), more: null } as const;
      change({ notice, isBusy: false });
    }
  }

  function recorded(taking: Taking, isTold = false): void {
    const notice = { is: "recorded", of: taking, trouble: null, more: null } as const;
    change({ takings: [...without(taking), taking], notice: isTold ? null : notice });
  }

  function begin(taking: Taking, client: Client): void {
    if (state.isBusy) return;
    if (taking.reason === null) void take(taking, client, "");
    else change({ asked: taking, notice: state.notice?.is === "failed" ? null : state.notice });
  }

  return {
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    state: () => state,
    recorded,
    forget(taking) {
      const isShown = state.notice?.of.act === taking.act;
      change({ takings: without(taking), notice: isShown ? null : state.notice });
    },
    begin,
    press(caseId, client) {
      const newest = newestOf(state, caseId);
      if (newest === null) return false;
      const isSaid = state.notice?.of.act === newest.act;
      if (newest.reason === null && !isSaid) recorded(newest);
      else begin(newest, client);
      return true;
    },
    take,
    leave: () => change({ asked: null }),
    dismiss: () => change({ notice: null }),
    clear: () => change(NOTHING),
  };
}
