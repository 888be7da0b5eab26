/** Rows of lists as things that can be found: persons, places, recommendations, roll calls. */
import { foldText } from "../core/index.ts";
import type { ListRecord } from "../intake/index.ts";
import type { Person, RollCall } from "../registry/index.ts";
import { isSealedRef } from "../vault/index.ts";
import type { CaseContents } from "./case-contents.ts";
import type { CaseRecord } from "./persons.ts";
import { placesByName } from "./places-by-name.ts";
import { namesOf } from "./present-people.ts";
import { type FindableThing, type FindableThings, scriptsOf } from "./search-thing.ts";
import { createYears, joinYears } from "./search-years.ts";
import type { CaseState } from "./state.ts";

/** The state gives no list whose source may not be shown. */
export function listedThings(state: CaseState, contents: CaseContents): FindableThings {
  const { persons, listedPlaces, listedAppeals } = contents;
  const yearsOf = createYears();
  const placeOfName = placesByName(state);
  const originOf = originsOf(state);

  function ofPerson(person: Person<CaseRecord>): FindableThing {
    const names = namesOf(person);
    const lists = person.members.map(({ list }) => list);
    const places = person.members.flatMap(({ place }) => place ?? []);
    const times = person.members.flatMap(({ record }) => timeOf(record) ?? []);
    return {
      kind: "listed-person",
      id: person.id,
      names,
      texts: person.members.flatMap(({ record }) => textsOf(record)),
      facets: {
        list: lists,
        ...originOf(lists),
        // As the case calls it, or as the list writes it.
        place: places.map((place) => placeOfName.get(foldText(place)) ?? place),
        ...joinYears(times.map(yearsOf)),
        script: scriptsOf(names),
      },
    };
  }

  function ofRecord(kind: string, record: ListRecord): FindableThing {
    const [name, time] = [record.fields.name ?? record.fields.place, timeOf(record)];
    return {
      kind,
      id: record.id,
      names: name !== undefined && "text" in name ? [name.text] : [],
      texts: textsOf(record),
      facets: {
        list: [record.list],
        ...originOf([record.list]),
        ...(time === null ? {} : yearsOf(time)),
        script: scriptsOf(Object.values(record.cells)),
      },
    };
  }

  function ofRollCall({ id, title, resolution, body, session, time }: RollCall): FindableThing {
    const texts = [resolution, body, session].filter((text) => text !== null);
    const names = title === null ? [] : [title];
    const years = time === null ? {} : yearsOf(time.edtf);
    const facets = { ...years, script: scriptsOf([...names, ...texts]), access: ["open"] };
    return { kind: "roll-call", id, names, texts: [id, ...texts], facets };
  }

  const byId = <T extends { readonly id: string }>(items: readonly T[]) =>
    new Map(items.map((item) => [item.id, item]));
  const known = {
    "listed-person": { items: byId(persons.shown), toThing: ofPerson },
    "listed-place": {
      items: byId(listedPlaces),
      toThing: (record: ListRecord) => ofRecord("listed-place", record),
    },
    recommendation: {
      items: byId(listedAppeals.recommendations),
      toThing: (record: ListRecord) => ofRecord("recommendation", record),
    },
    "roll-call": { items: byId(listedAppeals.rollCalls.rollCalls), toThing: ofRollCall },
  };
  const find = <T>({ items, toThing }: Rows<T>, id: string) => {
    const item = items.get(id);
    return item === undefined ? undefined : toThing(item);
  };
  const items: ReadonlyMap<string, ReadonlyMap<string, unknown>> = new Map(
    Object.entries(known).map(([kind, rows]) => [kind, rows.items]),
  );
  return {
    has: (kind, id) => items.get(kind)?.has(id) === true,
    *all() {
      yield* thingsOf(known["listed-person"]);
      yield* thingsOf(known["listed-place"]);
      yield* thingsOf(known.recommendation);
      yield* thingsOf(known["roll-call"]);
    },
    find(kind, id) {
      if (kind === "listed-person") return find(known["listed-person"], id);
      if (kind === "listed-place") return find(known["listed-place"], id);
      if (kind === "recommendation") return find(known.recommendation, id);
      return kind === "roll-call" ? find(known["roll-call"], id) : undefined;
    },
  };
}

interface Rows<T> {
  readonly items: ReadonlyMap<string, T>;
  readonly toThing: (item: T) => FindableThing;
}

function* thingsOf<T>({ items, toThing }: Rows<T>): Generator<FindableThing> {
  for (const item of items.values()) yield toThing(item);
}

/** The sealed file of each list, and whether it is encrypted and read only because its key is at hand. */
function originsOf({ lists, sources }: CaseState) {
  const origins = new Map<string, { source: string; access: string }>();
  for (const { value } of lists.values()) {
    const isEncrypted = isSealedRef(value.records) || sources.get(value.source)?.value.sealed !== undefined;
    for (const list of value.lists)
      origins.set(list, { source: value.source, access: isEncrypted ? "encrypted" : "open" });
  }
  return (names: readonly string[]) => {
    const found = names.flatMap((name) => origins.get(name) ?? []);
    return { source: found.map(({ source }) => source), access: found.map(({ access }) => access) };
  };
}

/** What a row is dated by: a death or an abduction, or for other rows their own date. */
function timeOf({ fields }: ListRecord): string | null {
  const value = fields.death ?? fields.abduction ?? fields.date;
  return value?.kind === "date" ? value.time.edtf : null;
}

function textsOf({ recordId, cells }: ListRecord): string[] {
  return [recordId, ...Object.values(cells)];
}
