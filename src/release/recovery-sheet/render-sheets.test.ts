import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { readdirSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { temporaryFolder } from "../../../test/temporary-folder.ts";
import { formatShare, parseShare, type Share } from "../../vault/index.ts";
import { type RecoverySheets, renderRecoverySheets } from "./render-sheets.ts";

const shares: Share[] = [1, 2, 3].map((number) => ({
  generation: 2,
  threshold: 2,
  count: 3,
  number,
  bytes: new Uint8Array(createHash("shake256", { outputLength: 33 }).update(`share ${number}`).digest()),
}));
const sheets: RecoverySheets = {
  caseId: "closed-0123456789abcdef",
  caseTitle: { en: '#panic("markup") $x$ *b*', fa: "تابستان ۱۳۶۷" },
  recipient: "age1zwlyl6h27gzv0lfntr7fcqrjrzqazap8sy5zylkxwneh7llf0dksu37mwt",
  madeOn: "2026-11-24",
  shares,
};
const hasPdfTools = spawnSync("pdftotext", ["-v"]).error === undefined;

let pdf: Uint8Array;
beforeAll(async () => {
  pdf = await renderRecoverySheets(sheets);
});

describe("recovery sheets", () => {
  test("come out with the same bytes each time, as PDF/A", async () => {
    expect(Buffer.compare(await renderRecoverySheets(sheets), pdf)).toBe(0);
    const text = Buffer.from(pdf).toString("latin1");
    expect(text.startsWith("%PDF-1.7")).toBe(true);
    expect(text).toContain("<pdfaid:part>2</pdfaid:part>");
  });

  test("leave nothing behind on the disk", async () => {
    const before = readdirSync(tmpdir()).filter((name) => /typst/iu.test(name));
    await renderRecoverySheets(sheets);
    expect(readdirSync(tmpdir()).filter((name) => /typst/iu.test(name))).toEqual(before);
  });

  test("say nothing of a share when they cannot be set", async () => {
    const failure = await renderRecoverySheets({ ...sheets, madeOn: "no day" }).catch((error) => error);
    expect(failure).toMatchObject({ code: "release/pdf-failed" });
    for (const share of shares) {
      const groups = formatShare(share).split("-");
      expect(groups.some((group) => group.length === 4 && JSON.stringify(failure).includes(group))).toBe(
        false,
      );
    }
  });

  test.skipIf(!hasPdfTools)(
    "hold one share a page, which can be typed back from the print (skips where pdftotext is absent)",
    () => {
      const path = join(temporaryFolder("sheets"), "sheets.pdf");
      writeFileSync(path, pdf);
      const { stdout } = spawnSync("pdftotext", ["-layout", path, "-"], { encoding: "utf8" });
      const pages = stdout.split("\f").filter((page) => page.trim() !== "");
      expect(pages).toHaveLength(shares.length);
      for (const [index, page] of pages.entries()) {
        const rows = [...page.matchAll(/^\s+[1-5]\s+((?:[0-9A-Z]{1,4}\s*){1,4})$/gmu)].map(([, row]) => row);
        expect(parseShare(rows.join(" "))).toEqual(shares[index]);
        expect(page).toContain('#panic("markup") $x$ *b*');
        expect(page).toContain("closed-0123456789abcdef");
      }
    },
  );
});
