/** The command line's words: a verb, its operands and its options, parsed strictly. */
import { parseArgs } from "node:util";
import { InquestError, LANGUAGES, type Language } from "../core/index.ts";

/** Options that take a value, and those that are only present or absent. */
const VALUE_OPTIONS = [
  "case",
  "lang",
  "port",
  "table",
  "recipe",
  "out",
  "pairs",
  "truth",
  "judgements",
  "sample",
  "engine",
  "list",
  "rejected",
  "title",
  "topic",
  "why",
  "vault",
  "calendar",
  "authority",
  "headers",
  "roots",
  "note-out",
  "item",
  "parameters",
  "tool-version",
  "tool",
  "what",
  "note",
  "format",
  "on",
  "by",
  "identity",
  "shares",
  "threshold",
  "copy",
  "without",
  "recipient",
  "as",
  "new-passphrase-file",
  "passphrase-file",
  "leave-open",
  "to",
  "check",
  "add-cosigned",
  "witness",
  "key",
  "from",
  "kind",
  "jobs",
  "limit",
  "publish",
  "profile",
  "show",
  "consent",
  "km",
  "risk",
  "within",
  "answer",
  "giver",
  "scope",
  "how",
  "purpose",
  "expires",
  "place",
  "office",
  "in",
  "source",
  "speaker",
  "property",
  "status",
  "year",
  "solar-year",
  "script",
  "access",
  "missing",
  "methods",
  "for",
  "strata",
  "rounds",
  "classes",
  "merge",
  "provenance",
  "model",
  "bootstrap",
  "plots",
  "reproduce",
  "seed",
  "undo",
  "draws-on",
  "referred-from",
  "covers",
  "could-not-record",
  "release",
  "root",
  "contact",
] as const;
const FLAG_OPTIONS = [
  "diagnose",
  "json",
  "once",
  "quiet",
  "help",
  "version",
  "fictional",
  "replace",
  "accept-rejected",
  "propose",
  "seal",
  "closed",
  "panic",
  "follow",
  "released",
  "unbroken",
  "broken",
  "accept-end",
  "public",
  "dry-run",
  "read-only",
  "near",
  "train",
  "preview",
  "second",
  "list",
  "persons",
  "index",
] as const;

/** Options that take a value elsewhere and none with these verbs. */
const FLAGS_OF_VERBS: Readonly<Record<string, readonly FlagOption[]>> = { review: ["list"] };

const VALUE_NAMES: readonly string[] = VALUE_OPTIONS;

export type ValueOption = (typeof VALUE_OPTIONS)[number];
export type FlagOption = (typeof FLAG_OPTIONS)[number];

export interface CommandLine {
  readonly verb: string;
  readonly operands: readonly string[];
  /** Whether `--case` was given. */
  readonly isCaseNamed: boolean;
  readonly language: Language;
  has(flag: FlagOption): boolean;
  /** The names of all options that were given, in the order in which they were first written. */
  readonly given: readonly string[];
  /** The option's one value. @throws InquestError "cli/usage" where it is empty or given twice. */
  value(option: ValueOption): string | undefined;
  /** Every value of an option that may be repeated. */
  values(option: ValueOption): readonly string[];
}

/**
 * @param args - what follows the program's name.
 * @param env - the environment: INQUEST_LANG stands in for --lang.
 * @throws InquestError "cli/usage" for an unknown option, a missing value or an unknown language.
 */
export function parseCommandLine(
  args: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
): CommandLine {
  const flags: readonly string[] = [
    ...FLAG_OPTIONS.filter((name) => !VALUE_NAMES.includes(name)),
    ...(FLAGS_OF_VERBS[args[0] ?? ""] ?? []),
  ];
  const options = Object.fromEntries([
    ...VALUE_OPTIONS.map((name) => [name, { type: "string", multiple: true } as const]),
    ...flags.map((name) => [name, { type: "boolean" } as const]),
  ]);
  const { values, positionals } = parseStrictly(args, options);
  const texts = (option: ValueOption): string[] => {
    const given = values[option];
    return Array.isArray(given) ? given.filter((item) => typeof item === "string") : [];
  };
  const [verb = "help", ...operands] = positionals;
  return {
    verb: values.version === true ? "version" : values.help === true ? "help" : verb,
    operands: values.help === true ? positionals : operands,
    isCaseNamed: texts("case").length > 0,
    language: toLanguage(texts("lang").at(-1) ?? env.INQUEST_LANG ?? "en"),
    has: (flag) => values[flag] === true,
    given: Object.keys(values),
    value(option) {
      const given = texts(option);
      if (given.length > 1) throw usageError(`--${option} is given ${given.length} times; give it once.`);
      const [text] = given;
      // `--why ""` gives no reason, and no file has an empty name.
      if (text?.trim() === "") throw usageError(`--${option} is empty.`);
      return text;
    },
    values: texts,
  };
}

function parseStrictly(
  args: readonly string[],
  options: Record<string, { type: "string"; multiple: true } | { type: "boolean" }>,
) {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true, strict: true });
  } catch (cause) {
    throw usageError(problemOf(cause), cause);
  }
}

/** What Node says of an option in one sentence of ours: its own are of several lines and speak of its parser. */
function problemOf(cause: unknown): string {
  if (!(cause instanceof Error)) return String(cause);
  const [, option = ""] = /'(?:-\w, )?(-[^\s']*)/u.exec(cause.message) ?? [];
  const code = "code" in cause ? cause.code : undefined;
  if (code === "ERR_PARSE_ARGS_UNKNOWN_OPTION") return `There is no option "${option}".`;
  if (code !== "ERR_PARSE_ARGS_INVALID_OPTION_VALUE") return cause.message;
  if (cause.message.includes("does not take an argument")) return `${option} takes no value.`;
  const dash = cause.message.includes("ambiguous")
    ? ` One that begins with a dash is written ${option}=-….`
    : "";
  return `${option} needs a value.${dash}`;
}

function toLanguage(text: string): Language {
  const language = LANGUAGES.find((known) => known === text);
  if (language === undefined)
    throw usageError(`Unknown language "${text}"; there are ${LANGUAGES.join(" and ")}.`);
  return language;
}

/** How many threads may work, from `--jobs N`; undefined leaves it to the machine. @throws InquestError "cli/usage". */
export function readJobs(line: CommandLine): number | undefined {
  const text = line.value("jobs");
  if (text === undefined) return undefined;
  if (/^[1-9]\d{0,2}$/u.test(text)) return Number(text);
  throw usageError(`--jobs takes a number of threads from 1 to 999; "${text}" is none.`);
}

/** A malformed command: exit code 2. */
export function usageError(problem: string, cause?: unknown): InquestError {
  return new InquestError({
    code: "cli/usage",
    reaction: "usage",
    message: `${problem} See inquest help.`,
    cause,
  });
}
