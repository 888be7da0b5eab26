import { randomBytes } from "node:crypto";
import { mkdirSync, readdirSync, statSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { expect, test } from "vitest";
import {
  CaseConfig,
  createCase,
  type FileOutcome,
  findFilesToSeal,
  loadFileToSeal,
  noteDuplicate,
  type OpenCase,
  openCase,
  sealFile,
  sealFiles,
  verifyCase,
} from "../../src/case/index.ts";
import { InquestError } from "../../src/core/index.ts";
import { fixedSurroundings, temporaryFolder } from "../case-fixture.ts";
import { mountSmallDisk, whyNoSmallDisk } from "../faults/small-disk.ts";
import { inquest } from "./cli-fixture.ts";

const config = CaseConfig.parse({
  v: 1,
  id: "many",
  title: { en: "Many" },
  fictional: true,
  languages: ["en"],
  calendars: ["gregorian"],
  standardOfProof: "reasonable-grounds-to-believe",
  event: "event:many",
});

const open = (folder: string): Promise<OpenCase> =>
  createCase({ dir: join(folder, "case"), config, surroundings: fixedSurroundings(folder) });

/** Files of every sort: duplicates, names that are taken, notes that can and cannot be read, some large. */
function fillBox(folder: string, plain: number): string {
  const box = join(folder, "box");
  mkdirSync(join(box, "inner"), { recursive: true });
  for (let index = 0; index < plain; index++) {
    const name = `plain-${String(index).padStart(4, "0")}`;
    writeFileSync(join(box, `${name}.bin`), `content ${index}`);
    if (index % 50 === 7) writeFileSync(join(box, "inner", `again-${index}.bin`), `content ${index}`);
    if (index % 50 === 9) writeFileSync(join(box, "inner", `${name}.other`), `other content ${index}`);
    if (index % 50 === 11) writeFileSync(join(box, "inner", `${name}.bin`), `newer content ${index}`);
  }
  writeFileSync(
    join(box, "note.md"),
    "---\ntitle: {en: A note}\nrole: evidence\nlanguage: en\n---\nWords.\n",
  );
  writeFileSync(join(box, "broken.md"), "---\ntitle: [\n---\n");
  writeFileSync(join(box, "empty.txt"), "");
  writeFileSync(join(box, "large.txt"), Buffer.alloc(2_000_000, "---\nlong lines\n"));
  writeFileSync(join(box, "large.bin"), Buffer.alloc(3_000_000, "large"));
  writeFileSync(join(box, "inner", "large-again.bin"), Buffer.alloc(3_000_000, "large"));
  return box;
}

const toWords = (outcome: FileOutcome) =>
  "error" in outcome
    ? [basename(outcome.path), outcome.error.code]
    : [basename(outcome.path), outcome.source.id, outcome.existed, outcome.isNoted];

const actsOf = (opened: OpenCase) =>
  [...opened.ledger.entries()].map(({ act }) => ({ kind: act.kind, body: act.body }));

const segmentsOf = (folder: string) => readdirSync(join(folder, "case/ledger/segment"));

test("many files give the same acts, in the same order and segments, whatever the number of threads", async () => {
  const material = temporaryFolder("seal-material");
  const { files } = findFilesToSeal([fillBox(material, 300)]);

  const plain = temporaryFolder("seal-plain");
  const oneByOne = await open(plain);
  const told: unknown[] = [];
  for (const path of files) {
    try {
      const recorded = await sealFile(oneByOne, loadFileToSeal(path));
      const isNoted = recorded.existed && (await noteDuplicate(oneByOne, recorded, basename(path)));
      told.push([basename(path), recorded.source.id, recorded.existed, isNoted]);
    } catch (error) {
      if (!(error instanceof InquestError)) throw error;
      told.push([basename(path), error.code]);
    }
  }
  const expected = actsOf(oneByOne);
  await oneByOne.close();
  expect(expected.filter(({ kind }) => kind === "custody.duplicate-noted")).toHaveLength(7);

  const segments: string[][] = [];
  for (const jobs of [1, 2]) {
    const folder = temporaryFolder(`seal-${jobs}`);
    const opened = await open(folder);
    const outcomes: unknown[] = [];
    for await (const outcome of sealFiles(opened, files, { jobs })) outcomes.push(toWords(outcome));
    expect(outcomes).toEqual(told);
    expect(actsOf(opened)).toEqual(expected);
    await opened.close();
    segments.push(segmentsOf(folder));
    expect(await verifyCase(join(folder, "case"))).toMatchObject({ ok: true, notes: [] });
    expect(readdirSync(join(folder, "case/vault/tmp"))).toEqual([]);
  }
  expect(segments[1]).toEqual(segments[0]);
  expect(segments[0]?.length).toBeLessThan(segmentsOf(plain).length / 5);
});

test("whoever stops in the middle has everything that was told; going on seals the rest and nothing twice", async () => {
  const folder = temporaryFolder("seal-stop");
  const { files } = findFilesToSeal([fillBox(folder, 700)]);
  const opened = await open(folder);
  const told: string[] = [];
  for await (const outcome of sealFiles(opened, files, { jobs: 2 })) {
    if (!("error" in outcome)) told.push(outcome.source.id);
    if (told.length === 300) break;
  }
  await opened.close();
  expect(readdirSync(join(folder, "case/vault/tmp"))).toEqual([]);
  expect((await verifyCase(join(folder, "case"))).problems).toEqual([]);

  const again = await openCase({
    dir: join(folder, "case"),
    mode: "write",
    surroundings: fixedSurroundings(folder),
  });
  for (const id of told) expect(again.state.sources.has(id)).toBe(true);
  const known = new Set(again.state.sources.keys());
  for await (const outcome of sealFiles(again, files, { jobs: 2 }))
    if (!("error" in outcome)) expect(outcome.existed).toBe(known.has(outcome.source.id) || outcome.isNoted);
  await again.close();
  expect(await verifyCase(join(folder, "case"))).toMatchObject({ ok: true, notes: [] });
});

test("the command says the same with one thread and with two, and refuses a number that is none", async () => {
  const folder = temporaryFolder("seal-command");
  fillBox(folder, 120);
  const outcomes = [];
  for (const jobs of ["1", "2"]) {
    await inquest(folder, "init", `c${jobs}`, "--title", "Many");
    const { code, out, err } = await inquest(
      folder,
      "add",
      "box",
      "--case",
      `c${jobs}`,
      "--jobs",
      jobs,
      "--quiet",
    );
    outcomes.push({ code, out, err });
    expect(await inquest(folder, "verify", `c${jobs}`, "--jobs", jobs)).toMatchObject({ code: 0 });
  }
  expect(outcomes[1]).toEqual(outcomes[0]);
  expect(outcomes[0]).toMatchObject({ code: 3 });
  expect(await inquest(folder, "add", "box", "--case", "c1", "--jobs", "0")).toMatchObject({ code: 2 });
});

test.skipIf(whyNoSmallDisk() !== null)(
  "a disk that fills up while files are written ahead is told, keeps no leftovers, and the work goes on",
  async () => {
    const folder = temporaryFolder("seal-full");
    const box = join(folder, "box");
    mkdirSync(box);
    for (let index = 0; index < 120; index++) writeFileSync(join(box, `file-${index}`), randomBytes(40_000));
    const disk = mountSmallDisk("size=3m");
    try {
      const dir = join(disk.root, "case");
      const opened = await createCase({ dir, config, surroundings: fixedSurroundings(folder) });
      const { files } = findFilesToSeal([box]);
      const all = async (into: OpenCase) => {
        const ids: string[] = [];
        for await (const outcome of sealFiles(into, files, { jobs: 2 }))
          if (!("error" in outcome)) ids.push(outcome.source.id);
        return ids;
      };
      await expect(all(opened)).rejects.toMatchObject({
        // Blobs and acts share the disk: whichever comes to its end first is told.
        code: expect.stringMatching(/^(?:vault|ledger)\/write-failed$/u),
        reaction: "locked",
        message: expect.stringContaining("ENOSPC"),
      });
      expect(readdirSync(join(dir, "vault/tmp"))).toEqual([]);
      disk.remount("size=64m");
      expect(await all(opened)).toHaveLength(120);
      await opened.close();
      expect(await verifyCase(dir)).toMatchObject({ ok: true, blobs: 120 });
    } finally {
      disk.unmount();
    }
  },
);

test("a closed case never has a file in the open, not even for a moment", async () => {
  const folder = temporaryFolder("seal-closed");
  const box = join(folder, "box");
  mkdirSync(box);
  for (let index = 0; index < 80; index++) writeFileSync(join(box, `file-${index}.bin`), `secret ${index}`);
  const surroundings = {
    ...fixedSurroundings(folder),
    askPassphrase: () => Promise.resolve("a long passphrase of many words"),
    doorRounds: 2,
  };
  const opened = await createCase({ dir: join(folder, "case"), config, surroundings, isClosed: true });
  for await (const outcome of sealFiles(opened, findFilesToSeal([box]).files)) {
    expect(outcome).toMatchObject({ existed: false });
    const tmp = join(folder, "case/vault/tmp");
    if (statSync(tmp, { throwIfNoEntry: false }) !== undefined) expect(readdirSync(tmp)).toEqual([]);
  }
  await opened.close();
});
