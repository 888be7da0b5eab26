/** `inquest checkpoint`: letting signed checkpoints leave, and checking those that come back. */
import {
  addCosignatures,
  checkOldCheckpoint,
  listReleasedCheckpoints,
  type ReleasedCheckpoint,
  releaseCheckpoint,
} from "../case/index.ts";
import { usageError } from "./arguments.ts";
import { type Command, type CommandContext, findCase, writeJson } from "./context.ts";
import { requireDistinctFiles } from "./distinct-files.ts";
import { openForReading } from "./log-commands.ts";
import { showOnOneLine } from "./terminal.ts";
import { cosignatureLine, witnessesOf } from "./witness-lines.ts";
import { readUserFile, withCase, writeUserFile } from "./write-commands.ts";

const VERIFICATION_FAILED = 4;

/** A name and what they are; more would not fit into an act. */
const MOST_LETTERS = 500;

/** `inquest checkpoint --case DIR …`: release, list, check an old one, or add cosignatures. */
export const checkpoint: Command = (context) => {
  const { line } = context;
  const dir = findCase(context, line.operands[0]);
  const old = line.value("check");
  const cosigned = line.value("add-cosigned");
  const ways = [old !== undefined, cosigned !== undefined, line.has("released")].filter(Boolean);
  if (ways.length > 1) throw usageError("checkpoint takes one of --check, --add-cosigned and --released.");
  requireDistinctFiles(context, {
    inputs: [{ option: "--check", path: old }],
    outputs: [{ option: "--out", path: line.value("out") }],
  });
  if (old !== undefined) return checkOld(context, dir, readUserFile(context, old));
  if (cosigned !== undefined) return addCosigned(context, dir, readUserFile(context, cosigned));
  return line.has("released") ? listReleased(context, dir) : release(context, dir);
};

async function release(context: CommandContext, dir: string): Promise<number> {
  const { line, terminal, translate } = context;
  const out = line.value("out") ?? "-";
  const to = line.value("to");
  if (to !== undefined && to.length > MOST_LETTERS)
    throw usageError(`--to says who gets it in at most ${MOST_LETTERS} letters.`);
  const isPrinted = out === "-";
  return withCase(context, dir, async (opened) => {
    const how = isPrinted ? "printed" : "file";
    const { treeSize, rootHash, note, keys } = await releaseCheckpoint(opened, {
      how,
      ...(to === undefined ? {} : { to }),
    });
    if (!isPrinted) writeUserFile(context, out, note);
    if (line.has("json")) writeJson(context, { treeSize, root: rootHash, how, to: to ?? null, note, keys });
    else if (isPrinted) terminal.out(note);
    else terminal.out(`${translate("checkpoint.written", { file: showOnOneLine(out) })}\n`);
    if (!line.has("json")) {
      terminal.err(`${translate("checkpoint.released", { size: treeSize })}\n`);
      terminal.err(`${translate("checkpoint.keep", { keys: keys.join(", ") })}\n`);
    }
    return 0;
  });
}

async function checkOld(context: CommandContext, dir: string, bytes: Uint8Array): Promise<number> {
  const { line, terminal, translate } = context;
  const opened = await openForReading(context, dir);
  try {
    const { consistency, ...found } = checkOldCheckpoint(opened, bytes, witnessesOf(context));
    const out = line.value("out");
    const isWritten = out !== undefined && consistency !== null;
    if (isWritten) writeUserFile(context, out, consistency);
    if (line.has("json")) {
      writeJson(context, { ...found, continued: true, consistency: isWritten ? out : null });
      return 0;
    }
    const { treeSize, logSize, logRoot, cosignatures } = found;
    terminal.out(`${translate("checkpoint.continued", { size: logSize, old: treeSize, root: logRoot })}\n`);
    terminal.out(cosignatures.map((each) => cosignatureLine(each, translate)).join(""));
    if (isWritten) terminal.out(`${translate("checkpoint.consistency", { file: showOnOneLine(out) })}\n`);
    else if (out !== undefined) terminal.err(`${translate("checkpoint.no-consistency")}\n`);
    return 0;
  } finally {
    await opened.close();
  }
}

async function addCosigned(context: CommandContext, dir: string, bytes: Uint8Array): Promise<number> {
  const { line, terminal, translate } = context;
  return withCase(context, dir, async (opened) => {
    const found = await addCosignatures(opened, bytes, witnessesOf(context));
    const { added, treeSize } = found;
    if (line.has("json")) writeJson(context, found);
    else {
      const key = added.length > 0 ? "checkpoint.cosigned" : "checkpoint.cosigned-again";
      terminal.out(`${translate(key, { count: added.length, size: treeSize })}\n`);
      terminal.out(added.map((each) => cosignatureLine(each, translate)).join(""));
    }
    return 0;
  });
}

async function listReleased(context: CommandContext, dir: string): Promise<number> {
  const { line, terminal, translate } = context;
  const opened = await openForReading(context, dir);
  try {
    const released = listReleasedCheckpoints(opened, witnessesOf(context));
    if (line.has("json")) writeJson(context, released);
    else if (released.length === 0) terminal.out(`${translate("checkpoint.none")}\n`);
    else for (const each of released) terminal.out(releasedLines(each, translate));
    return released.every(({ continued }) => continued) ? 0 : VERIFICATION_FAILED;
  } finally {
    await opened.close();
  }
}

function releasedLines(
  { treeSize, root, given, cosignatures, continued }: ReleasedCheckpoint,
  translate: CommandContext["translate"],
): string {
  const mark = continued ? "✓" : "✗";
  return [
    `${translate("checkpoint.line", { mark, size: treeSize, root })}\n`,
    ...given.map(({ at, how, to }) =>
      to === null
        ? `${translate("checkpoint.given-nobody", { at, how })}\n`
        : `${translate("checkpoint.given", { at, how, to: showOnOneLine(to) })}\n`,
    ),
    ...cosignatures.map((each) => cosignatureLine(each, translate)),
    continued ? "" : `${translate("checkpoint.differs")}\n`,
  ].join("");
}
