import { SaxesParser } from "saxes";
import { describe, expect, test } from "vitest";
import { inventedRelease } from "../../../test/released-content.ts";
import { unzip } from "../../../test/unzip.ts";
import { LANGUAGES } from "../../core/index.ts";
import { composeDossier } from "./compose.ts";
import { claimsOf, type Dossier, type Text } from "./document.ts";
import { toDocx } from "./to-docx.ts";
import { toMarkdown } from "./to-markdown.ts";
import { createRunWriter } from "./word-runs.ts";

const SMALL = { persons: 12, statements: 20 } as const;
const dossierOf = (language: "en" | "fa") => composeDossier(inventedRelease({ language, ...SMALL }));
const partsOf = async (dossier: Dossier) => new Map(Object.entries(await unzip(await toDocx(dossier))));

/** The words of each paragraph, as a reader has them: a mark of a note is `[n]`. */
function paragraphsOf(xml: string): string[] {
  const parser = new SaxesParser();
  const found: string[] = [];
  let words = "";
  let isText = false;
  parser.on("opentag", ({ name, attributes }) => {
    if (name === "w:p") words = "";
    if (name === "w:footnoteReference") words += `[${attributes["w:id"]}]`;
    isText = name === "w:t";
  });
  parser.on("closetag", ({ name }) => {
    if (name === "w:p") found.push(words);
    isText = false;
  });
  parser.on("text", (text) => {
    if (isText) words += text;
  });
  parser.write(xml).close();
  return found;
}

const plain = (text: Text): string =>
  text
    .map((run) => (typeof run === "string" ? run : "cites" in run ? "" : run.text))
    .join("")
    .replace(/[\u2066-\u2069]/gu, "");

describe.each(LANGUAGES)("a dossier as DOCX in %s", (language) => {
  test("is well-formed in every part, and the same bytes twice", async () => {
    const dossier = dossierOf(language);
    expect(await toDocx(dossier)).toEqual(await toDocx(dossierOf(language)));
    for (const [path, xml] of await partsOf(dossier)) {
      const parser = new SaxesParser({ xmlns: true });
      parser.on("error", (error) => {
        throw new Error(`${path}: ${error.message}`);
      });
      parser.write(xml).close();
    }
  });

  test("tells every claim, each with its note", async () => {
    const dossier = dossierOf(language);
    const parts = await partsOf(dossier);
    const words = paragraphsOf(parts.get("word/document.xml") ?? "").join("\n");
    for (const { text } of claimsOf(dossier).slice(0, 60))
      for (const run of text) expect(words).toContain(plain([run]).trim());
    const notes = paragraphsOf(parts.get("word/footnotes.xml") ?? "").slice(2);
    expect(notes.map((note) => note.trim())).toEqual(dossier.notes.map(({ text }) => plain(text).trim()));
  });

  test("sets each note once, in the order of their numbers, and points back at it later", async () => {
    const dossier = dossierOf(language);
    const body = (await partsOf(dossier)).get("word/document.xml") ?? "";
    const set = [...body.matchAll(/<w:footnoteReference w:id="(\d+)"/gu)].map(([, id]) => Number(id));
    expect(set).toEqual(dossier.notes.map((_, at) => at + 1));
    const marks = [...body.matchAll(/w:name="_Note_(\d+)"| NOTEREF _Note_(\d+) /gu)];
    const seen = new Set<string>();
    let later = 0;
    for (const [, first, again] of marks) {
      if (first !== undefined) seen.add(first);
      else {
        expect(seen.has(again ?? "")).toBe(true);
        later += 1;
      }
    }
    expect(later).toBeGreaterThan(0);
  });
});

test("words of others never become markup, and letters of the other direction have a run of their own", async () => {
  const content = inventedRelease({ language: "en", ...SMALL });
  const title = 'رضا کریمی (Hall 2) </w:t><w:r> & "x" \u0007\u202e';
  const parts = await partsOf(composeDossier({ ...content, head: { ...content.head, title } }));
  const body = parts.get("word/document.xml") ?? "";
  expect(body).toContain('<w:rPr><w:rtl/></w:rPr><w:t xml:space="preserve">رضا کریمی</w:t>');
  expect(body).toContain("&#60;/w:t&#62;&#60;w:r&#62; &#38; &#34;x&#34;");
  for (const hidden of ["\u0007", "\u202e"]) expect(body).not.toContain(hidden);
});

test("a Persian dossier runs from right to left, its Latin words and hashes from left to right", async () => {
  const parts = await partsOf(dossierOf("fa"));
  expect(parts.get("word/styles.xml")).toContain("<w:bidi/>");
  const body = parts.get("word/document.xml") ?? "";
  expect(body).toContain("<w:bidi/></w:sectPr>");
  expect(body).toContain("<w:bidiVisual/>");
  expect(body).not.toMatch(/<w:rtl\/><\/w:rPr><w:t xml:space="preserve">[^<]*[A-Za-z]/u);
});

test("each line of a command is a line", async () => {
  const dossier = dossierOf("en");
  const block = { is: "command", text: "node verify.mjs CASE\nnode verify.mjs FILE" } as const;
  const [section] = dossier.sections;
  if (section === undefined) throw new Error("a dossier has sections");
  const parts = await partsOf({ ...dossier, sections: [{ ...section, blocks: [block] }] });
  const lines = paragraphsOf(parts.get("word/document.xml") ?? "");
  expect(lines).toEqual(expect.arrayContaining(["node verify.mjs CASE", "node verify.mjs FILE"]));
});

test("what has no drawings says nothing of drawings", async () => {
  const dossier = dossierOf("en");
  const overview = dossier.sections.flatMap(({ blocks }) => blocks).find(({ is }) => is === "overview");
  if (overview?.is !== "overview") throw new Error("the invented site has a place");
  const words = paragraphsOf((await partsOf(dossier)).get("word/document.xml") ?? "").join("\n");
  for (const text of [words, toMarkdown(dossier)])
    for (const told of [overview.map.caption, overview.map.note])
      expect(text).not.toContain(told.slice(0, 40));
});

test("letters of both directions are set in runs of their own, also where they touch", () => {
  const runsOf = (text: string, isRightToLeft: boolean) =>
    [
      ...createRunWriter(isRightToLeft)
        .plain(text)
        .matchAll(/<w:r>(.*?)<w:t[^>]*>(.*?)<\/w:t>/gu),
    ].map(([, look = "", words = ""]) => [words, look.includes("<w:rtl/>")]);
  expect(runsOf("5سال", true)).toEqual([
    ["5", false],
    ["سال", true],
  ]);
  expect(runsOf("Reza Karimi (رضا کریمی), 1988", false)).toEqual([
    ["Reza Karimi (", false],
    ["رضا کریمی", true],
    ["), 1988", false],
  ]);
  expect(runsOf("رضا کریمی (Reza Karimi)، ۱۳۶۷", true)).toEqual([
    ["رضا کریمی (", true],
    ["Reza Karimi", false],
    [")، ۱۳۶۷", true],
  ]);
});
