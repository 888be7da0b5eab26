/** Commands about sites: those at risk, the most urgent first; one of them in full; what may be told of where it lies. */
import {
  type Audience,
  type CaseReader,
  decidePublication,
  type SiteAsOfView,
  toDay,
} from "../case/index.ts";
import { toVisibleText } from "../core/index.ts";
import { usageError } from "./arguments.ts";
import { asWritten } from "./as-written.ts";
import { type Command, type CommandContext, findCase, writeJson } from "./context.ts";
import { readDay } from "./day-option.ts";
import { dualTime } from "./dual-time.ts";
import { withReader } from "./read-commands.ts";
import { withCase } from "./write-commands.ts";

const DEFAULT_WITHIN_DAYS = 30;
const SHORT_HASH = 12;
const DECISIONS = ["exact", "coarsened", "withheld"] as const;

type Watched = ReturnType<CaseReader["watchList"]>["sites"][number];
type Said = Watched["threats"][number];

/** `inquest sites --case DIR [--on DATE] [--within DAYS] [--public]`, or a decision: `sites SITE --publish exact|coarsened|withheld …`. */
export const sites: Command = (context) => {
  const { line, terminal, translate, surroundings } = context;
  if (line.value("publish") !== undefined) return decide(context);
  const today = toDay(surroundings.now());
  const question = {
    on: readDay(line.value("on"), today) ?? today,
    withinDays: daysOf(line.value("within")),
    audience: audienceOf(context),
  };
  return withReader(context, findCase(context, line.operands[0]), (reader) => {
    const view = reader.watchList(question, line.language);
    if (line.has("json")) writeJson(context, view);
    else if (view.sites.length + view.withheld === 0) terminal.out(`${translate("site.none")}\n`);
    else {
      for (const site of view.sites) writeWatched(context, site);
      if (view.withheld > 0) terminal.out(`${translate("site.withheld", { count: view.withheld })}\n`);
    }
    return 0;
  });
};

/** `inquest site SITE --case DIR [--on DATE] [--public] [--json]`: everything about one site, as of a day. */
export const site: Command = (context) => {
  const { line, terminal, surroundings } = context;
  const word = line.operands.join(" ");
  if (word === "") throw usageError("site needs the name or the id of a site.");
  const question = {
    site: word,
    on: readDay(line.value("on"), toDay(surroundings.now())),
    audience: audienceOf(context),
  };
  return withReader(context, findCase(context, undefined), (reader) => {
    const view = reader.site(question, line.language);
    if (line.has("json")) {
      writeJson(context, view);
      return 0;
    }
    const where = view.place === null ? "" : ` (${toVisibleText(view.place.name)})`;
    terminal.out(`${toVisibleText(view.site.name)}${where}: ${statusOf(context, view)}\n`);
    writePage(context, view);
    return 0;
  });
};

function audienceOf({ line }: CommandContext): Audience {
  return line.has("public") ? "public" : "internal";
}

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

function writeWatched(context: CommandContext, watched: Watched): void {
  const { site: named, place, urgency, urgencyText } = watched;
  const mark =
    urgency === "works-soon" ? "‼" : urgency === "works-announced" || urgency === "threatened" ? "!" : "·";
  const where = place === null ? "" : ` (${toVisibleText(place.name)})`;
  // Of a site that may be destroyed "no threat" alone would say too little.
  const status =
    watched.status.code === "destroyed" && urgency !== "destroyed" ? [statusOf(context, watched)] : [];
  const said = [urgencyText, ...status].join("; ");
  context.terminal.out(`${mark} ${toVisibleText(named.name)}${where}: ${said}\n`);
  writePage(context, watched);
}

function statusOf({ translate }: CommandContext, { status }: SiteAsOfView): string {
  return status.certain ? status.text : translate("site.possibly", { status: status.text });
}

/** What is said of a site, part by part. */
function writePage(context: CommandContext, view: SiteAsOfView): void {
  const { terminal, translate } = context;
  const say = (text: string) => terminal.out(`    ${text}\n`);
  const threats = new Set(view.threats.map(({ id }) => id));
  for (const each of view.threats) say(toLine(context, each));
  for (const { key, text, detail, time, speaker, statement, polarity } of view.life) {
    if (threats.has(statement)) continue;
    const sign = polarity === "denies" ? "≠ " : "";
    const words = detail === "" ? "" : `: ${toVisibleText(detail)}`;
    say(`${sign}${text}${words}${timeOf(context, time)} · ${toVisibleText(speaker)} (${key ?? statement})`);
  }
  for (const each of view.facts.flatMap(({ statements }) => statements)) say(toLine(context, each));
  for (const { by, controlText } of view.control)
    if (controlText !== null)
      say(translate("site.control", { by: toVisibleText(by.name), when: controlText }));
  for (const { before, after } of view.imagePairs)
    say(`${toImageLine(context, before)} → ${toImageLine(context, after)}`);
  const paired = new Set(view.imagePairs.flatMap(({ before, after }) => [before.id, after.id]));
  for (const image of view.images) if (!paired.has(image.id)) say(toImageLine(context, image));
  if (view.coordinate !== null) {
    const { latitude, longitude, accuracyM, from } = view.coordinate;
    const told = { latitude: String(latitude), longitude: String(longitude), metres: accuracyM };
    say(translate("site.coordinate", { ...told, from: toVisibleText(from) }));
  }
  if (view.later > 0) say(translate("site.later", { count: view.later }));
  say(toVisibleText(view.publicationText));
}

function toLine(context: CommandContext, said: Said): string {
  const { propertyText, valueText, time, speaker, key, id, polarity } = said;
  const sign = polarity === "denies" ? "≠ " : "";
  const words = valueText === "" ? "" : `: ${toVisibleText(valueText)}`;
  return `${sign}${propertyText}${words}${timeOf(context, time)}${asWritten(context, said)} · ${toVisibleText(speaker.name)} (${key ?? id})`;
}

/** With the sealed file that the statement stands in, where this audience is told of it. */
function toImageLine(context: CommandContext, image: SiteAsOfView["images"][number]): string {
  const { sealed } = image;
  return `${toLine(context, image)}${sealed === null ? "" : ` [${toVisibleText(sealed.fileName)} ${sealed.sha256.slice(0, SHORT_HASH)}]`}`;
}

function timeOf({ line }: CommandContext, time: Said["time"]): string {
  if (time === null) return "";
  return ` · ${dualTime(time, line.language)}`;
}

function daysOf(within: string | undefined): number {
  if (within === undefined) return DEFAULT_WITHIN_DAYS;
  if (/^\d{1,5}$/u.test(within)) return Number(within);
  throw usageError(`--within takes a number of days; "${within}" is none.`);
}
