/** Two pictures of a site, of different days: nothing of them on the page before somebody asks, and then one in the place of the other. */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { en } from "../../web/messages/en.ts";
import { fa } from "../../web/messages/fa.ts";
import { inquest } from "../case/cli-fixture.ts";
import { writeSmallFolder } from "../case/small-folder.ts";
import { temporaryFolder } from "../case-fixture.ts";
import { madePng } from "../made-files.ts";
import { goTo, look, startLiveWorkbench, type Workbench } from "./browser.ts";

const WORDS = { en, fa };
const SITE = "/c/places/site%3Afield";

let workbench: Workbench;

describe("the pictures of a site", () => {
  beforeAll(async () => {
    const folder = temporaryFolder("site-images");
    const from = writeSmallFolder(folder, {
      subjects: ["{id: site:field, names: {en: The field, fa: دشت}}"],
      text: "A note.",
      statements: ['key: A, subject: site:field, property: site-reported, value: a grave, quote: "A note."'],
    });
    const images = [
      { key: "before", time: "2022-03-01", seen: "bare ground", width: 300 },
      { key: "after", time: "2023-03-01", seen: "new plots", width: 400 },
    ];
    for (const { key, time, seen, width } of images) {
      writeFileSync(join(from, "sources", `${key}.png`), madePng(width, 200));
      writeFileSync(
        join(from, "statements", `${key}.yaml`),
        `source: ${key}\ndefaults: {speaker: speaker:s, chain: first-hand}\nstatements:\n  - {subject: site:field, property: site-imaged, value: ${seen}, time: ${time}, seen: {en: ${seen}}, at: {region: [10, 20, 100, 50]}}\n`,
      );
    }
    await inquest(folder, "init", "c", "--title", "Small", "--fictional");
    const built = await inquest(folder, "build", from, "--case", "c", "--quiet");
    expect(built.err).toBe("");
    ({ workbench } = await startLiveWorkbench(folder));
  });
  afterAll(() => workbench.close());

  it.each([
    ["en", 1280],
    ["fa", 390],
  ] as const)(
    "are covered until they are asked for, and changed in one place by buttons (%s, %i pixels wide)",
    async (language, width) => {
      const watched = await workbench.open({ width });
      const { page } = watched;
      const t = WORDS[language];
      const asked: string[] = [];
      page.on("request", (request) => asked.push(request.url()));
      await goTo(watched, { address: workbench.address, route: SITE, language });
      const pair = page.locator(".image-pair");
      await pair.locator(".media-cover").waitFor();
      expect(await page.locator("img, canvas, video").count()).toBe(0);
      expect(await look(page, `site-images-covered-${language}`, { isWhole: true })).toEqual([]);
      const side = (name: "site.before" | "site.after") =>
        pair.getByRole("button", { name: new RegExp(`^${t[name]}`, "u") });
      const widthOf = async () => (await pair.locator("canvas").getAttribute("width")) ?? "";
      await pair.getByRole("button", { name: t["media.show.picture"] }).click();
      await expect.poll(widthOf).toBe("300");
      expect(asked.filter((url) => url.includes("/media"))).toHaveLength(1);
      // The other one is asked for by itself: whoever saw one has not agreed to see both.
      await side("site.after").click();
      await pair.locator(".media-cover").waitFor();
      await pair.getByRole("button", { name: t["media.show.picture"] }).click();
      await expect.poll(widthOf).toBe("400");
      await side("site.before").click();
      await expect.poll(widthOf).toBe("300");
      expect(await side("site.before").getAttribute("aria-pressed")).toBe("true");
      expect(await look(page, `site-images-shown-${language}`, { isWhole: true })).toEqual([]);
      await page.keyboard.press("b");
      await pair.locator(".media-cover").waitFor();
      expect(await page.locator("canvas").count()).toBe(0);
      expect(watched.errors).toEqual([]);
      expect(watched.foreign).toEqual([]);
      await page.close();
    },
  );
});
