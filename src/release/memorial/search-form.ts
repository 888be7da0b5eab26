/** The field in which a person is looked for; without scripts the way by letter and date stands there. */
import { type Html, html } from "./html.ts";
import type { Say } from "./say.ts";

/** @param up - from the page to the folder of its language. */
export function searchForm(say: Say, shards: readonly string[], up: string): Html {
  return html`<h2>${say("search.title")}</h2>
<form hidden data-search role="search" data-persons="${up}persons/" data-folder="${up}../search/" data-shards="${shards.join(" ")}" data-none="${say("search.none")}" data-count="${say("search.count", { count: html`{count}` })}" data-more="${say("search.more")}">
<label for="q">${say("search.label")}</label>
<p class="field"><input id="q" name="q" type="search" dir="auto" autocomplete="off" spellcheck="false"><button>${say("search.go")}</button></p>
</form>
<noscript><p>${say("search.without")}</p></noscript>
<p role="status" data-said></p>
<ol class="names" data-found></ol>`;
}
