import { extractText, getDocumentProxy } from "unpdf";
import { beforeAll, describe, expect, test } from "vitest";
import { inventedRelease } from "../../../test/released-content.ts";
import { LANGUAGES } from "../../core/index.ts";
import type { ReleaseContent } from "../content.ts";
import { composeDossier } from "./compose.ts";
import { claimsOf, type Dossier, type Text } from "./document.ts";
import { dossierMessagesEn } from "./dossier.messages.en.ts";
import { dossierMessagesFa } from "./dossier.messages.fa.ts";
import { dossierFiles } from "./dossier.ts";

const SMALL = { persons: 12, statements: 20 } as const;
const pdfOf = async (content: ReleaseContent) => (await dossierFiles(content)).get("dossier/dossier.pdf");
const textOf = async (pdf: Uint8Array | undefined) => {
  const { text } = await extractText(await getDocumentProxy(new Uint8Array(pdf ?? [])), { mergePages: true });
  return text.replace(/[\u2066-\u2069]/gu, "").replace(/\s+/gu, " ");
};
const plain = (text: Text): string =>
  text.map((run) => (typeof run === "string" ? run : "cites" in run ? "" : run.text)).join("");

test("an annex that is too long for paper stands whole in Markdown, and not in part in the pages", async () => {
  const files = await dossierFiles(inventedRelease({ language: "en", persons: 3001, statements: 3 }));
  const [markdown, pages] = [
    new TextDecoder().decode(files.get("dossier/dossier.md")),
    await textOf(files.get("dossier/dossier.pdf")),
  ];
  const { people } = inventedRelease({ language: "en", persons: 3001, statements: 3 });
  for (const person of [people[100], people.at(-1)]) {
    const name = person?.names[0] ?? "";
    expect(name).not.toBe("");
    expect(markdown).toContain(name);
    expect(pages).not.toContain(name);
  }
  expect(pages).toContain("This annex is too long for paper");
  expect(markdown).not.toContain("too long for paper");
});

test("numbers stand in Markdown as they are: before no digit there is a backslash, and none begins a list", async () => {
  const content = inventedRelease({ language: "en", persons: 2, statements: 2 });
  const files = await dossierFiles({
    ...content,
    head: { ...content.head, title: "1988. A case", summary: "- 4.5) of them" },
  });
  const markdown = new TextDecoder().decode(files.get("dossier/dossier.md"));
  expect(markdown).toContain("# 1988\\. A case\n");
  expect(markdown).toContain("\n\\- 4.5) of them\n");
  expect(markdown).not.toMatch(/\\[0-9]/u);
});

test("one interval is told in one way: outwards, as the figures have it; and each figure says by which id it is asked for", async () => {
  const content = inventedRelease({ language: "en", persons: 2, statements: 2 });
  const markdown = new TextDecoder().decode((await dossierFiles(content)).get("dossier/dossier.md"));
  expect(markdown).toContain("965 to 1,365");
  const figures = content.figures.filter(({ group }) => !group.startsWith("where.place"));
  for (const { id } of figures) expect(markdown.replace(/[\u2066-\u2069\\]/gu, "")).toContain(`figure ${id}`);
});

