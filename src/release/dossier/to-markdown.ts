/** A dossier as Markdown with footnotes, for those who must edit it or read it aloud. */
import type { Block, Claim, ClaimRow, Column, Dossier, Mark, Text } from "./document.ts";
import { MARKS } from "./marks.ts";

/** The same dossier gives the same text; it says what the pages say, without their drawings. */
export function toMarkdown(dossier: Dossier): string {
  const { title, language, banner, foot, sections, notes } = dossier;
  const parts = [
    ...(language === "fa" ? ['<div dir="rtl" lang="fa">'] : []),
    `# ${escaped(title)}`,
    ...(banner === null ? [] : [`> **${escaped(banner)}**`]),
    ...coverParts(dossier),
    runs(foot),
    ...sections.flatMap((section) => [`## ${escaped(section.title)}`, ...section.blocks.flatMap(blockParts)]),
    notes.map(({ text }, at) => `[^${at + 1}]: ${runs(text)}`).join("\n"),
    ...(language === "fa" ? ["</div>"] : []),
  ];
  return `${parts.filter((part) => part !== "").join("\n\n")}\n`;
}

function coverParts({ cover }: Dossier): string[] {
  const { kind, summary, facts, legend, apart, words } = cover;
  return [
    escaped(kind),
    escaped(summary),
    factsText(facts),
    [...legend.map(({ mark, text }) => `- ${MARKS[mark]} ${runs(text)}`), `- ${escaped(apart)}`].join("\n"),
    ...words.map(runs),
  ];
}

function blockParts(block: Block): string[] {
  switch (block.is) {
    case "text":
      return [runs(block.text)];
    case "caution":
      return [`> **${runs(block.text)}**`];
    case "command":
      return [`\`\`\`\n${block.text}\n\`\`\``];
    case "list":
      return [block.items.map((item) => `- ${runs(item)}`).join("\n")];
    case "facts":
      return [factsText(block.facts)];
    case "heading":
      return [`${"#".repeat(block.level + 1)} ${withMark(block.mark, escaped(block.text))}`];
    case "claims":
      return [claimsText(block.claims)];
    case "table":
      return [tableText(block.columns, block.rows)];
    case "intervals":
    case "overview":
      // Drawings: the table before the one and the sites after the other say the same.
      return [];
    case "site":
      return [
        `### ${withMark(block.mark, escaped(block.name))}`,
        `**${escaped(block.status)}**`,
        `${runs(block.place)}${marksOf(block.notes)}`,
        ...block.cautions.map(runs),
        `#### ${escaped(block.lifeTitle)}`,
        block.life.length === 0 ? escaped(block.lifeless) : claimsText(block.life),
      ];
    case "entries":
      return block.entries.map(
        ({ number, lines }) => `**${escaped(number)}** ${lines.map(runs).join(LINE_BREAK)}`,
      );
    case "names":
      return [block.names.map((name) => `- ${runs(name)}`).join("\n")];
  }
}

/** Two spaces at the end of a line; deeper lines belong to their item. */
const LINE_BREAK = "  \n";

function claimsText(claims: readonly Claim[]): string {
  return claims
    .map(({ mark, text, beside, notes }) =>
      [`- ${withMark(mark, runs(text))}${marksOf(notes)}`, ...beside.map((line) => `  ${runs(line)}`)].join(
        LINE_BREAK,
      ),
    )
    .join("\n");
}

function tableText(columns: readonly Column[], rows: readonly ClaimRow[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;
  return [
    line(columns.map(({ title }) => escaped(title))),
    line(columns.map(({ isNumber }) => (isNumber ? "---:" : "---"))),
    ...rows.map(({ cells, notes }) =>
      line(
        cells.map((cell, at) => (at === cells.length - 1 ? `${runs(cell)}${marksOf(notes)}` : runs(cell))),
      ),
    ),
  ].join("\n");
}

function factsText(facts: readonly { readonly name: string; readonly value: Text }[]): string {
  return facts.map(({ name, value }) => `- **${escaped(name)}**: ${runs(value)}`).join("\n");
}

function withMark(mark: Mark | null, text: string): string {
  return mark === null ? text : `${MARKS[mark]} ${text}`;
}

function marksOf(notes: readonly number[]): string {
  return notes.map((number) => `[^${number}]`).join("");
}

function runs(text: Text): string {
  return text
    .map((run) => {
      if (typeof run === "string") return escaped(run);
      if ("cites" in run) return marksOf(run.cites);
      if (run.as === "code") return `\`${run.text.replace(/[\u2066\u2069`]/gu, "")}\``;
      return run.as === "strong" && run.text !== "" ? `**${escaped(run.text)}**` : escaped(run.text);
    })
    .join("");
}

/**
 * What Markdown or HTML would read as more than a letter (CommonMark 0.31, 2.4), wherever it stands. Of a number that would begin
 * a list the sign behind it: before a digit a backslash is one.
 */
function escaped(text: string): string {
  return text
    .replace(/[\\`*_{}[\]<>#|~&!$]/gu, "\\$&")
    .replace(/^(\s*)([-+=])|^(\s*\d+)([.)])/u, "$1$3\\$2$4");
}
