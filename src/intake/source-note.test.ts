import { describe, expect, test } from "vitest";
import { findPassage } from "../core/index.ts";
import { readNote } from "./source-note.ts";

const HEAD = 'title: {en: "A note", fa: "یادداشت"}\nrole: working\nlanguage: en';
const note = (head: string, body = "The graves were bulldozed.\n") =>
  Buffer.from(`---\n${head}\n---\n${body}`);

describe("readNote", () => {
  test("gives the head and the whole text, in which passages count", () => {
    const { head, text, bodyStart, encoding } = readNote(
      note(`${HEAD}\noriginal:\n  title: A report\n  date: 2022-05-23\n  reference: library, shelf 3`),
      "a.md",
    );
    expect(head).toMatchObject({
      title: { en: "A note", fa: "یادداشت" },
      role: "working",
      original: { date: "2022-05-23", reference: "library, shelf 3" },
    });
    expect(text.startsWith("---\ntitle")).toBe(true);
    expect([...text].slice(bodyStart).join("")).toBe("The graves were bulldozed.\n");
    expect(findPassage(text, "bulldozed").start).toBeGreaterThan(bodyStart);
    expect(encoding).toBe("utf-8");
  });

  test("gives a plain title in the language of the note", () => {
    expect(readNote(note("title: گزارش\nrole: evidence\nlanguage: fa"), "a.md").head.title).toEqual({
      fa: "گزارش",
    });
  });

  test("reads Windows line ends and a byte order mark", () => {
    const bytes = Buffer.from(`\ufeff---\r\n${HEAD.replaceAll("\n", "\r\n")}\r\n---\r\nText\r\n`);
    expect(readNote(bytes, "a.md").head.role).toBe("working");
  });

  test.each([
    ["no front matter", Buffer.from("Text only\n"), "intake/note-head", 1],
    ["broken YAML", note("title: [A\nrole: working"), "intake/note-head", 3],
    ["a wrong role", note('title: A\nrole: "proof"\nlanguage: en'), "intake/note-head", 3],
    ["an unknown member", note(`${HEAD}\ncolour: red`), "intake/note-head", 2],
    ["an original without a reference", note(`${HEAD}\noriginal:\n  title: A`), "intake/note-head", 5],
    [
      "bytes that are not UTF-8",
      Buffer.concat([note(HEAD), Buffer.from([0xd1, 0xe9, 0xcd])]),
      "intake/note-head",
      1,
    ],
  ])("refuses %s with file and line", (_, bytes, code, line) => {
    expect(() => readNote(bytes, "a.md")).toThrowError(
      expect.objectContaining({ code, reaction: "input", evidence: { file: "a.md", line } }),
    );
  });

  test("refuses a note without a text", () => {
    expect(() => readNote(note(HEAD, "\n"), "a.md")).toThrowError(
      expect.objectContaining({ code: "intake/note-empty" }),
    );
  });
});
