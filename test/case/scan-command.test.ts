/** Whoever hands a release on can look for words in it beforehand, without the case. */
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { temporaryFolder } from "../case-fixture.ts";
import { madeDocx } from "../made-documents.ts";
import { madeJpeg } from "../made-pictures.ts";
import { inquest } from "./cli-fixture.ts";

let folder = "";
const scan = (...args: readonly string[]) => inquest(folder, "scan", ...args);

describe("inquest scan", () => {
  beforeAll(() => {
    folder = temporaryFolder("scan");
    mkdirSync(join(folder, "out", "data"), { recursive: true });
    writeFileSync(
      join(folder, "out", "data", "a.docx"),
      madeDocx({ creator: "شیرین کاناری‌پور", runs: ["Sima Ca", "naryson"] }),
    );
    writeFileSync(
      join(folder, "out", "b.jpg"),
      madeJpeg({ tags: { latitude: 34.451_234, longitude: 48.512_345 } }),
    );
    writeFileSync(join(folder, "out", "c.txt"), "Nothing of note.\n");
    writeFileSync(
      join(folder, "names.txt"),
      "شيرين کاناری پور\n\nSima Canaryson\n34.451234, 48.512345\nNobody Else\n",
    );
  });

  test("tells where each line of a list stands, by its number and never by its words", async () => {
    const { code, out } = await scan("out", "--for", "names.txt");
    expect(code).toBe(4);
    expect(out).toContain("data/a.docx > docProps/core.xml: line 1 of the list stands in its text");
    expect(out).toContain("data/a.docx > word/document.xml: line 3 of the list stands in its text");
    expect(out).toContain("b.jpg: line 4 of the list stands in what it says of itself");
    expect(out).toContain("3 lines of the list found");
    expect(out).not.toMatch(/line 5|Canaryson|کاناری/u);
    const { found } = JSON.parse((await scan("out", "--for", "names.txt", "--json")).out);
    expect(new Set(found.map(({ id }: { id: string }) => id))).toEqual(new Set(["1", "3", "4"]));
  });

  test("speaks Persian, and is content with a file that holds none of them", async () => {
    const { code, out } = await scan("out/c.txt", "--for", "names.txt", "--lang", "fa");
    expect([code, out]).toEqual([0, expect.stringContaining("در ۱ پرونده و پوشه نگاه شد؛ ۰ سطر")]);
    const told = (await scan("out", "--for", "names.txt", "--lang", "fa")).out;
    expect(told).toContain("سطر ۱ فهرست در متنش هست");
  });

  test("leaves to people what it could not look into, and what is too short to be looked for", async () => {
    writeFileSync(join(folder, "locked.7z"), Buffer.from("377abcaf271c0004", "hex"));
    const { code, out } = await scan("locked.7z", "--for", "names.txt");
    expect([code, out]).toEqual([5, expect.stringContaining("locked.7z was not looked into wholly")]);
    writeFileSync(join(folder, "short.txt"), "…\n");
    const short = await scan("out/c.txt", "--for", "short.txt");
    expect([short.code, short.out]).toEqual([5, expect.stringContaining("line 1 of the list is too short")]);
  });

  test("takes one file or folder that is there, and a list", async () => {
    for (const args of [["out"], ["out", "names.txt", "--for", "names.txt"], ["--for", "names.txt"]])
      expect((await scan(...args)).code).toBe(2);
    expect((await scan("nowhere", "--for", "names.txt")).code).toBe(3);
    expect((await scan("out", "--for", "nowhere.txt")).code).toBe(3);
  });
});
