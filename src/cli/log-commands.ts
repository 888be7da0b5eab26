/** Commands that read the log itself: log, prove. */
import { existsSync, statSync } from "node:fs";
import { join, resolve } from "node:path";
import {
  CONSENT_SCOPES,
  checkProof,
  type OpenCase,
  openCase,
  proveThing,
  type RecordedAct,
  type VerifiedProof,
} from "../case/index.ts";
import { usageError } from "./arguments.ts";
import { type Command, type CommandContext, findCase, namesCase, writeJson } from "./context.ts";
import { type LogLineOptions, toLogLine } from "./log-line.ts";
import { type CliMessageKey, messagesEn } from "./messages.en.ts";
import { showOnOneLine } from "./terminal.ts";
import { cosignatureLine, witnessesOf } from "./witness-lines.ts";
import { readUserFile, writeUserFile } from "./write-commands.ts";

const PROOF_ENDING = ".tlog-proof";

/** `inquest log [CASE] [--follow] [--json] [--from N] [--kind K]…`. */
export const log: Command = async (context) => {
  const { line, terminal, translate } = context;
  const dir = findCase(context, line.operands[0]);
  const kinds = line.values("kind");
  const options: LogLineOptions = {
    language: line.language,
    calendar: line.language === "fa" ? "solar-hijri" : "gregorian",
    translate,
    wordsFor: (kind) => toKey(`log.kind.${kind}`),
  };
  const fromLeaf = toLeaf(line.value("from") ?? "0");
  const opened = await openForReading(context, dir);
  const write = (recorded: RecordedAct) => {
    const { act, leafIndex } = recorded;
    if (kinds.length > 0 && !kinds.some((wanted) => act.kind === wanted || act.kind.startsWith(`${wanted}.`)))
      return;
    const text = line.has("json")
      ? escapeControls(JSON.stringify({ leafIndex, ...act }))
      : toLogLine(recorded, options);
    terminal.out(`${text}\n`);
  };
  try {
    if (!line.has("follow")) for (const recorded of opened.ledger.entries(fromLeaf)) write(recorded);
    else
      await untilStopped(async (signal) => {
        for await (const recorded of opened.ledger.follow({ fromLeaf, signal })) write(recorded);
      });
    return 0;
  } finally {
    await opened.close();
  }
};

/** `inquest prove [CASE] THING [--out FILE]`, or `inquest prove --check FILE [--key VKEY]… [--witness VKEY]…`. */
export const prove: Command = async (context) => {
  const { line, terminal, translate } = context;
  const checked = line.value("check");
  if (checked !== undefined) return checkProofFile(context, checked);
  const [first, second] = line.operands;
  const isFirstCase = second !== undefined || (namesCase(context, first) && line.value("case") === undefined);
  const word = isFirstCase ? second : first;
  if (word === undefined)
    throw usageError(
      "prove needs a leaf, the id of an act, source or item, or the SHA-256 of a sealed file.",
    );
  const audience = CONSENT_SCOPES.slice(1).find((scope) => scope === (line.value("for") ?? "public"));
  if (audience === undefined)
    throw usageError(`--for says to whom the proof goes: ${CONSENT_SCOPES.slice(1).join(", ")}.`);
  const opened = await openForReading(context, findCase(context, isFirstCase ? first : undefined));
  try {
    const { actId, kind, leafIndex, treeSize, proof, act, leaf, keys } = proveThing(opened, word, audience);
    const base = proofBase(context, line.value("out"), actId);
    const files = [
      { path: `${base}${PROOF_ENDING}`, bytes: proof },
      { path: `${base}.act.json`, bytes: act },
      ...(leaf === null ? [] : [{ path: `${base}.leaf`, bytes: leaf }]),
    ];
    for (const { path, bytes } of files) writeUserFile(context, path, bytes);
    const paths = files.map(({ path }) => path);
    if (line.has("json")) writeJson(context, { actId, kind, leafIndex, treeSize, files: paths, keys });
    else {
      terminal.out(`${translate("prove.done", { leaf: String(leafIndex), kind, size: treeSize })}\n`);
      for (const file of paths) terminal.out(`${translate("prove.file", { file: showOnOneLine(file) })}\n`);
      for (const key of keys) terminal.out(`${translate("prove.key", { key })}\n`);
    }
    return 0;
  } finally {
    await opened.close();
  }
};

