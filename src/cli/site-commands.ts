/** `inquest sites`: sites at risk, the most urgent first, and what may be told of where they lie. */
import { type CaseReader, decidePublication, toDay } from "../case/index.ts";
import { toVisibleText } from "../core/index.ts";
import { usageError } from "./arguments.ts";
import { asWritten } from "./as-written.ts";
import { type Command, type CommandContext, findCase, writeJson } from "./context.ts";
import { readDay } from "./day-option.ts";
import { withReader } from "./read-commands.ts";
import { withCase } from "./write-commands.ts";

const DEFAULT_WITHIN_DAYS = 30;
const DECISIONS = ["exact", "coarsened", "withheld"] as const;

type Watched = ReturnType<CaseReader["watchList"]>["sites"][number];
type Said = Watched["threats"][number];

/** `inquest sites --case DIR [--on DATE] [--within DAYS]`, or a decision: `sites SITE --publish exact|coarsened|withheld …`. */
export const sites: Command = (context) => {
  const { line, terminal, translate, surroundings } = context;
  if (line.value("publish") !== undefined) return decide(context);
  const today = toDay(surroundings.now());
  const question = {
    on: readDay(line.value("on"), today) ?? today,
    withinDays: daysOf(line.value("within")),
  };
  return withReader(context, findCase(context, line.operands[0]), (reader) => {
    const view = reader.watchList(question, line.language);
    if (line.has("json")) writeJson(context, view);
    else if (view.sites.length === 0) terminal.out(`${translate("site.none")}\n`);
    else for (const site of view.sites) writeSite(context, site);
    return 0;
  });
};

function decide(context: CommandContext): Promise<number> {
  const { line, terminal, translate } = context;
  const [site, risk, reason, reviewer, km] = [
    line.operands[0],
    line.value("risk"),
    line.value("why"),
    line.value("by"),
    line.value("km"),
  ];
  const decision = DECISIONS.find((known) => known === line.value("publish"));
  if (
    site === undefined ||
    decision === undefined ||
    risk === undefined ||
    reason === undefined ||
    reviewer === undefined
  )
    throw usageError(
      `A decision needs a site, --publish ${DECISIONS.join("|")}, --risk, --why and --by; for coarsened also --km.`,
    );
  return withCase(context, findCase(context, undefined), async (opened) => {
    const decided = {
      site,
      decision,
      risk,
      reason,
      reviewer,
      ...(km === undefined ? {} : { km: Number(km) }),
    };
    const id = await decidePublication(opened, decided);
    terminal.out(
      `${translate("site.decided", { site: id, decision: translate(`site.publish.${decision}`, { km: km ?? "" }) })}\n`,
    );
    return 0;
  });
}

function writeSite(context: CommandContext, watched: Watched): void {
  const { terminal, translate } = context;
  const { site, place, urgency, urgencyText, threats, facts, imagePairs, publication } = watched;
  const mark =
    urgency === "works-soon" ? "‼" : urgency === "works-announced" || urgency === "threatened" ? "!" : "·";
  const where = place === null ? "" : ` (${toVisibleText(place.name)})`;
  terminal.out(`${mark} ${toVisibleText(site.name)}${where}: ${urgencyText}\n`);
  for (const each of [...threats, ...facts.flatMap(({ statements }) => statements)])
    terminal.out(`    ${toLine(context, each)}\n`);
  for (const { before, after } of imagePairs)
    terminal.out(`    ${toLine(context, before)} → ${toLine(context, after)}\n`);
  if (publication !== null) {
    const told = translate(`site.publish.${publication.decision}`, { km: publication.km ?? "" });
    terminal.out(
      `    ${translate("site.publication", { told, by: toVisibleText(publication.reviewer), why: toVisibleText(publication.reason) })}\n`,
    );
  }
}

function toLine(context: CommandContext, said: Said): string {
  const { propertyText, valueText, time, speaker, key, id, polarity } = said;
  const sign = polarity === "denies" ? "≠ " : "";
  const when = time === null ? "" : ` · ${time.gregorian} (${time.solarHijri})${asWritten(context, said)}`;
  return `${sign}${propertyText}: ${toVisibleText(valueText)}${when} · ${toVisibleText(speaker.name)} (${key ?? id})`;
}

function daysOf(within: string | undefined): number {
  if (within === undefined) return DEFAULT_WITHIN_DAYS;
  if (/^\d{1,5}$/u.test(within)) return Number(within);
  throw usageError(`--within takes a number of days; "${within}" is none.`);
}
