/** Commands about what was said: consent to it, and how far its recorders have come with it. */
import {
  CONSENT_SCOPES,
  findWordsThatStay,
  recordConsent,
  STATEMENT_STATUSES,
  setStatus,
  type WordsThatStay,
  withdrawConsent,
} from "../case/index.ts";
import { usageError } from "./arguments.ts";
import { type Command, type CommandContext, findCase, writeJson } from "./context.ts";
import { openForReading } from "./log-commands.ts";
import { showOnOneLine } from "./terminal.ts";
import { withCase } from "./write-commands.ts";

/** `inquest consent WHAT … --giver G --scope S --how "…"`, `consent withdraw ID --why "…"`, `consent` to list. */
export const consent: Command = async (context) => {
  const { line, terminal, translate } = context;
  const [first, ...rest] = line.operands;
  const dir = findCase(context, undefined);
  if (first === undefined) return listConsents(context, dir);
  if (first === "withdraw") return withdraw(context, dir, rest);
  if (first === "repeats") return listRepeats(context, dir);
  const [giver, how] = [line.value("giver"), line.value("how")];
  const scope = CONSENT_SCOPES.find((known) => known === line.value("scope"));
  if (giver === undefined || how === undefined || scope === undefined) {
    throw usageError(
      `consent needs --giver (a pseudonym), --scope (${CONSENT_SCOPES.join(", ")}) and --how it was given.`,
    );
  }
  return withCase(context, dir, async (opened) => {
    const given = await recordConsent(opened, {
      covers: [...line.operands],
      giver,
      scope,
      how,
      purposes: [...line.values("purpose")],
      expires: line.value("expires"),
      on: line.value("on"),
    });
    if (line.has("json")) writeJson(context, given);
    else {
      terminal.out(`${translate("consent.recorded", { id: given.id, count: given.covers.length })}\n`);
      if (opened.state.consents.isOver(given))
        terminal.out(`! ${translate("consent.ended", { day: given.expires ?? "" })}\n`);
    }
    return 0;
  });
};

function withdraw(context: CommandContext, dir: string, [id]: readonly string[]): Promise<number> {
  const { line, terminal, translate } = context;
  const why = line.value("why");
  if (id === undefined || why === undefined) throw usageError('consent withdraw needs an id and --why "…".');
  return withCase(context, dir, async (opened) => {
    const withdrawn = await withdrawConsent(opened, { id, why, on: line.value("on") });
    const { consent, stays } = withdrawn;
    if (line.has("json")) writeJson(context, { ...consent, stays });
    else {
      terminal.out(`${translate("consent.withdrawn", { id })}\n`);
      writeStays(context, stays);
    }
    return 0;
  });
}

/** Where words whose consent is missing still stand. */
async function listRepeats(context: CommandContext, dir: string): Promise<number> {
  const opened = await openForReading(context, dir);
  try {
    const stays = await findWordsThatStay(opened);
    if (context.line.has("json")) writeJson(context, stays);
    else if (stays.length === 0) context.terminal.out(`${context.translate("consent.no-repeats")}\n`);
    else writeStays(context, stays);
    return 0;
  } finally {
    await opened.close();
  }
}

function writeStays({ terminal, translate }: CommandContext, stays: readonly WordsThatStay[]): void {
  for (const { in: where, id, name, of } of stays) {
    const words = { id, name: showOnOneLine(name), statement: of ?? "" };
    terminal.out(`! ${translate(`consent.stays.${where}`, words)}\n`);
  }
}

async function listConsents(context: CommandContext, dir: string): Promise<number> {
  const { line, terminal, translate } = context;
  const opened = await openForReading(context, dir);
  try {
    const all = opened.state.consents.all();
    if (line.has("json")) writeJson(context, all);
    else if (all.length === 0) terminal.out(`${translate("consent.none")}\n`);
    else {
      for (const { id, giver, scope, covers, expires, withdrawn } of all) {
        const until = expires === undefined ? "" : ` ${translate("consent.until", { day: expires })}`;
        const state =
          withdrawn === null
            ? opened.state.consents.isOver({ expires })
              ? ` ${translate("consent.is-over")}`
              : ""
            : ` ${translate("consent.taken-back", { why: showOnOneLine(withdrawn.why) })}`;
        terminal.out(`${id}  ${showOnOneLine(giver)}  ${scope}  ${covers.join(" ")}${until}${state}\n`);
      }
    }
    return 0;
  } finally {
    await opened.close();
  }
}

/** `inquest status STATEMENT draft|accepted|conflict|work-needed|issue|withdrawn [--why "…"]`. */
export const status: Command = async (context) => {
  const { line, terminal, translate } = context;
  const [statement, word] = line.operands;
  const wanted = STATEMENT_STATUSES.find((known) => known === word);
  if (statement === undefined || wanted === undefined)
    throw usageError(`status needs a statement and one of ${STATEMENT_STATUSES.join(", ")}.`);
  return withCase(context, findCase(context, undefined), async (opened) => {
    const id = await setStatus(opened, { statement, status: wanted, reason: line.value("why") });
    terminal.out(`${translate("status.set", { id, status: wanted })}\n`);
    return 0;
  });
};