describe.each(LANGUAGES)("a dossier in %s", (language) => {
  const content = inventedRelease({ language, ...SMALL });
  let dossier: Dossier;
  let pdf: Uint8Array | undefined;
  beforeAll(async () => {
    dossier = composeDossier(content);
    pdf = await pdfOf(content);
  });

  test("has no claim without a note, and numbers notes as they are first cited", () => {
    expect(claimsOf(dossier).length).toBeGreaterThan(SMALL.persons + SMALL.statements);
    const seen: number[] = [];
    // Whatever cites, in the order in which it is set.
    const walk = (value: unknown): void => {
      if (typeof value !== "object" || value === null) return;
      for (const [key, inner] of Object.entries(value)) {
        const isCited = (key === "notes" || key === "cites") && Array.isArray(inner);
        if (!isCited) walk(inner);
        else for (const number of inner) if (!seen.includes(number)) seen.push(number);
        if (isCited) expect(inner.length).toBeGreaterThan(0);
      }
    };
    walk(dossier.sections);
    expect(seen).toEqual(dossier.notes.map((_, at) => at + 1));
  });

  test("cites what stands beside claims too: counts, doubts and warnings of models, heads of appeals, status of sites", () => {
    const blocks = dossier.sections.slice(0, 5).flatMap((section) => section.blocks);
    const cites = (text: Text) => text.some((run) => typeof run === "object" && "cites" in run);
    const facts = blocks.flatMap((block) => (block.is === "facts" ? block.facts : []));
    // The lists of an estimate and what it assumes are no claims.
    expect(facts.filter(({ value }) => !cites(value))).toHaveLength(2);
    const items = blocks.flatMap((block) => (block.is === "list" ? block.items : []));
    expect(items.filter((item) => !cites(item))).toHaveLength(1);
    const site = blocks.find((block) => block.is === "site");
    expect(plain(dossier.notes[(site?.notes[0] ?? 0) - 1]?.text ?? [])).toMatch(/stays in the case|می‌ماند/u);
  });

  test("gives with each statement its words, its file by hash, its leaf and its place in the annex", () => {
    const [, second] = content.statements;
    const note = dossier.notes.map(({ text }) => plain(text)).find((text) => text.includes("MACHINE"));
    for (const part of [second?.quote, second?.key, content.sources[1]?.sha256.slice(0, 16)])
      expect(note).toContain(part ?? "missing");
    // A machine's translation is called one.
    expect(note).toMatch(language === "en" ? /by a machine/u : /ماشین/u);
  });

  test("shows no allegation without its label, in the answers and in the notes", () => {
    const [alleged] = content.statements;
    const label = alleged?.standingText ?? "";
    const figures = dossier.sections[0]?.blocks.flatMap((block) =>
      block.is === "claims" ? block.claims : [],
    );
    const resting = figures?.filter(({ text }) => plain(text).includes("4010"));
    expect(resting).toHaveLength(1);
    expect(resting?.[0]?.beside.map(plain).join()).toContain(label);
    const note = dossier.notes
      .map(({ text }) => plain(text))
      .find((text) => text.includes(alleged?.key ?? "?"));
    expect(note?.startsWith(label)).toBe(true);
  });

  test("is the same to the byte each time", async () => {
    expect(Buffer.compare(Buffer.from((await pdfOf(content)) ?? []), Buffer.from(pdf ?? []))).toBe(0);
  });

  test("is tagged PDF/A with language, title, outline and the day of the log", () => {
    const raw = Buffer.from(pdf ?? []).toString("latin1");
    expect(raw).toContain("<pdfaid:part>2</pdfaid:part>");
    expect(raw).toContain("<pdfaid:conformance>A</pdfaid:conformance>");
    for (const part of ["/MarkInfo", "/StructTreeRoot", "/Outlines", `/Lang (${language}`])
      expect(raw).toContain(part);
  });

  test("holds its figures, checkpoint, release and banner as text", async () => {
    const text = await textOf(pdf);
    // What reads PDF to a text puts Persian words in an order of its own; numbers it leaves whole.
    const wanted = {
      en: ["4000", "4001", "4010", "965 to 1,365", "1,145", "Release 3 · for the public", "must hold"],
      fa: ["4000", "4001", "4010", "۹۶۵", "۱٬۳۶۵", "۱٬۱۴۵", "انتشار۳"],
    }[language];
    const root = content.head.checkpoint.root.slice(0, 16);
    expect([...wanted, root].filter((part) => !text.includes(part))).toEqual([]);
    const banner = { en: "everything in this case is invented", fa: "خیالی:" }[language];
    const { numPages } = await getDocumentProxy(new Uint8Array(pdf ?? []));
    expect(text.split(banner).length - 1).toBe(numPages);
  });

  test("says in Markdown what it says in print", async () => {
    const markdown = new TextDecoder().decode((await dossierFiles(content)).get("dossier/dossier.md"));
    const defined = [...markdown.matchAll(/^\[\^(\d+)\]: /gmu)].map(([, number]) => number);
    const cited = new Set([...markdown.matchAll(/\[\^(\d+)\](?!:)/gu)].map(([, number]) => number));
    expect(defined).toEqual(dossier.notes.map((_, at) => String(at + 1)));
    expect([...cited].sort()).toEqual([...defined].sort());
    expect(markdown).toContain("4010");
  });
});

