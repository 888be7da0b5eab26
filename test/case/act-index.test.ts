import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { createCase, openCase, readCaseFolder, verifyCase } from "../../src/case/index.ts";
import { fixedSurroundings, repository, temporaryFolder } from "../case-fixture.ts";

const MANY = 20_500;

test("a large case opens by its index with the same state, and a doctored index is found", async () => {
  const home = temporaryFolder("act-index");
  const dir = join(home, "case");
  const surroundings = fixedSurroundings(home);
  const { config } = readCaseFolder(join(repository, "cases", "kosovo-1999"));
  const made = await createCase({ dir, config, surroundings });
  const subject = (index: number) => ({ id: `person:p${index}`, names: { en: `Person ${index}` } });
  for (let start = 0; start < MANY; start += 4096) {
    const drafts = Array.from({ length: Math.min(4096, MANY - start) }, (_, at) => ({
      kind: "subject.named",
      body: { subject: subject(start + at) },
    }));
    await made.record(drafts);
  }
  await made.close();
  // A log that grew long while it was open is indexed by the one who wrote it.
  expect(JSON.parse(readFileSync(join(dir, "work", "act-index.json"), "utf8")).size).toBe(made.ledger.size);

  const replayed = await openCase({ dir, mode: "write", surroundings });
  expect(replayed.state.subjects.size).toBe(MANY);
  await replayed.close();
  const path = join(dir, "work", "act-index.json");
  const index = JSON.parse(readFileSync(path, "utf8"));
  expect(index.size).toBe(replayed.ledger.size);

  const indexed = await openCase({ dir, mode: "read", surroundings });
  expect([...indexed.state.subjects.keys()]).toEqual([...replayed.state.subjects.keys()]);
  expect(indexed.config).toEqual(replayed.config);
  await indexed.close();
  expect((await verifyCase(dir)).problems).toEqual([]);

  index.kinds["subject.named"][0][1] -= 1;
  writeFileSync(path, JSON.stringify(index));
  expect((await verifyCase(dir)).problems).toEqual([
    expect.objectContaining({ path: "work/act-index.json", code: "case/index-differs" }),
  ]);
  rmSync(path);
  expect((await verifyCase(dir)).problems).toEqual([]);
});
