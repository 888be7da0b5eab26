/** `inquest link --preview`: blocks, pairs, the largest offenders, and what blocking is likely to lose. */
import { openCase, previewLink } from "../case/index.ts";
import { type Language, toIsoDay } from "../core/index.ts";
import { type BlockingPreview, type LargeBlock, type LinkValue, previewBlocking } from "../linkage/index.ts";
import { usageError } from "./arguments.ts";
import { type Command, type CommandContext, findCase, writeJson } from "./context.ts";
import { readLinkOptions } from "./link-case-command.ts";
import { readLinkFiles } from "./link-input.ts";
import { nothingComparedLine } from "./link-words.ts";
import { isolated } from "./plain-words.ts";

/** `inquest link --preview --case DIR [--recipe R.json] [--json]`, or with `--list … --recipe R.json`. Records nothing. */
export const previewCommand: Command = async (context) => {
  const preview = context.line.values("list").length > 0 ? previewFiles(context) : await previewCase(context);
  if (context.line.has("json")) writeJson(context, preview);
  else context.terminal.out(`${previewLines(context, preview).join("\n")}\n`);
  return 0;
};

function previewFiles(context: CommandContext): BlockingPreview {
  const { input, settings } = readLinkFiles(context);
  return previewBlocking(input, settings, { progress: context.progress });
}

async function previewCase(context: CommandContext): Promise<BlockingPreview> {
  const { line, surroundings, progress } = context;
  const options = readLinkOptions(context);
  const dir = findCase(context, line.operands[0]);
  const opened = await openCase({ dir, mode: "read", surroundings, progress });
  try {
    const preview = await previewLink(opened, options);
    if (preview === null) throw usageError("The case holds no list of persons. Import one first.");
    return preview;
  } finally {
    await opened.close();
  }
}

function previewLines(
  context: CommandContext,
  { records, unnamed, blocking, worst, recall }: BlockingPreview,
) {
  const { translate, line } = context;
  const lines = [
    translate("preview.title", { records, unnamed, pairs: blocking.candidatePairs }),
    ...(blocking.exhaustive ? [translate("preview.exhaustive")] : []),
    "",
    translate("preview.rules"),
    ...blocking.rules.flatMap((rule) => {
      const { blocks, largestBlock, pairs, newPairs, splitBlocks, cappedPairs, blockCap } = rule;
      const params = { rule: isolated(rule.rule), blocks, largest: largestBlock, pairs, new: newPairs };
      const split = { split: splitBlocks, cap: blockCap, capped: cappedPairs };
      return [
        `  ${translate("preview.rule", params)}`,
        ...(splitBlocks === 0 ? [] : [`    ${translate("preview.split", split)}`]),
      ];
    }),
    ...(["nothing-new", "no-room", "budget"] as const).flatMap((reason) => {
      const rules = blocking.leftOut.filter(({ why }) => why === reason).map(({ rule }) => isolated(rule));
      if (rules.length === 0) return [];
      return [translate(`preview.left-out.${reason}`, { rules: rules.join(translate("passage.comma")) })];
    }),
    "",
    translate("preview.worst"),
    ...worst.map((block) => `  ${blockText(context, block)}`),
    "",
  ];
  if (recall.records === 0) return [...lines, translate("preview.recall-all")];
  const percent = (share: number) => shareText(share, line.language);
  const { recall: share, standardError, pairs } = recall;
  if (share === null || standardError === null)
    return [
      ...lines,
      translate("preview.recall-unknown"),
      ...nothingComparedLine(context, { candidatePairs: blocking.candidatePairs }),
    ];
  return [
    ...lines,
    translate("preview.recall", { recall: percent(share), error: percent(standardError), pairs }),
  ];
}

function blockText({ translate }: CommandContext, block: LargeBlock): string {
  const { list, recordId, values } = block.example;
  const said = values.map(valueText).filter((text) => text !== "");
  return translate(block.isSplit ? "preview.block-split" : "preview.block", {
    rule: isolated(block.rule),
    records: block.records,
    pairs: block.pairs,
    example: isolated([`${list}:${recordId}`, ...said].join(" | ")),
  });
}

function valueText(value: LinkValue): string {
  if (value === null) return "";
  if ("text" in value) return value.text;
  if ("number" in value) return String(value.number);
  const [first, last] = value.days.map(toIsoDay);
  return first === last ? (first ?? "") : `${first}/${last}`;
}

function shareText(share: number, language: Language): string {
  return new Intl.NumberFormat(language === "fa" ? "fa-IR" : "en-GB", {
    style: "percent",
    minimumFractionDigits: 1,
    maximumFractionDigits: 1,
  }).format(share);
}
