/** What `inquest estimate` is asked for; what would be passed over in silence is a usage error. */
import {
  ALL_METHODS,
  CLASSES,
  COMBINED_METHODS,
  type EstimateOptions,
  type MethodName,
  ROUNDS,
  samplerEffort,
  toCombinable,
} from "../estimate/index.ts";
import { type CommandLine, usageError } from "./arguments.ts";

/** Tables drawn anew: fewer leave the limits to chance, more take minutes. */
const FEWEST_REPLICATES = 100;
const MOST_REPLICATES = 100_000;

/** Options that only go with `--table`. */
const OF_FILES = [
  "methods",
  "strata",
  "rounds",
  "classes",
  "merge",
  "provenance",
  "model",
  "bootstrap",
  "seed",
] as const;

/** With `--case` its case.yaml says what is estimated and how. @throws InquestError "cli/usage". */
export function refuseFileOptions(line: CommandLine): void {
  const given = OF_FILES.filter((name) => line.value(name) !== undefined);
  const all = [...given, ...(line.has("diagnose") ? ["diagnose"] : [])];
  if (all.length === 0) return;
  throw usageError(
    `Only with --table: ${all.map((name) => `--${name}`).join(", ")}. What is estimated of a case stands under estimates in its case.yaml.`,
  );
}

export interface FileOptions {
  readonly paths: readonly string[];
  readonly methods: readonly MethodName[];
  readonly strata: readonly string[];
  readonly loglinear: Pick<EstimateOptions, "model" | "bootstrap">;
  /** How many classes lcmcr has, and how long its chains and those of logitNormal may run. */
  readonly effort: ReturnType<typeof samplerEffort>;
}

/** Everything that is asked of files, before any of them is read. @throws InquestError "cli/usage". */
export function readFileOptions(line: CommandLine): FileOptions {
  const paths = line.values("table");
  const methods = readMethods(line.value("methods"));
  const strata = line.value("strata")?.split(",") ?? [];
  if (paths.length === 0) throw usageError("estimate needs --table counts.csv or --case DIR.");
  if (line.value("case") !== undefined) throw usageError("--table and --case do not go together.");
  if (line.operands.length > 0) {
    throw usageError(`estimate --table takes no case; "${line.operands.join(" ")}" would be passed over.`);
  }
  if (paths.length > 1 && strata.length > 0) {
    throw usageError(
      "--strata goes with one --table; several tables are several linkages of the same people.",
    );
  }
  const isCombined = paths.length > 1 || strata.length > 0;
  if (isCombined && toCombinable(methods).length === 0) {
    throw usageError(
      `${methods.join(", ")} can be neither added up over groups nor combined over linkages; ask for at least one of ${COMBINED_METHODS.join(", ")}.`,
    );
  }
  if (isCombined && line.has("diagnose")) {
    throw usageError("--diagnose goes with one --table and without --strata.");
  }
  const loglinear = readLoglinearOptions(line, methods);
  return { paths, methods, strata, loglinear, ...readEffort(line, methods) };
}

function readMethods(text: string | undefined): readonly MethodName[] {
  if (text === undefined || text === "all") return ALL_METHODS;
  return text.split(",").map((word) => {
    const name = ALL_METHODS.find((method) => method === word.trim());
    if (name === undefined) {
      throw usageError(`There is no method "${word.trim()}"; there are ${ALL_METHODS.join(", ")}, and all.`);
    }
    return name;
  });
}

/** `--rounds N`: rounds of each chain at most, while chains disagree; `--classes K`. @throws InquestError "cli/usage". */
function readEffort(line: CommandLine, methods: readonly MethodName[]): Pick<FileOptions, "effort"> {
  const isAsked = (...names: MethodName[]) =>
    [...names, "ensemble" as const].some((name) => methods.includes(name));
  const [rounds, classes] = [line.value("rounds"), line.value("classes")];
  if (classes !== undefined && !isAsked("lcmcr"))
    throw usageError("--classes goes with the methods that draw latent classes, lcmcr and ensemble.");
  if (rounds !== undefined && !isAsked("lcmcr", "logitNormal"))
    throw usageError("--rounds goes with the methods that draw in chains, lcmcr, logitNormal and ensemble.");
  return {
    effort: samplerEffort({
      rounds: rounds === undefined ? undefined : readNumber(rounds, { name: "rounds", ...ROUNDS }),
      classes: classes === undefined ? undefined : readNumber(classes, { name: "classes", ...CLASSES }),
    }),
  };
}

/** `--model [12,3]`, and `--bootstrap N` with its `--seed`. @throws InquestError "cli/usage". */
function readLoglinearOptions(line: CommandLine, methods: readonly MethodName[]): FileOptions["loglinear"] {
  const model = line.value("model");
  const bootstrap = line.value("bootstrap");
  if ((model !== undefined || bootstrap !== undefined) && !methods.includes("loglinear")) {
    throw usageError("--model and --bootstrap go with the method loglinear.");
  }
  if (model !== undefined && bootstrap !== undefined) {
    throw usageError("--bootstrap repeats the choice of a model in every table drawn; leave --model out.");
  }
  if (line.value("seed") !== undefined && bootstrap === undefined) {
    throw usageError("--seed goes with --bootstrap; every other method draws from a seed of its own.");
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
