/**
 * The search of a memorial, in a browser that opens it from a folder: no server answers and none is asked. Names lie in
 * scripts of some tens of kilobytes each; a query loads those of one of its words.
 *
 * Written into `src/release/memorial/search-script.ts` by scripts/write-memorial-script.mjs.
 */
import { createNameMatcher, shardsOfWord, toNameWords } from "../../src/core/pure.ts";

/** Address of the page below the folder of persons; names, a separator between; what is known of when and where. */
type Entry = readonly [address: string, names: string, about: string];

declare global {
  interface Window {
    memorialShard(name: string, entries: readonly Entry[]): void;
  }
}

const MOST_SHOWN = 50;
const shards = new Map<string, readonly Entry[]>();
window.memorialShard = (name, entries) => void shards.set(name, entries);

const form = document.querySelector<HTMLFormElement>("form[data-search]");
if (form !== null) start(form);

function start(found: HTMLFormElement): void {
  const field = found.querySelector("input");
  const said = document.querySelector("[data-said]");
  const list = document.querySelector("[data-found]");
  if (field === null || said === null || list === null) return;
  found.hidden = false;
  const parameters = new URLSearchParams(location.search);
  field.value = parameters.get("q") ?? "";
  let asked = 0;
  const ask = async () => {
    asked += 1;
    const turn = asked;
    said.textContent = "";
    list.replaceChildren();
    const { words, entries } = await find(found, field.value);
    // Somebody asked for another name while the names of this one came.
    if (turn !== asked) return;
    const count = entries.length.toLocaleString(document.documentElement.lang);
    said.textContent =
      words === 0
        ? ""
        : entries.length === 0
          ? (found.dataset.none ?? "")
          : (found.dataset.count ?? "").replace("{count}", count);
    if (entries.length > MOST_SHOWN) said.textContent += ` ${found.dataset.more ?? ""}`;
    list.replaceChildren(...entries.slice(0, MOST_SHOWN).map(toItem));
  };
  found.addEventListener("submit", (event) => {
    event.preventDefault();
    void ask();
  });
  if (field.value !== "") void ask();
}

async function find(
  form: HTMLFormElement,
  query: string,
): Promise<{ words: number; entries: readonly Entry[] }> {
  const words = toNameWords(query);
  // The longest word is the rarest, as a rule.
  const [rarest] = [...words].sort((a, b) => b.length - a.length);
  if (rarest === undefined) return { words: 0, entries: [] };
  const known = new Set((form.dataset.shards ?? "").split(" "));
  const needed = shardsOfWord(rarest).filter((name) => known.has(name));
  await Promise.all(needed.map((name) => load(form.dataset.folder ?? "", name)));
  const distance = createNameMatcher(query);
  const found = new Map<string, { entry: Entry; at: number }>();
  for (const entry of needed.flatMap((name) => shards.get(name) ?? [])) {
    const at = distance(entry[1]);
    if (at !== null) found.set(entry[0], { entry, at });
  }
  const entries = [...found.values()].sort((a, b) => a.at - b.at).map(({ entry }) => entry);
  return { words: words.length, entries };
}

function load(folder: string, name: string): Promise<void> {
  if (shards.has(name)) return Promise.resolve();
  return new Promise((resolve) => {
    const script = document.createElement("script");
    script.src = `${folder}${name}.js`;
    script.addEventListener("load", () => resolve());
    script.addEventListener("error", () => resolve());
    document.head.append(script);
  });
}

function toItem([address, names, about]: Entry): HTMLElement {
  const item = document.createElement("li");
  const link = document.createElement("a");
  link.href = `${form?.dataset.persons ?? ""}${address}`;
  const [first = "", ...others] = names.split(" / ");
  link.append(isolated(first));
  item.append(link);
  for (const text of [...others, about]) if (text !== "") item.append(" · ", isolated(text));
  return item;
}

function isolated(text: string): HTMLElement {
  const element = document.createElement("bdi");
  element.textContent = text;
  return element;
}
