/**
 * Persons who are shown and bear the name of somebody who is not: two rows that nobody held to be one may be one all the
 * same, and what is decided of the one would be told by the other. A warning, since common names have many bearers.
 */
import { compareText, soundDistance, toNameTokens, toSounds, toTokenSkeleton } from "../core/index.ts";
import { type HiddenName, isNamed } from "./hidden-names.ts";
import type { CaseRecord } from "./persons.ts";
import { namesOf } from "./present-people.ts";
import type { DecidedPersons } from "./resolve-visibility.ts";

/** Two who may be one. */
export interface Namesake {
  /** Whoever is shown: the name is one that goes out. */
  readonly shown: Found & { readonly name: string };
  /** Whoever is not; the name is one that must not go out, and is left out here. */
  readonly hidden: Found;
}

interface Found {
  /** A row as `LIST:ID`; of whom statements speak, the id. */
  readonly of: string;
  /** The person of the row; the same as `of` where there is none. */
  readonly id: string;
}

/** Where a row stands. */
type Row = Pick<CaseRecord, "list" | "recordId">;

/** Sounds that romanisations leave out or confuse; more is another name. */
const SAME_WORD = 0.5;
/** One word is the name of many. */
const FEWEST_WORDS = 2;

/**
 * @param hidden - of persons and speakers; sites are passed over.
 * @param apart - pairs of rows that somebody judged to be two persons.
 */
export function findNamesakes(
  { decided }: Pick<DecidedPersons, "decided">,
  hidden: readonly HiddenName[],
  apart: readonly { readonly left: Row; readonly right: Row }[],
): Namesake[] {
  const byKey = new Map<string, HiddenName[]>();
  for (const each of hidden) {
    const key = each.of.startsWith("site:") ? null : keyOf(each.name);
    if (key !== null) byKey.set(key, [...(byKey.get(key) ?? []), each]);
  }
  if (byKey.size === 0) return [];
  const personOf = new Map(
    decided.flatMap(({ person }) => person.members.map((member) => [rowOf(member), person.id])),
  );
  const judged = new Set(
    apart.flatMap(({ left, right }) => {
      const [one, other] = [personOf.get(rowOf(left)), personOf.get(rowOf(right))];
      return one === undefined || other === undefined ? [] : [`${one} ${other}`, `${other} ${one}`];
    }),
  );
  const found = new Map<string, Namesake>();
  for (const { person, visibility } of decided) {
    const [row] = person.members;
    if (!isNamed(visibility) || row === undefined) continue;
    for (const name of namesOf(person))
      for (const { of, name: its } of byKey.get(keyOf(name) ?? "") ?? []) {
        if (judged.has(`${person.id} ${personOf.get(of)}`) || !isSameName(name, its)) continue;
        const pair = `${person.id} ${of}`;
        if (!found.has(pair))
          found.set(pair, {
            shown: { of: rowOf(row), id: person.id, name },
            hidden: { of, id: personOf.get(of) ?? of },
          });
      }
  }
  return [...found.values()].sort(
    (a, b) => compareText(a.shown.of, b.shown.of) || compareText(a.hidden.of, b.hidden.of),
  );
}

function rowOf({ list, recordId }: Row): string {
  return `${list}:${recordId}`;
}

/** Under which names meet in any order of their words and in either script; null for one of too few words. */
function keyOf(name: string): string | null {
  const { tokens } = toNameTokens(name);
  return tokens.length < FEWEST_WORDS ? null : tokens.map(toTokenSkeleton).sort(compareText).join(" ");
}

/** Of two names with one key: word by word, each beside the one that sounds most like it. */
function isSameName(one: string, other: string): boolean {
  const rest = [...toNameTokens(other).tokens];
  return toNameTokens(one).tokens.every((token) => {
    const at = rest.findIndex(
      (its) => token === its || soundDistance(toSounds(token), toSounds(its)) <= SAME_WORD,
    );
    if (at < 0) return false;
    rest.splice(at, 1);
    return true;
  });
}
