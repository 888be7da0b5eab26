/**
 * Persons who are shown and bear the name of somebody who is not: two rows that nobody held to be one may be one all the
 * same, and what is decided of the one would be told by the other. A warning, since common names have many bearers.
 */
import {
  compareText,
  type Sounds,
  soundDistance,
  toNameTokens,
  toSounds,
  toTokenSkeleton,
} from "../core/index.ts";
import { type HiddenName, isNamed } from "./hidden-names.ts";
import type { CaseRecord } from "./persons.ts";
import { namesOf } from "./present-people.ts";
import type { DecidedPersons } from "./resolve-visibility.ts";

/** Whoever goes out under a name that must not. */
export interface Namesake {
  /** The name is one that goes out. */
  readonly shown: Found & { readonly name: string };
  /** The first of those who bear it and do not go out; their name is left out here. */
  readonly hidden: Found;
  /** How many more there are. */
  readonly more: number;
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

export interface NamesakesSought {
  /** Of persons and speakers; sites are passed over. */
  readonly hidden: readonly HiddenName[];
  /** Pairs of rows that somebody judged to be two persons. */
  readonly apart: readonly { readonly left: Row; readonly right: Row }[];
  /** Lists of which no row goes out. */
  readonly forTeam: ReadonlySet<string>;
}

export function findNamesakes(
  { decided }: Pick<DecidedPersons, "decided">,
  { hidden, apart, forTeam }: NamesakesSought,
): Namesake[] {
  const bearers = bearersOf(hidden);
  if (bearers.size === 0) return [];
  const personOf = new Map(
    decided.flatMap(({ person }) => person.members.map((member) => [rowOf(member), person.id])),
  );
  const judged = new Set(
    apart.flatMap(({ left, right }) => {
      const [one, other] = [personOf.get(rowOf(left)), personOf.get(rowOf(right))];
      return one === undefined || other === undefined ? [] : [`${one} ${other}`, `${other} ${one}`];
    }),
  );
  return decided
    .flatMap(({ person, visibility }): Namesake[] => {
      const members = person.members.filter(({ list }) => !forTeam.has(list));
      const [row] = members;
      if (!isNamed(visibility) || row === undefined) return [];
      for (const name of namesOf({ ...person, members })) {
        const others = namesAlike(name, bearers).filter(
          (of) => !judged.has(`${person.id} ${personOf.get(of)}`),
        );
        const [first] = others;
        if (first === undefined) continue;
        return [
          {
            shown: { of: rowOf(row), id: person.id, name },
            hidden: { of: first, id: personOf.get(first) ?? first },
            more: others.length - 1,
          },
        ];
      }
      return [];
    })
    .sort((a, b) => compareText(a.shown.of, b.shown.of));
}

function rowOf({ list, recordId }: Row): string {
  return `${list}:${recordId}`;
}

/** A name as it is heard, and who bears it. */
interface Heard {
  readonly words: readonly Sounds[];
  /** Written as one word: names are joined and parted at will. */
  readonly whole: Sounds;
  readonly of: Set<string>;
}

/** By the keys under which names meet, each name once however many bear it. */
type Bearers = ReadonlyMap<string, ReadonlyMap<string, Heard>>;

function bearersOf(hidden: readonly HiddenName[]): Bearers {
  const byKey = new Map<string, Map<string, Heard>>();
  const known = new Map<string, Heard>();
  for (const { of, name } of hidden) {
    if (of.startsWith("site:")) continue;
    const read = readName(name);
    if (read === null) continue;
    const heard = known.get(read.text) ?? { ...hear(read.tokens), of: new Set<string>() };
    known.set(read.text, heard);
    heard.of.add(of);
    for (const key of read.keys) byKey.set(key, (byKey.get(key) ?? new Map()).set(read.text, heard));
  }
  return byKey;
}

function namesAlike(name: string, bearers: Bearers): string[] {
  const read = readName(name);
  const met = new Map(read?.keys.flatMap((key) => [...(bearers.get(key) ?? [])]));
  if (read === null || met.size === 0) return [];
  const own = hear(read.tokens);
  const found = [...met].flatMap(([text, its]) =>
    text === read.text || isSameName(own, its) ? [...its.of] : [],
  );
  return [...new Set(found)].sort(compareText);
}

/** Null for a name of too few words. The keys: its words in any order, and all of them in one. */
function readName(name: string) {
  const { tokens } = toNameTokens(name);
  if (tokens.length < FEWEST_WORDS) return null;
  const keys = [
    tokens.map(toTokenSkeleton).sort(compareText).join(" "),
    `=${toTokenSkeleton(tokens.join(""))}`,
  ];
  return { tokens, keys, text: tokens.join(" ") };
}

function hear(tokens: readonly string[]): Pick<Heard, "words" | "whole"> {
  return { words: tokens.map(toSounds), whole: toSounds(tokens.join("")) };
}

/** Word by word, each beside the one that sounds most like it; or all as one word. */
function isSameName(one: Pick<Heard, "words" | "whole">, other: Pick<Heard, "words" | "whole">): boolean {
  if (soundDistance(one.whole, other.whole) <= SAME_WORD) return true;
  const rest = [...other.words];
  return (
    one.words.length === rest.length &&
    one.words.every((word) => {
      const at = rest.findIndex((its) => soundDistance(word, its) <= SAME_WORD);
      if (at >= 0) rest.splice(at, 1);
      return at >= 0;
    })
  );
}
