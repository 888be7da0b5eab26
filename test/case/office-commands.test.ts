import { beforeAll, describe, expect, test } from "vitest";
import { verifyCase } from "../../src/case/index.ts";
import { temporaryFolder } from "../case-fixture.ts";
import { inquest } from "./cli-fixture.ts";
import { buildSmallCase } from "./small-folder.ts";

const folder = temporaryFolder("office-commands");
const ask = (...args: readonly string[]) => inquest(folder, ...args, "--case", "c");

beforeAll(async () => {
  await buildSmallCase(folder, {
    subjects: [
      '{id: place:north, names: {en: North, fa: "شمال"}}',
      "{id: place:south, names: {en: South}}",
      "{id: place:far-south, names: {en: Far south}}",
      "{id: body:ministry, names: {en: The ministry}}",
      "{id: body:prison-service, names: {en: The prison service}, within: place:north}",
      '{id: office:governor-north, names: {en: Governor, fa: "فرماندار"}, within: place:north}',
      "{id: office:governor-south, names: {en: Governor}, within: place:south}",
      "{id: office:director, names: {en: Director of the prison service}, within: body:prison-service}",
      '{id: person:karimi, names: {en: "Reza Karimi", fa: "رضا کریمی"}}',
      '{id: person:nouri, names: {en: "Kaveh Nouri"}}',
    ],
    text: [
      "Karimi was governor in March 1985. Karimi was governor again in March 1989.",
      "Nouri took office as governor on 1 June 1990.",
      "The prison service stood under the ministry in 1988.",
      "The prison service did not stand under the ministry.",
      "Nouri directed the prison service in 1988.",
      "In 1986 Karimi governed as a colonel, from 1988 as a general. The office was abolished in 1995.",
      "Its writ ran over the south too.",
    ].join("\n"),
    statements: [
      'key: A, subject: office:governor-north, property: held-by, value: person:karimi, time: 1985-03, quote: "Karimi was governor in March 1985."',
      'key: B, subject: office:governor-north, property: held-by, value: person:karimi, time: 1989-03, quote: "Karimi was governor again in March 1989."',
      'key: C, subject: office:governor-north, property: taken-up-by, value: person:nouri, time: 1990-06-01, quote: "Nouri took office as governor on 1 June 1990."',
      'key: D, subject: body:prison-service, property: subordinate-to, value: body:ministry, time: "1988", quote: "The prison service stood under the ministry in 1988."',
      'key: E, subject: body:prison-service, property: subordinate-to, value: body:ministry, polarity: denies, quote: "The prison service did not stand under the ministry."',
      'key: F, subject: office:director, property: held-by, value: person:nouri, time: "1988", quote: "Nouri directed the prison service in 1988."',
      'key: R1, subject: office:governor-north, property: held-with-rank, of: person:karimi, value: {en: Colonel, fa: "سرهنگ"}, time: "1986", quote: "In 1986 Karimi governed as a colonel"',
      'key: R2, subject: office:governor-north, property: held-with-rank, of: person:karimi, value: {en: General}, time: "1988", quote: "from 1988 as a general"',
      'key: Z, subject: office:governor-north, property: existed, time: ../1995, ends: true, quote: "The office was abolished in 1995."',
      'key: J, subject: office:governor-north, property: jurisdiction, value: place:far-south, quote: "Its writ ran over the south too."',
    ],
  });
});

