/** What every page has: head, way around, foot. Each lies in two languages, below `fa/` and `en/`, at the same path. */
import type { Language } from "../../core/index.ts";
import type { ReleaseContent } from "../content.ts";
import { Html, html, type Part, words } from "./html.ts";
import type { MessageKey, Say } from "./say.ts";

/** What the pages of one language are made with. */
export interface Site {
  readonly say: Say;
  readonly content: ReleaseContent;
  /** Whether search engines may list it. */
  readonly isIndexed: boolean;
  readonly contact: string | null;
  /** The same on every page, and so made once. */
  readonly footer: Html;
}

export interface Page {
  /** Below the folder of the language: `persons/index.html`. */
  readonly path: string;
  readonly title: string | Html;
  readonly body: Part;
  /** The entry of the way around that it belongs to. */
  readonly within?: string;
  readonly hasSearch?: boolean;
}

const ENTRIES: readonly (readonly [path: string, key: MessageKey])[] = [
  ["index.html", "nav.home"],
  ["persons/index.html", "nav.persons"],
  ["sites/index.html", "nav.sites"],
  ["numbers.html", "nav.numbers"],
  ["offices.html", "nav.offices"],
  ["method.html", "nav.method"],
  ["evidence/index.html", "nav.evidence"],
  ["correct.html", "nav.correct"],
];

/** Scripts and styles of its own folder and nothing else; no address that words could smuggle in is ever followed. */
const POLICY =
  "default-src 'none'; style-src 'self'; script-src 'self'; font-src 'self'; base-uri 'none'; form-action 'none'";

/** From a page to the folder of its language. */
export function upFrom(path: string): string {
  return "../".repeat(path.split("/").length - 1);
}

export function headOf(
  { title, root, isIndexed }: { readonly title: Part; readonly root: string; readonly isIndexed: boolean },
  more: Part = null,
): Html {
  return html`<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
${isIndexed ? null : html`<meta name="robots" content="noindex, nofollow, noarchive">\n`}<meta name="referrer" content="no-referrer">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${withoutTags(title)}</title>
<link rel="stylesheet" href="${root}assets/memorial.css">
${more}</head>`;
}

/** A title has no markup: what was isolated there stands bare. */
function withoutTags(title: Part): Html {
  return new Html(html`${title}`.text.replace(/<[^>]*>/g, ""));
}

/** A whole page as text. */
export function renderPage({ say, content, isIndexed, footer }: Site, page: Page): string {
  const up = upFrom(page.path);
  const root = `../${up}`;
  const { head } = content;
  const other: Language = say.language === "fa" ? "en" : "fa";
  const within = page.within ?? page.path;
  const script =
    page.hasSearch === true ? html`<script defer src="${root}assets/search.js"></script>\n` : null;
  const title = page.path === "index.html" ? head.title : html`${page.title} – ${head.title}`;
  return html`<!doctype html>
<html lang="${say.language}" dir="${say.language === "fa" ? "rtl" : "ltr"}">
${headOf({ title, root, isIndexed }, script)}
<body>
<a class="skip" href="#content">${say("skip")}</a>
<header>
<p class="title"><a href="${up}index.html">${words(head.title)}</a></p>
<p class="other"><a lang="${other}" dir="${other === "fa" ? "rtl" : "ltr"}" href="${root}${other}/${page.path}">${say("other")}</a></p>
<nav aria-label="${say("nav")}"><ul>${ENTRIES.map(
    ([path, key]) =>
      html`<li><a href="${up}${path}"${path === within ? html` aria-current="${path === page.path ? "page" : "true"}"` : null}>${say(key)}</a></li>`,
  )}</ul></nav>
</header>
${head.fictional ? html`<p class="fictional">${say("fictional")}</p>\n` : null}<main id="content">
${page.body}
</main>
${footer}
</body>
</html>
`.text;
}

export function footerOf(say: Say, { head }: ReleaseContent): Html {
  return html`<footer><p>${say("footer", { number: head.number, title: head.title, day: say.day(head.asOf) })}</p></footer>`;
}

/** Where one is among several pages of a list. */
export function pager(
  { say }: Site,
  {
    page,
    pages,
    pathOf,
  }: { readonly page: number; readonly pages: number; readonly pathOf: (page: number) => string },
): Html | null {
  if (pages <= 1) return null;
  return html`<nav class="pager" aria-label="${say("pageOf", { page: html`${say.digits(String(page))}`, pages })}">
${page > 1 ? html`<a rel="prev" href="${pathOf(page - 1)}">${say("previous")}</a>` : null}
<span>${say("pageOf", { page, pages })}</span>
${page < pages ? html`<a rel="next" href="${pathOf(page + 1)}">${say("next")}</a>` : null}
</nav>`;
}
