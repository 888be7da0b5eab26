/** `inquest estimate --case DIR`: the estimates that a case asks for, recorded in it. */
import { type EstimateAgain, estimatesAgain, rebuildCase, runEstimatePlans } from "../case/index.ts";
import { type Language, silentProgress } from "../core/index.ts";
import { methodTitle, type Picture, pictureLinkages } from "../plots/index.ts";
import { usageError } from "./arguments.ts";
import { type Command, findCase, writeJson } from "./context.ts";
import { refuseFileOptions } from "./estimate-options.ts";
import { prepareOutputs, writeOutputs } from "./estimate-outputs.ts";
import { writeCaseEstimates } from "./estimate-text.ts";
import { withCase } from "./write-commands.ts";

/** `inquest estimate --case DIR [--plots DIR] [--reproduce DIR] [--json]`. */
export const estimateCase: Command = async (given) => {
  const context = given.line.has("json") ? { ...given, progress: silentProgress } : given;
  const { line, terminal, translate } = context;
  refuseFileOptions(line);
  return withCase(context, findCase(context, line.operands[0]), async (opened) => {
    if (opened.config.estimates.length === 0) {
      throw usageError(
        "This case asks for no estimate. Name its lists and the identifying assumption, in your own words, under estimates in case.yaml (docs/formats/case-folder.md) and apply it with inquest build.",
      );
    }
    prepareOutputs(context);
    await runEstimatePlans(opened);
    const reader = await rebuildCase(opened);
    const view = reader.estimate(line.language);
    if (line.has("json")) writeJson(context, view);
    else writeCaseEstimates(context, view);
    if (line.value("plots") === undefined && line.value("reproduce") === undefined) return 0;
    const again = await estimatesAgain(opened, line.language);
    for (const { id, differing } of again) {
      if (differing.length > 0)
        terminal.err(`${translate("estimate.differs", { id, names: differing.join(", ") })}\n`);
    }
    writeOutputs(
      // The answer may be read by a program; what else was made is told to people.
      { ...context, terminal: { ...terminal, out: terminal.err } },
      {
        tables: again.map((each) => ({
          ...each,
          name: each.id,
          known: { listNames: each.listNames, truth: each.truth, diagnostics: each.diagnostics },
          also: pictureDoubt(each, line.language),
        })),
        folders: again.map(({ id }) => id),
        pictures: [],
      },
    );
    return 0;
  });
};

/** The estimate of linked records under the recorded link, beside all partitions of the link together. */
function pictureDoubt({ report, linkage }: EstimateAgain, language: Language): readonly Picture[] {
  const alone = report.methods.find(({ name }) => name === linkage?.method);
  const interval = linkage?.combined?.interval ?? null;
  if (alone === undefined || linkage?.combined == null || interval === null) return [];
  const { combined, partitions, withoutNumber } = linkage;
  return [
    pictureLinkages({
      language,
      parts: [
        {
          name: methodTitle(alone.name, language),
          counted: report.table.n,
          point: alone.point,
          interval: alone.interval,
        },
      ],
      total: { ...combined, interval },
      tables: partitions - withoutNumber,
      linkageShare: combined.linkageShare,
    }),
  ];
}
