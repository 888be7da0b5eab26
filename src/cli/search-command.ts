/** `inquest search WORDS …`: everything in a case in one query, and what was found counted by what it is. */
import {
  SEARCH_FACETS,
  type SearchFacet,
  type SearchFacetView,
  type SearchHitView,
  type SearchView,
} from "../case/index.ts";
import { toVisibleText } from "../core/index.ts";
import { type CommandLine, usageError } from "./arguments.ts";
import { type Command, type CommandContext, findCase, writeJson } from "./context.ts";
import { isolated } from "./plain-words.ts";
import { withReader } from "./read-commands.ts";

const HITS_SHOWN = 20;
const VALUES_SHOWN = 6;

/** `inquest search [WORDS …] --case DIR [--near] [--kind K] … [--missing FACET] [--limit N] [--from N] [--json]`. */
export const search: Command = (context) => {
  const { line } = context;
  const chosen = Object.fromEntries(SEARCH_FACETS.map((facet) => [facet, line.values(facet)]));
  const missing = line.values("missing").map(toFacet);
  const q = line.operands.join(" ");
  if (
    q.trim() === "" &&
    missing.length === 0 &&
    SEARCH_FACETS.every((facet) => line.values(facet).length === 0)
  )
    throw usageError(`search needs words, or a choice such as --${SEARCH_FACETS[0]}.`);
  const [offset, limit] = [readCount(line, "from") ?? 0, readCount(line, "limit") ?? HITS_SHOWN];
  return withReader(context, findCase(context, undefined), (reader) => {
    const query = { q, chosen, missing, isNear: line.has("near"), offset, limit };
    const view = reader.search(query, line.language);
    if (line.has("json")) writeJson(context, view);
    else print(view, context);
    return 0;
  });
};

function print(view: SearchView, context: CommandContext): void {
  const { terminal, translate } = context;
  terminal.out(`${translate("search.found", { count: view.total })}\n`);
  const { acts, shown, searchable } = view.upTo;
  const behind = acts - (searchable ?? shown);
  if (behind > 0) terminal.out(`${translate("search.behind", { count: behind })}\n`);
  if (view.isNear) terminal.out(`${translate("search.near")}\n`);
  for (const facet of SEARCH_FACETS) {
    const shown = view.facets[facet];
    // One value alone tells nothing apart.
    if (shown.values.length > 1) terminal.out(`${facetLine(facet, shown, context)}\n`);
  }
  for (const hit of view.hits) printHit(hit, context);
  const shownTo = view.offset + view.hits.length;
  if (shownTo < view.total) terminal.out(`${translate("search.more", { next: String(shownTo) })}\n`);
}

function facetLine(
  facet: SearchFacet,
  { label, values, more }: SearchFacetView,
  { translate }: CommandContext,
): string {
  const shown = values.slice(0, VALUES_SHOWN).map(({ name, count, isChosen }) => {
    const text = translate("search.value", { name: isolated(name), count });
    return isChosen ? translate("search.chosen", { text }) : text;
  });
  const left = more + values.length - shown.length;
  if (left > 0) shown.push(translate("search.left", { count: left }));
  return translate("search.facet", { label, facet, values: shown.join(translate("appeal.comma")) });
}

function printHit(
  { kind, id, title, remarks, text, marks, also, readAs }: SearchHitView,
  { terminal, translate }: CommandContext,
): void {
  terminal.out(`  ${toVisibleText(title)}  (${kind} ${id})\n`);
  for (const each of [...remarks, text, ...also.map((other) => other.text)])
    if (each !== "") terminal.out(`    ${toVisibleText(each)}\n`);
  const written = [{ text: title, marks: marks.title }, { text, marks: marks.text }, ...also].flatMap(
    (marked) =>
      marked.marks
        .filter(({ how }) => how === "written" || how === "begun")
        .map(({ start, end }) => isolated(marked.text.slice(start, end))),
  );
  const heard = readAs.map(({ asked, found, how }) =>
    translate(`search.as.${how}`, { found: isolated(found), asked: isolated(asked) }),
  );
  const words = [...new Set([...written, ...heard])];
  if (words.length > 0)
    terminal.out(`    ${translate("search.by", { words: words.join(translate("appeal.comma")) })}\n`);
}

function toFacet(text: string): SearchFacet {
  const facet = SEARCH_FACETS.find((known) => known === text);
  if (facet === undefined) throw usageError(`--missing takes one of ${SEARCH_FACETS.join(", ")}.`);
  return facet;
}

function readCount(line: CommandLine, option: "from" | "limit"): number | undefined {
  const text = line.value(option);
  if (text === undefined) return undefined;
  if (/^\d{1,6}$/u.test(text)) return Number(text);
  throw usageError(`--${option} takes a number; "${text}" is none.`);
}
