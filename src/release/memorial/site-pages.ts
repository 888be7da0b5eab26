/** Where the dead lie, told no finer than was decided, and what became of each place. */
import { createHash } from "node:crypto";
import { formatNumber } from "../../core/index.ts";
import type { ReleasedSite } from "../content.ts";
import { type Html, html, wideTable, words } from "./html.ts";
import type { Page, Site } from "./page.ts";

const METRES_PER_KM = 1000;
const KM_PER_DEGREE = 111;

export function sitePages(site: Site): Page[] {
  const { say, content } = site;
  const { withheld } = content.counts.sites;
  const rows = content.sites.map(
    (each) =>
      html`<tr><th scope="row"><a href="${fileOf(each)}">${words(each.name)}</a></th><td>${statusOf(each)}</td><td>${placeOf(site, each)}</td></tr>\n`,
  );
  const body = html`<h1>${say("sites.title")}</h1>
${rows.length === 0 ? html`<p>${say("sites.none")}</p>` : wideTable(say("sites.title"), [say("sites.name"), say("sites.status"), say("sites.place")], rows)}
${withheld === 0 ? null : html`<p>${say("sites.withheld", { count: withheld })}</p>`}`;
  return [
    { path: "sites/index.html", title: say("sites.title"), body },
    ...content.sites.map((each) => sitePage(site, each)),
  ];
}

/** By a hash of the id, which may hold what no file name may. */
function fileOf({ id }: ReleasedSite): string {
  return `${createHash("sha256").update(id).digest("hex").slice(0, 12)}.html`;
}

/** A shape and a word: state is never told by colour. */
function statusOf({ status, statusText }: ReleasedSite): Html {
  return html`<span class="status"><span aria-hidden="true">${SHAPES[status] ?? "◇"}</span> ${words(statusText)}</span>`;
}

const SHAPES: Readonly<Record<string, string>> = {
  ...{ reported: "○", located: "●", protected: "◆", threatened: "△", disturbed: "◐", destroyed: "✕" },
  ...{ exhumed: "□", alleged: "○", confirmed: "●", refuted: "⊘" },
};

function placeOf({ say }: Site, { point, coarsenedKm }: ReleasedSite): Html {
  if (point === null)
    return coarsenedKm === null ? say("site.noPlace") : say("site.noPlaceKm", { km: coarsenedKm });
  // No more digits than are known: five are a metre, and what is rounded to kilometres has two at most.
  const km = coarsenedKm ?? Math.max(point.accuracyM, 1) / METRES_PER_KM;
  const digits = Math.min(5, Math.max(0, Math.ceil(Math.log10(KM_PER_DEGREE / km))));
  const degrees = (value: number) => html`<bdi dir="ltr">${say.digits(value.toFixed(digits))}°</bdi>`;
  const at = { latitude: degrees(point.latitude), longitude: degrees(point.longitude) };
  return coarsenedKm === null
    ? say("site.exact", { ...at, metres: html`${formatNumber(point.accuracyM, say.language)}` })
    : say("site.coarse", { ...at, km: coarsenedKm });
}

function sitePage(site: Site, each: ReleasedSite): Page {
  const { say } = site;
  const life = each.life.map(({ text, detail, time, speaker, polarity }) => {
    const by = say(polarity === "denies" ? "denies" : "says", { speaker });
    return html`<li><p><strong>${words(text)}</strong>${detail === "" ? null : html` · ${words(detail)}`}</p>
${time === null ? null : html`<p>${say.time(time)}</p>\n`}<p class="soft">${by}</p></li>\n`;
  });
  const body = html`<h1>${words(each.name)}</h1>
<dl class="facts"><div><dt>${say("sites.status")}</dt><dd>${statusOf(each)}</dd></div>
<div><dt>${say("sites.place")}</dt><dd>${placeOf(site, each)}</dd></div></dl>
<h2>${say("site.life")}</h2>
${life.length === 0 ? html`<p>${say("site.noLife")}</p>` : html`<ol class="life">${life}</ol>`}
<p class="aside"><a href="../correct.html">${say("person.wrong")}</a></p>`;
  return { path: `sites/${fileOf(each)}`, title: each.name, body, within: "sites/index.html" };
}
