/** Commands about custody: the chain of a source, a new event, and what was made of a source. */
import { basename } from "node:path";
import { z } from "zod";
import {
  DERIVATIVES,
  type Derivative,
  describeSource,
  findSourceId,
  presentCustody,
  readCustody,
  recordCustody,
  sealDerivative,
  toWordsByLanguage,
} from "../case/index.ts";
import { parseJson } from "../core/index.ts";
import { usageError } from "./arguments.ts";
import { type Command, findCase, writeJson } from "./context.ts";
import { showOnOneLine } from "./terminal.ts";
import { readUserFile, withCase } from "./write-commands.ts";

const Parameters = z.record(z.string(), z.json());

const EVENTS = {
  received: "custody.received",
  transferred: "custody.transferred",
  copied: "custody.copied",
  exported: "custody.exported",
  viewed: "custody.viewed",
} as const;

/**
 * `inquest custody SOURCE --case DIR`, or with an event: `custody SOURCE transferred --from A --to B --why "…"`, `custody SOURCE
 * described --what "photograph, dead body"`.
 */
export const custody: Command = async (context) => {
  const { line, terminal, translate } = context;
  const [id, word] = line.operands;
  if (id === undefined) throw usageError("custody needs a source, by its id, key or file name.");
  const isDescribed = word === "described";
  const event = word === undefined || isDescribed ? null : toEvent(word);
  return withCase(context, findCase(context, undefined), async (opened) => {
    if (isDescribed) await describeSource(opened, id, { shows: toWordsByLanguage(line.values("what")) });
    if (event !== null) {
      const why = line.value("why");
      if (why === undefined) throw usageError('custody needs --why "…".');
      await recordCustody(opened, id, {
        kind: event,
        why,
        from: line.value("from"),
        to: line.value("to"),
        by: line.value("by"),
        on: line.value("on"),
        note: line.value("note"),
      });
    }
    const source = findSourceId(opened, id);
    const isSealed = opened.state.sources.get(source)?.value.sealed !== undefined;
    // Who had something encrypted is encrypted beside it.
    if (isSealed && opened.state.custody.of(source).some(({ sealed }) => sealed !== null))
      await opened.secrets.unlock(id);
    const chain = await readCustody(opened, source);
    if (line.has("json")) writeJson(context, { source: findSourceId(opened, id), custody: chain });
    else for (const each of presentCustody(chain, line.language)) terminal.out(`${toLine(each)}\n`);
    if (event !== null || isDescribed) terminal.err(`${translate("custody.recorded")}\n`);
    return 0;
  });
};

function toEvent(word: string): (typeof EVENTS)[keyof typeof EVENTS] {
  const found = Object.entries(EVENTS).find(([name]) => name === word)?.[1];
  if (found !== undefined) return found;
  throw usageError(`custody takes ${Object.keys(EVENTS).join(", ")}, described; "${word}" is none.`);
}

function toLine({ at, actor, what, details }: ReturnType<typeof presentCustody>[number]): string {
  const told = details.map(({ name, value }) => `${name}: ${showOnOneLine(value)}`);
  const day = at.slice(0, 16).replace("T", " ");
  return `${day}Z  ${actor}  ${what}  ${told.join(" · ")}`.trimEnd();
}

/** `inquest derive FILE --from SOURCE --what text --tool NAME --tool-version V [--parameters JSON] --case DIR`. */
export const derive: Command = async (context) => {
  const { line, terminal, translate } = context;
  const [path] = line.operands;
  const [from, tool, version] = [line.value("from"), line.value("tool"), line.value("tool-version")];
  const what = DERIVATIVES.find((known) => known === line.value("what"));
  if (path === undefined || from === undefined || tool === undefined || version === undefined)
    throw usageError("derive needs a file, --from SOURCE, --what, --tool and --tool-version.");
  if (what === undefined) throw usageError(`--what takes ${DERIVATIVES.join(", ")}.`);
  const parameters = parseParameters(line.value("parameters") ?? "{}");
  const file = { name: basename(path), bytes: readUserFile(context, path) };
  return withCase(context, findCase(context, undefined), async (opened) => {
    const { source } = await sealDerivative(opened, from, file, { what, tool, version, parameters });
    terminal.out(`${translate("derive.done", { file: file.name, source: source.id, from })}\n`);
    return 0;
  });
};

/** The settings of a tool as the user wrote them: JSON of any depth. */
function parseParameters(text: string): Derivative["parameters"] {
  const parsed = Parameters.safeParse(parseJson(text));
  if (parsed.success) return parsed.data;
  throw usageError('--parameters takes a JSON object, such as {"language":"fas"}.');
}
