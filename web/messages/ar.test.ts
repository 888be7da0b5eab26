import { describe, expect, it } from "vitest";
import { ar, SHELL } from "./ar.ts";
import { en } from "./en.ts";
import { fa } from "./fa.ts";

const english = new Map<string, string>(Object.entries(en));
const arabic = new Map<string, string>(Object.entries(ar));

/** Names, keys and commands that are written in Latin letters in every language. */
const LATIN = /Inquest|npm start|Esc|Shift|\bg\b/gu;

function isOfShell(key: string): boolean {
  const [first = "", ...rest] = key.split(".");
  return (
    SHELL.starts.some((start) => start === first) ||
    SHELL.single.some((single) => single === key) ||
    (SHELL.pages.some((page) => page === first) && SHELL.endings.some((ending) => ending === rest.join(".")))
  );
}

const holesOf = (text: string) => [...text.matchAll(/\{\w+\}/gu)].map(([hole]) => hole).sort();

describe("the Arabic shell", () => {
  it("has every key of the shell: what is on every page, heads, states, the search box, settings and keys", () => {
    const shell = [...english.keys()].filter(isOfShell);
    expect(shell.length).toBeGreaterThan(100);
    expect(shell.filter((key) => !arabic.has(key))).toEqual([]);
  });

  it("leaves none of them in English or Persian", () => {
    const persian = new Map<string, string>(Object.entries(fa));
    const left = [...arabic].filter(
      ([key, text]) => key !== "app.name" && (text.trim() === "" || text === english.get(key)),
    );
    expect(left).toEqual([]);
    // Words that both languages write alike are short.
    const alike = [...arabic].filter(([key, text]) => text.length > 24 && text === persian.get(key));
    expect(alike).toEqual([]);
  });

  it("is written in Arabic letters, without Persian ones, Latin words or Latin digits", () => {
    for (const [key, text] of arabic) {
      if (key === "app.name") continue;
      const words = text.replaceAll(/\{\w+\}/gu, "").replaceAll(LATIN, "");
      expect(words, key).toMatch(/\p{Script=Arabic}/u);
      expect(words, key).not.toMatch(/[A-Za-z0-9]/u);
      expect(words, key).not.toMatch(/[\u06a9\u06cc\u067e\u0686\u0698\u06af\u200c\u06f0-\u06f9]/u);
    }
  });

  it("has the holes of the English words, and no key that they have not", () => {
    for (const [key, text] of arabic) {
      expect([...english.keys()], key).toContain(key);
      expect(holesOf(text), key).toEqual(holesOf(english.get(key) ?? ""));
    }
  });
});
