import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { temporaryFolder } from "../temporary-folder.ts";
import { inquest } from "./cli-fixture.ts";

const folder = temporaryFolder("custody");

interface Event {
  readonly kind: string;
  readonly details: Record<string, unknown>;
}

async function chainOf(source: string): Promise<Event[]> {
  const { out } = await inquest(folder, "custody", source, "--case", "c", "--json");
  return JSON.parse(out).custody;
}

describe("the custody of a source", () => {
  beforeAll(async () => {
    writeFileSync(join(folder, "scan.txt"), "the page as it was found");
    writeFileSync(join(folder, "copy of scan.txt"), "the page as it was found");
    writeFileSync(join(folder, "ocr.txt"), "the page as a machine read it");
    await inquest(folder, "init", "c", "--title", "Custody");
    await inquest(folder, "add", "scan.txt", "--case", "c");
  });

  test("holds every event with both sides, who recorded it and why, in the order of the log", async () => {
    const moved = ["--from", "Bahar", "--to", "the archive", "--why", "safe keeping", "--on", "2024-05-31"];
    const { code, err } = await inquest(
      folder,
      "custody",
      "scan.txt",
      "transferred",
      ...moved,
      "--case",
      "c",
    );
    expect({ code, err }).toEqual({ code: 0, err: "Recorded.\n" });
    expect(await chainOf("scan.txt")).toMatchObject([
      { kind: "source.sealed" },
      {
        kind: "custody.transferred",
        details: { from: "Bahar", to: "the archive", why: "safe keeping", on: "2024-05-31" },
      },
    ]);
  });

  test.each([
    ["a transfer without its other side", ["transferred", "--to", "x", "--why", "y"], /needs: from/u],
    ["a time that nobody can read", ["copied", "--to", "x", "--why", "y", "--on", "soon"], /"soon" cannot/u],
  ])("refuses %s and records nothing", async (_, words, message) => {
    const before = (await chainOf("scan.txt")).length;
    const { code, err } = await inquest(folder, "custody", "scan.txt", ...words, "--case", "c");
    expect(code).toBe(3);
    expect(err).toMatch(message);
    expect((await chainOf("scan.txt")).length).toBe(before);
  });

  test("notes once that the same bytes came again under another name", async () => {
    const first = await inquest(folder, "add", "copy of scan.txt", "--case", "c");
    expect(first.out).toMatch(/came again is recorded/u);
    const again = await inquest(folder, "add", "copy of scan.txt", "--case", "c");
    expect(again.out).toMatch(/nothing changed/u);
    const noted = (await chainOf("scan.txt")).filter(({ kind }) => kind === "custody.duplicate-noted");
    expect(noted).toMatchObject([{ details: { fileName: "copy of scan.txt" } }]);
  });

  test("tells of a derivative at both ends, with the tool and everything that it was told", async () => {
    const how = ["--what", "ocr", "--tool", "reader", "--tool-version", "7.1"];
    const settings = ["--parameters", '{"language":"fas","pages":[1,2]}'];
    await inquest(folder, "derive", "ocr.txt", "--from", "scan.txt", ...how, ...settings, "--case", "c");
    const expected = {
      kind: "item.derived",
      details: {
        what: "ocr",
        tool: "reader",
        version: "7.1",
        parameters: { language: "fas", pages: [1, 2] },
      },
    };
    expect((await chainOf("scan.txt")).at(-1)).toMatchObject(expected);
    expect((await chainOf("ocr.txt")).at(-1)).toMatchObject(expected);
    expect((await inquest(folder, "verify", "c")).code).toBe(0);
  });
});
