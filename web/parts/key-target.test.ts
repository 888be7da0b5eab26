import { parseHTML } from "linkedom";
import { expect, test } from "vitest";
import { isForPage, isSingleKey, isTyping } from "./key-target.ts";

const { document } = parseHTML(`
  <main><input><textarea></textarea><select></select><button>b</button><p contenteditable="true">p</p></main>
  <dialog><button>inside</button></dialog>`);
const pressed = (
  selector: string,
  some: { readonly ctrlKey?: boolean; readonly isComposing?: boolean } = {},
) => ({
  ...{ ctrlKey: false, metaKey: false, altKey: false, isComposing: false },
  ...some,
  target: document.querySelector(selector),
});

test("a key is not for the page while somebody types, composes, or looks at a dialog above it", () => {
  expect(["input", "textarea", "select"].map((name) => isTyping(document.querySelector(name)))).toEqual([
    true,
    true,
    true,
  ]);
  expect(isTyping(document.querySelector("button"))).toBe(false);
  expect(isTyping(null)).toBe(false);
  expect(isForPage(pressed("button"), document)).toBe(true);
  expect(isForPage(pressed("button", { isComposing: true }), document)).toBe(false);
  expect(isForPage(pressed("input"), document)).toBe(false);
  expect(isSingleKey(pressed("button"), document)).toBe(true);
  expect(isSingleKey(pressed("button", { ctrlKey: true }), document)).toBe(false);
  expect(isForPage(pressed("button", { ctrlKey: true }), document)).toBe(true);
  document.querySelector("dialog")?.setAttribute("open", "");
  expect(isSingleKey(pressed("button"), document)).toBe(false);
  expect(isForPage(pressed("button", { ctrlKey: true }), document)).toBe(false);
});