describe("who-held", () => {
  test("names the holder with the quoted evidence, and says that continuity is assumed", async () => {
    const { code, out } = await ask("who-held", "governor", "--place", "North", "--on", "1987-05-01");
    expect(code).toBe(0);
    expect(out).toContain("▨ Reza Karimi · assumed, as no break is stated");
    expect(out).toContain("is assumed, and nobody decided it");
    expect(out).toContain("“Karimi was governor in March 1985.”");
    expect(out).toContain("A witness, A note (A)");
    expect(out).toContain("not to have taken part");
  });

  test("names the gap when nobody is recorded, in the words and calendar of the reader", async () => {
    const gap = await ask("who-held", "office:governor-north", "--on", "1990-01-01");
    expect(gap.out).toContain("nobody recorded between 1 April 1989 (12 Farvardin 1368) and 31 May 1990");
    const fa = await ask("who-held", "فرماندار", "--on", "۱۳۶۸/۱۰/۱۱", "--lang", "fa");
    expect(fa.out).toContain("میان ۱۲ فروردین ۱۳۶۸ (۱ آوریل ۱۹۸۹)");
    const before = JSON.parse(
      (await ask("who-held", "office:governor-north", "--on", "1980-01-01", "--json")).out,
    );
    expect(before).toMatchObject({
      isUnrecorded: true,
      gaps: [{ after: null, before: { id: "person:karimi" } }],
    });
  });

  test("of several offices of one name takes the one that serves the place, and else asks", async () => {
    const both = await ask("who-held", "governor", "--on", "1987");
    expect(both.code).toBe(5);
    expect(both.err).toMatch(/office:governor-north, office:governor-south/u);
    const south = await ask("who-held", "governor", "--place", "south", "--on", "1987");
    expect(south.out).toContain("nobody is recorded");
  });

  test("refuses a time that cannot be read and an office that nobody named", async () => {
    expect((await ask("who-held", "office:director", "--on", "some day")).err).toMatch(/case\/time/u);
    expect((await ask("who-held", "admiral", "--on", "1988")).err).toMatch(
      /No office of this case is called/u,
    );
  });
});

describe("postings", () => {
  test("tells each date as it is stated, and leaves out what nobody states", async () => {
    const { out } = await ask("postings", "Kaveh Nouri");
    expect(out).toMatch(/Governor\n {4}took office: 1 June 1990 \(11 Khordad 1369\)/u);
    expect(out).toContain("first cited: 1988 (1366 or 1367 SH)");
    expect(out).not.toContain("left office");
  });

  test("a decision that the posting was broken opens the gap between its dates, and is an act", async () => {
    const decision = ["--office", "office:governor-north", "--why", "a second appointment is on record"];
    expect((await ask("postings", "رضا کریمی", ...decision, "--broken")).code).toBe(0);
    const { out } = await ask("postings", "person:karimi");
    expect(out).toContain("nobody recorded between 1 April 1985");
    expect(out).toContain("not held without a break: a second appointment is on record");
    expect((await ask("who-held", "office:governor-north", "--on", "1987-05-01")).out).not.toContain(
      "certain",
    );
    expect((await ask("postings", "person:karimi", ...decision, "--unbroken")).code).toBe(0);
    expect((await ask("who-held", "office:governor-north", "--on", "1987-05-01")).out).toContain("certain");
    expect(
      (await inquest(folder, "log", "c", "--kind", "posting.continuity-decided")).out.trim().split("\n"),
    ).toHaveLength(2);
    expect((await verifyCase(`${folder}/c`)).problems).toEqual([]);
  });

  test("nothing is decided about a posting of which nothing is stated", async () => {
    const { code, err } = await ask(
      "postings",
      "person:karimi",
      "--office",
      "office:director",
      "--broken",
      "--why",
      "x",
    );
    expect({ code, err }).toMatchObject({
      code: 3,
      err: expect.stringMatching(/No statement places person:karimi/u),
    });
  });
});

