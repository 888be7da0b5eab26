import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { inquest } from "./case/cli-fixture.ts";
import { repository, temporaryFolder } from "./case-fixture.ts";

const Figure = z.strictObject({
  id: z.string(),
  label: z.string().min(1),
  subject: z.strictObject({ id: z.string(), name: z.string() }).nullable(),
  value: z.union([z.number(), z.string()]).nullable(),
  range: z.tuple([z.number().nullable(), z.number().nullable()]).nullable(),
  unit: z.string().nullable(),
  time: z.string().nullable(),
  place: z.string().nullable(),
  standing: z.enum(["documented", "estimated", "reported"]),
  speaker: z.string().nullable(),
  statements: z.array(z.string()),
  contradictedBy: z.array(z.string()),
});
const Answers = z.strictObject({
  howMany: z.array(Figure),
  who: z.array(Figure),
  where: z.array(Figure),
  offices: z.array(Figure),
});
const Case = z.strictObject({ id: z.string(), title: z.string(), fictional: z.boolean(), answers: Answers });
const Output = z.strictObject({ cases: z.array(Case) });
const Trace = z.strictObject({
  figure: Figure,
  chain: z.array(
    z.strictObject({
      kind: z.enum([
        "answer",
        "person",
        "site",
        "posting",
        "statement",
        "passage",
        "blob",
        "act",
        "proof",
        "checkpoint",
      ]),
      id: z.string(),
      text: z.string().optional(),
      sha256: z.string().length(64).optional(),
      leafIndex: z.number().optional(),
      treeSize: z.number().optional(),
      root: z.string().optional(),
      ok: z.boolean(),
    }),
  ),
  originalHeld: z.boolean(),
  verified: z.boolean(),
});

let cases: z.infer<typeof Case>[] = [];
const home = temporaryFolder("start");
const answersOf = (id: string) => {
  const found = cases.find((candidate) => candidate.id === id);
  if (found === undefined) throw new Error(`no case ${id}`);
  return found.answers;
};
const shipped = (id: string) => join(repository, ".inquest", id);

function npmStart() {
  const npm = process.env.npm_execpath;
  const [command, args] = npm === undefined ? ["npm", []] : [process.execPath, [npm]];
  return spawnSync(command, [...args, "start", "--silent", "--", "--once", "--json"], {
    cwd: repository,
    encoding: "utf8",
    env: { ...process.env, INQUEST_HOME: home },
    maxBuffer: 64 * 1024 * 1024,
  });
}

