/** Commands that show: serve a case, start with the shipped cases. */
import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import {
  applyCaseFolder,
  type CaseReader,
  type CaseSource,
  createCase,
  createCaseBelow,
  fixedSource,
  type LiveCase,
  type NewCaseGiven,
  needsUnlocking,
  type OpenCase,
  openCase,
  openLiveCase,
  openLockableCase,
  readCaseFolder,
  rebuildCase,
} from "../case/index.ts";
import { compareText, isolate } from "../core/index.ts";
import { startServer } from "../server/index.ts";
import { usageError } from "./arguments.ts";
import { type Command, type CommandContext, findCase, writeJson } from "./context.ts";
import { openOwnCases } from "./own-cases.ts";
import { writeAnswers } from "./read-commands.ts";
import { noteServing } from "./serving.ts";

const DEFAULT_PORT = 1988;
const FIGURES_SHOWN = 24;
/** The order in which the shipped cases are shown: the case that Inquest was made for comes first. */
const FIRST_CASE = "iran-1988";

/** `inquest serve [CASE …]`: until Ctrl-C; what other commands record shows at the next look. */
export const serve: Command = async (context) => {
  const { line } = context;
  const isReadOnly = line.has("read-only");
  const words = line.operands.length > 0 ? line.operands : [undefined];
  const live: LiveCase[] = [];
  try {
    for (const word of words) {
      live.push(await openToWrite(context, findCase(context, word), isReadOnly));
    }
    await serveUntilStopped(context, live);
    return 0;
  } finally {
    for (const each of live) await each.close();
  }
};

/** `inquest start`: builds the shipped cases where they are not up to date, answers, serves. */
export const start: Command = async (context) => {
  const { line, terminal, translate } = context;
  terminal.err(`${translate("start.open")}\n`);
  const folder = join(context.root, "cases");
  const ids = readdirSync(folder)
    .filter((name) => existsSync(join(folder, name, "case.yaml")))
    .sort((a, b) => Number(b === FIRST_CASE) - Number(a === FIRST_CASE) || compareText(a, b));
  const opened: OpenCase[] = [];
  try {
    const readers: CaseReader[] = [];
    for (const id of ids) {
      const shipped = await openShippedCase(context, id);
      opened.push(shipped);
      readers.push(await rebuildCase(shipped));
    }
    if (line.has("json")) {
      writeJson(context, { cases: readers.map((reader) => reader.plainAnswers(line.language)) });
    } else {
      for (const reader of readers) writeAnswers(context, reader, FIGURES_SHOWN);
    }
    if (line.has("once")) return 0;
    const home = join(context.root, OWN_CASES);
    const live = new Set<LiveCase>();
    const openOwn = async (dir: string): Promise<LiveCase> => {
      const each = await openToWrite(context, dir);
      live.add(each);
      return each;
    };
    try {
      await openOwnCases(home, ids, {
        open: openOwn,
        tell: (dir, { message }) => terminal.err(`${translate("start.unopened", { dir, message })}\n`),
      });
      await serveUntilStopped(context, [...live, ...readers.map(fixedSource)], async (given) => {
        const served = new Set([...ids, ...[...live].map(({ id }) => id)]);
        return openOwn((await createCaseBelow(home, given, context.surroundings, served)).dir);
      });
    } finally {
      for (const each of live) await each.close();
    }
    return 0;
  } finally {
    for (const each of opened) await each.close();
  }
};

/** Where the shipped cases are built, and where those of the user lie that a browser made. */
const OWN_CASES = ".inquest";

/**
 * A case that a browser may write to. A request is no reason to ask somebody at the terminal: what needs a passphrase is
 * unlocked by whoever asks.
 */
async function openToWrite(
  { surroundings, progress }: CommandContext,
  dir: string,
  isReadOnly = false,
): Promise<LiveCase> {
  const { askPassphrase: _, ...asksNobody } = surroundings;
  const options = { dir, surroundings: asksNobody, progress, isReadOnly };
  return needsUnlocking(dir) ? openLockableCase(options) : openLiveCase(options);
}

/** Opens `.inquest/<id>` and applies the shipped folder to it, which changes nothing when it is up to date. */
async function openShippedCase(context: CommandContext, id: string): Promise<OpenCase> {
  const { surroundings, progress, root } = context;
  const dir = join(root, ".inquest", id);
  const folder = readCaseFolder(join(root, "cases", id));
  const isNew = !existsSync(join(dir, "case.json"));
  const opened = isNew
    ? await createCase({ dir, config: folder.config, surroundings, progress })
    : await openCase({ dir, mode: "write", surroundings, progress });
  try {
    await applyCaseFolder(opened, folder);
    return opened;
  } catch (error) {
    await opened.close();
    throw error;
  }
}

async function serveUntilStopped(
  context: CommandContext,
  cases: readonly CaseSource[],
  createCase?: (given: NewCaseGiven) => Promise<CaseSource>,
): Promise<void> {
  const { line, terminal, translate, root } = context;
  const wanted = line.value("port");
  const webFolder = join(root, "dist", "web");
  const { address, writeKey, writeAddress, ...server } = await startServer({
    cases,
    createCase,
    webFolder,
    port: wanted === undefined ? DEFAULT_PORT : toPort(wanted),
  });
  const isWritten =
    createCase !== undefined ||
    cases.some(({ write, locking }) => write !== undefined && locking === undefined);
  const forget = noteServing(context.surroundings.homeDir, {
    pid: process.pid,
    address,
    ...(isWritten ? { writeKey } : {}),
  });
  terminal.out(`\n${translate("serve.ready", { address })}\n`);
  if (isWritten) terminal.out(`${translate("serve.write", { address: writeAddress })}\n`);
  const locked = cases.flatMap(({ id, locking }) => (locking === undefined ? [] : [isolate(id)]));
  if (locked.length > 0) terminal.out(`${translate("serve.locked", { cases: locked.join(", ") })}\n`);
  terminal.out(`${translate("serve.stop")}\n`);
  await new Promise<void>((stopped) => {
    for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => stopped());
  });
  await server.lockAll();
  forget();
  await server.close();
}

function toPort(text: string): number {
  const port = Number(text);
  if (Number.isInteger(port) && port >= 0 && port <= 65_535) return port;
  throw usageError(`--port takes a number from 0 to 65535; "${text}" is none.`);
}
