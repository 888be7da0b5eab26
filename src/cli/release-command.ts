/** `inquest release`: what leaves the case by a profile; with --dry-run, what would and what would not. */
import { resolve } from "node:path";
import {
  type MissingDecision,
  PROFILES,
  type ProfileId,
  previewRelease,
  publishRelease,
  type ReleasePlan,
  STATEMENT_STAYS,
  VISIBILITIES,
} from "../case/index.ts";
import { usageError } from "./arguments.ts";
import { type Command, type CommandContext, findCase, writeJson } from "./context.ts";
import { openForReading } from "./log-commands.ts";
import { withCase } from "./write-commands.ts";

/** The exit code of a case in which people have to decide first. */
const UNDECIDED = 5;

/** `release [CASE] --profile public|partners|commission --out DIR [--contact "…"] [--index --why "…"] | --dry-run`. */
export const release: Command = async (context) => {
  const { line, terminal, translate } = context;
  const profile = PROFILES.find((known) => known === line.value("profile"));
  if (profile === undefined) throw usageError(`release needs --profile ${PROFILES.join("|")}.`);
  const memorial = readMemorial(context, profile);
  const dir = findCase(context, line.operands[0]);
  if (line.has("dry-run")) {
    const opened = await openForReading(context, dir);
    try {
      const plan = await previewRelease(opened, profile);
      if (line.has("json")) writeJson(context, toJson(plan));
      else writePlan(context, plan);
      return plan.missing.length === 0 ? 0 : UNDECIDED;
    } finally {
      await opened.close();
    }
  }
  const out = line.value("out");
  if (out === undefined) throw usageError("release needs --out DIR, or --dry-run to see what would go out.");
  return withCase(context, dir, async (opened) => {
    const { plan, ...published } = await publishRelease(opened, {
      ...{ profile, language: line.language, ...memorial },
      out: resolve(context.cwd, out),
    });
    if (line.has("json")) writeJson(context, published);
    else {
      writePlan(context, plan);
      terminal.out(`${translate("release.done", { number: published.number, out, root: published.root })}\n`);
    }
    return 0;
  });
};

/** What only the memorial asks for, which is made for the public alone. */
function readMemorial({ line }: CommandContext, profile: ProfileId) {
  const [contact, why] = [line.value("contact"), line.value("why")];
  const isIndexed = line.has("index");
  if (profile !== "public" && (contact !== undefined || isIndexed))
    throw usageError("--contact and --index are of the memorial, which is made with --profile public.");
  if (isIndexed && why === undefined)
    throw usageError('--index lets search engines list the persons shown: say --why "…", which is recorded.');
  return { contact, indexed: isIndexed ? why : undefined };
}

function toJson({ profile, people, statements, ...plan }: ReleasePlan): object {
  return { profile: profile.id, people: people.length, statements: statements.length, ...plan };
}

function writePlan({ terminal, translate }: CommandContext, plan: ReleasePlan): void {
  const say = (text: string) => terminal.out(`${text}\n`);
  say(
    translate("release.plan", {
      people: plan.people.length,
      statements: plan.statements.length,
      sites: plan.sites.length,
      figures: plan.figures.length,
    }),
  );
  for (const each of VISIBILITIES.slice(1)) {
    const count = plan.persons[each];
    if (count > 0) say(`  ${translate("release.persons", { count, how: translate(`visibility.${each}`) })}`);
  }
  for (const each of STATEMENT_STAYS) {
    const count = plan.stays[each];
    if (count > 0) say(`  ${translate("release.stays", { count, why: translate(`release.why.${each}`) })}`);
  }
  if (plan.withheldSites > 0) say(`  ${translate("release.sites", { count: plan.withheldSites })}`);
  for (const id of plan.figuresThatStay) say(`  ${translate("release.figure", { id })}`);
  for (const { list, recordId } of plan.lostDecisions)
    say(`! ${translate("visibility.lost", { row: `${list}:${recordId}` })}`);
  if (plan.missing.length === 0) return;
  say(translate("release.missing", { count: plan.missing.length }));
  for (const missing of plan.missing) say(`  ${missingText(missing, translate)}`);
}

function missingText(missing: MissingDecision, translate: CommandContext["translate"]): string {
  if (missing.is === "list")
    return translate("release.missing.list", { list: missing.list, count: missing.persons });
  return translate(`release.missing.${missing.is}`, { id: missing.id });
}
