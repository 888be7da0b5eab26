import { randomBytes } from "node:crypto";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { deflateSync, gzipSync } from "node:zlib";
import fc from "fast-check";
import { afterAll, describe, expect, it } from "vitest";
import { madeZip } from "../../../test/made-zip.ts";
import { temporaryFolder } from "../../../test/temporary-folder.ts";
import { memorySource } from "./byte-source.ts";
import { inspectFile } from "./inspect.ts";
import { createInspector } from "./inspector.ts";
import { DEFAULT_LIMITS, InspectLimits, WorkerLimits } from "./limits.ts";
import { hostileMessagesEn } from "./messages.en.ts";
import { hostileMessagesFa } from "./messages.fa.ts";
import { toRemarkText } from "./remark-text.ts";
import type { FileReport } from "./report.ts";

const inspect = (bytes: Uint8Array, name: string, limits = DEFAULT_LIMITS) =>
  inspectFile(memorySource(bytes), { name }, limits);
const bytesOf = (text: string) => new TextEncoder().encode(text);
const codesOf = (report: FileReport) => report.warnings.map(({ code }) => code);

describe("what a file is", () => {
  it.each([
    ["%PDF-1.7\n", "pdf"],
    ["<!doctype html><p>x", "html"],
    ["<svg xmlns='http://www.w3.org/2000/svg'/>", "svg"],
    ['{"a":1}', "json"],
    ["نام,سال\nعلی,1367\n", "text"],
    ["From: a@example.org\r\nTo: b@example.org\r\n\r\nx", "email"],
    ["", "empty"],
    ["#!/bin/sh\n", "script"],
  ])("%j is %s, whatever its name", async (text, kind) => {
    const report = await inspect(bytesOf(text), "photo.jpg");
    expect(report.kind).toBe(kind);
    if (kind !== "empty") expect(codesOf(report)).toContain("intake/type-mismatch");
  });

  it("a plain file gives no remark", async () => {
    for (const [text, name] of [
      ["نام,سال\nعلی,1367\n", "list.csv"],
      ["---\ntitle: x\n---\ntext", "note.md"],
      ['{"a":[1,2]}', "a.json"],
    ] as const) {
      const report = await inspect(bytesOf(text), name);
      expect([report.warnings, report.refusedExpansion, report.refusedDerivative]).toEqual([
        [],
        undefined,
        undefined,
      ]);
    }
  });

  it("an office file is told by its parts", async () => {
    const parts = ["[Content_Types].xml", "_rels/.rels", "word/document.xml"];
    const report = await inspect(madeZip(parts.map((part) => [part, bytesOf("<x/>")])), "a.docx");
    expect([report.kind, report.warnings]).toEqual(["docx", []]);
  });
});

describe("archives", () => {
  it("members are listed by name, size and kind, archives within archives too", async () => {
    const inner = madeZip([["پرونده.txt", bytesOf("text")]]);
    const report = await inspect(
      madeZip([
        ["a/b.pdf", bytesOf("%PDF-1.4")],
        ["inner.zip", inner],
      ]),
      "a.zip",
    );
    expect(report.refusedExpansion).toBeUndefined();
    expect(report.members?.map(({ name, kind, sizeBytes }) => [name, kind, sizeBytes])).toEqual([
      ["a/b.pdf", "pdf", 8],
      ["inner.zip", "zip", inner.length],
      ["inner.zip!پرونده.txt", "text", 4],
    ]);
  });

  it("deeper than the limit is refused", async () => {
    let nested = madeZip([["a.txt", bytesOf("x")]]);
    for (let depth = 0; depth < DEFAULT_LIMITS.depth; depth++) nested = madeZip([["n.zip", nested]]);
    expect((await inspect(nested, "n.zip")).refusedExpansion?.code).toBe("intake/archive-too-deep");
  });

  it("a member whose checksum is another is damaged", async () => {
    const bytes = madeZip([["a.txt", bytesOf("some text that is here")]]);
    for (const at of [14, bytes.indexOf("PK\x01\x02", "latin1") + 16])
      bytes.writeUInt8(bytes.readUInt8(at) ^ 1, at);
    expect((await inspect(bytes, "a.zip")).refusedExpansion).toMatchObject({
      code: "intake/archive-damaged",
      params: { member: "a.txt" },
    });
  });

  it("the operator can raise a limit, and none is unbounded", async () => {
    const bytes = gzipSync(new Uint8Array(4 * 1024 * 1024));
    expect((await inspect(bytes, "zeros.gz")).refusedExpansion?.code).toBe("intake/archive-ratio");
    const raised = InspectLimits.parse({ ratio: 100_000 });
    expect((await inspect(bytes, "zeros.gz", raised)).refusedExpansion).toBeUndefined();
    const narrow = InspectLimits.parse({ ratio: 100_000, expandedBytes: 1024 });
    expect((await inspect(bytes, "zeros.gz", narrow)).refusedExpansion?.code).toBe(
      "intake/archive-too-large",
    );
  });

  it("a list in a gzip file that breaks off is told as incomplete", async () => {
    const whole = gzipSync(randomBytes(5000));
    const report = await inspect(whole.subarray(0, 3000), "list.csv.gz");
    expect([report.isTruncated, codesOf(report)]).toEqual([true, ["intake/truncated"]]);
  });
});

