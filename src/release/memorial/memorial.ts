/**
 * The memorial: pages for everybody of what a release lets out, without a server. They open from a folder or a stick and load
 * nothing from elsewhere.
 */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { compareText, LANGUAGES } from "../../core/index.ts";
import type { ContentByLanguage } from "../release-parts.ts";
import { homePage, landingPage } from "./home-page.ts";
import { numbersPage } from "./numbers-page.ts";
import { footerOf, type Page, renderPage, type Site, upFrom } from "./page.ts";
import { personIndexPages } from "./person-index.ts";
import { personPage, tombstone } from "./person-page.ts";
import { type MemorialPerson, memorialPersons } from "./persons.ts";
import { createSay } from "./say.ts";
import { SEARCH_SCRIPT } from "./search-script.ts";
import { searchShards } from "./search-shards.ts";
import { sitePages } from "./site-pages.ts";
import { STYLE } from "./style.ts";
import { correctPage, evidencePages, methodPage, officesPage, placesOfSources } from "./text-pages.ts";

export interface MemorialAsked {
  /** The address of the page of a person, by their id: the same in every release, and no one's to compute. */
  readonly addressOf: (id: string) => string;
  /** Addresses that earlier releases held. */
  readonly earlier: readonly string[];
  /** How the documentation group is reached; null where it is not said. */
  readonly contact: string | null;
  /** Whether search engines may list it: only where somebody decided so. */
  readonly isIndexed: boolean;
}

export interface Memorial {
  /** Bytes by path. */
  readonly files: ReadonlyMap<string, Uint8Array>;
  /** Addresses of the pages of persons that it holds, in order; tombstones are none. */
  readonly addresses: readonly string[];
}

/** The same content gives the same bytes. */
export function memorial(contents: ContentByLanguage, asked: MemorialAsked): Memorial {
  const persons = memorialPersons(contents, asked.addressOf);
  const addresses = persons.map(({ address }) => address).sort(compareText);
  const shown = new Set(addresses);
  const gone = [...new Set(asked.earlier)].filter((address) => !shown.has(address)).sort(compareText);
  const shards = searchShards(persons);
  const encoder = new TextEncoder();
  const files = new Map<string, Uint8Array>();
  const write = (path: string, text: string) => files.set(path, encoder.encode(text));
  write("index.html", landingPage(contents, asked.isIndexed));
  if (!asked.isIndexed) write("robots.txt", "User-agent: *\nDisallow: /\n");
  write("assets/memorial.css", STYLE);
  write("assets/search.js", SEARCH_SCRIPT);
  for (const [path, bytes] of fontFiles()) files.set(path, bytes);
  for (const [name, text] of shards) write(`search/${name}.js`, text);
  for (const language of LANGUAGES) {
    const [say, content] = [createSay(language), contents[language]];
    const site: Site = {
      ...{ say, content, footer: footerOf(say, content) },
      ...{ isIndexed: asked.isIndexed, contact: asked.contact },
    };
    for (const page of pagesOf(site, { persons, gone, shards: [...shards.keys()] }))
      write(`${language}/${page.path}`, renderPage(site, page));
  }
  return { files, addresses };
}

function* pagesOf(
  site: Site,
  {
    persons,
    gone,
    shards,
  }: {
    readonly persons: readonly MemorialPerson[];
    readonly gone: readonly string[];
    readonly shards: readonly string[];
  },
): Generator<Page> {
  const { content } = site;
  const places = placesOfSources(content);
  const names = new Map(content.lists.map(({ id, name }) => [id, name]));
  const shared = {
    statements: new Map(content.statements.map((statement) => [statement.id, statement])),
    listName: (list: string) => names.get(`list:${list}`) ?? list,
    evidenceAt(source: string, from: string) {
      const place = places.get(source);
      return place === undefined ? null : `${upFrom(from)}${place}`;
    },
  };
  yield homePage(site, { persons: persons.length, shards });
  yield* personIndexPages(site, persons, shards);
  for (const person of persons) yield personPage(site, person, shared);
  for (const address of gone) yield tombstone(site, address);
  yield* sitePages(site);
  yield numbersPage(site, shared);
  yield officesPage(site);
  yield methodPage(site);
  yield* evidencePages(site);
  yield correctPage(site);
}

/** A font for Persian and Arabic letters, which many systems set badly, with the licence that goes along with it. */
function fontFiles(): (readonly [path: string, bytes: Uint8Array])[] {
  const folder = dirname(createRequire(import.meta.url).resolve("vazirmatn/package.json"));
  const read = (...path: readonly string[]) => new Uint8Array(readFileSync(join(folder, ...path)));
  return [
    ["assets/Vazirmatn-Regular.woff2", read("fonts", "webfonts", "Vazirmatn-Regular.woff2")],
    ["assets/Vazirmatn-OFL.txt", read("OFL.txt")],
  ];
}
