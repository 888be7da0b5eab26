/** A dossier as a document of Office Open XML, for those who must edit it: headings, real footnotes, tables. */
import { RELATIONS, toOfficeFile, toXmlText } from "../formats/office-package.ts";
import type { Block, Claim, ClaimRow, Column, Dossier, Fact, Mark, Section } from "./document.ts";
import { MARKS } from "./marks.ts";
import { numberingXml, settingsXml, stylesXml, WORD } from "./word-parts.ts";
import { createRunWriter, field, type RunWriter, run } from "./word-runs.ts";

const COLOURS: Readonly<Record<Mark, string>> = {
  documented: "24566F",
  estimated: "8A5415",
  reported: "5D4A72",
  destroyed: "9B1C1C",
  threatened: "8A5415",
  other: "24566F",
};
const TYPE = "officedocument.wordprocessingml";
const NAMESPACES = `xmlns:w="${WORD}" xmlns:r="${RELATIONS}"`;

/** The same dossier gives the same bytes. It says what the pages say, without their drawings. */
export async function toDocx(dossier: Dossier): Promise<Uint8Array> {
  const runs = createRunWriter(dossier.language === "fa");
  const body = bodyOf(dossier, runs);
  return toOfficeFile({
    parts: [
      { path: "word/document.xml", type: `${TYPE}.document.main`, body },
      { path: "word/styles.xml", type: `${TYPE}.styles`, body: stylesXml(dossier.language === "fa") },
      { path: "word/numbering.xml", type: `${TYPE}.numbering`, body: numberingXml() },
      { path: "word/settings.xml", type: `${TYPE}.settings`, body: settingsXml() },
      { path: "word/footnotes.xml", type: `${TYPE}.footnotes`, body: footnotesXml(dossier, runs) },
      { path: "word/header1.xml", type: `${TYPE}.header`, body: headerXml(dossier, runs) },
      { path: "word/footer1.xml", type: `${TYPE}.footer`, body: footerXml(dossier, runs) },
    ],
    relations: ["styles", "numbering", "settings", "footnotes", "header", "footer"].map((kind) => ({
      kind,
      target: `${kind}${kind === "header" || kind === "footer" ? "1" : ""}.xml`,
    })),
    core: coreXml(dossier),
  });
}

function bodyOf(dossier: Dossier, runs: RunWriter): string {
  const { language, sections } = dossier;
  const parts = [
    ...coverParts(dossier, runs),
    ...contentsParts(dossier, runs),
    ...sections.flatMap((section, at) => [
      sectionHead(section, at, runs),
      ...section.blocks.flatMap((block) => blockParts(block, runs)),
    ]),
  ];
  // A4, margins of 22 mm, in twentieths of a point.
  const page = `<w:sectPr><w:headerReference w:type="default" r:id="rId5"/><w:footerReference w:type="default" r:id="rId6"/><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1361" w:right="1247" w:bottom="1247" w:left="1247" w:header="567" w:footer="567" w:gutter="0"/>${language === "fa" ? "<w:bidi/>" : ""}</w:sectPr>`;
  return `<w:document ${NAMESPACES}><w:body>${parts.join("")}${page}</w:body></w:document>`;
}

function paragraph(style: string, content: string, set = ""): string {
  return `<w:p><w:pPr><w:pStyle w:val="${style}"/>${set}</w:pPr>${content}</w:p>`;
}

function coverParts({ title, cover }: Dossier, runs: RunWriter): string[] {
  return [
    paragraph("Title", runs.plain(title)),
    paragraph("Subtitle", runs.plain(cover.kind)),
    ...(cover.summary === "" ? [] : [paragraph("Normal", runs.plain(cover.summary))]),
    ...factParts(cover.facts, runs),
    ...cover.legend.map(({ mark, text }) => paragraph("Claim", `${markOf(mark)}${runs.text(text)}`)),
    paragraph("Normal", runs.plain(cover.apart)),
    ...cover.words.map((text) => paragraph("Normal", runs.text(text))),
  ];
}

