/** Texts that cells name by number (ECMA-376-1, 18.4), and the text of one with its runs. */
import type { ZipParts } from "../hostile/zip-parts.ts";
import type { ReadingBudget } from "./reading-budget.ts";
import { type PartHandler, readXmlPart, unescapeText } from "./xml-part.ts";

export interface TextCollector extends PartHandler {
  /** What was collected since it was last taken. */
  take(): string;
}

/** Collects the words of a rich text: all its runs, without the readings that stand above them (18.4.6: `rPh`). */
export function createTextCollector(): TextCollector {
  let text = "";
  let isText = false;
  let readings = 0;
  return {
    open(name) {
      if (name === "rPh") readings += 1;
      isText = name === "t" && readings === 0;
    },
    close(name) {
      if (name === "rPh") readings -= 1;
      isText = false;
    },
    text(words) {
      if (isText) text += words;
    },
    take() {
      const taken = unescapeText(text);
      text = "";
      return taken;
    },
  };
}

/** @throws Refused when the part is broken or holds more letters than may be read. */
export async function readSharedStrings(
  parts: ZipParts,
  name: string,
  budget: ReadingBudget,
): Promise<readonly string[]> {
  const texts: string[] = [];
  const collector = createTextCollector();
  const where = () => `text ${texts.length}`;
  await readXmlPart(
    { name, bytes: parts.read(name), where },
    {
      open(element, attributes) {
        collector.open(element, attributes);
      },
      close(element) {
        collector.close(element);
        if (element !== "si") return;
        const text = collector.take();
        budget.spendText(text.length, where);
        texts.push(text);
      },
      text: collector.text,
    },
    budget.nesting,
  );
  return texts;
}
