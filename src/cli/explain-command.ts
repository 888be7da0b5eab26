/** `inquest link explain A B`: why two records are held to be one person, or not. */
import { explainRecordedLink, openCase, type SaidOfPair } from "../case/index.ts";
import { formatNumber, fromDayNumber, localizeDigits, toIsoDay } from "../core/index.ts";
import { linkOnThreads } from "../engines/index.ts";
import {
  explainLink,
  findRecords,
  type LinkExplanation,
  type LinkValue,
  type PairJudgement,
  type RecordAddress,
  SAME_LIST,
  type WaterfallStep,
} from "../linkage/index.ts";
import { actDay } from "./act-day.ts";
import { usageError } from "./arguments.ts";
import { type Command, type CommandContext, findCase, isMessageKey, writeJson } from "./context.ts";
import { readLinkFiles } from "./link-input.ts";
import { decimals, isolated, signed } from "./plain-words.ts";

const LABEL_WIDTH = 46;

/** `inquest link explain A B --case DIR [--json]`, or with `--list … --recipe R.json [--judgements J.csv]`. */
export const explainCommand: Command = async (context) => {
  const [, one, two, ...rest] = context.line.operands;
  if (one === undefined || two === undefined || rest.length > 0)
    throw usageError("link explain takes two records, each as list:record_id, or two persons.");
  const isOnFiles = context.line.values("list").length > 0;
  const { explanation, isAsRecorded, said } = isOnFiles
    ? { explanation: await explainFiles(context, one, two), isAsRecorded: null, said: [] }
    : await explainCase(context, one, two);
  if (context.line.has("json")) {
    writeJson(context, isAsRecorded === null ? explanation : { ...explanation, isAsRecorded, said });
    return 0;
  }
  const lines = explanationLines(context, explanation, said);
  if (isAsRecorded === false) lines.push("", context.translate("explain.not-as-recorded"));
  context.terminal.out(`${lines.join("\n")}\n`);
  return 0;
};

async function explainFiles(context: CommandContext, one: string, two: string): Promise<LinkExplanation> {
  const { input, settings, judged } = readLinkFiles(context);
  const judgements = judged?.usable ?? [];
  const result = await linkOnThreads(input, settings, judgements, context.progress);
  const side = (word: string) => findRecords(input.records, result, word);
  return explainLink({ input, settings, judgements, result, left: side(one), right: side(two) });
}

async function explainCase(context: CommandContext, one: string, two: string) {
  const { surroundings, progress } = context;
  const dir = findCase(context, undefined);
  const opened = await openCase({ dir, mode: "read", surroundings, progress });
  try {
    return await explainRecordedLink(opened, [one, two]);
  } finally {
    await opened.close();
  }
}

function explanationLines(
  context: CommandContext,
  found: LinkExplanation,
  said: readonly SaidOfPair[],
): string[] {
  const { translate } = context;
  const { left, right } = found;
  const [leftCluster, rightCluster] = found.clusters.map(isolated);
  const names = (list: readonly string[]) =>
    list.map((name) => comparisonText(context, name)).join(translate("passage.comma"));
  const bits = (value: number) => signed(context, value);
  const { link, review } = found.thresholdBits;
  return [
    translate("explain.head", { left: addressText(left), right: addressText(right) }),
    ...(found.pairsWeighed > 1 ? [translate("explain.strongest", { count: found.pairsWeighed })] : []),
    found.together
      ? translate("explain.together", { cluster: leftCluster ?? "" })
      : translate("explain.apart", { left: leftCluster ?? "", right: rightCluster ?? "" }),
    "",
    bar(translate("explain.prior"), bits(found.priorBits), bits(found.priorBits)),
    ...found.steps.flatMap((step) => stepLines(context, step)),
    ...found.joint.map(({ comparisons: [one, two], bits: added, totalBits }) =>
      bar(
        translate("explain.joint", { one: comparisonText(context, one), two: comparisonText(context, two) }),
        bits(added),
        bits(totalBits),
      ),
    ),
    "",
    translate("explain.decided", {
      bits: bits(found.decidedBits),
      probability: decimals(context, found.probability, 6),
    }),
    translate(`explain.band.${found.band}`, { link: bits(link), review: bits(review) }),
    ...(found.isHeldBack ? [translate("explain.held-back", { bits: bits(found.weightBits) })] : []),
    ...(found.forbiddenBy.length > 0
      ? [translate("explain.forbidden", { names: names(found.forbiddenBy) })]
      : []),
    ...(found.missing.length > 0 ? [translate("explain.missing", { names: names(found.missing) })] : []),
    ...(found.cut === null ? [] : [translate(`explain.cut.${found.cut}`)]),
    "",
    ...ruleLines(context, found),
    "",
    ...judgementLines(context, found, said),
    ...pathLines(context, found),
    ...saidLines(context, found, said),
  ];
}

