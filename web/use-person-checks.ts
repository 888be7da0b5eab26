/** A sitting over whole persons: one at a time, contradictions first, decided at once and taken back. */
import { useCallback, useEffect, useRef, useState } from "react";
import type {
  PersonChecksView,
  PersonCheckView,
  PersonDecisionRecorded,
  ShownPersons,
} from "../src/server/client.ts";
import { useReader } from "./settings.tsx";
import { type Trouble, toTrouble } from "./trouble.ts";

/** Persons that are fetched at once: the next one is there when the last is decided. */
export const PERSONS_PAGE = 20;

export interface PersonsDone {
  readonly did: "split" | "joined" | "kept" | "undone";
  readonly counts: boolean;
}

export type PersonChoice =
  | { readonly did: "split"; readonly rows: readonly string[] }
  | { readonly did: "joined"; readonly one: string; readonly other: string }
  | { readonly did: "kept"; readonly person: string };

export interface PersonSitting {
  readonly view: PersonChecksView | null;
  /** The person who is looked at; null when nobody is left, or while the first is fetched. */
  readonly person: PersonCheckView | null;
  readonly trouble: Trouble | null;
  readonly done: PersonsDone | null;
  readonly isBusy: boolean;
  /** @returns whether it was recorded. */
  readonly decide: (choice: PersonChoice, reason: string) => Promise<boolean>;
  readonly undo: () => Promise<void>;
  /** By the place in the list, from 1. */
  readonly goTo: (rank: number) => void;
  /** The next person, the first one after the last. */
  readonly skip: () => void;
  /** The next one with a contradiction, round and round; the next one where there is none. */
  readonly nextContradiction: () => void;
  readonly retry: () => void;
}

/** Who is looked at: by the place in the list, from 1, or by an id of the person or a row. */
type Wanted = { readonly rank: number } | { readonly person: string };

/** @param first - the person to begin with, by an id; empty for the first of the list. */
export function usePersonChecks(caseId: string, shown: ShownPersons, first: string): PersonSitting {
  const { client } = useReader();
  const [view, setView] = useState<PersonChecksView | null>(null);
  const [wanted, setWanted] = useState<Wanted>(first === "" ? { rank: 1 } : { person: first });
  const [trouble, setTrouble] = useState<PersonSitting["trouble"]>(null);
  const [done, setDone] = useState<PersonsDone | null>(null);
  const [waiting, setWaiting] = useState(0);
  const serial = useRef(0);
  const last = useRef(wanted);

  const look = useCallback(
    async (next: Wanted): Promise<void> => {
      serial.current += 1;
      last.current = next;
      const own = serial.current;
      const rank = "rank" in next ? next.rank : 1;
      const found = await client.personChecks(caseId, {
        shown,
        offset: Math.floor((rank - 1) / PERSONS_PAGE) * PERSONS_PAGE,
        limit: PERSONS_PAGE,
        person: "person" in next ? next.person : "",
      });
      // An older answer that comes late says nothing new.
      if (own !== serial.current) return;
      setView(found);
      setTrouble(null);
      setWanted(next);
    },
    [client, caseId, shown],
  );
  const tell = useCallback((error: unknown) => setTrouble(toTrouble(error)), []);
  // The address names where a sitting begins; where it goes on is its own.
  useEffect(() => {
    look(last.current).catch(tell);
  }, [look, tell]);

  const person =
    view === null
      ? null
      : "person" in wanted
        ? view.named
        : (view.persons.find(({ rank }) => rank === wanted.rank) ?? view.persons[0] ?? null);

  /** Shows at once what is here already, and asks for what changed. */
  const goTo = (next: Wanted): void => {
    setDone(null);
    const isHere = "rank" in next && view?.persons.some(({ rank }) => rank === next.rank) === true;
    if (isHere) {
      last.current = next;
      setWanted(next);
    } else look(next).catch(tell);
  };
  const rankNow = person?.rank ?? 0;
  const total = view?.total ?? 0;
  const contradicted = shown === "open" ? (view?.counts.contradicted ?? 0) : 0;

  async function change(
    act: () => Promise<{ readonly done: PersonsDone | null; readonly next: Wanted }>,
  ): Promise<boolean> {
    setWaiting((count) => count + 1);
    setTrouble(null);
    try {
      const { done: told, next } = await act();
      await look(next);
      setDone(told);
      return true;
    } catch (error) {
      tell(error);
      return false;
    } finally {
      setWaiting((count) => count - 1);
    }
  }

  function record(
    choice: PersonChoice,
    given: { readonly reason?: string },
  ): Promise<PersonDecisionRecorded> {
    switch (choice.did) {
      case "split":
        return client.splitPerson(caseId, { rows: choice.rows, ...given });
      case "joined":
        return client.joinPersons(caseId, { one: choice.one, other: choice.other, ...given });
      case "kept":
        return client.keepPerson(caseId, { person: choice.person, ...given });
    }
  }

  return {
    ...{ view, person, trouble, done, isBusy: waiting > 0 },
    decide: (choice, reason) =>
      change(async () => {
        const { counts } = await record(choice, reason === "" ? {} : { reason });
        // Whoever was looked at leaves the list, and the next one has their place.
        return { done: { did: choice.did, counts }, next: { rank: Math.max(1, rankNow) } };
      }),
    async undo() {
      await change(async () => {
        // Asked anew, so that decisions from before a reload are taken back in their order.
        const { lastMine } = await client.personChecks(caseId, { shown, offset: 0, limit: 0, person: "" });
        if (lastMine === null) return { done: null, next: last.current };
        await client.undoJudgement(caseId, lastMine.id);
        const next = lastMine.row === null ? last.current : { person: lastMine.row };
        return { done: { did: "undone", counts: true }, next };
      });
    },
    goTo: (rank) => goTo({ rank }),
    skip: () => goTo({ rank: rankNow >= total ? 1 : rankNow + 1 }),
    nextContradiction() {
      const most = contradicted === 0 ? total : contradicted;
      goTo({ rank: rankNow >= most ? 1 : rankNow + 1 });
    },
    retry: () => void look(last.current).catch(tell),
  };
}
