/** `inquest scan`: whether words or places stand anywhere in a file or folder, looked into as a stranger would. No case is needed. */
import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { filesBelow, type LeakScan, type Sought, scanForLeaks, toUnreadText } from "../case/index.ts";
import { InquestError, toVisibleText } from "../core/index.ts";
import { usageError } from "./arguments.ts";
import { type Command, type CommandContext, writeJson } from "./context.ts";
import { readUserFile } from "./write-commands.ts";

const FOUND = 4;
/** Nothing was found, and not everything could be looked into: that is for a person to judge. */
const NOT_ALL_READ = 5;
/** Words of so many letters are found by their letters alone, however they are broken; shorter ones stand in others by chance. */
const FEWEST_LETTERS = 10;
const PLACE = /^\s*(-?\d{1,2}\.\d+)\s*[,;\s]\s*(-?\d{1,3}\.\d+)\s*$/u;

/** `scan FILE|FOLDER --for WORDS.txt [--json]`. */
export const scan: Command = async (context) => {
  const { line, cwd } = context;
  const [given, ...rest] = line.operands;
  const words = line.value("for");
  if (given === undefined || rest.length > 0) throw usageError("scan takes one file or folder.");
  if (words === undefined) throw usageError("scan needs --for FILE, with words or a place on each line.");
  const sought = soughtIn(readUserFile(context, words));
  if (sought.length === 0) throw usageError(`${words} holds no words to look for.`);
  const path = resolve(cwd, given);
  if (!existsSync(path)) {
    throw new InquestError({
      code: "cli/file-missing",
      reaction: "input",
      message: `${path} cannot be read. Check the path and the rights to the file.`,
      evidence: { path },
    });
  }
  const result = await scanForLeaks(filesBelow(path), sought);
  if (line.has("json")) writeJson(context, result);
  else write(context, result);
  if (result.found.length > 0) return FOUND;
  return result.unread.length > 0 || result.notSought.length > 0 ? NOT_ALL_READ : 0;
};

/** Each line by its number, which is what a finding tells: the list may be more secret than what it is looked for in. */
function soughtIn(bytes: Uint8Array): Sought[] {
  return new TextDecoder()
    .decode(bytes)
    .split(/\r?\n/u)
    .flatMap((text, index): Sought[] => {
      const id = String(index + 1);
      if (text.trim() === "") return [];
      const [, latitude, longitude] = PLACE.exec(text) ?? [];
      if (latitude !== undefined && longitude !== undefined)
        return [{ id, is: "point", latitude: Number(latitude), longitude: Number(longitude) }];
      const letters = text.match(/[\p{L}\p{N}]/gu)?.length ?? 0;
      const byWords: Sought = { id, is: "words", text };
      return letters < FEWEST_LETTERS ? [byWords] : [byWords, { id, is: "letters", text }];
    });
}

function write({ terminal, translate, line }: CommandContext, result: LeakScan): void {
  const say = (text: string) => terminal.out(`${text}\n`);
  const shown = (path: readonly string[]) => path.map((part) => toVisibleText(part)).join(" > ");
  for (const { path, id, where } of result.found)
    say(
      `! ${translate("scan.found", { file: shown(path), line: Number(id), where: translate(`scan.in.${where}`) })}`,
    );
  for (const { path, remark } of result.unread)
    say(`? ${translate("scan.unread", { file: shown(path), why: toUnreadText(remark, line.language) })}`);
  for (const path of result.plainOnly) say(`  ${translate("scan.plain", { file: shown(path) })}`);
  for (const id of result.notSought) say(`? ${translate("scan.short", { line: Number(id) })}`);
  say(translate("scan.done", { files: result.files, found: new Set(result.found.map(({ id }) => id)).size }));
}