/** Without page numbers, which only whoever lays it out knows: a program that updates the field puts them in. */
function contentsParts({ contents, sections }: Dossier, runs: RunWriter): string[] {
  const begins = `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> TOC \\o &quot;1-2&quot; \\h </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>`;
  const ends = '<w:r><w:fldChar w:fldCharType="end"/></w:r>';
  return [
    paragraph("Subtitle", runs.plain(contents), "<w:pageBreakBefore/>"),
    ...sections.map(({ title }, at) =>
      paragraph(
        "TOC1",
        `${at === 0 ? begins : ""}<w:hyperlink w:anchor="_Section_${at}">${runs.plain(title)}</w:hyperlink>${at === sections.length - 1 ? ends : ""}`,
      ),
    ),
  ];
}

/** Numbers of bookmarks are one for all: those of notes come first. */
const SECTION_BOOKMARKS = 1_000_000;

function sectionHead({ title, isAnnex, blocks }: Section, at: number, runs: RunWriter): string {
  const id = SECTION_BOOKMARKS + at;
  const marked = `<w:bookmarkStart w:id="${id}" w:name="_Section_${at}"/>${runs.plain(title)}<w:bookmarkEnd w:id="${id}"/>`;
  const isOnNewPage = at === 0 || (isAnnex && blocks.length > 1);
  return paragraph("Heading1", marked, isOnNewPage ? "<w:pageBreakBefore/>" : "");
}

function blockParts(block: Block, runs: RunWriter): string[] {
  switch (block.is) {
    case "text":
      return [paragraph("Normal", runs.text(block.text))];
    case "caution":
      return [paragraph("Caution", runs.text(block.text))];
    case "command":
      return block.text
        .split("\n")
        .map((line) => paragraph("Normal", runs.text([{ text: line, as: "code" }])));
    case "list":
      return block.items.map((item) => paragraph("Item", runs.text(item)));
    case "facts":
      return factParts(block.facts, runs);
    case "heading":
      return [paragraph(`Heading${block.level}`, `${markOf(block.mark)}${runs.plain(block.text)}`)];
    case "claims":
      return block.claims.flatMap((claim) => claimParts(claim, runs));
    case "table":
      return [tableXml(block.columns, block.rows, runs), paragraph("Normal", "")];
    case "intervals":
    case "overview":
      // Drawings: the table before the one and the sites after the other say the same.
      return [];
    case "site":
      return siteParts(block, runs);
    case "entries":
      return block.entries.map(({ number, lines }) =>
        paragraph(
          "Small",
          `${runs.text([{ text: number, as: "strong" }])}${run(" ", "")}${lines.map((line) => runs.text(line)).join(BREAK)}`,
        ),
      );
    case "names":
      return block.names.map((name) => paragraph("Small", runs.text(name)));
  }
}

const BREAK = "<w:r><w:br/></w:r>";

function siteParts(site: Extract<Block, { readonly is: "site" }>, runs: RunWriter): string[] {
  return [
    paragraph("Heading2", `${markOf(site.mark)}${runs.plain(site.name)}`),
    paragraph("Normal", `${markOf(site.mark)}${runs.text([{ text: site.status, as: "strong" }])}`),
    paragraph("Normal", `${runs.text(site.place)}${runs.cites(site.notes)}`),
    ...site.cautions.map((text) => paragraph("Small", runs.text(text))),
    paragraph("Heading3", runs.plain(site.lifeTitle)),
    ...(site.life.length === 0
      ? [paragraph("Normal", runs.plain(site.lifeless))]
      : site.life.flatMap((claim) => claimParts(claim, runs))),
  ];
}

function claimParts({ mark, text, beside, notes }: Claim, runs: RunWriter): string[] {
  const side = runs.isRightToLeft ? "right" : "left";
  const border =
    mark === null
      ? ""
      : `<w:pBdr><w:${side} w:val="single" w:sz="12" w:space="6" w:color="${COLOURS[mark]}"/></w:pBdr>`;
  return [
    paragraph("Claim", `${markOf(mark)}${runs.text(text)}${runs.cites(notes)}`, border),
    ...beside.map((line) => paragraph("Beside", runs.text(line), border)),
  ];
}

