/** Commands about keys: doors, rotation, reading and shredding what is encrypted, recovery sheets. */
import { relative, resolve } from "node:path";
import {
  addCaseDoor,
  formatShare,
  isClosedCase,
  joinSheets,
  makeRecovery,
  type OpenCase,
  openCase,
  renderSheets,
  revealContent,
  rotateKey,
  shredItem,
  unlockBySheets,
} from "../case/index.ts";
import { usageError } from "./arguments.ts";
import { type Command, type CommandContext, findCase, writeJson } from "./context.ts";
import { readUserFile, requireNew, withCase, writeUserFile } from "./write-commands.ts";

const ACTIONS = { keys: ["show", "add-door", "rotate"], recovery: ["make", "test", "restore"] } as const;

/** `inquest keys [show | add-door | rotate] --case DIR`. */
export const keys: Command = async (context) => {
  const { line, terminal, translate } = context;
  const [action = "show"] = line.operands;
  const known = ACTIONS.keys.find((each) => each === action);
  if (known === undefined) throw usageError(`keys takes ${ACTIONS.keys.join(", ")}; "${action}" is none.`);
  return withCase(context, findCase(context, undefined), async (opened) => {
    switch (known) {
      case "add-door": {
        const actor = line.value("as") ?? context.surroundings.actor;
        const door = await addCaseDoor(opened, { actor, recipient: line.value("recipient") ?? null });
        terminal.out(`${translate("keys.door-added", { door, actor })}\n`);
        return 0;
      }
      case "rotate": {
        const why = line.value("why");
        if (why === undefined) throw usageError('keys rotate needs --why "…".');
        const rotated = await rotateKey(opened, { why, without: line.values("without") });
        const { generation, removed } = rotated;
        terminal.out(`${translate("keys.rotated", { generation, removed: removed.length })}\n`);
        return 0;
      }
      case "show": {
        const { generation, recipient, doors, items, shredded, recovery } = opened.state.keys;
        const view = {
          generation,
          recipient,
          doors: [...doors.values()],
          items: [...items.values()],
          shredded: [...shredded],
          recovery,
        };
        if (line.has("json")) writeJson(context, view);
        else showKeys(context, view);
        return 0;
      }
    }
  });
};

interface KeysView {
  readonly generation: number;
  readonly recipient: string | null;
  readonly doors: readonly { readonly door: string; readonly actor: string }[];
  readonly items: readonly { readonly item: string; readonly what: string }[];
  readonly shredded: readonly string[];
  readonly recovery: {
    readonly threshold: number;
    readonly shares: number;
    readonly isTested: boolean;
  } | null;
}

function showKeys({ terminal, translate }: CommandContext, view: KeysView): void {
  const { generation, recipient, doors, items, shredded, recovery } = view;
  if (recipient === null) {
    terminal.out(`${translate("keys.none")}\n`);
    return;
  }
  terminal.out(`${translate("keys.case", { generation, recipient })}\n`);
  for (const { door, actor } of doors) terminal.out(`${translate("keys.door", { door, actor })}\n`);
  for (const { item, what } of items) terminal.out(`${translate("keys.item", { item, what })}\n`);
  for (const item of shredded) terminal.out(`${translate("keys.shredded", { item })}\n`);
  const key = recovery === null ? "none" : recovery.isTested ? "tested" : "untested";
  const { threshold = 0, shares = 0 } = recovery ?? {};
  terminal.out(`${translate(`keys.recovery.${key}`, { threshold, shares })}\n`);
}

/** `inquest reveal ID --why "…" --case DIR [--out FILE]`. */
export const reveal: Command = async (context) => {
  const { line, terminal, translate } = context;
  const [id] = line.operands;
  const why = line.value("why");
  if (id === undefined || why === undefined)
    throw usageError('reveal needs a sealed source, statement or list, and --why "…".');
  return withCase(context, findCase(context, undefined), async (opened) => {
    tellReasonIsOpen(context, opened);
    const bytes = await revealContent(opened, id, why);
    const out = line.value("out");
    if (out === undefined) terminal.out(new TextDecoder().decode(bytes));
    else {
      writeUserFile(context, out, bytes, { isPrivate: true });
      terminal.err(`${translate("reveal.written", { file: out })}\n`);
    }
    return 0;
  });
};

