/** The dossiers of two shipped cases, decided on and released as the page on releases says. */
import { cpSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { extractText, getDocumentProxy } from "unpdf";
import { beforeAll, describe, expect, test } from "vitest";
import { temporaryFolder } from "../case-fixture.ts";
import { inquest } from "./cli-fixture.ts";
import { must } from "./two-lists.ts";

const SLOW = 300_000;
const CASES = {
  "iran-1988": {
    flags: [],
    persons: [["person:khomeini", "full"]],
    figures: ["at least 30,000", "2,800 to 3,800", "36 cities"],
    figuresFa: ["۳۰٬۰۰۰", "۲٬۸۰۰", "۳٬۸۰۰"],
  },
  "first-hour": {
    flags: ["--fictional"],
    persons: [
      ["families", "full"],
      ["exiles", "name"],
      ["observers", "initials"],
    ],
    figures: ["606 persons", "812 persons", "1,171", "at least 700"],
    figuresFa: ["۶۰۶", "۸۱۲", "۱٬۱۷۱", "۷۰۰"],
  },
} as const;

let folder = "";

describe.each(Object.entries(CASES))("the dossier of %s", (name, { flags, persons, figures, figuresFa }) => {
  const run = (...args: readonly string[]) => inquest(folder, ...args, "--case", name, "--quiet");
  const release = async (out: string, language: string) => {
    await must(run("release", "--profile", "public", "--out", out, "--lang", language));
    const file = (ending: string) => readFileSync(join(folder, out, "data", "dossier", `dossier.${ending}`));
    return { pdf: file("pdf"), markdown: file("md").toString("utf8") };
  };

  beforeAll(async () => {
    folder = temporaryFolder("dossier");
    await must(inquest(folder, "init", name, "--title", name, ...flags, "--quiet"));
    await must(run("build", join(import.meta.dirname, "..", "..", "cases", name)));
    for (const [who, show] of persons)
      await must(run("visibility", who, "--show", show, "--why", "for the test"));
    const { missing } = JSON.parse((await run("release", "--profile", "public", "--dry-run", "--json")).out);
    const of = (kind: string): string[] =>
      missing.flatMap((each: { is: string; id: string }) => (each.is === kind ? [each.id] : []));
    await must(run("visibility", ...of("speaker"), "--show", "name", "--why", "they published it"));
    for (const [at, site] of of("site").entries()) {
      const how = at === 0 ? ["coarsened", "--km", "5"] : ["exact"];
      const decided = ["--risk", "digging", "--why", "known to all", "--by", "reviewer"];
      await must(run("sites", site, "--publish", ...how, ...decided));
    }
  }, SLOW);

  test(
    "holds the figures of the case in both languages, each claim with a note",
    async () => {
      for (const [language, wanted] of Object.entries({ en: figures, fa: figuresFa })) {
        const { pdf, markdown } = await release(`out-${language}`, language);
        const { text } = await extractText(await getDocumentProxy(new Uint8Array(pdf)), { mergePages: true });
        const plain = text.replace(/[\u2066-\u2069]/gu, "");
        expect(wanted.filter((part) => !plain.includes(part) || !markdown.includes(part))).toEqual([]);
        const claims = markdown.split("\n").filter((line) => /^\s*- [■○◇✕▲□] /u.test(line));
        // The legend of the cover names the three kinds and tells nothing.
        expect(claims.filter((line) => !/\[\^\d+\]\s*$/u.test(line))).toHaveLength(3);
        // A list whose persons are not named is named itself, with its sealed file.
        if (name === "first-hour" && language === "en")
          expect(markdown).toMatch(
            /The observers’ list \(Arabic\): 222 records, read from The observers’ list/u,
          );
      }
    },
    SLOW,
  );

  test(
    "is the same to the byte from two copies of one log",
    async () => {
      cpSync(join(folder, name), join(folder, "copy"), { recursive: true });
      const one = await release("one", "fa");
      const args = ["--profile", "public", "--out", "two", "--lang", "fa", "--case", "copy", "--quiet"];
      await must(inquest(folder, "release", ...args));
      const two = join(folder, "two", "data", "dossier");
      expect(readFileSync(join(two, "dossier.pdf")).equals(one.pdf)).toBe(true);
      expect(readFileSync(join(two, "dossier.md"), "utf8") === one.markdown).toBe(true);
    },
    SLOW,
  );
});