function factParts(facts: readonly Fact[], runs: RunWriter): string[] {
  return facts.map(({ name, value }) =>
    paragraph("Normal", runs.text([{ text: name, as: "strong" }, ": ", ...value])),
  );
}

function tableXml(columns: readonly Column[], rows: readonly ClaimRow[], runs: RunWriter): string {
  const cell = (content: string, { isNumber }: Column) =>
    `<w:tc><w:tcPr/>${paragraph("Small", content, isNumber ? '<w:jc w:val="right"/>' : "")}</w:tc>`;
  const head = columns.map((column) => cell(runs.text([{ text: column.title, as: "strong" }]), column));
  const lines = rows.map(({ cells, notes }) =>
    columns.map((column, at) => {
      const isLast = at === columns.length - 1;
      return cell(`${runs.text(cells[at] ?? [])}${isLast ? runs.cites(notes) : ""}`, column);
    }),
  );
  const rule = (side: string) => `<w:${side} w:val="single" w:sz="4" w:color="BBBBBB"/>`;
  const set = `<w:tblPr>${runs.isRightToLeft ? "<w:bidiVisual/>" : ""}<w:tblW w:w="5000" w:type="pct"/><w:tblBorders>${["top", "bottom", "insideH"].map(rule).join("")}</w:tblBorders></w:tblPr>`;
  const grid = `<w:tblGrid>${columns.map(() => "<w:gridCol/>").join("")}</w:tblGrid>`;
  return `<w:tbl>${set}${grid}<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>${head.join("")}</w:tr>${lines
    .map((cells) => `<w:tr><w:trPr><w:cantSplit/></w:trPr>${cells.join("")}</w:tr>`)
    .join("")}</w:tbl>`;
}

function markOf(mark: Mark | null): string {
  return mark === null ? "" : run(`${MARKS[mark]} `, `<w:color w:val="${COLOURS[mark]}"/>`);
}

function footnotesXml({ notes }: Dossier, runs: RunWriter): string {
  const lines = [
    [-1, "separator"],
    [0, "continuationSeparator"],
  ].map(
    ([id, is]) => `<w:footnote w:type="${is}" w:id="${id}"><w:p><w:r><w:${is}/></w:r></w:p></w:footnote>`,
  );
  const mark = '<w:r><w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr><w:footnoteRef/></w:r>';
  const written = notes.map(
    ({ text }, at) =>
      `<w:footnote w:id="${at + 1}">${paragraph("FootnoteText", `${mark}${run(" ", "")}${runs.text(text)}`)}</w:footnote>`,
  );
  return `<w:footnotes ${NAMESPACES}>${lines.join("")}${written.join("")}</w:footnotes>`;
}

function headerXml({ banner }: Dossier, runs: RunWriter): string {
  return `<w:hdr ${NAMESPACES}>${paragraph("Header", banner === null ? "" : runs.plain(banner))}</w:hdr>`;
}

function footerXml({ foot, page }: Dossier, runs: RunWriter): string {
  const pages = page.split(/(\{pages?\})/u).map((part) => {
    if (part === "{page}") return field("PAGE");
    return part === "{pages}" ? field("NUMPAGES") : runs.plain(part);
  });
  return `<w:ftr ${NAMESPACES}>${paragraph("Footer", `${runs.text(foot)}${run(" · ", "")}${pages.join("")}`)}</w:ftr>`;
}

function coreXml({ name, language, date }: Dossier): string {
  const moment = (member: string) =>
    `<dcterms:${member} xsi:type="dcterms:W3CDTF">${date}T00:00:00Z</dcterms:${member}>`;
  return `<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>${toXmlText(name)}</dc:title><dc:language>${language}</dc:language>${moment("created")}${moment("modified")}</cp:coreProperties>`;
}