describe("npm start --silent -- --once --json", () => {
  beforeAll(() => {
    const started = npmStart();
    expect(started.stderr).not.toContain("Error");
    expect(started.status).toBe(0);
    cases = Output.parse(JSON.parse(started.stdout)).cases;
  }, 300_000);

  it("prints the four answers of the three shipped cases, and the same bytes when run again", () => {
    expect(cases.map(({ id, fictional }) => [id, fictional])).toEqual([
      ["iran-1988", false],
      ["first-hour", true],
      ["kosovo-1999", false],
    ]);
    expect(Output.parse(JSON.parse(npmStart().stdout)).cases).toEqual(cases);
  });

  it("sets every reported total of 1988 side by side, one figure a speaker, and adds none", () => {
    const { howMany } = answersOf("iran-1988");
    const killed = howMany.filter((figure) => figure.id.startsWith("howMany.persons-killed"));
    expect(killed.map(({ value, range }) => [value, range])).toEqual([
      [30_000, [30_000, null]],
      [null, [2800, 3800]],
      ["thousands", null],
    ]);
    expect(killed[0]?.statements).toHaveLength(2);
    expect(killed[0]?.contradictedBy).toEqual([killed[1]?.id]);
    const others = howMany.filter((figure) => !killed.includes(figure)).map((figure) => figure.value);
    expect(others).toEqual([300, 3200, 32, 36]);
    expect(howMany.every((figure) => figure.standing === "reported" && figure.speaker !== null)).toBe(true);
  });

  it("knows the sites destroyed by the end of July 2018, certainly and possibly, and Khavaran as threatened", () => {
    const { where } = answersOf("iran-1988");
    const asOf = (name: string) => where.find((figure) => figure.id === `where.${name}.2018-07-31`);
    expect(asOf("certainly-destroyed")).toMatchObject({ value: 3 });
    expect(asOf("possibly-destroyed")).toMatchObject({ value: 4 });
    expect(asOf("threatened")).toMatchObject({ value: 1 });
    const khavaran = where.find((figure) => figure.subject?.id === "site:khavaran");
    expect(khavaran?.label).toMatch(/threatened, no destruction recorded/u);
  });

  it("says who headed the judiciary and who was Minister of Justice in 2016 and in 2018, with statements", () => {
    const { offices } = answersOf("iran-1988");
    const on = (year: string) =>
      offices.filter((figure) => figure.id.startsWith(`offices.minister-of-justice.${year}`));
    expect(on("2016").map((figure) => figure.value)).toEqual(["Mostafa Pourmohammadi"]);
    expect(on("2018").map((figure) => figure.value)).toEqual(["Alireza Avaie"]);
    // Of 2018 itself no source speaks: he took the office in 2017 and is cited in it in 2020.
    expect(on("2018")[0]?.label).toMatch(/assuming no break/u);
    const judiciary = offices.find((figure) => figure.id.startsWith("offices.head-of-judiciary"));
    expect(judiciary?.value).toBe("Ebrahim Raisi");
    expect(
      [...on("2016"), ...on("2018"), judiciary].every((figure) => (figure?.statements.length ?? 0) > 0),
    ).toBe(true);
  });

  it("lists the appeals with addressees, and that no answer is recorded", () => {
    const appeals = answersOf("iran-1988").offices.filter((figure) => figure.id.startsWith("offices.appeal"));
    const labels = appeals.map((figure) => figure.label).join("\n");
    for (const addressee of ["UN Human Rights Council", "UN Security Council", "UN Secretary-General"]) {
      expect(labels).toContain(addressee);
    }
    expect(appeals.filter((figure) => figure.value === "no answer recorded").length).toBeGreaterThan(5);
  });

  it("estimates Kosovo beside the published estimate, and shows the error of the invented case", () => {
    const kosovo = answersOf("kosovo-1999").howMany;
    expect(kosovo.find((figure) => figure.id.endsWith("loglinear"))).toMatchObject({
      standing: "estimated",
      value: 10_357,
    });
    // Never one number alone: the models stand side by side, each with its interval.
    const estimated = kosovo.filter((figure) => figure.standing === "estimated");
    expect(estimated.map(({ id }) => id.split(".").at(-1))).toEqual(
      expect.arrayContaining(["loglinear", "dga", "lcmcr", "logitnormal", "ensemble"]),
    );
    expect(estimated.every(({ range }) => (range?.[0] ?? 0) < (range?.[1] ?? 0))).toBe(true);
    expect(kosovo.find((figure) => figure.standing === "reported")).toMatchObject({
      value: 10_356,
      range: [9002, 12_122],
    });
    const truth = answersOf("first-hour").howMany.find((figure) => figure.id === "howMany.truth.killed");
    expect(truth?.value).toBe(812);
  });

  it("traces every figure of every shipped case, each with every link intact", async () => {
    for (const { id, answers } of cases) {
      const figures = [...answers.howMany, ...answers.who, ...answers.where, ...answers.offices];
      for (const figure of figures) {
        const traced = await inquest(home, "trace", figure.id, "--json", "--case", shipped(id));
        expect(traced.code, `${id} ${figure.id}\n${traced.err}`).toBe(0);
        const trace = Trace.parse(JSON.parse(traced.out));
        expect(trace.figure).toEqual(figure);
        expect(trace.verified).toBe(true);
        if (id === "iran-1988") expect(trace.originalHeld).toBe(false);
      }
    }
  }, 300_000);
});
