import { join } from "node:path";
import { expect, test } from "vitest";
import { createCaseBelow, openLiveCase } from "../../src/case/index.ts";
import { InquestError } from "../../src/core/index.ts";
import { startServer } from "../../src/server/index.ts";
import { repository, temporaryFolder } from "../case-fixture.ts";
import { findBarriers, keeperIn, withBrowser } from "./browser.ts";

test("a case that cannot be read says why, and leads to the others", async () => {
  const home = temporaryFolder("unreadable-e2e");
  const given = { title: { en: "Whole", fa: "درست" }, isFictional: true };
  const { dir } = await createCaseBelow(home, given, keeperIn(home));
  const whole = await openLiveCase({ dir, surroundings: keeperIn(home) });
  const gone = new InquestError({
    code: "ledger/segment-missing",
    reaction: "verification",
    message: "A segment is missing.",
  });
  const cases = [whole, { id: "gone", current: () => Promise.reject(gone) }];
  const server = await startServer({ cases, webFolder: join(repository, "dist", "web"), port: 0 });
  const workbench = await withBrowser(server, () => whole.close());
  const { page } = await workbench.open({ width: 390 });
  await page.goto(`${workbench.address}whole?lang=en`);
  await page.getByRole("combobox", { name: "Case" }).selectOption("gone");
  await page.getByRole("heading", { name: "This case cannot be read" }).waitFor();
  expect(await page.getByRole("alert").textContent()).toContain(
    "A segment is missing. ledger/segment-missing",
  );
  expect(await findBarriers(page)).toEqual([]);
  await page.getByRole("link", { name: "Go to another case" }).click();
  await page.waitForURL("**/whole*");
  await workbench.close();
});
