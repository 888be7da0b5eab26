import { beforeEach, describe, expect, it } from "vitest";
import {
  joinPersons,
  judgePair,
  keepPerson,
  nameSubjects,
  type OpenCase,
  readCase,
  splitPerson,
  undoJudgement,
  verifyCase,
} from "../../src/case/index.ts";
import { temporaryFolder } from "../case-fixture.ts";
import { inquest } from "./cli-fixture.ts";
import { openAs } from "./open-as.ts";
import { makeThreeLists, TWO_DAYS, TWO_TOWNS } from "./three-lists.ts";
import { must } from "./two-lists.ts";

let folder = "";
beforeEach(async () => {
  folder = temporaryFolder("whole-persons");
  await makeThreeLists(folder);
});

function as<T>(actor: string, action: (opened: OpenCase) => Promise<T>): Promise<T> {
  return openAs(folder, actor, action);
}

const keeper = <T>(action: (opened: OpenCase) => Promise<T>) => as("keeper", action);
const checks = (shown: "open" | "decided" = "open", person?: string) =>
  keeper(async (opened) =>
    (await readCase(opened)).personChecks({ shown, offset: 0, limit: 50, person }, "en"),
  );
const previewOf = (...rows: readonly string[]) =>
  keeper(async (opened) => (await readCase(opened)).splitPreview(rows, "en"));
const link = () => must(inquest(folder, "link", "--case", "c", "--quiet"));
const rowsOf = (view: { readonly rows: readonly { readonly recordId: string }[] }) =>
  view.rows.map(({ recordId }) => recordId);
const row = (list: string, person: number) => `${list}:${list}-${person}`;

async function vouchFor(actor: string): Promise<void> {
  const device = await keeper(
    async ({ state }) => state.twoPersons.enrolled.find((each) => each.actor === actor)?.device,
  );
  await must(inquest(folder, "vouch", actor, device ?? "", "--case", "c"));
}

