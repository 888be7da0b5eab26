/** Names for the search, in scripts of some tens of kilobytes: a page that is opened from a folder may fetch no data. */
import { compareText, shardsOfWord, toNameWords, toVisibleText } from "../../core/index.ts";
import type { MemorialPerson } from "./persons.ts";

/** Scripts by the name of their shard, in its order. Each calls `memorialShard` with what is in it. */
export function searchShards(persons: readonly MemorialPerson[]): ReadonlyMap<string, string> {
  const shards = new Map<string, string[]>();
  for (const person of persons) {
    const entry = entryOf(person);
    for (const name of new Set(person.names.flatMap(toNameWords).flatMap(shardsOfWord))) {
      const entries = shards.get(name);
      if (entries === undefined) shards.set(name, [entry]);
      else entries.push(entry);
    }
  }
  return new Map(
    [...shards]
      .sort(([a], [b]) => compareText(a, b))
      .map(([name, entries]) => [name, `memorialShard("${name}",[\n${entries.join(",\n")}\n]);\n`]),
  );
}

function entryOf({ address, names, years, place }: MemorialPerson): string {
  const about = [...years, place ?? ""].filter((text) => text !== "").join(" · ");
  return JSON.stringify([
    address,
    names.map((name) => toVisibleText(name)).join(" / "),
    toVisibleText(about),
  ]);
}
