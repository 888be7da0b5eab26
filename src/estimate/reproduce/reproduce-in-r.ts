/** A folder that makes a report's numbers again outside of Inquest: the table, a script in base R, a word to read first. */
import { type Language, toVisibleText } from "../../core/pure.ts";
import { FINE_GRID, stepShare } from "../dga/dga-posterior.ts";
import { TAIL_STEP } from "../dga/unseen-grid.ts";
import { toListIndices } from "../loglinear/hierarchical-model.ts";
import { createWriter } from "../messages.ts";
import { countBits } from "../numeric/subset-sums.ts";
import type { Estimate, EstimateReport } from "../report.ts";
import { R_CHAO, R_CHAPMAN, R_FOOT, R_HEAD } from "./r-closed-forms.ts";
import { R_GRAPHS } from "./r-graphs.ts";
import { R_LOGLINEAR } from "./r-loglinear.ts";
import { R_CHANCE, R_ENSEMBLE, R_LATENT, R_LOGIT_NORMAL } from "./r-samplers.ts";

/** Texts by the names of their files. */
export interface Reproduction {
  readonly "table.csv": string;
  readonly "reproduce.R": string;
  readonly "README.md": string;
}

/** Sweeps of the latent classes in R once the whole table is in; steps of normal visibility are four times as many. */
const SWEEPS = 400;
/** Independent runs, whose differences are the error; samplers and walkers in each (an even number). */
const BATCHES = 12;
const SAMPLERS = 120;
const WALKERS = 32;

/**
 * The table of the report by numbered lists, a script that needs nothing but R, and what both are.
 *
 * The script writes each number beside the one of the report and whether they agree within a tolerance that it names:
 * 1e-9 relative for formulas, 1e-6 for fits, 1e-5 for profile limits; what chance allows for models with chance. It ends
 * with exit code 1 when one does not, and with 2 when nothing could be judged. The model that is fitted is the one that the
 * report chose; R does not search. Sums over groups, linkages together and the bootstrap are not in it.
 *
 * @param unlisted - members of the ensemble that the report does not list by themselves ({@link ReportWithPosteriors}).
 */
export function reproduceInR(
  report: EstimateReport,
  language: Language,
  unlisted: readonly Estimate[] = [],
): Reproduction {
  const { lists, cells, n } = report.table;
  const methods = [...unlisted, ...report.methods];
  const hasBootstrap = methods.some(
    (method) => method.name === "loglinear" && method.settings.bootstrap !== undefined,
  );
  const script = [
    HEADER,
    R_HEAD,
    ...(methods.some(({ name }) => name === "lcmcr" || name === "logitNormal") ? [R_CHANCE] : []),
    ...methods.map(({ name }) => SECTIONS[name]),
    "arguments <- commandArgs(trailingOnly = TRUE)",
    `sweeps <- if (length(arguments) > 0) as.numeric(arguments[1]) else ${SWEEPS}`,
    "",
    ...methods.map((method) => callOf(method, methods, report)),
    ...(hasBootstrap ? [say("Not compared: the bootstrap of the log-linear search")] : []),
    ...report.refused.map(({ name, code }) => say(`Refused by Inquest, no number: ${name} (${code})`)),
    "",
    R_FOOT,
  ].join("\n");
  const rows = cells
    .filter(({ count }) => count > 0)
    .map(({ pattern, count }) => [...lists.map((_, list) => (pattern >> list) & 1), count].join(","));
  const heading = [...lists.map((_, list) => `list${list + 1}`), "count"].join(",");
  return {
    "table.csv": `${[heading, ...rows].join("\n")}\n`,
    "reproduce.R": script,
    "README.md": createWriter(language).write("reproduce.readme", {
      n,
      // In the digits of a command, whatever the language.
      sweeps: String(5 * SWEEPS),
      lists: lists.map((name, list) => `- \`list${list + 1}\`: ${toMarkdown(name)}`).join("\n"),
    }),
  };
}

const HEADER = `# Made by Inquest. Run in its folder: Rscript reproduce.R [sweeps]
# Needs base R alone. Every formula is written from its paper; README.md says what is compared.
`;

/** One section for each method; reports name what pools after what is pooled. */
const SECTIONS: Readonly<Record<Estimate["name"], string>> = {
  chapman: R_CHAPMAN,
  chao: R_CHAO,
  loglinear: R_LOGLINEAR,
  dga: R_GRAPHS,
  lcmcr: R_LATENT,
  logitNormal: R_LOGIT_NORMAL,
  ensemble: R_ENSEMBLE,
};

function say(text: string): string {
  return String.raw`cat("${text}\n")`;
}

function callOf(method: Estimate, methods: readonly Estimate[], report: EstimateReport): string {
  const ends = [method.interval?.[0] ?? "NA", method.interval?.[1] ?? "NA"];
  const numbers = [method.point, ...ends].join(", ");
  switch (method.name) {
    case "chapman":
      return `chapman(${numbers})`;
    case "chao":
      return `chao(${numbers})`;
    case "loglinear": {
      const interactions = toInteractions(method.settings.generators, report.table.lists);
      const sets = interactions.map((set) => `c(${set.map((list) => list + 1).join(", ")})`);
      return `loglinear(list(${sets.join(", ")}), ${method.point}, ${method.settings.bic}, ${ends.join(", ")})`;
    }
    case "dga": {
      const { delta, largestUnseen } = method.settings;
      const { n } = report.table;
      return `dga(${[delta, largestUnseen, stepShare(n), FINE_GRID * n, TAIL_STEP].join(", ")}, ${numbers})`;
    }
    case "lcmcr": {
      const { classCount, largestUnseen, bulkEss, tailEss } = method.settings;
      return `lcmcr(${classCount}, ${largestUnseen}, ${numbers}, ${bulkEss}, ${tailEss}, sweeps, ${BATCHES}, ${SAMPLERS})`;
    }
    case "logitNormal": {
      const { largestUnseen, bulkEss, tailEss } = method.settings;
      return `logit_normal(${largestUnseen}, ${numbers}, ${bulkEss}, ${tailEss}, 4 * sweeps, ${BATCHES}, ${WALKERS})`;
    }
    case "ensemble": {
      const members = method.settings.members.map(({ name }) => name);
      const ran = new Set(methods.map(({ name }) => name));
      // A report that was recorded without its unlisted members.
      if (!members.every((name) => ran.has(name)))
        return say(
          "Several models together: not compared, its members do not stand in the report by themselves",
        );
      return `ensemble(c(${members.map((name) => `"${name}"`).join(", ")}), ${numbers})`;
    }
  }
}

/** Every set of two lists or more inside of a generator, as indices. */
function toInteractions(
  generators: readonly (readonly string[])[],
  lists: readonly string[],
): readonly (readonly number[])[] {
  const masks = generators.map((names) => names.reduce((mask, name) => mask | (1 << lists.indexOf(name)), 0));
  const sets = new Set<number>();
  for (const mask of masks) {
    for (let inside = mask; inside > 0; inside = (inside - 1) & mask)
      if (countBits(inside) > 1) sets.add(inside);
  }
  return [...sets].sort((a, b) => countBits(a) - countBits(b) || a - b).map(toListIndices);
}

/** A name in one line that Markdown takes as text. */
function toMarkdown(name: string): string {
  return toVisibleText(name).replace(/[\\`*_{}[\]<>#|!&]/gu, "\\$&");
}
