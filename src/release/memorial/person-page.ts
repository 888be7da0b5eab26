/** The page of one person, and the page that stays when nobody is shown there any more. */
import type { ReleasedStatement } from "../content.ts";
import type { ReleasedFact } from "../redaction/redact-person.ts";
import { type Html, html, joined, words } from "./html.ts";
import { type Page, type Site, upFrom } from "./page.ts";
import type { MemorialPerson } from "./persons.ts";
import type { MessageKey, Say } from "./say.ts";
import { statementBlock } from "./statement-block.ts";

const DATES: readonly string[] = ["birth", "arrest", "abduction", "lastSeen", "death"];
/** What everybody would be told if it were known. */
const ASKED_OF_ALL = ["birthYear", "province", "death", "deathPlace", "cause", "burial"] as const;

/** What the pages of persons share. */
export interface PersonPages {
  readonly statements: ReadonlyMap<string, ReleasedStatement>;
  readonly evidenceAt: (source: string, from: string) => string | null;
  readonly listName: (list: string) => string;
}

/** The number of a person without a name: the beginning of their address, so that it is theirs in every release. */
export function numberOf({ address }: Pick<MemorialPerson, "address">): string {
  return address.replace(/\W|html/g, "").slice(0, 6);
}

export function personPage({ say, content }: Site, person: MemorialPerson, shared: PersonPages): Page {
  const path = `persons/${person.address}`;
  const [name, ...others] = person.names;
  const isNamed = name !== undefined;
  const about = person.statements.flatMap((id) => shared.statements.get(id) ?? []);
  const unknown = ASKED_OF_ALL.filter((field) => !isKnown(field, person, about));
  const body = html`<article class="person">
<h1>${isNamed ? words(name) : say("person.noName")}</h1>
${isNamed ? null : html`<p>${numberLine(say, person)}</p>\n`}${others.length === 0 ? null : html`<p class="soft">${say("colon", { name: say("person.spellings"), value: html`${joined(others.map(words), " · ")}` })}</p>\n`}${knownOf(say, content.fieldLabels, content.codeLabels, person, about.length > 0, shared.listName)}
${about.length === 0 ? null : html`<h2>${say("person.statements")}</h2>\n${about.map((each) => statementBlock(say, each, (source) => shared.evidenceAt(source, path)))}\n`}${
  unknown.length === 0
    ? null
    : html`<h2>${say("person.unknown")}</h2>\n<p>${say("person.unknownText", {
        fields: html`${joined(
          unknown.map((field) => say(`field.${field}`)),
          say("comma"),
        )}`,
      })}</p>\n`
}<p class="aside"><a href="${upFrom(path)}correct.html">${say("person.wrong")}</a></p>
</article>`;
  return { path, title: name ?? say("person.noName"), body, within: "persons/index.html" };
}

function numberLine(say: Say, person: MemorialPerson): Html {
  const number = say("person.number", { number: html`<bdi dir="ltr">${numberOf(person)}</bdi>` });
  return person.place === null ? number : html`${number}${say("comma")}${words(person.place)}`;
}

const FIELDS_OF_PROPERTIES: Readonly<Record<string, readonly string[]>> = {
  birthYear: ["born"],
  death: ["died"],
  cause: ["manner-of-death"],
  burial: ["buried-at"],
};

function isKnown(
  field: (typeof ASKED_OF_ALL)[number],
  { facts }: MemorialPerson,
  about: readonly ReleasedStatement[],
): boolean {
  const same = field === "birthYear" ? ["birthYear", "birth", "age"] : [field];
  if (facts.some((fact) => same.includes(fact.field))) return true;
  return about.some(
    ({ property, time, polarity }) =>
      polarity === "asserts" &&
      (FIELDS_OF_PROPERTIES[field] ?? []).includes(property) &&
      (property !== "died" || time !== null),
  );
}

function knownOf(
  say: Say,
  labels: Readonly<Record<string, string>>,
  codes: Site["content"]["codeLabels"],
  { facts }: MemorialPerson,
  hasStatements: boolean,
  listName: (list: string) => string,
): Html | null {
  if (facts.length === 0) return hasStatements ? null : html`<p>${say("person.knownNothing")}</p>`;
  return html`<h2>${say("person.known")}</h2>
<dl class="facts">${facts.map((fact) => factRow(say, fact, { label: labels[fact.field] ?? fact.field, codes: codes[fact.field] ?? {}, listName }))}</dl>`;
}

function factRow(
  say: Say,
  { field, values }: ReleasedFact,
  {
    label,
    codes,
    listName,
  }: {
    readonly label: string;
    readonly codes: Readonly<Record<string, string>>;
    readonly listName: (list: string) => string;
  },
): Html {
  const shown = values.map(({ text, lists }) => {
    const value = DATES.includes(field) ? say.edtf(text) : say.value(codes[text] ?? text);
    const by = joined(
      lists.map((list) => words(listName(list))),
      say("comma"),
    );
    return html`<dd>${value} <small>${say("person.by")} ${by}</small></dd>`;
  });
  const differ = values.length > 1 ? html`<dd class="differ">${say("person.contradiction")}</dd>` : null;
  return html`<div><dt>${label}</dt>${shown}${differ}</div>\n`;
}

/** Says that nobody is shown here any more, and nothing of who that was. */
export function tombstone({ say }: Site, address: string): Page {
  const path = `persons/${address}`;
  const title: MessageKey = "gone.title";
  const body = html`<article class="person">
<h1>${say(title)}</h1>
<p>${say("gone.text")}</p>
<p>${say("gone.evidence")}</p>
<p class="aside"><a href="${upFrom(path)}correct.html">${say("nav.correct")}</a></p>
</article>`;
  return { path, title: say(title), body, within: "persons/index.html" };
}
