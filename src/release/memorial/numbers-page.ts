/** Numbers, by what kind of number they are: counted, calculated, said. They are never put into one row. */
import { formatNumber } from "../../core/index.ts";
import type { ReleasedEstimate, ReleasedFigure, ReleasedStatement } from "../content.ts";
import { type Html, html, joined, type Part, wideTable, words } from "./html.ts";
import type { Page, Site } from "./page.ts";
import type { Say } from "./say.ts";
import { statementBlock } from "./statement-block.ts";

const STANDINGS = ["documented", "estimated", "reported"] as const;
const QUOTED = 12;

export function numbersPage(
  site: Site,
  {
    statements,
    evidenceAt,
  }: {
    readonly statements: ReadonlyMap<string, ReleasedStatement>;
    readonly evidenceAt: (source: string, from: string) => string | null;
  },
): Page {
  const { say, content } = site;
  const path = "numbers.html";
  const numbers = content.figures.filter(({ question }) => question !== "offices");
  const card = (figure: ReleasedFigure) =>
    figureCard(
      site,
      figure,
      figure.statements.flatMap((id) => statements.get(id) ?? []),
      (source) => evidenceAt(source, path),
    );
  const sections = STANDINGS.map((standing) => {
    const of = numbers.filter((figure) => figure.standing === standing);
    const models = standing === "estimated" ? content.estimates : [];
    const none = of.length + models.length === 0 ? html`<p class="soft">${say("numbers.none")}</p>` : null;
    return html`<section class="standing ${standing}" aria-labelledby="${standing}">
<h2 id="${standing}">${say(`numbers.${standing}`)}</h2>
<p>${say(`numbers.${standing}.text`)}</p>
${none}${of.map(card)}${models.map((estimate) => estimateBlock(site, estimate))}</section>\n`;
  });
  const { stay } = content.counts.figures;
  const body = html`<h1>${say("numbers.title")}</h1>
<p class="lead">${say("numbers.about")}</p>
${sections}${stay === 0 ? null : html`<p>${say("numbers.stay", { count: stay })}</p>`}`;
  return { path, title: say("numbers.title"), body };
}

function figureCard(
  { say, content }: Site,
  figure: ReleasedFigure,
  behind: readonly ReleasedStatement[],
  evidenceAt: (source: string) => string | null,
): Html {
  const { label, subject, valueText, timeText, speaker, place, footing, contradictedBy } = figure;
  const about = [subject?.name ?? null, speaker, place].flatMap((text) =>
    text === null ? [] : [words(text)],
  );
  const more = behind.length - QUOTED;
  return html`<article class="figure">
<h3>${words(label)}</h3>
<p class="value">${words(valueText)}</p>
${about.length === 0 ? null : html`<p>${joined(about, " · ")}</p>\n`}${timeText === null ? null : html`<p>${say.time(timeText)}</p>\n`}${footingText(say, footing)}<p class="soft">${say("numbers.cite", { id: words(figure.id), number: content.head.number })}</p>
${contradictedBy.length === 0 ? null : html`<p>${say("numbers.against", { count: contradictedBy.length })}</p>\n`}${behind.length === 0 ? null : html`<details><summary>${say("numbers.behind")}</summary>\n${behind.slice(0, QUOTED).map((each) => statementBlock(say, each, evidenceAt))}${more > 0 ? html`<p>${say("numbers.more", { count: more })}</p>` : null}</details>\n`}</article>\n`;
}

/** What is counted from lists has no voices: "0" beside it would say that nobody stands behind it. */
function footingText(
  say: Say,
  { statements, records, voices, sealedSources: sources }: ReleasedFigure["footing"],
): Part {
  if (sources === 0) return null;
  const text =
    records > 0
      ? say("numbers.footing.records", { records, sources })
      : say("numbers.footing.voices", { statements, voices, sources });
  return html`<p class="soft">${text}</p>
`;
}

function estimateBlock({ say }: Site, estimate: ReleasedEstimate): Html {
  const { lists, n, methods, assumption, linkageText, warnings } = estimate;
  const number = (value: number) => html`${formatNumber(value, say.language)}`;
  const rows = methods.map(({ title, kindText, interval, point }) => {
    // Outwards, as the figures have it: one interval is told in one way.
    const range =
      interval === null
        ? null
        : html`<strong>${say("numbers.interval", { low: number(Math.floor(interval[0])), high: number(Math.ceil(interval[1])) })}</strong> `;
    return html`<tr><th scope="row">${words(title)} <small>${words(kindText)}</small></th><td>${range}${say("paren", { text: number(Math.round(point)) })}</td></tr>\n`;
  });
  const names = html`${joined(
    lists.map(({ name }) => words(name)),
    say("comma"),
  )}`;
  return html`<article class="figure">
<p>${say("numbers.listed", { count: n, lists: names })}</p>
${assumption === "" ? null : html`<p>${say("numbers.assumption", { text: assumption })}</p>\n`}${wideTable(say("numbers.estimated"), [say("numbers.model"), say("numbers.result")], rows)}
${linkageText === null ? null : html`<p dir="auto">${linkageText}</p>\n`}${warnings.length === 0 ? null : html`<ul>${warnings.map(({ text }) => html`<li dir="auto">${text}</li>`)}</ul>\n`}</article>\n`;
}
