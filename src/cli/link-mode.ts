/** Which kind of `inquest link` the words ask for, and that every option of them says something to it. */
import { type CommandLine, usageError } from "./arguments.ts";
import { HEEDED } from "./options-taken.ts";

export interface LinkMode {
  readonly what: "link" | "preview" | "explain";
  /** On plain files, and not on a case. */
  readonly isOnFiles: boolean;
}

const KINDS: readonly (LinkMode & { readonly name: string; readonly options: readonly string[] })[] = [
  { what: "link", isOnFiles: false, name: "link --case", options: ["case", "recipe", "train", "engine"] },
  {
    ...{ what: "link", isOnFiles: true, name: "link --list" },
    options: ["list", "recipe", "out", "pairs", "truth", "judgements", "sample", "engine"],
  },
  {
    ...{ what: "preview", isOnFiles: false, name: "link --preview --case" },
    options: ["preview", "case", "recipe"],
  },
  {
    ...{ what: "preview", isOnFiles: true, name: "link --preview --list" },
    options: ["preview", "list", "recipe"],
  },
  { what: "explain", isOnFiles: false, name: "link explain --case", options: ["case"] },
  {
    ...{ what: "explain", isOnFiles: true, name: "link explain --list" },
    options: ["list", "recipe", "judgements"],
  },
];

/**
 * Which kind of link is asked for.
 *
 * @throws InquestError "cli/usage" for an option that this kind would pass over in silence, with those that go together.
 */
export function linkModeOf(line: CommandLine): LinkMode {
  const what = line.operands[0] === "explain" ? "explain" : line.has("preview") ? "preview" : "link";
  const isOnFiles = line.values("list").length > 0;
  const kind = KINDS.find((each) => each.what === what && each.isOnFiles === isOnFiles);
  if (kind === undefined) throw new RangeError(`no kind of link for ${what}`);
  const strange = line.given.filter((option) => !kind.options.includes(option) && !HEEDED.includes(option));
  if (strange.length > 0) {
    const others = KINDS.filter(({ options }) => strange.every((option) => options.includes(option)));
    const where = others.length === 0 ? "" : ` but with ${others.map(({ name }) => name).join(" or ")}`;
    throw usageError(
      `${written(strange)} ${strange.length === 1 ? "does" : "do"} not go with ${kind.name}${where}. With ${kind.name} go ${written(kind.options)}.`,
    );
  }
  const named = what === "explain" ? [] : line.operands;
  if (named.length > 0 && isOnFiles)
    throw usageError(`${kind.name} takes no case; "${named.join(" ")}" would be passed over.`);
  if (named.length > (line.given.includes("case") ? 0 : 1))
    throw usageError(`${kind.name} takes one case; "${named.at(-1)}" would be passed over.`);
  return { what, isOnFiles };
}

function written(options: readonly string[]): string {
  return options.map((option) => `--${option}`).join(", ");
}