describe("documents", () => {
  it("an action that is hidden in a compressed object or behind an escaped name is seen", async () => {
    const inner = "5 0 << /S /J#61vaScript /JS (app.alert(1)) >>";
    const packed = deflateSync(Buffer.from(inner));
    const pdf = Buffer.concat([
      Buffer.from(
        `%PDF-1.5\n1 0 obj\n<< /Type /ObjStm /N 1 /First 4 /Filter /FlateDecode /Length ${packed.length} >>\nstream\n`,
      ),
      packed,
      Buffer.from("\nendstream\nendobj\ntrailer\n%%EOF\n"),
    ]);
    expect((await inspect(pdf, "a.pdf")).warnings).toEqual([
      { code: "intake/active-content", params: { what: "JavaScript" } },
    ]);
  });

  it("deep nesting is refused, not followed", async () => {
    const json = await inspect(bytesOf("[".repeat(100_000)), "a.json");
    const xml = await inspect(bytesOf(`<?xml version="1.0"?>${"<a>".repeat(100_000)}`), "a.xml");
    expect([json, xml].map(({ refusedDerivative }) => refusedDerivative?.code)).toEqual([
      "intake/nested-too-deep",
      "intake/nested-too-deep",
    ]);
  });
});

describe("names of strangers", () => {
  it("what would hide or turn letters is named, and a Persian joiner is not", async () => {
    const codes = async (name: string) => codesOf(await inspect(bytesOf("x"), name));
    expect(await codes("\u202egpj.txt")).toContain("intake/name-hidden-characters");
    expect(await codes("نامه\u200cها.txt")).toEqual([]);
    expect(await codes("CON")).toContain("intake/name-reserved");
    expect(await codes("pаypal.txt")).toContain("intake/name-mixed-scripts");
  });

  it("a remark shows them as codes, in both languages with the same holes", () => {
    const remark = { code: "intake/name-hidden-characters", params: { member: "\u202egpj.exe" } };
    for (const language of ["en", "fa"] as const)
      expect(toRemarkText(remark, language)).toContain("⟨U+202E⟩gpj.exe");
    const holes = (text: string) => [...text.matchAll(/\{\w+\}/gu)].map(String).sort();
    for (const [key, text] of Object.entries(hostileMessagesEn))
      expect(holes(hostileMessagesFa[key as keyof typeof hostileMessagesEn]), key).toEqual(holes(text));
  });
});

describe("any bytes at all", () => {
  it("give a report and never an error", async () => {
    const starts = [
      "%PDF-1.4\n1 0 obj<</Kids[1 0 R]",
      "PK\x03\x04",
      "GIF89a",
      "\x89PNG\r\n\x1a\n",
      "\xff\xd8\xff",
      "II*\0",
      "RIFF\0\0\0\0WEBP",
      "WARC/1.0\r\n",
      "\x1f\x8b\x08",
      "<svg ",
      "\0\0\0\x18ftypheic",
      "BM",
    ];
    const content = fc.tuple(fc.constantFrom(...starts), fc.uint8Array({ maxLength: 600 }));
    await fc.assert(
      fc.asyncProperty(content, async ([start, rest]) => {
        const bytes = Buffer.concat([Buffer.from(start, "latin1"), rest]);
        expect((await inspect(bytes, "x")).sizeBytes).toBe(bytes.length);
      }),
      { numRuns: 500 },
    );
  });
});

describe("the process that looks", () => {
  const folder = temporaryFolder("inspector");
  const started: { close(): void }[] = [];
  afterAll(() => {
    for (const inspector of started) inspector.close();
  });
  const start = (worker: Partial<WorkerLimits>) => {
    const inspector = createInspector({ worker: WorkerLimits.parse(worker) });
    started.push(inspector);
    return inspector;
  };

  it("is ended when it takes too long, which marks the file; the next file is looked at", async () => {
    const slow = start({ timeMs: 1 });
    const report = await slow.inspect(bytesOf("{}"), { name: "slow.txt" });
    expect(report).toMatchObject({
      died: "time",
      name: "slow.txt",
      sizeBytes: 2,
      kind: "unknown",
      refusedExpansion: { code: "intake/inspection-time" },
      refusedDerivative: { code: "intake/inspection-time" },
    });
    const file = join(folder, "next.txt");
    writeFileSync(file, "<p>next");
    expect((await start({}).inspect({ file }, { name: "next.txt" })).kind).toBe("html");
  });

  it("is ended when it takes too much memory, which marks the file", async () => {
    // Any start of Node takes more than this.
    const report = await start({ memoryBytes: 8 * 1024 * 1024, timeMs: 20_000 }).inspect(
      gzipSync(randomBytes(32 * 1024 * 1024)).subarray(0, 7 * 1024 * 1024),
      { name: "large.gz" },
    );
    expect(report).toMatchObject({ died: "memory", refusedExpansion: { code: "intake/inspection-memory" } });
  });

  it("looks at files one after the other, each by its own answer", async () => {
    const inspector = start({});
    const texts = ["a", "<svg/>", "{}", "%PDF-1.4"];
    const reports = await Promise.all(
      texts.map((text, at) => inspector.inspect(bytesOf(text), { name: `${at}` })),
    );
    expect(reports.map(({ name, kind }) => [name, kind])).toEqual([
      ["0", "text"],
      ["1", "svg"],
      ["2", "json"],
      ["3", "pdf"],
    ]);
  });

  it("a path that is not there is the caller's error", async () => {
    await expect(start({}).inspect({ file: join(folder, "gone") }, { name: "gone" })).rejects.toThrow(
      /ENOENT/u,
    );
  });
});
