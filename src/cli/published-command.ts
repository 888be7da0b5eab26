/** `inquest published`: the releases that left the case, and what became of a figure that is cited from one of them. */
import {
  type CitedView,
  causeInWords,
  type PublishedView,
  readCase,
  showCited,
  showPublished,
} from "../case/index.ts";
import { usageError } from "./arguments.ts";
import { type Command, type CommandContext, findCase, writeJson } from "./context.ts";
import { openForReading } from "./log-commands.ts";
import { isolated } from "./plain-words.ts";

/** `published [CASE] [--json]`, `published FIGURE --release N --case DIR`. */
export const published: Command = async (context) => {
  const { line, terminal } = context;
  const [first, ...rest] = line.operands;
  if (rest.length > 0) throw usageError("published takes one figure at most.");
  const text = line.value("release");
  if (text !== undefined && !/^[1-9]\d{0,5}$/u.test(text))
    throw usageError(`--release takes the number of a release, from 1; "${text}" is none.`);
  if (text !== undefined && first === undefined)
    throw usageError("published --release N needs the id of a figure.");
  const opened = await openForReading(context, findCase(context, text === undefined ? first : undefined));
  try {
    if (text === undefined || first === undefined) {
      const releases = showPublished(opened);
      if (line.has("json")) writeJson(context, { releases });
      else terminal.out(`${releaseLines(context, releases).join("\n")}\n`);
      return 0;
    }
    const cited = await showCited(opened, await readCase(opened), { number: Number(text), figure: first });
    if (line.has("json")) writeJson(context, cited);
    else terminal.out(`${citedLines(context, cited).join("\n")}\n`);
    return 0;
  } finally {
    await opened.close();
  }
};

function releaseLines({ translate }: CommandContext, releases: readonly PublishedView[]): string[] {
  if (releases.length === 0) return [translate("published.none")];
  return releases.flatMap(({ number, profile, format, on, root, treeSize, note }) => [
    translate("published.release", {
      number,
      profile: translate(`published.profile.${profile}`),
      on,
      acts: treeSize,
    }),
    `  ${root}${format === null ? "" : ` (${format})`}`,
    ...(note === null ? [] : [`  ${isolated(note)}`]),
  ]);
}

function citedLines({ translate, line }: CommandContext, shown: CitedView): string[] {
  const { release, id, now, isSame, because } = shown;
  const { language } = line;
  return [
    isolated(shown.cited.label[language]),
    translate("published.then", {
      number: release.number,
      on: release.on,
      value: isolated(shown.cited.valueText[language]),
    }),
    now === null
      ? translate("published.gone")
      : translate(isSame ? "published.same" : "published.now", { value: isolated(now.valueText[language]) }),
    ...because.map((cause) => `  ${causeInWords(cause, language)}`),
    translate("published.verify", { root: release.root, acts: release.treeSize, id }),
  ];
}
