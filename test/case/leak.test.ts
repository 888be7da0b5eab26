/**
 * The leak test: a case full of canaries is released by every profile, in every form and language; all that is written is opened
 * and looked through. What a profile forbids is nowhere, and what it permits is there, so that nothing passes by being empty.
 */
import { cpSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { PROFILES } from "../../src/case/index.ts";
import { filesBelow, type LeakScan, scanForLeaks } from "../../src/release/index.ts";
import { temporaryFolder } from "../case-fixture.ts";
import { madeDocx } from "../made-documents.ts";
import type { Canary } from "./canary-planter.ts";
import { inquest } from "./cli-fixture.ts";
import { buildLeakCase } from "./leak-case.ts";
import { must } from "./two-lists.ts";

const CASE = ["--case", "c", "--quiet", "--passphrase-file", "pass"] as const;

interface Form {
  readonly command: readonly string[];
  /** Kinds of canaries that its files have no place for, though a profile permits them. */
  readonly lacks?: RegExp;
  /** English alone, where this is left out: the words of a case are the same in both. */
  readonly languages?: readonly string[];
}

/** What was written about a statement, beside its words. */
const REMARKS = /^(?:note of a recorder|somebody in between|translator)$/u;

/** Every form in which a case is released, with the command that writes it. What is added to the program is added here. */
const FORMS: Readonly<Record<string, Form>> = {
  release: { command: ["release"], languages: ["en", "fa"] },
  bagit: { command: ["export", "--format", "bagit"] },
  csv: { command: ["export", "--format", "csv"], lacks: REMARKS },
  xlsx: { command: ["export", "--format", "xlsx"], lacks: REMARKS, languages: ["en", "fa"] },
  jsonl: { command: ["export", "--format", "jsonl"] },
  ftm: { command: ["export", "--format", "ftm"], lacks: /^(?:note|somebody|translat|coordinates of a row)/u },
  geojson: { command: ["export", "--format", "geojson"], lacks: /^(?!(?:name|coordinates) of a site$)/u },
};

const releases = Object.entries(FORMS).flatMap(([form, { languages = ["en"] }]) =>
  PROFILES.flatMap((profile) => languages.map((language) => ({ form, profile, language }))),
);

let folder = "";
let canaries: readonly Canary[] = [];
const scan = (path: string): Promise<LeakScan> =>
  scanForLeaks(
    filesBelow(path),
    canaries.flatMap(({ sought }) => sought),
  );

beforeAll(async () => {
  folder = temporaryFolder("leak");
  canaries = await buildLeakCase(folder);
});

describe("two hundred canaries and more", () => {
  test("are words of their own, in both scripts, and places", () => {
    const sought = canaries.flatMap((each) => each.sought);
    expect(sought.length).toBeGreaterThan(200);
    const texts = sought.flatMap((each) => (each.is === "point" ? [] : [each.text]));
    for (const text of texts) expect(texts.filter((other) => other.includes(text))).toEqual([text]);
    expect(sought.filter(({ is }) => is === "point").length).toBeGreaterThan(10);
    const permitted = canaries.filter((each) => each.permitted.length > 0);
    expect(permitted.length).toBeGreaterThan(20);
    expect(canaries.length - permitted.length).toBeGreaterThan(100);
  });

  test.each(releases)(
    "$form for $profile in $language holds those that may go out and no others",
    async ({ form, profile, language }) => {
      const out = `${form}-${profile}-${language}`;
      const { command, lacks } = FORMS[form] ?? { command: [] };
      const asked = ["--profile", profile, "--out", out, "--lang", language];
      await must(inquest(folder, ...command, ...asked, ...CASE));
      const { found, unread, notSought, files } = await scan(join(folder, out));
      expect(files).toBeGreaterThan(2);
      expect({ unread, notSought }).toEqual({ unread: [], notSought: [] });
      const ids = new Set(found.map(({ id }) => id));
      const isOut = ({ sought }: Canary) => sought.some(({ id }) => ids.has(id));
      const leaked = canaries.filter((each) => isOut(each) && !each.permitted.includes(profile));
      const tell = ({ sought }: Canary) =>
        found
          .filter(({ id }) => sought.some((each) => each.id === id))
          .map(({ path, id }) => `${id}: ${path.join(" > ")}`);
      expect(leaked.flatMap(tell)).toEqual([]);
      const isWanted = ({ kind, permitted }: Canary) =>
        permitted.includes(profile) && lacks?.test(kind) !== true;
      const missing = canaries.filter((each) => !isOut(each) && isWanted(each));
      expect(missing.map(({ sought }) => sought.map(({ id }) => id))).toEqual([]);
    },
  );

  test("are in no export that holds nothing: of estimates there are none", async () => {
    const asked = ["--format", "r-matrix", "--profile", "commission", "--out", "r-matrix"];
    const { code, err } = await inquest(folder, "export", ...asked, ...CASE);
    expect([code, err]).toEqual([3, expect.stringContaining("release/nothing-to-export")]);
  });

  test("would be found in a release that was opened and closed again by another program", async () => {
    const out = join(folder, "tampered");
    cpSync(join(folder, "release-public-en"), out, { recursive: true });
    const hidden = canaries.filter(({ permitted }) => permitted.length === 0);
    const text = (each: Canary | undefined) =>
      each?.sought.flatMap((one) => (one.is === "point" ? [] : [one.text])).join(" ") ?? "";
    writeFileSync(
      join(out, "data", "letter.docx"),
      madeDocx({ creator: text(hidden[0]), deleted: text(hidden[1]) }),
    );
    const { found } = await scan(out);
    const wanted = hidden.slice(0, 2).flatMap(({ sought }) => sought.map(({ id }) => id));
    const there = found.filter(({ path }) => path[0] === "data/letter.docx").map(({ id }) => id);
    expect(new Set(there)).toEqual(new Set(wanted));
  });
});