function checkProofFile(context: CommandContext, path: string): Promise<number> {
  const { line, terminal, translate } = context;
  const base = path.endsWith(PROOF_ENDING) ? path.slice(0, -PROOF_ENDING.length) : path;
  const hasLeaf = existsSync(resolve(context.cwd, `${base}.leaf`));
  const files = {
    name: path,
    proof: readUserFile(context, path),
    act: readUserFile(context, `${base}.act.json`),
    leaf: hasLeaf ? readUserFile(context, `${base}.leaf`) : null,
  };
  const found = checkProof(files, { keys: line.values("key"), witnesses: witnessesOf(context) });
  if (line.has("json")) writeJson(context, found);
  else {
    writeVerdict(context, found);
    terminal.err(`${translate("prove.meaning")}\n`);
  }
  return Promise.resolve(0);
}

function writeVerdict({ terminal, translate }: CommandContext, found: VerifiedProof): void {
  const { act, leafIndex, treeSize, origin, isTrusted, signedBy, actKey, cosignatures } = found;
  const said = { id: act.id, kind: act.kind, at: act.at, leaf: String(leafIndex), size: treeSize, origin };
  terminal.out(`${showOnOneLine(translate(isTrusted ? "prove.valid" : "prove.valid-untrusted", said))}\n`);
  if (!isTrusted)
    for (const key of new Set([signedBy, actKey]))
      terminal.out(`${translate("prove.compare", { key: showOnOneLine(key) })}\n`);
  terminal.out(cosignatures.map((each) => cosignatureLine(each, translate)).join(""));
}

/** Runs until it ends by itself or the user stops it with Ctrl-C. */
async function untilStopped(run: (signal: AbortSignal) => Promise<void>): Promise<void> {
  const stop = new AbortController();
  const onSignal = () => stop.abort();
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, onSignal);
  try {
    await run(stop.signal);
  } finally {
    for (const signal of ["SIGINT", "SIGTERM"] as const) process.off(signal, onSignal);
  }
}

/** Where the files of a proof go: --out names the proof file or a folder; else the current folder. */
function proofBase({ cwd }: CommandContext, out: string | undefined, actId: string): string {
  if (out === undefined) return actId;
  const full = resolve(cwd, out);
  if (existsSync(full) && statSync(full).isDirectory()) return join(out, actId);
  return out.endsWith(PROOF_ENDING) ? out.slice(0, -PROOF_ENDING.length) : out;
}

function toLeaf(text: string): number {
  const leaf = Number(text);
  if (/^(0|[1-9][0-9]*)$/u.test(text) && Number.isSafeInteger(leaf)) return leaf;
  throw usageError(`--from takes the number of a leaf, from 0; "${text}" is none.`);
}

function toKey(text: string): CliMessageKey | null {
  return isKey(text) ? text : null;
}

function isKey(text: string): text is CliMessageKey {
  return Object.hasOwn(messagesEn, text);
}

/** JSON on one line in which no character moves a cursor or turns a line around; it parses to the same. */
function escapeControls(json: string): string {
  return json.replace(
    /[\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]/gu,
    (sign) => `\\u${(sign.codePointAt(0) ?? 0).toString(16).padStart(4, "0")}`,
  );
}

/** Opens a case, with its log, for reading. */
export function openForReading({ surroundings, progress }: CommandContext, dir: string): Promise<OpenCase> {
  return openCase({ dir, mode: "read", surroundings, progress });
}
