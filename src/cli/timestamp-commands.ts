/** Commands about time: requests and answers as files, authorities over the network, and what every proof shows today. */
import {
  createHttpExchange,
  fetchPromises,
  fetchTimestamp,
  importTimestamp,
  type JudgedTimestamp,
  listOpenRequests,
  listTimestamps,
  readBlockHeaders,
  readPemCertificates,
  requestTimestamp,
  type Trust,
  upgradeTimestamps,
} from "../case/index.ts";
import { usageError } from "./arguments.ts";
import { type Command, type CommandContext, findCase, writeJson } from "./context.ts";
import { requireDistinctFiles } from "./distinct-files.ts";
import { openForReading } from "./log-commands.ts";
import { showOnOneLine } from "./terminal.ts";
import { readUserFile, withCase, writeUserFile } from "./write-commands.ts";

const TIMEOUT_MS = 30_000;
const MOST_BYTES = 256 * 1024;
const VERIFICATION_FAILED = 4;

type Action = (context: CommandContext) => Promise<number>;

/** `inquest timestamp request | import | fetch | list | upgrade`. */
export const timestamp: Command = async (context) => {
  const [word = ""] = context.line.operands;
  const action = Object.entries(ACTIONS).find(([name]) => name === word)?.[1];
  if (action !== undefined) return action(context);
  throw usageError(`timestamp takes ${Object.keys(ACTIONS).join(", ")}; "${word}" is none.`);
};

const ACTIONS: Readonly<Record<string, Action>> = {
  async request(context) {
    const { line, terminal, translate } = context;
    const out = line.value("out");
    if (out === undefined) throw usageError("timestamp request needs --out FILE.tsq.");
    requireDistinctFiles(context, {
      inputs: [],
      outputs: [
        { option: "--out", path: out },
        { option: "--note-out", path: line.value("note-out") },
      ],
    });
    return withCase(context, findCase(context, undefined), async (opened) => {
      const note = line.value("note-out");
      // Written before it is recorded: a request that nobody holds is asked for in vain.
      const { requested } = await requestTimestamp(opened, line.value("item") ?? null, (request, bytes) => {
        writeUserFile(context, out, request);
        // An OpenTimestamps client wants the stamped bytes themselves.
        if (note !== undefined) writeUserFile(context, note, bytes);
      });
      if (line.has("json")) writeJson(context, requested);
      else terminal.out(`${translate("timestamp.requested", { file: out, sha256: requested.sha256 })}\n`);
      return 0;
    });
  },

  async import(context) {
    const { line } = context;
    const [, path] = line.operands;
    if (path === undefined) throw usageError("timestamp import needs a .tsr or .ots file.");
    const bytes = readUserFile(context, path);
    const trust = readTrust(context);
    return withCase(context, findCase(context, undefined), async (opened) =>
      report(context, await importTimestamp(opened, bytes, trust)),
    );
  },

  async fetch(context) {
    const { line } = context;
    const url = line.value("authority");
    const calendars = line.values("calendar");
    const source = line.value("item") ?? null;
    if (calendars.length > 0) {
      return withCase(context, findCase(context, undefined), async (opened) =>
        report(context, await fetchPromises(opened, { calendars, source, exchange: network() })),
      );
    }
    if (url === undefined)
      throw usageError("timestamp fetch needs --authority URL: nothing is ever asked that you do not name.");
    const trust = readTrust(context);
    return withCase(context, findCase(context, undefined), async (opened) =>
      report(context, await fetchTimestamp(opened, { url, source, exchange: network(), trust })),
    );
  },

  async list(context) {
    const { line, terminal, translate } = context;
    const trust = readTrust(context);
    const opened = await openForReading(context, findCase(context, line.operands[1]));
    try {
      const all = await listTimestamps(opened, trust);
      const requests = listOpenRequests(opened.state);
      if (line.has("json")) writeJson(context, { timestamps: all, requests });
      else {
        if (all.length === 0) terminal.out(`${translate("timestamp.none")}\n`);
        for (const each of all) describe(context, each);
        for (const { over } of requests)
          terminal.out(`? ${describeOver(context, over)}  ${translate("timestamp.unanswered")}\n`);
      }
      return all.some(({ judged }) => judged === "invalid") ? VERIFICATION_FAILED : 0;
    } finally {
      await opened.close();
    }
  },

  async upgrade(context) {
    const { line, terminal } = context;
    const calendars = line.values("calendar");
    if (calendars.length === 0)
      throw usageError("timestamp upgrade needs --calendar URL: nothing is ever asked that you do not name.");
    return withCase(context, findCase(context, undefined), async (opened) => {
      const answers = await upgradeTimestamps(opened, { calendars, exchange: network() });
      if (line.has("json")) writeJson(context, { answers });
      else
        for (const { calendar, outcome, text } of answers)
          terminal.out(`${calendar}  ${outcome}  ${text}`.trimEnd().concat("\n"));
      return 0;
    });
  },
};

function network() {
  return createHttpExchange({ timeoutMs: TIMEOUT_MS, mostBytes: MOST_BYTES });
}

function readTrust(context: CommandContext): Trust {
  const { line } = context;
  const roots = line
    .values("roots")
    .flatMap((path) => readPemCertificates(new TextDecoder().decode(readUserFile(context, path))));
  const headers = line.values("headers").flatMap((path) => readBlockHeaders(readUserFile(context, path)));
  return { roots, headers };
}

function report(context: CommandContext, received: object): number {
  const { line, terminal, translate } = context;
  if (line.has("json")) writeJson(context, received);
  else terminal.out(`${translate("timestamp.taken")}\n`);
  return 0;
}

function describeOver({ translate }: CommandContext, over: JudgedTimestamp["over"]): string {
  if ("treeSize" in over) return translate("timestamp.over.checkpoint", { size: over.treeSize });
  return translate("timestamp.over.source", { source: over.source });
}

function describe(context: CommandContext, each: JudgedTimestamp): void {
  const { terminal, translate } = context;
  const { over, method, judged, isAnchored, time, authority, faults } = each;
  const mark = judged === "invalid" ? "✗" : judged === "pending" ? "…" : isAnchored ? "✓" : "·";
  const words = [method, translate(`timestamp.judged.${judged}`), time, authority].filter(
    (word) => word !== undefined,
  );
  terminal.out(`${mark} ${describeOver(context, over)}  ${showOnOneLine(words.join(" · "))}\n`);
  if (judged === "complete" && !isAnchored) terminal.out(`    ${translate("timestamp.unanchored")}\n`);
  if (judged === "invalid")
    for (const { text, code } of faults) terminal.out(`    ${showOnOneLine(text)} (${code})\n`);
}
