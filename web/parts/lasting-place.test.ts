import { parseHTML } from "linkedom";
import { expect, test } from "vitest";
import { lastingPlace, pathOf } from "./lasting-place.ts";

function page() {
  const { document } = parseHTML(`<main><section aria-label="outer"><div><section aria-label="inner">
    <p><button>x</button></p></section></div></section></main>`);
  const button = document.querySelector("button");
  if (button === null) throw new Error("the page has a button");
  return { document, path: pathOf(button) };
}

test("whoever stood on something that went stands in the closest part around it that is left", () => {
  const { document, path } = page();
  document.querySelector("button")?.remove();
  expect(lastingPlace(path)?.getAttribute("aria-label")).toBe("inner");
  document.querySelector("[aria-label=inner]")?.remove();
  expect(lastingPlace(path)?.getAttribute("aria-label")).toBe("outer");
  document.querySelector("[aria-label=outer]")?.remove();
  expect(lastingPlace(path)?.tagName).toBe("MAIN");
  document.querySelector("main")?.remove();
  expect(lastingPlace(path)).toBeNull();
});
