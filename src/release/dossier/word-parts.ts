/** What a document of WordprocessingML needs beside its words: styles, lists, settings (ECMA-376 part 1, 17.7, 17.9, 17.15). */

export const WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

interface Style {
  readonly id: string;
  readonly name: string;
  readonly on: string;
  /** Of paragraphs. */
  readonly set?: string;
  /** Of runs. */
  readonly look?: string;
}

const size = (halfPoints: number) => `<w:sz w:val="${halfPoints}"/><w:szCs w:val="${halfPoints}"/>`;
const BOLD = "<w:b/><w:bCs/>";
const FAINT = '<w:color w:val="555555"/>';
const space = (before: number, after: number) => `<w:spacing w:before="${before}" w:after="${after}"/>`;

/** Members in the order that the schema asks for. */
const STYLES: readonly Style[] = [
  { id: "Title", name: "Title", on: "Normal", set: space(2400, 240), look: `${BOLD}${size(44)}` },
  { id: "Subtitle", name: "Subtitle", on: "Normal", look: `${FAINT}${size(24)}` },
  ...[1, 2, 3].map((level) => ({
    id: `Heading${level}`,
    name: `heading ${level}`,
    on: "Normal",
    set: `<w:keepNext/>${space(400 - level * 60, 120)}<w:outlineLvl w:val="${level - 1}"/>`,
    look: `${BOLD}${size(32 - level * 4)}`,
  })),
  { id: "Claim", name: "Claim", on: "Normal", set: `<w:keepLines/>${space(80, 40)}<w:ind w:left="170"/>` },
  { id: "Beside", name: "Beside a claim", on: "Claim", set: space(0, 40), look: `${FAINT}${size(18)}` },
  { id: "Small", name: "Small", on: "Normal", look: size(18) },
  {
    id: "Caution",
    name: "Caution",
    on: "Normal",
    set: '<w:shd w:val="clear" w:color="auto" w:fill="F4F1EA"/>',
    look: BOLD,
  },
  { id: "Item", name: "List Bullet", on: "Normal", set: '<w:numPr><w:numId w:val="1"/></w:numPr>' },
  { id: "TOC1", name: "toc 1", on: "Normal", set: space(0, 40) },
  { id: "Header", name: "header", on: "Normal", set: '<w:jc w:val="center"/>', look: `${BOLD}${size(18)}` },
  { id: "Footer", name: "footer", on: "Normal", look: `${FAINT}${size(16)}` },
  { id: "FootnoteText", name: "footnote text", on: "Normal", set: space(0, 20), look: size(17) },
];

/** @param isRightToLeft - of every paragraph. */
export function stylesXml(isRightToLeft: boolean): string {
  const bidi = isRightToLeft ? "<w:bidi/>" : "";
  const fonts = '<w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:cs="Times New Roman"/>';
  const written = STYLES.map(
    ({ id, name, on, set = "", look = "" }) =>
      `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/><w:basedOn w:val="${on}"/><w:qFormat/><w:pPr>${set}</w:pPr><w:rPr>${look}</w:rPr></w:style>`,
  );
  return `<w:styles xmlns:w="${WORD}"><w:docDefaults><w:rPrDefault><w:rPr>${fonts}${size(22)}<w:lang w:val="en-GB" w:bidi="fa-IR"/></w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults><w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:pPr>${bidi}${space(60, 80)}</w:pPr></w:style><w:style w:type="character" w:styleId="FootnoteReference"><w:name w:val="footnote reference"/><w:rPr><w:vertAlign w:val="superscript"/></w:rPr></w:style>${written.join("")}</w:styles>`;
}

export function numberingXml(): string {
  return `<w:numbering xmlns:w="${WORD}"><w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="bullet"/><w:lvlText w:val="•"/><w:pPr><w:ind w:left="360" w:hanging="260"/></w:pPr></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>`;
}

/** As the versions of today read it, and not in a mode of old ones. */
export function settingsXml(): string {
  return `<w:settings xmlns:w="${WORD}"><w:footnotePr><w:footnote w:id="-1"/><w:footnote w:id="0"/></w:footnotePr><w:compat><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat></w:settings>`;
}