function stepLines(context: CommandContext, step: WaterfallStep): string[] {
  const { translate } = context;
  const key = `level.${step.level}`;
  const level = isMessageKey(key) ? translate(key) : step.level;
  const label = translate("explain.step", { name: comparisonText(context, step.comparison), level });
  const lines = [bar(label, signed(context, step.bits), signed(context, step.totalBits))];
  const said = [step.left, step.right].map((values) =>
    values.map((value) => valueText(context, value)).join(" "),
  );
  if (said.some((text) => text !== "")) lines.push(`      ${said.map((text) => text || "–").join("  |  ")}`);
  if (step.rarityMillibits !== 0) {
    lines.push(
      `      ${translate("explain.rarity", { bits: signed(context, step.rarityMillibits / 1000) })}`,
    );
  }
  return lines;
}

function ruleLines({ translate }: CommandContext, { rules, isExhaustive }: LinkExplanation): string[] {
  const every = isExhaustive ? [translate("explain.exhaustive")] : [];
  if (rules.length === 0) return isExhaustive ? every : [translate("explain.no-rule")];
  return [
    translate("explain.rules"),
    ...rules.map(
      ({ rule, blockSize }) => `  ${translate("explain.rule", { rule: isolated(rule), size: blockSize })}`,
    ),
    ...every,
  ];
}

function judgementLines(
  { translate }: CommandContext,
  { judgements }: LinkExplanation,
  said: readonly SaidOfPair[],
): string[] {
  if (judgements.length === 0)
    return [translate(said.length === 0 ? "explain.not-judged" : "explain.none-bound")];
  const words = ({ left, right, decision }: PairJudgement) =>
    translate("explain.judgement", {
      left: addressText(left),
      right: addressText(right),
      decision: translate(`explain.decision.${decision}`),
    });
  const separator = translate("explain.separator");
  return [
    translate("explain.judged"),
    ...judgements.flatMap((judgement) => [
      `  ${words(judgement)}`,
      ...(judgement.setAsideBy === null
        ? []
        : [
            `    ${translate("explain.set-aside", { others: judgement.setAsideBy.map(words).join(separator) })}`,
          ]),
    ]),
  ];
}

/** Who said what of the two rows themselves. */
function saidLines(
  { translate, line }: CommandContext,
  { judgements }: LinkExplanation,
  said: readonly SaidOfPair[],
): string[] {
  if (said.length === 0) return [];
  const isSetAside = judgements.some((each) => each.isDirect && each.setAsideBy !== null);
  const lines = said.map(({ by, at, answer, reason, isUndone, counts, isInLink }) => {
    const params = {
      by: isolated(by),
      at: isolated(actDay(at, line.language)),
      answer: translate(`explain.decision.${answer}`),
    };
    const bound = isSetAside ? "set-aside" : "bound";
    const standing = isUndone ? "undone" : counts ? (isInLink ? bound : "since") : "uncounted";
    const why = reason === null ? "" : ` · ${isolated(reason)}`;
    return `  ${translate("explain.said", params)}${why} (${translate(`explain.said.${standing}`)})`;
  });
  return ["", translate("explain.said-of-rows"), ...lines];
}

/** Told where the two do not hold together by their own pair alone. */
function pathLines(context: CommandContext, { path, band }: LinkExplanation): string[] {
  const { translate } = context;
  if (path === null || (path.length === 1 && band === "link")) return [];
  return [
    "",
    translate("explain.path"),
    ...path.map(({ left, right, weightBits, isJudgedSame }) => {
      const ends = { left: addressText(left), right: addressText(right) };
      return isJudgedSame || weightBits === null
        ? `  ${translate("explain.path-judged", ends)}`
        : `  ${translate("explain.path-step", { ...ends, bits: signed(context, weightBits) })}`;
    }),
  ];
}

/** A label, what it adds, and the sum so far, in columns. */
function bar(label: string, added: string, total: string): string {
  const unseen = label.match(/[\u2068\u2069]/gu)?.length ?? 0;
  return `  ${label.padEnd(LABEL_WIDTH + unseen)} ${added.padStart(9)}  ${total.padStart(9)}`;
}

function valueText({ line }: CommandContext, value: LinkValue): string {
  if (value === null) return "";
  if ("text" in value) return isolated(value.text);
  if ("number" in value) return formatNumber(value.number, line.language);
  const [first, last] = value.days.map((day) => dayText(day, line.language === "fa"));
  return isolated(first === last ? (first ?? "") : `${first} – ${last}`);
}

function dayText(day: number, isSolarHijri: boolean): string {
  if (!isSolarHijri) return toIsoDay(day);
  const { year, month, day: date } = fromDayNumber(day, "solar-hijri");
  return localizeDigits(`${year}/${month}/${date}`, "fa");
}

function addressText({ list, recordId }: RecordAddress): string {
  return isolated(`${list}:${recordId}`);
}

/** What is compared, by the label of its field; a field of the recipe's own by its name. */
function comparisonText({ translate }: CommandContext, comparison: string): string {
  if (comparison === SAME_LIST) return translate("explain.same-list");
  const key = `field.${comparison}`;
  return isMessageKey(key) ? translate(key) : isolated(comparison);
}
