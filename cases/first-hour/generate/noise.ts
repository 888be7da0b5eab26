/** The faults between lists, at the rates measured on real registers of the same people. */
import { type Draft, daysOfDraft, LIST_NAMES, onSeveralLists } from "./drafts.ts";
import type { Name } from "./name-table.ts";
import { CITIES } from "./places.ts";
import type { Chance } from "./random.ts";

export const RATES = {
  /** Of the records of each list, its duplicates included. */
  unnamed: 0.1,
  /** Of the people named on both lists that write Latin. */
  latinSpelling: 0.35,
  /** Of the pairs of records of one person that both give a city. */
  city: 0.37,
  /** Of the pairs of records of one person that both give a date. */
  date: 0.2,
  /** Records of a list that name again a person whom the list has already, per record. */
  duplicates: 0.022,
} as const;

/** The drafts with their faults, and some persons twice on one list. */
export function withFaults(chance: Chance, drafts: readonly Draft[]): Draft[] {
  forgetNames(chance, drafts);
  respell(chance, drafts);
  spoil(chance, drafts, RATES.city, (draft) => draft.city !== null, moveCity);
  spoil(chance, drafts, RATES.date, (draft) => draft.day !== null, moveDate);
  return LIST_NAMES.flatMap((list) =>
    withDuplicates(
      chance,
      drafts.filter((draft) => draft.list === list),
    ),
  );
}

function duplicateCount(records: number): number {
  return Math.round(RATES.duplicates * records);
}

function forgetNames(chance: Chance, drafts: readonly Draft[]): void {
  for (const list of LIST_NAMES) {
    const own = chance.shuffle(drafts.filter((draft) => draft.list === list));
    const unnamed = Math.round(RATES.unnamed * (own.length + duplicateCount(own.length)));
    for (const draft of own.slice(0, unnamed)) draft.isNamed = false;
  }
}

/** Another romanisation on one of the two lists that write Latin. */
function respell(chance: Chance, drafts: readonly Draft[]): void {
  const pairs = onSeveralLists(drafts.filter((draft) => draft.isNamed && draft.list !== "observers"));
  for (const pair of chance.deal(RATES.latinSpelling, pairs)) {
    const draft = chance.pick(pair);
    const { given, family } = draft.person;
    const parts = chance.pickWeighted(["given", "family", "both"] as const, [40, 45, 15]);
    draft.latin = {
      given: parts === "family" ? draft.latin.given : another(chance, given, draft.latin.given),
      family: parts === "given" ? draft.latin.family : another(chance, family, draft.latin.family),
    };
  }
}

function another(chance: Chance, name: Name, usual: number): number {
  return chance.pick([...name.latin.keys()].filter((index) => index !== usual));
}

/**
 * Changes one record of as many persons as it takes for that share of the pairs to conflict: one record of a
 * person on two lists spoils their one pair; one of a person on three lists spoils two pairs of three.
 */
function spoil(
  chance: Chance,
  drafts: readonly Draft[],
  rate: number,
  isUsable: (draft: Draft) => boolean,
  change: (chance: Chance, draft: Draft, others: readonly Draft[]) => void,
): void {
  const groups = onSeveralLists(drafts.filter(isUsable));
  const twos = groups.filter((group) => group.length === 2);
  const threes = groups.filter((group) => group.length === 3);
  for (const group of [...chance.deal(rate, twos), ...chance.deal(rate * 1.5, threes)]) {
    const draft = chance.pick(group);
    change(
      chance,
      draft,
      group.filter((other) => other !== draft),
    );
  }
}

function moveCity(chance: Chance, draft: Draft): void {
  const others = CITIES.filter((city) => city !== draft.city);
  draft.city = chance.pickWeighted(
    others,
    others.map((city) => city.weight),
  );
}

/** Slips of a day, of a week, of a month, of a year: the first of them, in random order, that truly conflicts. */
function moveDate(chance: Chance, draft: Draft, others: readonly Draft[]): void {
  const truth = draft.person.death;
  const sign = chance.pick([-1, 1]);
  const slips = [1, chance.between(2, 7), chance.between(8, 20), chance.pick([30, 31]), 365];
  const size = chance.pickWeighted(slips, [25, 30, 20, 15, 10]);
  draft.precision = "day";
  for (const slip of [size, 31, 62, 365, 731]) {
    draft.day = truth + sign * slip;
    const day = draft.day;
    const isApart = others.every((other) => {
      const days = daysOfDraft(other);
      return days === null || day < days[0] || day > days[1];
    });
    if (isApart) return;
  }
}

/** The list with some of its named persons entered a second time, spelled or dated otherwise. */
function withDuplicates(chance: Chance, drafts: readonly Draft[]): Draft[] {
  const named = chance.shuffle(drafts.filter((draft) => draft.isNamed));
  const again = named.slice(0, duplicateCount(drafts.length)).map((draft): Draft => {
    const { given, family } = draft.person;
    return {
      ...draft,
      latin: {
        given: chance.isTrue(0.5) ? another(chance, given, draft.latin.given) : draft.latin.given,
        family: chance.isTrue(0.5) ? another(chance, family, draft.latin.family) : draft.latin.family,
      },
      precision: chance.isTrue(0.4) ? "month" : draft.precision,
      city: chance.isTrue(0.3) ? null : draft.city,
    };
  });
  return [...drafts, ...again];
}
