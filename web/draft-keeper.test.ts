import { expect, test } from "vitest";
import { createDraftKeeper } from "./draft-keeper.ts";

function window() {
  const host = new EventTarget();
  const asks = () => !host.dispatchEvent(new Event("beforeunload", { cancelable: true }));
  return { host, asks };
}

test("a draft is there again for whoever comes back to its place, and for that place alone", () => {
  const drafts = createDraftKeeper<{ readonly corrections: number }>(window().host);
  expect(drafts.draftOf("list as found")).toBeNull();
  drafts.keep("list as found", { corrections: 2 }, true);
  drafts.keep("list by semicolons", { corrections: 0 }, false);
  expect(drafts.draftOf("list as found")).toEqual({ corrections: 2 });
  drafts.drop("list as found");
  expect(drafts.draftOf("list as found")).toBeNull();
  expect(drafts.draftOf("list by semicolons")).toEqual({ corrections: 0 });
});

test("the window asks before it goes while anybody would miss something, and not where a case is locked", () => {
  const { host, asks } = window();
  const drafts = createDraftKeeper<string>(host);
  drafts.keep("a", "nothing yet", false);
  expect(asks()).toBe(false);
  drafts.keep("a", "a correction", true);
  drafts.keep("b", "another", true);
  expect(asks()).toBe(true);
  drafts.drop("a");
  expect(asks()).toBe(true);
  drafts.clear();
  expect(asks()).toBe(false);
  expect(drafts.draftOf("b")).toBeNull();
});
