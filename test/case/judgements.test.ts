import { beforeEach, describe, expect, it } from "vitest";
import { z } from "zod";
import { judgePair, type OpenCase, undoJudgement, verifyCase } from "../../src/case/index.ts";
import { temporaryFolder } from "../case-fixture.ts";
import { inquest } from "./cli-fixture.ts";
import { openAs } from "./open-as.ts";
import { importList, makeTwoLists, must, NAMES_OF_LISTS, rowsOf, writeList } from "./two-lists.ts";

/** Bound by the machine, and left to a person, in the two invented lists. */
const LINKED = ["families:families-00093", "memorial:memorial-00093"] as const;

const Linked = z.looseObject({
  existed: z.boolean(),
  judged: z.number(),
  contradicted: z.number(),
  persons: z.number(),
});
const Explained = z.looseObject({
  together: z.boolean(),
  isAsRecorded: z.boolean(),
  judgements: z.array(z.looseObject({ decision: z.string(), isDirect: z.boolean() })),
});

let folder = "";
beforeEach(async () => {
  folder = temporaryFolder("judgements");
  await makeTwoLists(folder);
});

function as<T>(actor: string, action: (opened: OpenCase) => Promise<T>): Promise<T> {
  return openAs(folder, actor, action);
}
const judge = (actor: string, [left, right]: readonly [string, string], answer: "same" | "different") =>
  as(actor, (opened) => judgePair(opened, { left, right, answer }));
const link = async () =>
  Linked.parse(JSON.parse(await must(inquest(folder, "link", "--case", "c", "--quiet", "--json"))));
const explain = async ([left, right]: readonly [string, string]) =>
  Explained.parse(
    JSON.parse(await must(inquest(folder, "link", "explain", left, right, "--case", "c", "--json"))),
  );

describe("judgements of pairs", { timeout: 180_000 }, () => {
  it("bind the next link, survive it, and let go of it when they are taken back", async () => {
    expect(await explain(LINKED)).toMatchObject({ together: true, judgements: [] });
    expect(await link()).toMatchObject({ existed: true, judged: 0 });
    const { id, counts } = await judge("keeper", LINKED, "different");
    expect(counts).toBe(true);
    expect(await link()).toMatchObject({ existed: false, judged: 1 });
    expect(await link()).toMatchObject({ existed: true, judged: 1 });
    expect(await explain(LINKED)).toMatchObject({
      together: false,
      isAsRecorded: true,
      judgements: [{ decision: "different", isDirect: true }],
    });
    expect(await as("keeper", (opened) => undoJudgement(opened, { reason: "the wrong key" }))).toBe(id);
    expect(await link()).toMatchObject({ existed: false, judged: 0 });
    expect(await explain(LINKED)).toMatchObject({ together: true, judgements: [] });
    expect((await verifyCase(`${folder}/c`)).problems).toEqual([]);
  });

  it("bind nothing while nobody vouched for the key that signed them", async () => {
    expect(await judge("stranger", LINKED, "different")).toMatchObject({ counts: false });
    expect(await link()).toMatchObject({ existed: true, judged: 0 });
    const told = await must(inquest(folder, "link", "explain", ...LINKED, "--case", "c", "--quiet"));
    expect(told).toContain("No judgement of a pair of these clusters bound this link.");
    expect(told).toMatch(/Said of these two rows themselves:\n.*stranger/u);
    expect(told).not.toContain("Nobody judged");
    const device = await as(
      "keeper",
      async ({ state }) => state.twoPersons.enrolled.find(({ actor }) => actor === "stranger")?.device,
    );
    await must(inquest(folder, "vouch", "stranger", device ?? "", "--case", "c"));
    expect(await link()).toMatchObject({ existed: false, judged: 1 });
  });

  it("are not another's to take back, and need a reason where one changes one's mind", async () => {
    const { id } = await judge("keeper", LINKED, "different");
    await expect(as("stranger", (opened) => undoJudgement(opened, { id }))).rejects.toMatchObject({
      code: "case/judgement-undo",
      message: expect.stringContaining("keeper"),
    });
    await expect(judge("keeper", LINKED, "same")).rejects.toMatchObject({ code: "case/judgement-reason" });
    const [left, right] = LINKED;
    const changed = await as("keeper", (opened) =>
      judgePair(opened, { left, right, answer: "same", reason: "a second file" }),
    );
    expect(changed.supersedes).toBe(id);
    await as("keeper", (opened) => undoJudgement(opened, {}));
    expect(await link()).toMatchObject({ judged: 1 });
    expect(await explain(LINKED)).toMatchObject({ together: false });
  });

  it("stay with their rows when a list comes in a later release, and are obeyed against the evidence in the open", async () => {
    const strangers = ["families:families-00093", "memorial:memorial-00130"] as const;
    await judge("keeper", strangers, "same");
    expect(await link()).toMatchObject({ judged: 1, contradicted: 1 });
    expect(await explain(strangers)).toMatchObject({ together: true });
    const [, later = ""] = NAMES_OF_LISTS;
    writeList(folder, later, rowsOf(later).toReversed());
    await importList(folder, later, "c", "--replace");
    expect(await link()).toMatchObject({ existed: false, judged: 1, contradicted: 1 });
    expect(await explain(strangers)).toMatchObject({ together: true, isAsRecorded: true });
  });
});