describe("an office in full", () => {
  test("a posting tells each rank with its time, and a rank places the person in the office", async () => {
    const { out } = await ask("postings", "person:karimi");
    expect(out).toContain("rank: Colonel, 1986 (1364 or 1365 SH) (R1)");
    expect(out).toContain("rank: General, 1988 (1366 or 1367 SH) (R2)");
    const fa = await ask("postings", "person:karimi", "--lang", "fa");
    expect(fa.out).toContain("درجه: سرهنگ");
    const held = JSON.parse((await ask("who-held", "office:governor-north", "--on", "1986", "--json")).out);
    expect(held.holders[0].ranks.map(({ key }: { key: string }) => key)).toEqual(["R1", "R2"]);
    expect(held.holders[0].holding).toBe("certain");
  });

  test("what is said of its existence and of its jurisdiction stands with the answer", async () => {
    const { out } = await ask("who-held", "office:governor-north", "--on", "1996");
    expect(out).toContain("existed · until 1995 (until 1373 or 1374 SH) (Z)");
    expect(out).toContain("jurisdiction: Far south (J)");
  });

  test("of several offices of one name a stated jurisdiction tells the one that serves a place", async () => {
    const { out } = await ask("who-held", "governor", "--place", "Far south", "--on", "1985-03");
    expect(out).toContain("Reza Karimi");
  });

  test("that it was left before it was taken, and answered before it was sent, is said beside the dates", async () => {
    const other = temporaryFolder("office-reversed");
    await buildSmallCase(other, {
      subjects: [
        "{id: office:o, names: {en: Office}}",
        "{id: person:p, names: {en: Somebody}}",
        "{id: appeal:a, names: {en: Appeal}}",
      ],
      text: "He left in 1985. He came in 1988. It was sent in 1990 and answered in 1989.",
      statements: [
        'key: L, subject: office:o, property: left-by, value: person:p, time: "1985", quote: "He left in 1985."',
        'key: T, subject: office:o, property: taken-up-by, value: person:p, time: "1988", quote: "He came in 1988."',
        'key: S, subject: appeal:a, property: sent, time: "1990", quote: "It was sent in 1990"',
        'key: N, subject: appeal:a, property: answered, value: {en: No}, time: "1989", quote: "answered in 1989"',
      ],
    });
    const asked = await inquest(other, "postings", "person:p", "--case", "c");
    expect(asked.out).toContain("! by these dates it was left before it was taken");
    const roll = await inquest(other, "appeals", "c", "--on", "2000-01-01");
    expect(roll.out).toContain("! by these dates it was answered, or its answer was due, before it was sent");
  });

  test("that two are placed in it on one day is said, and a decision on dates that are gone is not", async () => {
    const other = temporaryFolder("office-two");
    await buildSmallCase(other, {
      subjects: [
        "{id: office:o, names: {en: Office}}",
        "{id: person:p, names: {en: One}}",
        "{id: person:q, names: {en: Other}}",
      ],
      text: "One held it on 1 May. Other held it on 1 May. One held it in June.",
      statements: [
        'key: A, subject: office:o, property: held-by, value: person:p, time: 1988-05-01, quote: "One held it on 1 May."',
        'key: B, subject: office:o, property: held-by, value: person:q, time: 1988-05-01, quote: "Other held it on 1 May."',
        'key: C, subject: office:o, property: held-by, value: person:p, time: 1988-06, quote: "One held it in June."',
      ],
    });
    const held = () => inquest(other, "who-held", "office:o", "--on", "1988-05-01", "--case", "c");
    expect((await held()).out).toContain("! sources place several persons in it on this day");
    const decision = ["--office", "office:o", "--unbroken", "--why", "one decree", "--case", "c"];
    await inquest(other, "postings", "person:p", ...decision);
    expect((await held()).out).toContain("one decree");
    await inquest(other, "status", "C", "withdrawn", "--why", "misread", "--case", "c");
    expect((await held()).out).not.toContain("one decree");
  });

  test("a denial that nobody stands against places nobody in an office", async () => {
    const other = temporaryFolder("office-denied");
    await buildSmallCase(other, {
      subjects: ["{id: office:o, names: {en: Office}}", "{id: person:p, names: {en: Somebody}}"],
      text: "Somebody never held it.",
      statements: [
        'key: N, subject: office:o, property: held-by, value: person:p, polarity: denies, quote: "Somebody never held it."',
      ],
    });
    const held = await inquest(other, "who-held", "Office", "--on", "1988", "--case", "c");
    expect(held.out).toContain("nobody is recorded");
    expect(held.out).not.toContain("◇");
  });
});

describe("chain-of-command", () => {
  test("climbs from a unit, with the holders of its offices and the statements for and against", async () => {
    const { out } = await ask("chain-of-command", "prison service", "--on", "1988-08");
    expect(out).toContain("Director of the prison service\n    ◇ Kaveh Nouri · possible");
    expect(out).toContain("↑ The ministry · cited at this time");
    expect(out).toContain("≠ “The prison service did not stand under the ministry.”");
    expect(out).toContain("no superior is recorded");
  });

  test("says so when a relation is cited at other times only", async () => {
    const { out } = await ask("chain-of-command", "body:prison-service", "--on", "1995");
    expect(out).toContain("↑ The ministry · cited at other times only");
  });
});
