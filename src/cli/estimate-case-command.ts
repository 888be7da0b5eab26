/** `inquest estimate --case DIR`: the estimates that a case asks for, recorded in it. */
import { estimatesAgain, rebuildCase, runEstimatePlans } from "../case/index.ts";
import { silentProgress } from "../core/index.ts";
import { usageError } from "./arguments.ts";
import { type Command, findCase, writeJson } from "./context.ts";
import { writeOutputs } from "./estimate-outputs.ts";
import { withCase } from "./write-commands.ts";

/** `inquest estimate --case DIR [--plots DIR] [--reproduce DIR] [--json]`. */
export const estimateCase: Command = async (given) => {
  const context = given.line.has("json") ? { ...given, progress: silentProgress } : given;
  const { line, terminal, translate } = context;
  return withCase(context, findCase(context, line.operands[0]), async (opened) => {
    if (opened.config.estimates.length === 0) {
      throw usageError(
        "This case asks for no estimate. Name its lists and the identifying assumption, in your own words, under estimates in case.yaml (docs/formats/case-folder.md) and apply it with inquest build.",
      );
    }
    await runEstimatePlans(opened);
    const reader = await rebuildCase(opened);
    writeJson(context, reader.estimate(line.language));
    if (line.value("plots") === undefined && line.value("reproduce") === undefined) return 0;
    const again = await estimatesAgain(opened, line.language);
    for (const { id, differing } of again) {
      if (differing.length > 0)
        terminal.err(`${translate("estimate.differs", { id, names: differing.join(", ") })}\n`);
    }
    writeOutputs(
      // What was asked of a case is answered in JSON; everything else goes to people.
      { ...context, terminal: { ...terminal, out: terminal.err } },
      {
        tables: again.map(({ id, listNames, truth, diagnostics, ...each }) => ({
          ...each,
          name: id,
          known: { listNames, truth, diagnostics },
        })),
        folders: again.map(({ id }) => id),
        pictures: [],
      },
    );
    return 0;
  });
};
