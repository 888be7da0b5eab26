/** Two copies of one source are one voice, in every view that counts who bears something out. */
import { beforeAll, expect, test } from "vitest";
import { temporaryFolder } from "../case-fixture.ts";
import { inquest } from "./cli-fixture.ts";
import { buildSmallCase } from "./small-folder.ts";

const folder = temporaryFolder("voices");
const inCase = (...args: readonly string[]) => inquest(folder, ...args, "--case", "c", "--quiet");

beforeAll(async () => {
  const said = (key: string, speaker: string, rest: string) =>
    `key: ${key}, ${rest}, speaker: speaker:${speaker}, chain: ${speaker === "guard" ? "first-hand" : "second-hand"}, quote: "Words"`;
  const held = 'subject: office:warden, property: held-by, value: person:karimi, time: "1988"';
  const kind = "subject: site:field, property: site-kind, value: trench";
  await buildSmallCase(folder, {
    subjects: [
      "{id: person:karimi, names: {en: Reza Karimi}}",
      "{id: office:warden, names: {en: Warden}}",
      "{id: office:clerk, names: {en: Clerk}}",
      "{id: site:field, names: {en: The field}}",
      "{id: speaker:book, names: {en: A book}, independenceGroup: book}",
      "{id: speaker:reprint, names: {en: Its reprint}, independenceGroup: book}",
      "{id: speaker:guard, names: {en: A guard}}",
    ],
    text: "Words.",
    statements: [
      said("A", "book", held),
      said("B", "reprint", held),
      said("C", "guard", held),
      said("F", "book", 'subject: office:clerk, property: taken-up-by, value: person:karimi, time: "1988"'),
      said("G", "guard", 'subject: office:clerk, property: left-by, value: person:karimi, time: "1980"'),
      said("D", "book", kind),
      said("E", "reprint", kind),
    ],
  });
});

test("an office is borne out by two voices, not by three copies", async () => {
  const { holders } = JSON.parse((await inCase("who-held", "Warden", "--on", "1988", "--json")).out);
  expect(holders[0].support).toEqual({ voices: 2, firstHand: 1 });
  expect((await inCase("who-held", "Warden", "--on", "1988")).out).toContain(
    "2 independent voices, 1 of them first-hand",
  );
});

test("what a site is, is borne out by one", async () => {
  const { sites } = JSON.parse((await inCase("sites", "--json")).out);
  const facts: readonly { property: string; support: object }[] = sites[0].facts;
  expect(facts.find(({ property }) => property === "site-kind")?.support).toEqual({
    voices: 1,
    firstHand: 0,
  });
});

test("somebody who by one source left before they came by another is not lost between them", async () => {
  const { holders } = JSON.parse((await inCase("who-held", "Clerk", "--on", "1984", "--json")).out);
  expect(holders.map(({ holding }: { holding: string }) => holding)).toEqual(["possible"]);
});
