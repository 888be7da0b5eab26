/** Who a speaker is lies behind a key of its own: nothing of it stands in the open, reading it is an act, and it can be forgotten. */
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import {
  createCase,
  listIdentities,
  nameSubjects,
  openCase,
  readCaseFolder,
  rebuildCase,
  revealContent,
  type Surroundings,
  sealIdentity,
  shredItem,
} from "../../src/case/index.ts";
import { fixedSurroundings, repository, temporaryFolder } from "../case-fixture.ts";
import { canaryNames, scan } from "./canaries.ts";

const [one, other] = canaryNames();
const WHO = `${one?.latin}\n${one?.persian}\nin the house by the mill\n`;
const EARLIER = `perhaps ${other?.latin}, ${other?.persian}\n`;
const text = (words: string) => new TextEncoder().encode(words);

function surroundingsIn(home: string): Surroundings {
  return {
    ...fixedSurroundings(home),
    askPassphrase: () => Promise.resolve("orchard lantern seven rivers"),
    doorRounds: 10,
  };
}

async function build(home: string, isClosed: boolean) {
  const { config } = readCaseFolder(join(repository, "cases", "kosovo-1999"));
  const surroundings = surroundingsIn(home);
  const opened = await createCase({ dir: join(home, "case"), config, isClosed, surroundings });
  await nameSubjects(opened, "- {id: speaker:witness-7, names: {en: Witness 7}}\n", "subjects.yaml");
  return { opened, surroundings };
}

describe.each([false, true])("who a speaker is (closed case: %s)", (isClosed) => {
  test("stands nowhere in the open, is read by an act, and goes for good with every form it was sealed in", async () => {
    const home = temporaryFolder("identity");
    const { opened, surroundings } = await build(home, isClosed);
    await sealIdentity(opened, { speaker: "Witness 7", identity: text(EARLIER) });
    const sealed = await sealIdentity(opened, { speaker: "speaker:witness-7", identity: text(WHO) });
    expect(sealed).toEqual({ speaker: "speaker:witness-7", inOpen: [] });
    const before = opened.ledger.size;
    const read = await revealContent(opened, "speaker:witness-7", "to ask again");
    expect(new TextDecoder().decode(read)).toBe(WHO);
    expect(opened.ledger.size).toBe(before + 1);
    await rebuildCase(opened);
    await opened.close();
    const secrets = [one, other].flatMap((each) => [text(each?.latin ?? ""), text(each?.persian ?? "")]);
    expect(scan([join(home, "case")], secrets)).toEqual([]);

    const again = await openCase({ dir: join(home, "case"), mode: "write", surroundings });
    expect(listIdentities(again)).toMatchObject([{ speaker: "speaker:witness-7", isShredded: false }]);
    const { also } = await shredItem(again, "speaker:witness-7", { why: "as asked", copies: [] });
    expect(also).toHaveLength(1);
    expect(listIdentities(again)).toMatchObject([{ isShredded: true }]);
    await expect(revealContent(again, "speaker:witness-7", "once more")).rejects.toMatchObject({
      code: "case/item-shredded",
    });
    await again.close();
  });
});

test("is a text of a speaker who is there, and nothing else", async () => {
  const { opened } = await build(temporaryFolder("identity-refused"), false);
  const seal = (speaker: string, bytes: Uint8Array) => sealIdentity(opened, { speaker, identity: bytes });
  await expect(seal("nobody", text("x"))).rejects.toMatchObject({ code: "case/not-found" });
  for (const bytes of [
    new Uint8Array(),
    text("  \n"),
    new Uint8Array([0xff, 0xfe]),
    new Uint8Array(70_000).fill(65),
  ])
    await expect(seal("Witness 7", bytes)).rejects.toMatchObject({ code: "case/identity" });
  await opened.close();
});

test("is told what of it the id or the name of the pseudonym says in the open, in either script", async () => {
  const { opened } = await build(temporaryFolder("identity-open"), false);
  const subject = "- {id: speaker:karimi-brother, names: {en: A brother, fa: برادر كريمى}}\n";
  await nameSubjects(opened, subject, "subjects.yaml");
  const who = text("Davud Karimi, brother of Reza\nداود کریمی\n");
  const { inOpen } = await sealIdentity(opened, { speaker: "speaker:karimi-brother", identity: who });
  expect(inOpen).toEqual(["karimi", "brother", "کریمی"]);
  await opened.close();
});
