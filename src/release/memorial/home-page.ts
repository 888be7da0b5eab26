/** Where a reader begins: what this is, how many are in it, and whom they look for; and the choice of the language. */
import { formatNumber } from "../../core/index.ts";
import type { ContentByLanguage } from "../release-parts.ts";
import { type Html, html, type Part, words } from "./html.ts";
import { headOf, type Page, type Site } from "./page.ts";
import { isMessageKey, type MessageKey, type Say } from "./say.ts";
import { searchForm } from "./search-form.ts";

export function homePage(
  { say, content }: Site,
  { persons, shards }: { readonly persons: number; readonly shards: readonly string[] },
): Page {
  const { head, counts } = content;
  const count = (key: MessageKey, value: number): Part =>
    value === 0
      ? null
      : html`<li>${say("colon", { name: say(key), value: html`<strong>${formatNumber(value, say.language)}</strong>` })}</li>\n`;
  const initials = content.people.filter(({ id }) => id === null).length;
  const body = html`<h1>${words(head.title)}</h1>
${head.summary === "" ? null : html`<p class="lead" dir="auto">${head.summary}</p>\n`}<p>${say("home.about")}</p>
${searchForm(say, shards, "")}
<h2>${say("home.numbers")}</h2>
<ul class="counts">${count("home.shown", persons)}${count("home.initials", initials)}${count("home.counted", counts.persons.counted)}${count("home.withheld", counts.persons.withheld)}</ul>
<p>${say("home.notWhole")}</p>
<ul class="ways">
<li><a href="persons/index.html">${say("nav.persons")}</a></li>
<li><a href="sites/index.html">${say("nav.sites")}</a></li>
<li><a href="numbers.html">${say("nav.numbers")}</a></li>
<li><a href="correct.html">${say("nav.correct")}</a></li>
</ul>
<p class="soft">${say("colon", { name: say("home.proof"), value: standardText(say, head.standardOfProof) })}</p>`;
  return { path: "index.html", title: head.title, body, hasSearch: true };
}

/** In words; a standard that a later version knows stays as it is called. */
function standardText(say: Say, standard: string): Html {
  const key = `standard.${standard}`;
  return isMessageKey(key) ? say(key) : words(standard);
}

/** The first page of all: two languages, and nothing is guessed about whoever reads. */
export function landingPage({ fa, en }: ContentByLanguage, isIndexed: boolean): string {
  const titles: readonly Html[] = [fa.head.title, en.head.title].map((title) => words(title));
  return html`<!doctype html>
<html lang="en">
${headOf({ title: fa.head.title === en.head.title ? en.head.title : html`${fa.head.title} – ${en.head.title}`, root: "", isIndexed })}
<body>
<main class="landing">
<h1><a lang="fa" dir="rtl" href="fa/index.html">${titles[0] ?? null}<br><small>فارسی</small></a></h1>
<p class="second"><a lang="en" href="en/index.html">${titles[1] ?? null}<br><small>English</small></a></p>
</main>
</body>
</html>
`.text;
}
