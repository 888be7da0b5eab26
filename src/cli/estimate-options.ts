/** What `inquest estimate --table` is asked for beside its methods: one log-linear model, or a bootstrap of the search. */
import { formatNumber } from "../core/index.ts";
import type { EstimateOptions, LoglinearSettings, MethodName } from "../estimate/index.ts";
import { type CommandLine, usageError } from "./arguments.ts";
import type { CommandContext } from "./context.ts";

/** Tables drawn anew: fewer leave the limits to chance, more take minutes. */
const FEWEST_REPLICATES = 100;
const MOST_REPLICATES = 100_000;

/** `--model [12,3]`, and `--bootstrap N` with its `--seed`. @throws InquestError "cli/usage". */
export function readLoglinearOptions(
  line: CommandLine,
  methods: readonly MethodName[],
): Pick<EstimateOptions, "model" | "bootstrap"> {
  const model = line.value("model");
  const bootstrap = line.value("bootstrap");
  if ((model !== undefined || bootstrap !== undefined) && !methods.includes("loglinear")) {
    throw usageError("--model and --bootstrap go with the method loglinear.");
  }
  if (model !== undefined && bootstrap !== undefined) {
    throw usageError("--bootstrap repeats the choice of a model in every table drawn; leave --model out.");
  }
  const seed = readNumber(line.value("seed") ?? "1", { name: "seed", least: 0, most: 2 ** 32 - 1 });
  if (bootstrap === undefined) return model === undefined ? {} : { model };
  const range = { name: "bootstrap", least: FEWEST_REPLICATES, most: MOST_REPLICATES };
  return { bootstrap: { replicates: readNumber(bootstrap, range), seed } };
}

interface NumberRange {
  readonly name: string;
  readonly least: number;
  readonly most: number;
}

function readNumber(text: string, { name, least, most }: NumberRange): number {
  const value = /^\d{1,10}$/u.test(text) ? Number(text) : Number.NaN;
  if (value >= least && value <= most) return value;
  throw usageError(`--${name} takes a whole number from ${least} to ${most}; "${text}" is none.`);
}

/** The stepwise model's bootstrap interval beside its profile interval; nothing when none was asked for. */
export function writeBootstrap(
  { terminal, translate, line }: CommandContext,
  { bootstrap }: Pick<LoglinearSettings, "bootstrap">,
): void {
  if (bootstrap === undefined) return;
  const { model, point, interval, profile, replicates, seed } = bootstrap;
  const range = (limits: readonly [number, number] | null) =>
    limits === null
      ? "–"
      : `[${formatNumber(Math.floor(limits[0]), line.language)} … ${formatNumber(Math.ceil(limits[1]), line.language)}]`;
  const params = { model, point: Math.round(point), replicates, seed: String(seed) };
  const text = translate("estimate.bootstrap", {
    ...params,
    bootstrap: range(interval),
    profile: range(profile),
  });
  terminal.out(`    ${text}\n`);
}
