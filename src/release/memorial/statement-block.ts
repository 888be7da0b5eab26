/** What somebody said, with the passage it is read in. */
import type { ReleasedStatement } from "../content.ts";
import { type Html, html, words } from "./html.ts";
import type { Say } from "./say.ts";

/** @param evidenceAt - the address of a source among the evidence, from the page; null where it is not told. */
export function statementBlock(
  say: Say,
  statement: ReleasedStatement,
  evidenceAt: (source: string) => string | null,
): Html {
  const { speaker, polarity, chain, propertyText, valueText, time, quote, seen, translation, source } =
    statement;
  const { standing, standingText, atText } = statement;
  const address = evidenceAt(source.id);
  const named = address === null ? words(source.name) : html`<a href="${address}">${words(source.name)}</a>`;
  return html`<article class="statement">
<p>${say(polarity === "denies" ? "denies" : "says", { speaker: speaker.name })} <small>${say("paren", { text: say(`chain.${chain}`) })}</small></p>
<p>${standing === "reported" ? null : html`<strong>${words(standingText)}</strong> `}${say("colon", { name: words(propertyText), value: words(valueText) })}</p>
${time === null ? null : html`<p>${say("at", { time: say.time(time) })}</p>\n`}${quote === "" ? null : html`<blockquote dir="auto">${quote}</blockquote>\n`}${seen === null || seen === "" ? null : html`<p dir="auto">${seen}</p>\n`}${translation === null ? null : html`<p class="soft">${say(translation.isMachine ? "translation.machine" : "translation")}</p>\n<blockquote dir="auto">${translation.text}</blockquote>\n`}<p class="soft">${say("source", { source: named })}${atText === "" ? null : html` ${say("paren", { text: words(atText) })}`}</p>
</article>`;
}
