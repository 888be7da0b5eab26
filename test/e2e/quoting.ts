/** What a person does to state something from words of a source, as a test does it in a real browser. */
import type { Page } from "playwright-core";

/** Goes from word to word with the keys until the one that is chosen reads so. */
export async function walkTo(page: Page, word: string, key: string): Promise<void> {
  await page.locator(".sealed-text").focus();
  for (let steps = 0; steps < 60; steps += 1) {
    await page.keyboard.press(key);
    if ((await page.evaluate(() => String(getSelection()))) === word) return;
  }
  throw new Error(`${word} was not reached`);
}

/** Selects by offsets in the text, from the first to the second: backwards where the second is less. */
export async function select(page: Page, from: string, to: string): Promise<void> {
  await page.evaluate(
    ([anchor = "", focus = ""]) => {
      const root = document.querySelector(".sealed-text");
      const text = root?.textContent ?? "";
      const isBack = text.indexOf(focus) < text.indexOf(anchor);
      const at = (offset: number): [Node, number] => {
        const walker = document.createTreeWalker(root ?? document, NodeFilter.SHOW_TEXT);
        let left = offset;
        for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
          const length = node.textContent?.length ?? 0;
          if (left <= length) return [node, left];
          left -= length;
        }
        throw new Error("no such offset");
      };
      const [start, end] = [text.indexOf(anchor), text.indexOf(focus)];
      getSelection()?.setBaseAndExtent(
        ...at(isBack ? start + anchor.length : start),
        ...at(isBack ? end : end + focus.length),
      );
      // Whoever selects with a pointer sees what they select.
      getSelection()?.focusNode?.parentElement?.closest(".text-block")?.scrollIntoView({ block: "nearest" });
      const box = getSelection()?.getRangeAt(0).getBoundingClientRect();
      if (root === null || box === undefined) return;
      if (root.scrollHeight > root.clientHeight)
        root.scrollTop += box.top - root.getBoundingClientRect().top - 100;
      else if (box.bottom > innerHeight) scrollBy(0, box.top - 100);
    },
    [from, to],
  );
}

export async function choose(page: Page, label: string, name: string): Promise<void> {
  await page.getByRole("combobox", { name: label }).fill(name);
  await page.locator(".picker-list:not([hidden]) .option", { hasText: name }).first().click();
}

/** Fills the form as briefly as can be, and records. */
export async function state(page: Page, subject: string, property: string, value: string): Promise<void> {
  await choose(page, "What is spoken of", subject);
  await page.getByLabel("What is said of it").selectOption(property);
  await page.getByLabel("In words").fill(value);
  await page.keyboard.press("Control+Enter");
  await page.locator(".news").waitFor();
}

export function isInSight(node: Element): boolean {
  const { top, bottom } = node.getBoundingClientRect();
  return top >= 0 && bottom <= innerHeight;
}
