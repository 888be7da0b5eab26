import { execFileSync, spawnSync } from "node:child_process";
import {
  appendFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { installPeer } from "../../bench/peer/install.ts";
import { temporaryFolder } from "../case-fixture.ts";
import { inquest } from "./cli-fixture.ts";
import { buildSmallCase } from "./small-folder.ts";
import { must } from "./two-lists.ts";

let folder = "";
const run = (...args: readonly string[]) => inquest(folder, ...args, "--case", "c", "--quiet");
const released = (out: string): string => {
  const texts: string[] = [];
  for (const entry of readdirSync(join(folder, out), { recursive: true, withFileTypes: true }))
    if (entry.isFile()) texts.push(readFileSync(join(entry.parentPath, entry.name), "utf8"));
  return texts.join("\n");
};
const plan = async (profile: string) => {
  const { out, code, err } = await run("release", "--profile", profile, "--dry-run", "--json");
  expect(err).toBe("");
  return { code, plan: JSON.parse(out) };
};

describe("a release", () => {
  beforeAll(async () => {
    folder = temporaryFolder("release");
    await buildSmallCase(folder, {
      subjects: [
        "{id: person:karimi, names: {en: Reza Karimi}}",
        "{id: person:nobody, names: {en: CANARYperson}}",
        "{id: speaker:few, names: {en: A cautious witness}}",
        "{id: site:mill, names: {en: Behind the mill}}",
        "{id: site:field, names: {en: CANARYfield}}",
      ],
      text: "forty were taken. Parviz CANARYinitials came home. The CANARYsister told of fifty. Bread was brought to CANARYfield. Karimi died in July. CANARYgone was seen. CANARYteam was heard. CANARYpartners spoke. By the mill they lie. CANARYfield holds others.",
      statements: [
        'key: A, subject: event:e, property: persons-killed, value: 40, quote: "forty"',
        'key: H, subject: event:e, property: persons-killed, value: 43, quote: "Parviz CANARYinitials came home"',
        'key: I, subject: event:e, property: persons-killed, value: 50, chain: second-hand, via: {en: CANARYsister}, quote: "told of fifty"',
        'key: J, subject: event:e, property: persons-killed, value: 44, place: site:field, quote: "Bread was brought"',
        'key: B, subject: person:karimi, property: died, time: 1988-07, quote: "Karimi died in July"',
        'key: C, subject: person:nobody, property: died, time: 1988-07, quote: "CANARYgone was seen"',
        'key: D, subject: event:e, property: persons-killed, value: 41, access: team, quote: "CANARYteam was heard"',
        'key: E, subject: event:e, property: persons-killed, value: 42, speaker: speaker:few, quote: "CANARYpartners spoke"',
        'key: F, subject: site:mill, property: site-destroyed, value: "by machines", time: "1990", quote: "By the mill they lie"',
        'key: G, subject: site:field, property: site-destroyed, value: "by machines", time: "1990", quote: "CANARYfield holds others"',
      ],
    });
    const heading = "id,name,death,religion,father,note,cause";
    const rows = [
      "1,Reza Karimi,1988-07-30,CANARYreligion,CANARYfather,CANARYnote,with Sima CANARYwithheld",
      "2,Nahid Canaryfull,1988-07-30,,,,shot",
      "3,Omid Canarycounted,1988-08-01,,,,",
      "4,Sima CANARYwithheld,1988-08-02,,,,",
      "5,Parviz CANARYinitials,1988-08-03,,,,",
    ];
    writeFileSync(join(folder, "a.csv"), `${[heading, ...rows].join("\n")}\n`);
    const fields = Object.fromEntries(
      ["name", "death", "religion", "father", "note", "cause"].map((column) => [column, { column }]),
    );
    writeFileSync(join(folder, "a.json"), JSON.stringify({ v: 1, lists: { a: { id: "id", fields } } }));
    await must(run("import", "a.csv", "--recipe", "a.json", "--leave-open", "an invented list"));
    await must(run("consent", "speaker:few", "--giver", "P", "--scope", "partners", "--how", "in writing"));
  });

  test("is refused while somebody or something is undecided, and each is named", async () => {
    const { code, plan: first } = await plan("public");
    expect(code).toBe(5);
    expect(first.missing).toEqual([
      { is: "list", list: "a", persons: 5 },
      { is: "person", id: "person:karimi" },
      { is: "person", id: "person:nobody" },
      { is: "speaker", id: "speaker:s" },
      { is: "site", id: "site:field" },
      { is: "site", id: "site:mill" },
    ]);
    const refused = await run("release", "--profile", "public", "--out", "out");
    expect([refused.code, refused.err]).toEqual([5, expect.stringContaining("6 decisions are missing")]);
    expect(existsSync(join(folder, "out"))).toBe(false);
  });

  test("needs a reason for each decision, and something that is there", async () => {
    const why = ["--why", "as the family asked"];
    expect((await run("visibility", "a", "--show", "full")).err).toContain('--why "…"');
    expect((await run("visibility", "nowhere", "--show", "full", ...why)).code).not.toBe(0);
    const wrong = await run("visibility", "a", "--show", "full", ...why, "--consent", "consent-x");
    expect(wrong.err).toContain("no consent consent-x is recorded");
    await must(run("visibility", "a", "--show", "full", "--why", "a published list"));
    await must(run("visibility", "a:3", "--show", "counted", ...why));
    await must(run("visibility", "a:4", "--show", "withheld", ...why));
    await must(run("visibility", "a:5", "--show", "initials", ...why));
    await must(run("visibility", "person:karimi", "--show", "full", "--why", "a published verdict"));
    await must(run("visibility", "CANARYperson", "--show", "counted", ...why));
    await must(run("visibility", "speaker:s", "speaker:few", "--show", "name", "--why", "pseudonyms"));
    const decide = ["--risk", "digging", "--why", "known to all", "--by", "keeper"];
    await must(run("sites", "site:mill", "--publish", "exact", ...decide));
    await must(run("sites", "site:field", "--publish", "withheld", ...decide));
    const view = JSON.parse((await run("visibility", "--json")).out);
    expect(view).toMatchObject({
      counts: { full: 2, name: 0, initials: 1, counted: 1, withheld: 1 },
      undecided: 0,
      lists: [],
      lost: [],
    });
  });

  test("lists by --dry-run what would go out, and what would not and why, one by one", async () => {
    const { plan: listed } = await plan("public");
    expect(listed.goesOut.statements).toHaveLength(listed.statements);
    expect(listed.goesOut.people).toHaveLength(listed.people);
    expect(listed.goesOut.people).toContainEqual(
      expect.objectContaining({ names: ["Nahid Canaryfull"], visibility: "full" }),
    );
    expect(listed.statementsThatStay).toContainEqual(expect.objectContaining({ key: "D", why: "access" }));
    const { out } = await run("release", "--profile", "public", "--dry-run");
    const text = out.replace(/[\u2066-\u2069]/gu, "");
    expect(text).toMatch(/they are for the team, restricted or sealed\n {4}D\n/u);
    expect(text).toMatch(/Persons who go out: .*Nahid Canaryfull/u);
    expect(text).toMatch(/Sites that are told: site:mill\n/u);
    expect(text).toContain("1 site is told nothing of");
    expect(text).not.toContain("CANARYwithheld");
  });

  test("warns of cells that tell of few who are not shown, and leaves out what somebody leaves out", async () => {
    const { plan: warned } = await plan("public");
    const figure = "howMany.documented.records-a";
    // Rows of two who are shown and three who are not; of all five it would tell nothing, so a place is needed.
    expect(warned.smallCells).toEqual([]);
    expect(warned.figures).toContain(figure);
    const { out } = await run("release", "--profile", "public", "--dry-run", "--without", figure, "--json");
    expect(JSON.parse(out).figures).not.toContain(figure);
    expect(JSON.parse(out).figuresThatStay).toContain(figure);
    const wrong = await run("release", "--profile", "public", "--dry-run", "--without", "nothing");
    expect(wrong.err).toContain('no figure and no estimate "nothing"');
  });

  test("for the public holds nothing that its profile keeps, and says how much stays and why", async () => {
    const { out } = await run("release", "--profile", "public", "--out", "out", "--json");
    const published = JSON.parse(out);
    expect(published).toMatchObject({
      number: 1,
      persons: { full: 2, name: 0, initials: 1, counted: 1, withheld: 1 },
      statements: 4,
      stays: { access: 1, allegation: 0, consent: 1, status: 0, person: 2, site: 2 },
    });
    const text = released("out");
    // The one canary that may be there is the name of somebody who is shown in full.
    expect([...new Set(text.match(/canary\w+/giu))]).toEqual(["Canaryfull"]);
    expect(text).toContain("P. C.");
    expect(text).toContain("shot");
    expect(text).toContain("forty");
    const manifests = ["manifest-sha256.txt", "tagmanifest-sha256.txt"];
    execFileSync("sha256sum", ["--check", "--strict", "--quiet", ...manifests], { cwd: join(folder, "out") });
    const logged = JSON.parse((await run("log", "--kind", "release.published", "--json")).out);
    expect(logged.body).toMatchObject({ number: 1, profile: "public", root: published.root });
    expect((await run("verify", "c")).code).toBe(0);
    expect((await run("release", "--profile", "public", "--out", "out")).err).toContain("holds something");
  });

  test("is a bag that the validator of the Library of Congress accepts, and not with another byte", {
    timeout: 120_000,
  }, (context) => {
    const { python, ...rest } = installPeer(folder, ["bagit==1.9.0"]);
    if (python === null) return context.skip("reason" in rest ? rest.reason : "");
    const validate = () =>
      spawnSync(python, ["-m", "bagit", "--validate", join(folder, "out")], { encoding: "utf8" });
    const { status, stderr } = validate();
    expect(status, stderr).toBe(0);
    appendFileSync(join(folder, "out", "data", "people.jsonl"), " ");
    expect(validate().status).not.toBe(0);
    truncateSync(
      join(folder, "out", "data", "people.jsonl"),
      statSync(join(folder, "out", "data", "people.jsonl")).size - 1,
    );
    expect(validate().status).toBe(0);
  });

  test("is byte for byte the same from the same log, but for its number and checkpoint", async () => {
    mkdirSync(join(folder, "empty"));
    await must(run("release", "--profile", "public", "--out", "empty"));
    for (const name of [
      "data/people.csv",
      "data/people.jsonl",
      "data/statements.jsonl",
      "data/figures.json",
      "data/sites.geojson",
    ])
      expect(readFileSync(join(folder, "empty", name))).toEqual(readFileSync(join(folder, "out", name)));
  });

  test("for fewer readers holds more, and never what is for the team, withheld or of a grave that nobody may find", async () => {
    await must(run("release", "--profile", "partners", "--out", "partners"));
    const forPartners = [...new Set(released("partners").match(/canary\w+/giu))].sort();
    expect(forPartners).toEqual(["CANARYfather", "CANARYpartners", "Canaryfull"]);
    await must(run("release", "--profile", "commission", "--out", "commission"));
    const forCommission = [...new Set(released("commission").match(/canary\w+/giu))].sort();
    expect(forCommission).toEqual([
      ...["CANARYfather", "CANARYnote", "CANARYreligion", "CANARYsister", "Canaryfull"],
    ]);
  });

  test("follows whoever is withheld into the next release of their list, which is decided on anew", async () => {
    const rows = [
      "id,name,death,religion,father,note,cause",
      // The same woman under another number, with a day that somebody mended.
      "9,Sima CANARYwithheld,1988-08-05,,,,",
      "1,Reza Karimi,1988-07-30,CANARYreligion,CANARYfather,CANARYnote,with Sima CANARYwithheld",
      "2,Nahid Canaryfull,1988-07-30,,,,shot",
      "3,Omid Canarycounted,1988-08-01,,,,",
      "5,Parviz CANARYinitials,1988-08-03,,,,",
      "6,Ali Nobody,1988-08-03,,,,",
    ];
    writeFileSync(join(folder, "a.csv"), `${rows.join("\n")}\n`);
    await must(run("import", "a.csv", "--recipe", "a.json", "--leave-open", "an invented list", "--replace"));
    const { plan: stale } = await plan("public");
    expect(stale.missing).toEqual([{ is: "list", list: "a", persons: 4 }]);
    await must(run("visibility", "a", "--show", "full", "--why", "a published list"));
    // Nothing tells that she is the one who was withheld but her name: that is enough to ask.
    const { plan: asked } = await plan("public");
    expect(asked.missing).toEqual([{ is: "list", list: "a", persons: 1 }]);
    expect(asked.lostDecisions).toEqual([{ list: "a", recordId: "4" }]);
    await must(run("visibility", "a:9", "--show", "withheld", "--why", "as the family asked"));
    const { plan: fresh } = await plan("public");
    expect(fresh.persons).toEqual({ full: 3, name: 0, initials: 1, counted: 1, withheld: 1 });
    await must(run("release", "--profile", "public", "--out", "next"));
    expect([...new Set(released("next").match(/canary\w+/giu))]).toEqual(["Canaryfull"]);
    expect(readdirSync(folder).filter((name) => name.startsWith("next"))).toEqual(["next"]);
  });

  test("leaves out at once whoever's consent was taken back", async () => {
    const given = await run(
      "consent",
      "speaker:s",
      "--giver",
      "Q",
      "--scope",
      "public",
      "--how",
      "said",
      "--json",
    );
    const { id } = JSON.parse(given.out);
    await must(run("visibility", "a:2", "--show", "full", "--why", "the family agreed", "--consent", id));
    await must(run("consent", "withdraw", id, "--why", "afraid"));
    const { plan: after } = await plan("public");
    expect(after.persons).toMatchObject({ full: 2, withheld: 2 });
    expect(after.stays.consent).toBeGreaterThan(1);
  });
});