describe("whole persons", { timeout: 180_000 }, () => {
  it("are listed with contradictions first, then by their weakest link", async () => {
    const { counts, persons, total } = await checks();
    expect({ total, ...counts }).toMatchObject({ total: 36, persons: 36, decided: 0, contradicted: 2 });
    expect(counts.kinds.map(({ kind, persons: count }) => [kind, count])).toEqual([
      ["date", 1],
      ["place", 1],
    ]);
    expect(persons.slice(0, 2).map(rowsOf)).toEqual([
      ["en", "fa", "more"].map((list) => `${list}-${TWO_DAYS}`),
      ["en", "fa", "more"].map((list) => `${list}-${TWO_TOWNS}`),
    ]);
    const [first, second] = persons;
    expect(first?.contradictions).toMatchObject([{ kind: "date", field: "death", text: "Two dates: Died" }]);
    expect(second?.columns.find(({ isContradicted }) => isContradicted)?.field).toBe("place");
    expect(
      second?.rows.map(({ values }) => values.find(({ field }) => field === "place")?.isContradicted),
    ).toEqual([true, true, true]);
    const weakest = persons.slice(2).map(({ weakestBits }) => weakestBits ?? 0);
    expect(weakest).toEqual(weakest.toSorted((a, b) => a - b));
  });

  it("contradict themselves no more in a place that the case says lies within the other", async () => {
    const places = [
      { id: "place:mashhad", names: { en: "Mashhad", fa: "مشهد" }, within: "place:shiraz" },
      { id: "place:shiraz", names: { en: "Shiraz", fa: "شیراز" } },
    ];
    await keeper((opened) => nameSubjects(opened, JSON.stringify(places), "body.json"));
    const { counts } = await checks();
    expect(counts.kinds).toMatchObject([{ kind: "date", persons: 1 }]);
  });

  it("are parted in one go, told before, heeded by the next link, and taken back as a whole", async () => {
    const leaving = row("more", TWO_DAYS);
    const preview = await previewOf(leaving);
    expect(preview).toMatchObject({
      ...{ did: "split", leaving: 1, personsBefore: 1, personsAfter: 2, needsReason: false },
      figures: [
        { label: "Persons documented by name on the linked lists", before: 36, after: 37 },
        { label: "Persons documented on every list", before: 36, after: 35 },
      ],
      judged: [{ answer: "different" }, { answer: "different" }],
    });
    const decided = await keeper((opened) => splitPerson(opened, { rows: [leaving] }));
    expect(decided).toMatchObject({ counts: true, judgements: [expect.any(String), expect.any(String)] });
    const after = await checks();
    expect(after.counts).toMatchObject({ decided: 1, waiting: 1, contradicted: 1 });
    expect(after).toMatchObject({ sinceLink: 2, lastMine: { did: "split" } });
    expect((await checks("decided")).persons).toMatchObject([{ state: "parted" }]);
    await keeper((opened) => undoJudgement(opened, { id: decided.judgements[0] }));
    expect((await checks()).counts).toMatchObject({ decided: 0, contradicted: 2 });
    expect((await checks()).lastMine).toBeNull();
    await keeper((opened) => splitPerson(opened, { rows: [leaving] }));
    await link();
    const linked = await checks();
    expect(linked).toMatchObject({ sinceLink: 0, counts: { persons: 36, contradicted: 1 } });
    expect(linked.persons.map(rowsOf)).toContainEqual([`en-${TWO_DAYS}`, `fa-${TWO_DAYS}`]);
    expect((await verifyCase(`${folder}/c`)).problems).toEqual([]);
  });

  it("that are looked at and right leave the list, and are not asked again pair by pair", async () => {
    await keeper((opened) => keepPerson(opened, { person: row("fa", TWO_DAYS) }));
    const { counts, persons } = await checks();
    expect(counts).toMatchObject({ decided: 1, waiting: 0, contradicted: 1 });
    expect(rowsOf(persons[0] ?? { rows: [] })).toContain(`fa-${TWO_TOWNS}`);
    await link();
    expect((await checks()).counts).toMatchObject({ persons: 36, decided: 1 });
    const { waiting } = await keeper(async (opened) =>
      (await readCase(opened)).review(
        { queue: "open", sample: { seed: 1, size: 1 }, offset: 0, limit: 5 },
        "en",
      ),
    );
    expect(waiting.contradictions).toBe(0);
    await keeper((opened) => undoJudgement(opened, {}));
    expect((await checks()).counts.decided).toBe(0);
  });

  it("are joined with all their rows, which then contradict each other first of all", async () => {
    const [one, other] = [row("fa", 1), row("en", 2)];
    const preview = await keeper(async (opened) =>
      (await readCase(opened)).joinPreview({ one, other }, "en"),
    );
    expect(preview).toMatchObject({
      ...{ did: "joined", personsBefore: 2, personsAfter: 1, forbidding: [] },
      figures: [
        { before: 36, after: 35 },
        { before: 36, after: 35 },
        { before: 36, after: 35 },
      ],
      contradictions: [{ kind: "one-list" }, { kind: "date" }, { kind: "place" }],
    });
    expect(preview.judged).toHaveLength(5);
    expect(rowsOf(preview.other ?? { rows: [] })).toContain("en-2");
    await keeper((opened) => joinPersons(opened, { one, other }));
    expect((await checks("decided")).persons).toMatchObject([{ state: "joined" }, { state: "joined" }]);
    await link();
    const { persons } = await checks("decided");
    expect(persons.map(rowsOf)).toEqual([["en-1", "en-2", "fa-1", "fa-2", "more-1", "more-2"]]);
    // Taken back it is joined until the next link, and stands first of those to look at.
    await keeper((opened) => undoJudgement(opened, {}));
    const [impossible] = (await checks()).persons;
    expect(impossible?.contradictions[0]).toMatchObject({ kind: "one-list", field: null });
    expect(impossible?.rows.every(({ isRepeated }) => isRepeated)).toBe(true);
  });

  it("made by judgements of pairs alone are impossible all the same where a list has each person once", async () => {
    await keeper(async (opened) => {
      await judgePair(opened, { left: row("fa", 1), right: row("en", 2), answer: "same" });
      await judgePair(opened, { left: row("fa", 1), right: row("en", 1), answer: "same" });
      await judgePair(opened, { left: row("en", 2), right: row("fa", 2), answer: "same" });
    });
    await link();
    const { persons } = await checks();
    expect(persons[0]?.contradictions[0]?.kind).toBe("one-list");
    expect(rowsOf(persons[0] ?? { rows: [] })).toEqual(expect.arrayContaining(["fa-1", "fa-2"]));
  });

  it("are not joined while a judgement stands that they are two, which is named, also by way of a third", async () => {
    await keeper((opened) =>
      judgePair(opened, { left: row("fa", 1), right: row("en", 2), answer: "different" }),
    );
    const join = (one: string, other: string) =>
      keeper((opened) => joinPersons(opened, { one, other, reason: "one photograph" }));
    await expect(join(row("more", 1), row("more", 2))).rejects.toMatchObject({
      code: "case/person-forbidden",
      message: expect.stringMatching(/keeper judged en:en-2 and fa:fa-1 to be two persons on/u),
    });
    const preview = await keeper(async (opened) =>
      (await readCase(opened)).joinPreview({ one: row("fa", 1), other: row("fa", 2) }, "en"),
    );
    expect(preview.forbidding).toMatchObject([{ judgement: { by: "keeper", answer: "different" } }]);
    await join(row("fa", 1), row("fa", 4));
    await expect(join(row("fa", 4), row("fa", 2))).rejects.toMatchObject({ code: "case/person-forbidden" });
  });

  it("need a reason where an earlier judgement joined what is parted; one's own gives way, another's is disputed", async () => {
    const [left, right] = [row("fa", TWO_DAYS), row("more", TWO_DAYS)];
    await keeper((opened) => judgePair(opened, { left, right, answer: "same" }));
    await as("second", (opened) => judgePair(opened, { left, right, answer: "same" }));
    await vouchFor("second");
    const split = (reason?: string) =>
      keeper((opened) => splitPerson(opened, { rows: [right], ...(reason === undefined ? {} : { reason }) }));
    expect(await previewOf(right)).toMatchObject({
      needsReason: true,
      against: [
        { judgement: { by: "keeper" }, becomes: "superseded" },
        { judgement: { by: "second" }, becomes: "disputed" },
      ],
    });
    await expect(split()).rejects.toMatchObject({
      code: "case/judgement-reason",
      message: expect.stringContaining("keeper judged"),
    });
    await split("two graves");
    const [first] = (await checks("open", right)).persons;
    // On one pair reviewers disagree; the other one parts the person all the same.
    expect((await checks("decided")).persons[0]).toMatchObject({
      state: "parted",
      contradictions: [{ kind: "disputed" }, { kind: "date" }],
    });
    expect(first?.contradictions[0]?.kind).toBe("place");
    await keeper((opened) => undoJudgement(opened, {}));
    expect((await checks("decided")).persons).toEqual([]);
  });

  it("are told to be joined still by way of a row of another person", async () => {
    await keeper(async (opened) => {
      await judgePair(opened, { left: row("fa", TWO_DAYS), right: row("en", 20), answer: "same" });
      await judgePair(opened, { left: row("more", TWO_DAYS), right: row("en", 20), answer: "same" });
    });
    const { against, needsReason } = await previewOf(row("more", TWO_DAYS));
    expect(needsReason).toBe(true);
    expect(against.map(({ becomes, left, right }) => [becomes, left.recordId, right.recordId])).toEqual([
      ["joins", "en-20", "fa-3"],
      ["joins", "en-20", "more-3"],
    ]);
  });

  it("are told and decided in the terminal, and taken back there by any of the judgements", async () => {
    const persons = (...args: readonly string[]) =>
      inquest(folder, "review", "--persons", ...args, "--case", "c", "--quiet");
    const told = await must(persons());
    expect(told).toContain("0 of 36 looked at");
    expect(told.indexOf("Two dates: Died")).toBeLessThan(told.indexOf("Two places"));
    expect(told).toMatch(/more-3[^\n]*≠/u);
    const fa = await must(persons("--lang", "fa"));
    expect(fa).toContain("۰ از ۳۶");
    expect(fa).not.toMatch(/review\.|check\./u);
    const one = JSON.parse(await must(persons("--json", "--limit", "1")));
    expect(one).toMatchObject({ total: 36, persons: [{ rank: 1 }] });
    const recorded = await must(persons("split", row("more", TWO_DAYS), "--why", "two graves"));
    const [, id = ""] = /--undo \u2068?([0-9a-f-]+)/u.exec(recorded) ?? [];
    expect(recorded).toContain("2 judgements");
    expect(await must(persons())).toContain("1 parted or joined, waiting for the next link");
    await must(inquest(folder, "review", "--undo", id, "--case", "c"));
    await must(persons("keep", row("fa", TWO_DAYS)));
    await must(persons("join", row("fa", 1), row("fa", 2)));
    expect(await must(persons())).toContain("3 of 36 looked at");
    expect((await persons("split")).code).toBe(2);
    expect((await persons("join", row("fa", 1))).code).toBe(2);
    expect((await persons("keep", "fa:none")).code).toBe(3);
  });

  it("refuse what is no part of one person, and record nothing by asking", async () => {
    const acts = await keeper((opened) => Promise.resolve(opened.acts()));
    const all = ["en", "fa", "more"].map((list) => row(list, 5));
    await expect(previewOf(...all)).rejects.toMatchObject({ code: "case/person-rows" });
    await expect(previewOf(row("fa", 5), row("fa", 6))).rejects.toMatchObject({ code: "case/person-rows" });
    await expect(previewOf("fa:none")).rejects.toMatchObject({ code: "case/record-unknown" });
    const same = { one: row("fa", 5), other: row("en", 5) };
    await expect(keeper((opened) => joinPersons(opened, same))).rejects.toMatchObject({
      code: "case/person-rows",
    });
    await previewOf(row("fa", 5));
    expect(await keeper((opened) => Promise.resolve(opened.acts()))).toBe(acts);
  });
});
