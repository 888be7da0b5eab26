import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { openCase } from "../../src/case/index.ts";
import { fixedSurroundings, temporaryFolder } from "../case-fixture.ts";
import { inquest } from "./cli-fixture.ts";

const recipe = (fields: object) => JSON.stringify({ v: 1, lists: { victims: { id: "id", fields } } });
const goodRecipe = recipe({ name: { column: "name" }, death: { column: "died" } });

let folder = "";
const write = (name: string, text: string) => writeFileSync(join(folder, name), text);

/** Every file of the case with its content, to see that nothing changed. */
function snapshot(): Map<string, string> {
  const dir = join(folder, "case");
  const files = readdirSync(dir, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return new Map(
    files
      .map((entry) => join(entry.parentPath, entry.name))
      .filter((path) => !path.includes(`${join("case", "work")}`))
      .map((path) => [path, readFileSync(path, "base64")]),
  );
}

/** Runs a command that must fail and leave the case as it was. */
async function refuses(code: number, ...args: readonly string[]) {
  const before = snapshot();
  const outcome = await inquest(folder, ...args);
  expect(outcome.code).toBe(code);
  expect(snapshot()).toEqual(before);
  return outcome.err;
}

describe("bad input", () => {
  it("an operand too many is a mistake, and nothing is done with the others", async () => {
    const { code, err } = await inquest(
      temporaryFolder("operands"),
      "import",
      "a.csv",
      "b.csv",
      "--case",
      "c",
    );
    expect({ code, err }).toMatchObject({ code: 2, err: expect.stringContaining('"b.csv" is one too many') });
  });

  it("a word that would be passed over, and a command that is none, are told and not passed over", async () => {
    const here = temporaryFolder("passed-over");
    mkdirSync(here, { recursive: true });
    writeFileSync(join(here, "t.csv"), "A,B,C,count\n1,0,0,40\n0,1,0,30\n1,1,0,12\n0,0,1,9\n1,0,1,8\n");
    const said = async (...args: readonly string[]) => {
      const { code, out, err } = await inquest(here, ...args);
      expect(out).toBe("");
      return { code, err };
    };
    const told = (words: string) => ({ code: 2, err: expect.stringContaining(words) });
    expect(await said("estimate", "other", "--table", "t.csv")).toMatchObject(
      told('"other" would be passed'),
    );
    expect(await said("estimate", "--table", "t.csv", "--table", "./t.csv")).toMatchObject(
      told("--table ./t.csv is given twice"),
    );
    expect(await said("answer", "one", "--case", "two")).toMatchObject(
      told('beside --case; "one" is one too'),
    );
    expect(await said("estimate", "one", "--case", "two")).toMatchObject(told('"one" is one too many'));
    expect(await said("trace", "one", "ID", "--case", "two")).toMatchObject(told('"ID" is one too many'));
    expect(await said("nosuch", "--help")).toMatchObject(told('There is no command "nosuch"'));
    expect(await said("help", "nosuch")).toMatchObject(told('There is no command "nosuch"'));
    expect((await inquest(here, "help", "help")).code).toBe(0);
    expect((await inquest(here, "link", "explain", "--help")).out).toContain("inquest link explain A B");
    // Node's own words are of several lines and have no end.
    expect((await said("estimate", "--table")).err).toContain("inquest: --table needs a value. See");
    expect((await said("estimate", "--table", "t.csv", "--bootstrap", "100", "--seed", "-1")).err).toContain(
      "--seed needs a value. One that begins with a dash is written --seed=-…. See",
    );
    expect((await said("answer", "--json=yes")).err).toContain("--json takes no value. See");
    expect(await said("release", "--profile", "public", "--expires", "2027")).toMatchObject(
      told("release takes no --expires; inquest help release shows"),
    );
    expect((await said("answer", "--bogus")).err).toContain('There is no option "--bogus". See');
  });

  it("a model that is none is told before the chains are drawn", async () => {
    const here = temporaryFolder("no-model");
    mkdirSync(here, { recursive: true });
    writeFileSync(join(here, "t.csv"), "A,B,C,count\n1,0,0,40\n0,1,0,30\n1,1,0,12\n0,0,1,9\n1,0,1,8\n");
    const { code, err } = await inquest(here, "estimate", "--table", "t.csv", "--model", "[14]");
    expect(code).toBe(3);
    expect(err).toContain("names no log-linear model of 3 lists");
    expect(err).not.toContain("Sampling");
  });

  beforeAll(async () => {
    folder = temporaryFolder("bad-input");
    mkdirSync(folder, { recursive: true });
    expect((await inquest(folder, "init", "case", "--title", "Test")).code).toBe(0);
    write("recipe.json", goodRecipe);
    write("good.csv", "id,name,died\n1,Maryam Karimi,1988-07-30\n2,Ali Rezaei,1988\n");
    expect(
      (await inquest(folder, "import", "good.csv", "--recipe", "recipe.json", "--case", "case")).code,
    ).toBe(0);
  });

  it("makes importing the same list again a no-op", async () => {
    const before = snapshot();
    const again = await inquest(folder, "import", "good.csv", "--recipe", "recipe.json", "--case", "case");
    expect(again.code).toBe(0);
    expect(again.out).toContain("nothing changed");
    expect(snapshot()).toEqual(before);
  });

  it("names the columns that exist when a recipe names one that does not", async () => {
    write("wrong.json", recipe({ name: { column: "nam" } }));
    const err = await refuses(3, "import", "good.csv", "--recipe", "wrong.json", "--case", "case");
    expect(err).toContain("nam");
    expect(err).toContain("name");
    expect(err).toContain("died");
  });

  it("refuses a recipe that is no JSON, a missing recipe and a missing file, each by name", async () => {
    write("broken.json", "{ v: 1");
    expect(await refuses(3, "import", "good.csv", "--recipe", "broken.json", "--case", "case")).toContain(
      "broken.json",
    );
    expect(await refuses(3, "import", "good.csv", "--recipe", "none.json", "--case", "case")).toContain(
      "none.json",
    );
    expect(await refuses(3, "import", "none.csv", "--recipe", "recipe.json", "--case", "case")).toContain(
      "none.csv",
    );
  });

  it("refuses an empty file", async () => {
    write("empty.csv", "");
    expect(await refuses(3, "import", "empty.csv", "--recipe", "recipe.json", "--case", "case")).toContain(
      "empty.csv",
    );
  });

  it("refuses a file that is broken as a table, and takes its readable rows only when told to", async () => {
    write("broken-table.csv", 'id,name,died\n1,Maryam Karimi,1988-07-30\n2,"Ali Rezaei\n');
    const args = ["import", "broken-table.csv", "--recipe", "recipe.json", "--case", "case", "--replace"];
    expect(await refuses(3, ...args)).toMatch(/broken-table\.csv, row 2/u);
    const outcome = await inquest(folder, ...args, "--accept-rejected", "--rejected", "rejected.csv");
    expect(outcome.code).toBe(3);
    expect(outcome.err).toMatch(/row 2/iu);
    expect(readFileSync(join(folder, "rejected.csv"), "utf8")).toContain("Ali Rezaei");
  });

  it("rejects a short row with its number and reason, keeps the others, and ends with 3", async () => {
    write("short.csv", "id,name,died\n1,Maryam Karimi,1988-07-30\n2,Ali Rezaei\n");
    const outcome = await inquest(
      folder,
      ...["import", "short.csv", "--recipe", "recipe.json", "--case", "case", "--replace", "--json"],
    );
    expect(outcome.code).toBe(3);
    expect(JSON.parse(outcome.out)).toMatchObject({
      records: 1,
      rejected: [{ row: 2, text: "2,Ali Rezaei" }],
    });
  });

  it("asks before another file takes the place of a list, and refuses one without records", async () => {
    write("other.csv", "id,name,died\n7,Zahra Naderi,1988-08-01\n");
    const err = await refuses(5, "import", "other.csv", "--recipe", "recipe.json", "--case", "case");
    expect(err).toContain("--replace");
    write("heading.csv", "id,name,died\n");
    await refuses(3, "import", "heading.csv", "--recipe", "recipe.json", "--case", "case", "--replace");
  });

  it("records none of several lists when one of them is faulty", async () => {
    const fields = { name: { column: "name" } };
    const lists = {
      first: { file: "other.csv", id: "id", fields },
      second: { file: "empty.csv", id: "id", fields },
    };
    write("two.json", JSON.stringify({ v: 1, lists }));
    await refuses(3, "import", "--recipe", "two.json", "--case", "case");
  });

  it("tells a workbook from a table, and shows no byte of it", async () => {
    write("book.csv", "PK\u0003\u0004\u001b[31m");
    const err = await refuses(3, "import", "book.csv", "--recipe", "recipe.json", "--case", "case");
    expect(err).toContain("CSV");
    expect(err).not.toContain("\u001b");
  });

  it("records nothing from a case folder whose recipe names a column that its list does not have", async () => {
    cpSync(join(import.meta.dirname, "..", "..", "cases", "first-hour"), join(folder, "hour"), {
      recursive: true,
    });
    const path = join(folder, "hour", "lists", "recipe.json");
    writeFileSync(path, readFileSync(path, "utf8").replace('"Full name"', '"Whole name"'));
    expect(await refuses(3, "build", "hour", "--case", "case")).toContain("Whole name");
  });

  it("applies a case folder to a case of another name, and the case still verifies", async () => {
    expect((await inquest(folder, "init", "renamed", "--title", "Renamed")).code).toBe(0);
    const shipped = join(import.meta.dirname, "..", "..", "cases", "kosovo-1999");
    expect((await inquest(folder, "build", shipped, "--case", "renamed")).code).toBe(0);
    expect((await inquest(folder, "verify", "--case", "renamed")).code).toBe(0);
    const answer = await inquest(folder, "answer", "--json", "--case", "renamed");
    expect(JSON.parse(answer.out)).toMatchObject({ id: "renamed" });
  });

  it("lists a broken date as a problem and keeps the row", async () => {
    write("dates.csv", "id,name,died\n1,Maryam Karimi,1988-13-45\n");
    const outcome = await inquest(
      folder,
      "import",
      "dates.csv",
      "--recipe",
      "recipe.json",
      "--case",
      "case",
      "--json",
      "--replace",
    );
    expect(outcome.code).toBe(0);
    expect(JSON.parse(outcome.out)).toMatchObject({ records: 1, problems: [{ row: 1, raw: "1988-13-45" }] });
  });

  it("refuses a case that another process has open for writing", async () => {
    const surroundings = fixedSurroundings(folder);
    const opened = await openCase({ dir: join(folder, "case"), mode: "write", surroundings });
    try {
      const before = snapshot();
      const outcome = await inquest(
        folder,
        "import",
        "good.csv",
        "--recipe",
        "recipe.json",
        "--case",
        "case",
      );
      expect(outcome.code).toBe(6);
      expect(outcome.err).toContain(String(process.pid));
      expect(snapshot()).toEqual(before);
    } finally {
      await opened.close();
    }
    expect(existsSync(join(folder, "case", "lock"))).toBe(false);
  });

  it("says with code 2 what is wrong with a command, and with 3 that a folder is no case", async () => {
    expect((await inquest(folder, "answr")).code).toBe(2);
    expect((await inquest(folder, "answer", "--colour")).code).toBe(2);
    expect((await inquest(folder, "answer", "--case", "nowhere")).code).toBe(3);
    expect((await inquest(folder, "trace", "case", "no-such-figure")).code).toBe(3);
  });

  it("records nothing from a case folder with a mistake in one statement", async () => {
    const shipped = join(import.meta.dirname, "..", "..", "cases", "kosovo-1999");
    cpSync(shipped, join(folder, "kosovo"), { recursive: true });
    const [file] = readdirSync(join(folder, "kosovo", "statements"));
    const path = join(folder, "kosovo", "statements", file ?? "");
    writeFileSync(
      path,
      readFileSync(path, "utf8").replace(/quote: .*/u, 'quote: "words that stand nowhere"'),
    );
    const err = await refuses(3, "build", "kosovo", "--case", "case");
    expect(err).toContain(file ?? "no file");
    expect(err).toMatch(/line \d+/u);
  });
});
