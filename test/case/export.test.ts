/** One format alone leaves the case by the same profile as a release, and is read by the tools that it is for. */
import { execFileSync, spawnSync } from "node:child_process";
import { appendFileSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { inflateRawSync } from "node:zlib";
import { beforeAll, describe, expect, test } from "vitest";
import { installPeer } from "../../bench/peer/install.ts";
import { EXPORT_FORMATS } from "../../src/case/index.ts";
import { temporaryFolder } from "../case-fixture.ts";
import { inquest } from "./cli-fixture.ts";
import { buildSmallCase, writeSmallFolder } from "./small-folder.ts";
import { must } from "./two-lists.ts";

let folder = "";
const run = (...args: readonly string[]) => inquest(folder, ...args, "--case", "c", "--quiet");
const read = (...path: readonly string[]) => readFileSync(join(folder, ...path), "utf8");
const PROFILE = ["--profile", "public"] as const;

/** Every byte of an export, archives opened. */
function released(out: string): string {
  const texts: string[] = [];
  for (const entry of readdirSync(join(folder, out), { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const bytes = readFileSync(join(entry.parentPath, entry.name));
    texts.push(entry.name, bytes.toString("utf8"));
    if (entry.name.endsWith(".xlsx")) texts.push(...membersOf(bytes));
  }
  return texts.join("\n");
}

/** Members of a zip by its local headers, whose sizes stand in the central directory. */
function membersOf(bytes: Buffer): string[] {
  const found: string[] = [];
  for (let at = bytes.indexOf("PK\u0001\u0002"); at >= 0; at = bytes.indexOf("PK\u0001\u0002", at + 1)) {
    const [size, local] = [bytes.readUInt32LE(at + 20), bytes.readUInt32LE(at + 42)];
    const start = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28);
    found.push(inflateRawSync(bytes.subarray(start, start + size)).toString("utf8"));
  }
  return found;
}

describe("an export", () => {
  beforeAll(async () => {
    folder = temporaryFolder("export");
    await buildSmallCase(folder, {
      subjects: [
        "{id: person:karimi, names: {en: Reza Karimi, fa: رضا کریمی}}",
        "{id: office:warden, names: {en: Warden}}",
        "{id: site:mill, names: {en: Behind the mill}}",
      ],
      text: "forty were taken. Karimi died in Mordad. Karimi was warden from May. By the mill they lie. CANARYteam was heard.",
      statements: [
        'key: A, subject: event:e, property: persons-killed, value: 40, quote: "forty were taken"',
        'key: B, subject: person:karimi, property: died, time: 1988-07-23/1988-08-22, quote: "Karimi died in Mordad"',
        'key: C, subject: office:warden, property: held-by, value: person:karimi, time: 1987-05-01, quote: "Karimi was warden from May"',
        'key: F, subject: site:mill, property: site-destroyed, value: "by machines", time: "1990", quote: "By the mill they lie"',
        'key: D, subject: event:e, property: persons-killed, value: 41, access: team, quote: "CANARYteam was heard"',
      ],
    });
    const rows = [
      "id,name,death,religion,place",
      "1,=Nahid Amini,1988-07-30,CANARYreligion,Hall",
      "2,Omid CANARYcounted,1988-08-01,,Hall",
    ];
    writeFileSync(join(folder, "a.csv"), `${rows.join("\n")}\n`);
    const fields = Object.fromEntries(
      ["name", "death", "religion", "place"].map((column) => [column, { column }]),
    );
    writeFileSync(join(folder, "a.json"), JSON.stringify({ v: 1, lists: { a: { id: "id", fields } } }));
    await must(run("import", "a.csv", "--recipe", "a.json", "--leave-open", "an invented list"));
    await must(run("visibility", "a", "--show", "full", "--why", "a published list"));
    await must(run("visibility", "a:2", "--show", "counted", "--why", "as the family asked"));
    await must(run("visibility", "person:karimi", "--show", "full", "--why", "a published verdict"));
    await must(run("visibility", "speaker:s", "--show", "name", "--why", "a pseudonym"));
    const decide = ["--risk", "none", "--why", "known to all", "--by", "keeper"];
    await must(run("sites", "site:mill", "--publish", "exact", ...decide));
  });

  test.each(EXPORT_FORMATS.filter((format) => format !== "r-matrix"))(
    "as %s holds what the profile lets out and nothing else, with sums, limits and manifest, twice the same",
    async (format) => {
      await must(run("export", "--format", format, ...PROFILE, "--out", format));
      const text = released(format);
      expect(text).not.toMatch(/canary/iu);
      expect(text).toContain(format === "geojson" ? "Behind the mill" : "forty were taken");
      execFileSync("sha256sum", ["--check", "--strict", "--quiet", "manifest-sha256.txt"], {
        cwd: join(folder, format),
      });
      expect(read(format, "README.txt")).toContain("What this does not mean");
      expect(JSON.parse(read(format, "manifest.json"))).toMatchObject({
        format,
        profile: "public",
        checkpoint: { root: expect.stringMatching(/^[0-9a-f]{64}$/u) },
        persons: { full: 1, counted: 1 },
        stays: { access: 1 },
      });
      await must(run("export", "--format", format, ...PROFILE, "--out", `${format}-again`));
      const same = readdirSync(join(folder, format)).filter((name) => !/manifest|README|changes/u.test(name));
      for (const name of same)
        expect(readFileSync(join(folder, `${format}-again`, name))).toEqual(
          readFileSync(join(folder, format, name)),
        );
    },
  );

  test("is numbered and recorded as what left the case, in its format", async () => {
    const { releases } = JSON.parse((await run("published", "--json")).out);
    expect(releases.length).toBeGreaterThan(8);
    const logged = JSON.parse(
      (await run("log", "--kind", "release.published", "--json")).out.split("\n")[0] ?? "",
    );
    expect(EXPORT_FORMATS).toContain(logged.body.format);
  });

  test("needs a known format, a profile, every decision, and something to export", async () => {
    expect((await run("export", ...PROFILE, "--out", "x")).err).toContain("--format bagit|ftm|csv");
    expect((await run("export", "--format", "csv", "--out", "x")).err).toContain("--profile public");
    expect((await run("export", "--format", "csv", ...PROFILE)).err).toContain("--out DIR");
    const matrix = await run("export", "--format", "r-matrix", ...PROFILE, "--out", "x");
    expect([matrix.code, matrix.err]).toEqual([3, expect.stringContaining("no capture matrix")]);
    expect(readdirSync(folder)).not.toContain("x");
  });

  test("as matrices for R holds the table of an estimate, and no word of anybody, in every profile", async () => {
    const other = temporaryFolder("export-matrix");
    const from = writeSmallFolder(other, {
      subjects: [
        "{id: list:a, names: {en: The first}}",
        "{id: list:b, names: {en: The second}}",
        "{id: person:mina, names: {en: Mina Canaryperson}}",
      ],
      text: "Thirty on the first alone. Twenty on the second alone. Ten on both. Mina died, CANARYwitness said.",
      statements: [
        'key: A, subject: event:e, property: capture-count, lists: [list:a], value: 30, quote: "Thirty on the first alone"',
        'key: B, subject: event:e, property: capture-count, lists: [list:b], value: 20, quote: "Twenty on the second alone"',
        'key: C, subject: event:e, property: capture-count, lists: [list:a, list:b], value: 10, quote: "Ten on both"',
        'key: D, subject: person:mina, property: died, time: 1988-07, quote: "Mina died, CANARYwitness said"',
      ],
    });
    appendFileSync(
      join(from, "case.yaml"),
      "estimates:\n  - {id: both, from: capture-counts, event: event:e, lists: [list:a, list:b], methods: all}\nidentifyingAssumption: {en: Everyone could be on either list.}\n",
    );
    const inCase = (...args: readonly string[]) => inquest(other, ...args, "--case", "c", "--quiet");
    await must(inquest(other, "init", "c", "--title", "Small", "--fictional"));
    await must(inquest(other, "build", from, "--case", "c", "--quiet"));
    await must(inCase("estimate"));
    await must(inCase("visibility", "speaker:s", "--show", "name", "--why", "a pseudonym"));
    await must(inCase("visibility", "person:mina", "--show", "withheld", "--why", "as the family asked"));
    for (const profile of ["public", "partners", "commission"]) {
      await must(inCase("export", "--format", "r-matrix", "--profile", profile, "--out", profile));
      const files = readdirSync(join(other, profile)).map((name) =>
        readFileSync(join(other, profile, name), "utf8"),
      );
      expect(files.join("\n")).not.toMatch(/canary|Mina/iu);
      const matrix = readFileSync(join(other, profile, "matrix-1.csv"), "utf8");
      expect(matrix.split("\n").slice(1, 4).sort()).toEqual(["0,1,20", "1,0,30", "1,1,10"]);
    }
    const left = await inCase(
      "export",
      "--format",
      "r-matrix",
      "--profile",
      "public",
      "--without",
      "both",
      "--out",
      "x",
    );
    expect(left.err).toContain("no capture matrix");
  });

  test("as a bag is the data package of a release without dossier and memorial", async () => {
    await must(run("export", "--format", "bagit", ...PROFILE, "--out", "bag"));
    expect(readdirSync(join(folder, "bag")).sort()).toContain("bagit.txt");
    expect(readdirSync(join(folder, "bag", "data"))).not.toContain("memorial");
  });

  test("as FollowTheMoney is read by followthemoney 4, and its statements make its entities again", {
    timeout: 300_000,
  }, (context) => {
    const { python, ...rest } = installPeer(folder, ["followthemoney==4.11.2"]);
    if (python === null) return context.skip("reason" in rest ? rest.reason : "");
    const { status, stdout, stderr } = spawnSync(python, ["-c", READ_BACK, join(folder, "ftm")], {
      encoding: "utf8",
    });
    expect(status, stderr).toBe(0);
    const { entities, dropped, keys, made } = JSON.parse(stdout);
    expect(dropped).toEqual([]);
    expect(keys).toBe(true);
    expect(made).toEqual(entities);
    const person = entities.find(({ properties }: { properties: { name?: string[] } }) =>
      properties.name?.includes("=Nahid Amini"),
    );
    expect(person).toMatchObject({ schema: "Person", properties: { deathDate: ["1988-07-30"] } });
    expect(entities.map(({ schema }: { schema: string }) => schema)).toEqual(
      expect.arrayContaining(["Address", "Document", "Note", "Occupancy", "Person", "Position"]),
    );
  });
});

/** Reads both files with the peer: values that its types refuse, keys that it makes otherwise, entities made of statements. */
const READ_BACK = `
import json, sys
from pathlib import Path
from followthemoney import model
from followthemoney.dataset import Dataset
from followthemoney.statement.serialize import read_path_statements
from followthemoney.statement.entity import StatementEntity

folder = Path(sys.argv[1])
entities, dropped = [], []
for line in (folder / "entities.ftm.json").read_text("utf-8").splitlines():
    data = json.loads(line)
    schema = model.get(data["schema"])
    for prop, values in data["properties"].items():
        known = schema.get(prop)
        for value in values:
            if known is None or known.type.clean(value) is None:
                dropped.append([data["schema"], prop, value])
    entities.append({"id": data["id"], "schema": data["schema"], "properties": {k: sorted(v) for k, v in sorted(data["properties"].items())}})
entities.sort(key=lambda each: each["id"])
statements = list(read_path_statements(folder / "statements.json", "json"))
keys = all(each.id == each.generate_key() for each in statements)
grouped = {}
for each in statements:
    grouped.setdefault(each.canonical_id, []).append(each)
dataset = Dataset({"name": statements[0].dataset, "title": "x"})
made = []
for id, own in sorted(grouped.items()):
    entity = StatementEntity.from_statements(dataset, own)
    made.append({"id": entity.id, "schema": entity.schema.name, "properties": {k: sorted(v) for k, v in sorted(entity.to_dict()["properties"].items())}})
print(json.dumps({"entities": entities, "dropped": dropped, "keys": keys, "made": made}))
`;

test("a file of several lists is counted list by list", async () => {
  const dir = temporaryFolder("export-lists");
  const ask = (...args: readonly string[]) => inquest(dir, ...args, "--case", "c", "--quiet");
  await must(inquest(dir, "init", "c", "--title", "Small", "--fictional"));
  const rows = ["1,Nahid Amini,one", "2,Omid Rostami,one", "3,Parviz Karimi,one", "1,Sima Tavakoli,other"];
  writeFileSync(join(dir, "all.csv"), `${["id,name,list", ...rows].join("\n")}\n`);
  const list = { id: "id", listColumn: "list", fields: { name: { column: "name" } } };
  writeFileSync(join(dir, "all.json"), JSON.stringify({ v: 1, lists: { all: list } }));
  await must(ask("import", "all.csv", "--recipe", "all.json", "--leave-open", "an invented list"));
  await must(ask("visibility", "one", "other", "--show", "full", "--why", "published lists"));
  await must(ask("export", "--format", "jsonl", ...PROFILE, "--out", "lists"));
  const lists = readFileSync(join(dir, "lists", "lists.jsonl"), "utf8")
    .trim()
    .split("\n");
  const counts = lists.map((line) => JSON.parse(line)).map(({ id, records }) => [id, records]);
  expect(counts).toEqual([
    ["list:one", 3],
    ["list:other", 1],
  ]);
});
