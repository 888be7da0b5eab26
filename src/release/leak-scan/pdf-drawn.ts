/** The words that a content stream draws, seen or not: under boxes, off the page, in white, in earlier revisions. */
import { type CodeMap, spell } from "./pdf-fonts.ts";
import { pdfTokens, textsOfString } from "./pdf-tokens.ts";

/** In thousandths of the script: further apart is another word. */
const WORD_GAP = 180;
/** One name may mean fonts of several pages and revisions: so many readings are made of a stream. */
const MOST_READINGS = 8;
const DRAWS = /\bBT\b[\s\S]*(?:\b(?:Tj|TJ)\b|\)\s*['"])/u;
const NEW_PLACE = new Set(["Td", "TD", "T*", "Tm", "BT", "ET", "'", '"']);

/** Readings of a stream, one for each map that its fonts may have. None where it draws no words. */
export function* drawnTexts(
  content: string,
  fonts: ReadonlyMap<string, readonly CodeMap[]>,
): Generator<string> {
  if (!DRAWS.test(content)) return;
  const names = new Set(
    [...content.matchAll(/\/([^\s/<>[\]()]+)\s+[-+.\d]+\s+Tf\b/gu)].map(([, name]) => name ?? ""),
  );
  const most = Math.max(1, ...[...names].map((name) => fonts.get(name)?.length ?? 0));
  for (let reading = 0; reading < Math.min(most, MOST_READINGS); reading += 1)
    yield* read(content, (name) => {
      const maps = fonts.get(name) ?? [];
      return maps[reading % Math.max(1, maps.length)];
    });
}

/** As it is drawn, and with the letters of each glyph turned, where a glyph spells several. */
function read(content: string, mapOf: (font: string) => CodeMap | undefined): string[] {
  const parts: string[] = [];
  const turned: string[] = [];
  const draw = (text: string, turnedText = text) => {
    parts.push(text);
    turned.push(turnedText);
  };
  let map: CodeMap | undefined;
  let name = "";
  let isArray = false;
  let depth = 0;
  for (const token of pdfTokens(content)) {
    if (token.is === "string") {
      // Within a dictionary it is what somebody wrote of the words, not the words.
      if (depth > 0) draw(` ${[...textsOfString(token.bytes)].join(" ")} `);
      else if (map === undefined) draw(token.bytes);
      else draw(spell(token.bytes, map), spell(token.bytes, map, true));
      continue;
    }
    const { word } = token;
    if (word === "<<") depth += 1;
    else if (word === ">>") depth = Math.max(0, depth - 1);
    else if (word === "[") isArray = true;
    else if (word === "]") isArray = false;
    else if (word.startsWith("/")) name = word.slice(1);
    else if (word === "Tf") map = mapOf(name);
    else if (isArray && Math.abs(Number(word)) > WORD_GAP) draw(" ");
    else if (NEW_PLACE.has(word)) draw("\n");
  }
  const texts = [parts.join(""), turned.join("")];
  return texts[0] === texts[1] ? texts.slice(1) : texts;
}