/** In a closed case the log is encrypted; in an open one anybody reads why. */
function tellReasonIsOpen({ terminal, translate }: CommandContext, { closed }: OpenCase): void {
  if (closed === null) terminal.err(`${translate("keys.reason-open")}\n`);
}

/** `inquest shred ID --why "…" --case DIR [--copy MIRROR …]`. */
export const shred: Command = async (context) => {
  const { line, terminal, translate } = context;
  const [id] = line.operands;
  const why = line.value("why");
  if (id === undefined || why === undefined)
    throw usageError('shred needs an item, or a sealed source, statement or list, and --why "…".');
  return withCase(context, findCase(context, undefined), async (opened) => {
    tellReasonIsOpen(context, opened);
    const copies = line.values("copy").map((dir) => resolve(context.cwd, dir));
    const { item, also, destroyed } = await shredItem(opened, id, { why, copies });
    if (line.has("json")) writeJson(context, { item, also, destroyed });
    else {
      terminal.out(`${translate("shred.done", { item, count: destroyed.length })}\n`);
      if (also.length > 0) terminal.out(`${translate("shred.also", { count: also.length })}\n`);
    }
    return 0;
  });
};

/** `inquest recovery make --threshold M --shares N --out FOLDER`, `recovery test|restore FILE`. */
export const recovery: Command = async (context) => {
  const { line, terminal, translate } = context;
  const [action, path] = line.operands;
  if (action === "make") return makeSheets(context);
  const purpose = action === "test" || action === "restore" ? action : null;
  if (purpose === null || path === undefined)
    throw usageError("recovery takes make, or test or restore with a file of shares, one a line.");
  const texts = new TextDecoder()
    .decode(readUserFile(context, path))
    .split(/\r?\n/u)
    .map((text) => text.trim())
    .filter((text) => text !== "");
  const dir = findCase(context, undefined);
  if (purpose === "restore" && isClosedCase(dir)) {
    const { surroundings, progress } = context;
    const unlocked = await unlockBySheets(dir, surroundings, texts);
    const opened = await openCase({ dir, mode: "write", surroundings, progress, unlocked });
    await opened.close();
    terminal.out(`${translate("recovery.restore")}\n`);
    return 0;
  }
  return withCase(context, dir, async (opened) => {
    await joinSheets(opened, texts, purpose);
    terminal.out(`${translate(`recovery.${purpose}`)}\n`);
    return 0;
  });
};

async function makeSheets(context: CommandContext): Promise<number> {
  const { line, terminal, translate } = context;
  const [threshold, shares] = [Number(line.value("threshold") ?? 2), Number(line.value("shares") ?? 3)];
  const isSound = Number.isInteger(threshold) && Number.isInteger(shares) && threshold >= 2;
  if (!isSound || shares < threshold || shares > 255)
    throw usageError("recovery make takes --threshold M and --shares N with 2 ≤ M ≤ N ≤ 255.");
  return withCase(context, findCase(context, undefined), async (opened) => {
    const out = line.value("out");
    // Before the key is split: sheets of an earlier splitting are not written over.
    if (out !== undefined) requireNew(resolve(context.cwd, out));
    const made = await makeRecovery(opened, { threshold, shares });
    if (out !== undefined) {
      const path = resolve(context.cwd, out);
      if (!relative(opened.dir, path).startsWith(".."))
        throw usageError("--out lies within the case: sheets that lie with it open it for whoever takes it.");
      const sheets = await renderSheets(opened, made, context.surroundings.now());
      writeUserFile(context, path, sheets, { isPrivate: true, mustBeNew: true });
      terminal.out(`${translate("recovery.written", { file: out, count: made.length })}\n`);
      return 0;
    }
    for (const share of made) {
      const { number, count } = share;
      terminal.out(`${translate("recovery.sheet", { number, count, threshold })}\n  ${formatShare(share)}\n`);
    }
    terminal.err(`${translate("recovery.write-down")}\n`);
    return 0;
  });
}
