/** Persons by letter and by year, paged: whoever has no script finds everybody too. */
import { compareText } from "../../core/index.ts";
import { type Html, html, words } from "./html.ts";
import { type Page, pager, type Site } from "./page.ts";
import { numberOf } from "./person-page.ts";
import { initialsOf, type MemorialPerson } from "./persons.ts";
import type { Say } from "./say.ts";
import { searchForm } from "./search-form.ts";

const ON_A_PAGE = 200;
const YEAR_LENGTH = 4;

interface Group {
  /** Part of the name of its files. */
  readonly name: string;
  readonly label: Html;
  readonly title: Html;
  readonly persons: readonly MemorialPerson[];
}

export function personIndexPages(
  site: Site,
  persons: readonly MemorialPerson[],
  shards: readonly string[],
): Page[] {
  const { say, content } = site;
  const letters = groupsByLetter(say, persons);
  const years = groupsByYear(say, persons);
  const { counted, withheld } = content.counts.persons;
  const initials = initialsOf(content);
  const body = html`<h1>${say("persons.title")}</h1>
<p>${persons.length === 0 ? say("persons.none") : say("persons.count", { count: persons.length })}</p>
${
  persons.length === 0
    ? null
    : html`${searchForm(say, shards, "../")}
<h2>${say("persons.letters")}</h2>
${groupLinks(letters)}
<h2>${say("persons.dates")}</h2>
${groupLinks(years)}
<p class="soft">${say("persons.order")}</p>\n`
}
${initials.length === 0 ? null : html`<p><a href="initials-1.html">${say("persons.initials")}</a> ${say("paren", { text: html`${say("persons.count", { count: initials.length })}` })}</p>\n`}${counted === 0 ? null : html`<p>${say("persons.counted", { count: counted })}</p>\n`}${withheld === 0 ? null : html`<p>${say("persons.withheld", { count: withheld })}</p>\n`}`;
  return [
    { path: "persons/index.html", title: say("persons.title"), body, hasSearch: true },
    ...[...letters, ...years].flatMap((group) => pagesOf(site, group)),
    ...initialsPages(site, initials),
  ];
}

function groupLinks(groups: readonly Group[]): Html {
  return html`<ul class="groups">${groups.map(
    ({ name, label, persons }) =>
      html`<li><a href="${name}-1.html">${label} <small>${persons.length}</small></a></li>`,
  )}</ul>`;
}

function groupsByLetter(say: Say, persons: readonly MemorialPerson[]): Group[] {
  const byLetter = new Map<string, MemorialPerson[]>();
  for (const person of persons) add(byLetter, person.letter, person);
  return [...byLetter].map(([letter, of]) => {
    const label =
      letter === "" ? say("persons.noName") : letter === "#" ? say("persons.otherLetter") : words(letter);
    const code = [...letter].map((sign) => (sign.codePointAt(0) ?? 0).toString(16)).join("-");
    const isOne = letter !== "" && letter !== "#";
    return {
      name: `letter-${letter === "" ? "none" : letter === "#" ? "other" : code}`,
      ...{ label, title: isOne ? say("persons.letter", { letter }) : label, persons: of },
    };
  });
}

function groupsByYear(say: Say, persons: readonly MemorialPerson[]): Group[] {
  const byYear = new Map<string, MemorialPerson[]>();
  for (const person of persons)
    for (const year of person.years.length === 0 ? [""] : person.years) add(byYear, year, person);
  return [...byYear]
    .sort(([a], [b]) => (a === "" ? 1 : b === "" ? -1 : compareText(a, b)))
    .map(([year, of]) => {
      const label = year === "" ? say("persons.noYear") : say.edtf(year.padStart(YEAR_LENGTH, "0"));
      return {
        name: `year-${year === "" ? "none" : year}`,
        ...{ label, title: year === "" ? label : say("persons.year", { year: label }) },
        // Alike days stay in the order of the alphabet.
        persons: year === "" ? of : [...of].sort((a, b) => (a.day ?? 0) - (b.day ?? 0)),
      };
    });
}

function add(groups: Map<string, MemorialPerson[]>, key: string, person: MemorialPerson): void {
  const group = groups.get(key);
  if (group === undefined) groups.set(key, [person]);
  else group.push(person);
}

function pagesOf(site: Site, { name, title, persons }: Group): Page[] {
  return paged(site, { name, title, items: persons.map((person) => personItem(site.say, person)) });
}

function initialsPages(site: Site, initials: readonly string[]): Page[] {
  if (initials.length === 0) return [];
  const items = initials.map((text) => html`<li>${words(text)}</li>`);
  const title = site.say("persons.initials");
  return paged(site, {
    name: "initials",
    title,
    items,
    note: html`<p>${site.say("persons.initialsText")}</p>\n`,
  });
}

function paged(
  site: Site,
  {
    name,
    title,
    items,
    note = null,
  }: {
    readonly name: string;
    readonly title: Html;
    readonly items: readonly Html[];
    readonly note?: Html | null;
  },
): Page[] {
  const pages = Math.ceil(items.length / ON_A_PAGE);
  return Array.from({ length: pages }, (_, at) => {
    const page = at + 1;
    const turn = pager(site, { page, pages, pathOf: (to) => `${name}-${to}.html` });
    const body = html`<h1>${title}</h1>
${note}<p class="soft">${site.say("persons.count", { count: items.length })}</p>
${turn}
<ul class="names">${items.slice(at * ON_A_PAGE, page * ON_A_PAGE)}</ul>
${turn}`;
    return { path: `persons/${name}-${page}.html`, title, body, within: "persons/index.html" };
  });
}

function personItem(say: Say, person: MemorialPerson): Html {
  const { names, years, place } = person;
  const [name] = names;
  const shown =
    name === undefined
      ? say("person.number", { number: html`<bdi dir="ltr">${numberOf(person)}</bdi>` })
      : words(name);
  const about = [
    ...years.map((year) => html`${say.digits(year)}`),
    ...(place === null ? [] : [words(place)]),
  ];
  const small = about.map((each, at) => html`${at === 0 ? " " : say("comma")}${each}`);
  return html`<li><a href="${person.address}">${shown}</a>${about.length === 0 ? null : html`<small>${small}</small>`}</li>\n`;
}
