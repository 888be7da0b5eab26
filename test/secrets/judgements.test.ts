import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { inquest } from "../case/cli-fixture.ts";
import { must, NAMES_OF_LISTS, writeTwoLists } from "../case/two-lists.ts";
import { temporaryFolder } from "../case-fixture.ts";
import { scan } from "./canaries.ts";

const REASON = "the grandmother of both was asked";
const PAIR = ["families:families-00093", "memorial:memorial-00093"] as const;
const PASS = ["--passphrase-file", "pass", "--new-passphrase-file", "pass"];

let folder = "";
const run = (...args: readonly string[]) => inquest(folder, ...args, "--case", "c", "--quiet", ...PASS);

beforeAll(async () => {
  folder = temporaryFolder("sealed-judgements");
  writeFileSync(join(folder, "pass"), "orchard lantern seven rivers\n");
  writeTwoLists(folder);
  await must(inquest(folder, "init", "c", "--title", "Sealed", "--fictional"));
  for (const list of NAMES_OF_LISTS)
    await must(run("import", `${list}.csv`, "--recipe", "recipe.json", "--list", list, "--seal"));
  await must(run("link"));
});

describe("a judgement of encrypted rows", { timeout: 180_000 }, () => {
  it("tells nobody who reads the disk of whom it speaks, what it says, or why", async () => {
    const secrets = ["families-00093", "memorial-00093", REASON].map((text) =>
      new TextEncoder().encode(text),
    );
    await must(run("review", ...PAIR, "different", "--why", REASON));
    expect(scan([join(folder, "c")], secrets)).toEqual([]);
    const log = await must(inquest(folder, "log", "c", "--json"));
    expect(log).toContain("pair.judged");
    expect(log).not.toMatch(/"answer"|families-/u);
  });

  it("binds the link for those who have the passphrase, and is undone without a reason in the open", async () => {
    const linked: unknown = JSON.parse(await must(run("link", "--json")));
    expect(linked).toMatchObject({ existed: false, judged: 1 });
    expect(await must(run("review", "--list"))).toContain(REASON);
    expect(await must(run("link", "explain", ...PAIR))).toContain(REASON);
    const list = await must(run("review", "--list"));
    const id = /\u2068([0-9a-f-]{36})\u2069/u.exec(list)?.[1] ?? "";
    expect((await run("review", "--undo", id, "--why", REASON)).code).toBe(5);
    await must(run("review", "--undo", id));
    expect(JSON.parse(await must(run("link", "--json")))).toMatchObject({ judged: 0 });
  });

  it("is encrypted too where it is of a whole person, and taken back as a whole without a reason", async () => {
    const decided = await must(run("review", "--persons", "split", PAIR[1], "--why", REASON, "--json"));
    const [, id = ""] = /"judgements": \[\s+"([^"]+)"/u.exec(decided) ?? [];
    const secrets = [PAIR[1].slice(PAIR[1].indexOf(":") + 1), REASON, "ofPerson"].map((text) =>
      new TextEncoder().encode(text),
    );
    expect(scan([join(folder, "c")], secrets)).toEqual([]);
    expect(await must(run("review", "--persons"))).toContain("1 parted or joined");
    expect((await run("review", "--undo", id, "--why", REASON)).code).toBe(5);
    await must(run("review", "--undo", id));
    expect(await must(run("review", "--persons"))).not.toContain("parted or joined");
  });

  it("is gone with the rows when their key is destroyed, and the case still verifies", async () => {
    await must(run("review", ...PAIR, "same", "--why", REASON));
    await must(run("shred", NAMES_OF_LISTS[0] ?? "", "--why", "they asked to be forgotten"));
    expect((await run("review", "--list")).code).toBe(5);
    await must(run("verify", "c"));
    await must(run("link"));
    const list = await must(run("review", "--list"));
    expect(list).not.toContain(REASON);
  });
});
