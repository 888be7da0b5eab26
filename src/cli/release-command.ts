/** `inquest release` and `inquest export`: what leaves the case by a profile; with --dry-run, what would and what would not. */
import { resolve } from "node:path";
import {
  EXPORT_FORMATS,
  type MissingDecision,
  PROFILES,
  type ProfileId,
  previewRelease,
  publishRelease,
  type ReleasePlan,
  STATEMENT_STAYS,
  VISIBILITIES,
} from "../case/index.ts";
import { toVisibleText } from "../core/index.ts";
import { usageError } from "./arguments.ts";
import { type Command, type CommandContext, findCase, writeJson } from "./context.ts";
import { openForReading } from "./log-commands.ts";
import { withCase } from "./write-commands.ts";

/** The exit code of a case in which people have to decide first. */
const UNDECIDED = 5;

/** `release [CASE] --profile public|partners|commission --out DIR | --dry-run`. */
export const release: Command = (context) => leave(context, "release", undefined);

const FORMATS = ["bagit", ...EXPORT_FORMATS] as const;

/** `export [CASE] --format F --profile public|partners|commission --out DIR | --dry-run`. */
export const exportCase: Command = (context) => {
  const format = FORMATS.find((known) => known === context.line.value("format"));
  if (format === undefined) throw usageError(`export needs --format ${FORMATS.join("|")}.`);
  return leave(context, "export", format);
};

async function leave(
  context: CommandContext,
  verb: "release" | "export",
  format: (typeof FORMATS)[number] | undefined,
): Promise<number> {
  const { line, terminal, translate } = context;
  const profile = PROFILES.find((known) => known === line.value("profile"));
  if (profile === undefined) throw usageError(`${verb} needs --profile ${PROFILES.join("|")}.`);
  const memorial = readMemorial(context, profile);
  const dir = findCase(context, line.operands[0]);
  if (line.has("dry-run")) {
    const opened = await openForReading(context, dir);
    try {
      const plan = await previewRelease(opened, { profile, without: line.values("without") });
      if (line.has("json")) writeJson(context, toJson(plan));
      else {
        writePlan(context, plan);
        writeWhatGoes(context, plan);
      }
      return plan.missing.length === 0 ? 0 : UNDECIDED;
    } finally {
      await opened.close();
    }
  }
  const out = line.value("out");
  if (out === undefined) throw usageError(`${verb} needs --out DIR, or --dry-run to see what would go out.`);
  return withCase(context, dir, async (opened) => {
    const { plan, ...published } = await publishRelease(opened, {
      ...{ profile, language: line.language, ...memorial },
      out: resolve(context.cwd, out),
      note: line.value("note"),
      without: line.values("without"),
      format,
    });
    if (line.has("json")) writeJson(context, published);
    else {
      writePlan(context, plan);
      terminal.out(
        `${translate(format === "bagit" || format === undefined ? "release.done" : "export.done", { number: published.number, out, root: published.root })}\n`,
      );
    }
    return 0;
  });
}

/** What only the memorial asks for, which is made for the public alone. */
function readMemorial({ line }: CommandContext, profile: ProfileId) {
  const [contact, why] = [line.value("contact"), line.value("why")];
  const isIndexed = line.has("index");
  if (profile !== "public" && (contact !== undefined || isIndexed))
    throw usageError(
      "--contact and --index are of the memorial, which is made by inquest release --profile public.",
    );
  if (isIndexed && why === undefined)
    throw usageError('--index lets search engines list the persons shown: say --why "…", which is recorded.');
  return { contact, indexed: isIndexed ? why : undefined };
}

function toJson({ profile, people, statements, ...plan }: ReleasePlan): object {
  const goesOut = {
    people: people.map(({ id, names, visibility }) => ({ id, names, visibility })),
    statements: statements.map(({ statement: { id, key } }) => ({ id, key: key ?? null })),
  };
  return { profile: profile.id, people: people.length, statements: statements.length, goesOut, ...plan };
}

/** One by one, as far as a terminal can be read; `--json` has all of them. */
function writeWhatGoes({ terminal, translate }: CommandContext, plan: ReleasePlan): void {
  const lines = {
    people: plan.people.map(({ id, names }) => names.join(" / ") || (id ?? "")),
    statements: plan.statements.map(({ statement }) => calledAs(statement)),
    sites: plan.sites,
    figures: plan.figures,
  };
  for (const what of ["people", "statements", "sites", "figures"] as const) {
    if (lines[what].length === 0) continue;
    terminal.out(`${translate(`release.goes.${what}`, { which: few(lines[what], translate) })}\n`);
  }
}

const FEW = 20;

function few(which: readonly string[], translate: CommandContext["translate"]): string {
  const named = which.slice(0, FEW).map((each) => translate("release.goes.one", { what: each }));
  const more = which.length - FEW;
  return [...named, ...(more > 0 ? [translate("release.goes.more", { count: more })] : [])].join(
    translate("release.goes.and"),
  );
}

/** As its recorders call it. */
function calledAs({ id, key }: { readonly id: string; readonly key?: string | null | undefined }): string {
  return key ?? id;
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
    if (count === 0) continue;
    say(`  ${translate("release.stays", { count, why: translate(`release.why.${each}`) })}`);
    say(`    ${few(plan.statementsThatStay.filter(({ why }) => why === each).map(calledAs), translate)}`);
  }
  if (plan.withheldSites > 0) say(`  ${translate("release.sites", { count: plan.withheldSites })}`);
  for (const id of plan.figuresThatStay) say(`  ${translate("release.figure", { id })}`);
  for (const { of, persons } of plan.smallCells) {
    const cell = "figure" in of ? of.figure : `${of.estimate}: ${of.lists.join(" + ")}`;
    say(`! ${translate("release.small-cell", { cell, persons })}`);
  }
  if (plan.namesakes.length > 0) {
    say(`! ${translate("release.namesakes", { count: plan.namesakes.length })}`);
    for (const { shown, hidden } of plan.namesakes.slice(0, FEW)) {
      const names = { name: toVisibleText(shown.name), shown: toVisibleText(shown.of) };
      say(`    ${translate("release.namesake", { ...names, hidden: toVisibleText(hidden.of) })}`);
    }
    const more = plan.namesakes.length - FEW;
    if (more > 0) say(`    ${translate("release.goes.more", { count: more })}`);
  }
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