describe("words in a dossier", () => {
  const odd = (text: string): ReleaseContent => {
    const content = inventedRelease({ language: "fa", ...SMALL });
    return { ...content, head: { ...content.head, title: text } };
  };

  test("never become markup, and hide or turn round nothing", async () => {
    const text = await textOf(await pdfOf(odd('#panic("x") $y$ *b* \u202egpj\u0001 <u>')));
    expect(text).toContain('#panic("x") $y$ *b* ⟨U+202E⟩gpj⟨U+0001⟩ <u>');
    const files = await dossierFiles(odd("[a](b) <u> |*c*"));
    expect(new TextDecoder().decode(files.get("dossier/dossier.md"))).toContain(
      "\\[a\\](b) \\<u\\> \\|\\*c\\*",
    );
  });

  test("keep the sign of a comparison before its number in Persian", async () => {
    const files = await dossierFiles(odd("≥ ۱۵۰ نفر"));
    const markdown = new TextDecoder().decode(files.get("dossier/dossier.md"));
    expect(markdown).toContain("# \u2066≥ ۱۵۰\u2069 نفر");
  });

  test("keep marks of direction and isolates that close, and lose those that do not", async () => {
    const title = async (text: string) =>
      new TextDecoder().decode((await dossierFiles(odd(text))).get("dossier/dossier.md")).split("\n")[2];
    expect(await title("با \u200e--plots است")).toBe("# \u2068با \u200e--plots است\u2069");
    expect(await title("نام \u2068x\u2069")).toContain("نام \u2068x\u2069");
    expect(await title("نام \u2069\u2067ب")).toBe("# نام ب");
  });

  test("that no font of ours holds are printed as numbers, not in a font of the machine", async () => {
    const pdf = await pdfOf(odd("a 中 😀 b"));
    expect(await textOf(pdf)).toContain("a ⟨U+4E2D⟩ ⟨U+1F600⟩ b");
    const faces = [
      ...Buffer.from(pdf ?? [])
        .toString("latin1")
        .matchAll(/\/FontName \/[A-Z]+\+(\w+)/gu),
    ];
    for (const [, face] of faces) expect(face).toMatch(/^(?:Vazirmatn|LibertinusSerif|DejaVuSansMono)/u);
  });
});

test("Persian messages hold no Latin digits, and the same holes as the English ones", () => {
  const english = new Map<string, string>(Object.entries(dossierMessagesEn));
  const holes = (text: string) => [...new Set(text.match(/\{\w+\}/gu))].sort();
  for (const [key, text] of Object.entries(dossierMessagesFa)) {
    expect(text.replace(/\{\w+\}/gu, ""), key).not.toMatch(/[0-9]/u);
    expect(holes(text), key).toEqual(holes(english.get(key) ?? ""));
  }
});

test("in Persian those whose names are written in its script come first, and in English the others", () => {
  const orderOf = (language: "en" | "fa") => {
    const content = inventedRelease({ language, persons: 2, statements: 1 });
    const [first, second] = content.people;
    if (first === undefined || second === undefined) throw new Error("two persons are invented");
    const people = [
      { ...first, names: ["Omid Amini"] },
      { ...second, names: ["رضا کریمی"] },
    ];
    const { sections } = composeDossier({ ...content, people });
    const words = JSON.stringify(sections.at(-3));
    return words.indexOf("رضا کریمی") < words.indexOf("Omid Amini");
  };
  expect(orderOf("fa")).toBe(true);
  expect(orderOf("en")).toBe(false);
});
