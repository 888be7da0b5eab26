/** Pages of words: who held which office, how it was done and what it does not mean, evidence, how to be heard. */
import { toIsoDay } from "../../core/index.ts";
import type { ReleasedOffice } from "../content.ts";
import { type Html, html, wideTable, words } from "./html.ts";
import { type Page, pager, type Site } from "./page.ts";
import type { MessageKey, Say } from "./say.ts";

const SOURCES_ON_A_PAGE = 100;

export function officesPage({ say, content }: Site): Page {
  const { offices } = content;
  const body = html`<h1>${say("offices.title")}</h1>
<p class="lead">${say("offices.about")}</p>
${offices.length === 0 ? html`<p>${say("offices.none")}</p>` : offices.map((each) => officeTable(say, each))}`;
  return { path: "offices.html", title: say("offices.title"), body };
}

function officeTable(say: Say, { office, postings }: ReleasedOffice): Html {
  const held = postings.map(({ person, certain, assumed, possible, continuityText, sequenceText }) => {
    const row = (key: MessageKey, spans: readonly Span[]) =>
      spans.length === 0
        ? null
        : html`<div><dt>${say(key)}</dt>${spans.map((span) => html`<dd>${spanText(say, span)}</dd>`)}</div>\n`;
    const notes = [continuityText, sequenceText].flatMap((text) =>
      text === null || text === "" ? [] : [html`<p class="soft" dir="auto">${text}</p>\n`],
    );
    return html`<h3>${words(person.name)}</h3>
<dl class="facts">${row("offices.stated", certain)}${row("offices.assumed", assumed === null ? [] : [assumed])}${row("offices.possible", [possible])}</dl>
${notes}`;
  });
  return html`<section><h2>${words(office.name)}</h2>
${held}</section>\n`;
}

interface Span {
  readonly from: number | null;
  readonly to: number | null;
}

function spanText(say: Say, { from, to }: Span): Html {
  if (from === null && to === null) return say("offices.notYet");
  const begin =
    from === null ? null : html`<div>${say("offices.from", { from: say.edtf(toIsoDay(from)) })}</div>`;
  const end = to === null ? null : html`<div>${say("offices.to", { to: say.edtf(toIsoDay(to)) })}</div>`;
  return html`${begin}${end}`;
}

export function methodPage({ say, content }: Site): Page {
  const { stays } = content.counts;
  const count = Object.values(stays).reduce((sum, each) => sum + each, 0);
  const body = html`<h1>${say("method.title")}</h1>
<p>${say("method.seal")}</p>
<p>${say("method.say")}</p>
<p>${say("method.join")}</p>
<p>${say("method.shown")}</p>
<p>${say("method.kept")}</p>
<h2>${say("method.limits")}</h2>
<p>${say("method.limitsText")}</p>
${count === 0 ? null : html`<h2>${say("method.figures")}</h2>\n<p>${say("method.stays", { count })}</p>\n`}<h2>${say("method.addresses")}</h2>
<p>${say("method.addressesText")}</p>`;
  return { path: "method.html", title: say("method.title"), body };
}

export function correctPage({ say, contact }: Site): Page {
  const body = html`<h1>${say("correct.title")}</h1>
<p class="lead">${say("correct.about")}</p>
${contact === null ? html`<p class="contact">${say("correct.noContact")}</p>` : html`<p class="contact">${say("correct.contact")}<br><strong dir="auto">${contact}</strong></p>`}
<h2>${say("correct.how")}</h2>
<ul class="plain"><li>${say("correct.how.address")}</li><li>${say("correct.how.what")}</li><li>${say("correct.how.safe")}</li></ul>
<h2>${say("correct.withdraw")}</h2>
<p>${say("correct.withdrawText")}</p>`;
  return { path: "correct.html", title: say("correct.title"), body };
}

/** Where each source stands among the evidence, from the folder of the language. */
export function placesOfSources({ sources }: Site["content"]): ReadonlyMap<string, string> {
  return new Map(
    sources.map(({ id }, at) => [
      id,
      `evidence/${evidenceFile(Math.floor(at / SOURCES_ON_A_PAGE) + 1)}#s${at + 1}`,
    ]),
  );
}

function evidenceFile(page: number): string {
  return page === 1 ? "index.html" : `page-${page}.html`;
}

export function evidencePages(site: Site): Page[] {
  const { say, content } = site;
  const { sources, head } = content;
  const { treeSize, root } = head.checkpoint;
  const pages = Math.max(1, Math.ceil(sources.length / SOURCES_ON_A_PAGE));
  return Array.from({ length: pages }, (_, index) => {
    const page = index + 1;
    const first = index * SOURCES_ON_A_PAGE;
    const rows = sources
      .slice(first, first + SOURCES_ON_A_PAGE)
      .map(
        ({ title, roleText, sha256, sealedAt, leafIndex }, at) =>
          html`<tr id="s${first + at + 1}"><th scope="row">${words(title)}${roleText === null ? null : html` <small dir="auto">${roleText}</small>`}</th><td><code dir="ltr">${sha256}</code></td><td>${say.edtf(sealedAt.slice(0, "yyyy-mm-dd".length))}</td><td>${say.digits(String(leafIndex))}</td></tr>\n`,
      );
    const body = html`<h1>${say("evidence.title")}</h1>
<p class="lead">${say("evidence.about")}</p>
<h2>${say("evidence.check")}</h2>
<ul class="plain"><li>${say("evidence.file")}</li><li>${say("evidence.folder")}</li><li>${say("evidence.log", { size: treeSize })} <code dir="ltr">${root}</code></li></ul>
${rows.length === 0 ? html`<p>${say("evidence.none")}</p>` : wideTable(say("evidence.title"), [say("evidence.source"), say("evidence.hash"), say("evidence.sealed"), say("evidence.leaf")], rows)}
${pager(site, { page, pages, pathOf: evidenceFile })}`;
    return {
      path: `evidence/${evidenceFile(page)}`,
      title: say("evidence.title"),
      body,
      within: "evidence/index.html",
    };
  });
}
