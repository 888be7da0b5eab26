import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeEach, describe, expect, test } from "vitest";
import { verifyCase } from "../../src/case/index.ts";
import { temporaryFolder } from "../case-fixture.ts";
import { inquest } from "./cli-fixture.ts";
import { buildSmallCase } from "./small-folder.ts";

let folder = "";
const run = (...args: readonly string[]) => inquest(folder, ...args, "--case", "c", "--quiet");

beforeEach(async () => {
  folder = temporaryFolder("findings");
  await buildSmallCase(folder, {
    subjects: [
      "{id: speaker:t, names: {en: Another}}",
      "{id: speaker:u, names: {en: A third}, independenceGroup: camp}",
      "{id: speaker:v, names: {en: A fourth}, independenceGroup: camp}",
    ],
    text: "Forty were taken. At least thirty were taken. Up to sixty. About sixty, says his brother.",
    statements: [
      'key: A, subject: event:e, property: persons-killed, value: 40, quote: "Forty were taken."',
      'key: B, subject: event:e, property: persons-killed, value: {min: 30}, speaker: speaker:t, quote: "At least thirty were taken."',
      'key: C, subject: event:e, property: persons-killed, value: {max: 60}, speaker: speaker:u, chain: second-hand, quote: "Up to sixty."',
      'key: D, subject: event:e, property: persons-killed, value: 60, speaker: speaker:v, chain: second-hand, quote: "About sixty, says his brother."',
    ],
  });
});

async function record(standard: string, supports: string, more = ""): Promise<{ code: number; err: string }> {
  const lines = [
    "- id: taken",
    "  question: howMany",
    "  text: {en: Persons were taken from the hall.}",
    `  standard: ${standard}`,
    `  supports: [${supports}]`,
    "  contradicts: [D]",
    "  limitations: {en: One gate only.}",
    "  reviewers: [anna]",
    more,
  ];
  writeFileSync(join(folder, "f.yaml"), lines.join("\n"));
  return run("findings", "f.yaml");
}

const shown = async () => JSON.parse((await run("findings", "--json")).out).findings;

describe("a finding", () => {
  test("stands as high as its support bears, and shows its support, its limits and what speaks against it", async () => {
    expect(await record("balance-of-probabilities", "A, B")).toMatchObject({ code: 0, err: "" });
    const [finding] = await shown();
    expect(finding).toMatchObject({
      standing: "ok",
      ceiling: "balance-of-probabilities",
      support: { statements: 2, voices: 2, firstHand: 2, originals: 1 },
      hangsOn: expect.arrayContaining([expect.stringMatching(/^st-/u)]),
    });
    const { out } = await run("findings", "--lang", "en");
    expect(out).toContain("what would change this: the withdrawal of any of A, B");
    expect(out).toContain("≠ D “About sixty, says his brother.”");
    expect(out).toContain("limits: One gate only.");
    expect((await verifyCase(join(folder, "c"))).problems).toEqual([]);
  });

  test.each([
    ["one voice", "A", "reasonable-grounds-to-believe"],
    ["two speakers of one group", "C, D", "reasonable-grounds-to-believe"],
    ["two voices", "A, B", "clear-and-convincing"],
    ["any number", "A, B, C", "beyond-reasonable-doubt"],
  ])("is refused above what %s bears, with line and remedy", async (_, supports, standard) => {
    const { code, err } = await record(standard, supports);
    expect(code).toBe(3);
    expect(err).toMatch(/f\.yaml, line 1.*above: \{by, why\}/su);
    expect(await shown()).toEqual([]);
  });

  test("may stand above its support where a reviewer answers for it by name", async () => {
    await record("clear-and-convincing", "A, B", "  above: {by: anna, why: the photographs were seen}");
    expect((await shown())[0]).toMatchObject({ standing: "answered", above: { by: "anna" } });
  });

  test("shows that its support has fallen when a statement is withdrawn", async () => {
    await record("reasonable-grounds-to-believe", "A, C");
    await run("status", "A", "issue", "--why", "the date is doubtful");
    expect((await shown())[0].standing).toBe("ok");
    const { out } = await run(
      "consent",
      "A",
      "--giver",
      "P",
      "--scope",
      "un",
      "--how",
      "in writing",
      "--json",
    );
    await run("consent", "withdraw", JSON.parse(out).id, "--why", "asked to");
    expect((await shown())[0]).toMatchObject({ standing: "above", lost: 1, ceiling: "reasonable-suspicion" });
  });

  test("of a statement that there is not is refused, and the same finding twice is recorded once", async () => {
    expect((await record("reasonable-suspicion", "Z")).err).toMatch(/case\/finding-statement/u);
    await record("reasonable-suspicion", "A");
    const before = (await inquest(folder, "log", "c")).out;
    await record("reasonable-suspicion", "A");
    expect((await inquest(folder, "log", "c")).out).toBe(before);
  });
});

describe("what would change a figure", () => {
  test("names for each statement what the figure would be without it", async () => {
    const answers = JSON.parse((await run("answer", "--json")).out).answers;
    const ids: string[] = answers.howMany.map(({ id }: { id: string }) => id);
    const camp = ids.find((id) => /persons-killed\.(?:u|v)$/u.test(id)) ?? "";
    const view = JSON.parse((await run("what-would-change", camp, "--json")).out);
    expect(
      view.dependences.map(({ statement, effect }: { statement: { key: string }; effect: string }) => [
        statement.key,
        effect,
      ]),
    ).toEqual([
      ["C", "changed"],
      ["D", "none"],
    ]);
    expect((await run("what-would-change", "howMany.nothing")).err).toMatch(/case\/not-found/u);
  });
});
