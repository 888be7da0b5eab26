/** Two rows beside each other in a terminal: values in their own scripts, what differs, and the waterfall. */
import type {
  AgreementView,
  DiffPart,
  JudgementView,
  ReviewFieldView,
  ReviewPairView,
  ReviewView,
  WaterfallView,
} from "../case/index.ts";
import { formatNumber, isolate, toVisibleText } from "../core/index.ts";
import { actDay } from "./act-day.ts";
import type { CommandContext } from "./context.ts";
import { decimals, isolated, signed } from "./plain-words.ts";

const LABEL_WIDTH = 14;
const NARROW = 72;

/** Not colour: a sign for how two values agree. */
const SIGNS: Readonly<Record<ReviewFieldView["agreement"], string>> = {
  same: "=",
  alike: "≈",
  overlaps: "~",
  differs: "≠",
  missing: "·",
};

export function pairLines(context: CommandContext, pair: ReviewPairView): string[] {
  const { translate, line } = context;
  const why =
    pair.rank === null
      ? pair.whyText
      : translate("review.rank", { rank: formatNumber(pair.rank, line.language), why: pair.whyText });
  const sizes = [pair.left.clusterSize, pair.right.clusterSize];
  return [
    why,
    ...columns(context, ["", "", rowText(context, pair.left), rowText(context, pair.right)]),
    ...pair.fields.flatMap((field) => fieldLines(context, field)),
    ...(sizes.every((size) => size !== null)
      ? [
          `  ${translate("review.rows", {
            left: formatNumber(sizes[0] ?? 1, line.language),
            right: formatNumber(sizes[1] ?? 1, line.language),
          })}`,
        ]
      : []),
    ...(pair.isBlind ? [translate("review.hidden")] : waterfallLines(context, pair.waterfall)),
    ...pair.judgements.map((judgement) => `  ${saidText(context, judgement)}`),
  ];
}

function rowText({ line }: CommandContext, { list, recordId, row }: ReviewPairView["left"]): string {
  return `${isolated(list)} ${isolated(recordId)} (${formatNumber(row, line.language)})`;
}

function fieldLines(context: CommandContext, field: ReviewFieldView): string[] {
  const sign = SIGNS[field.agreement];
  const before = [field.before.left, field.before.right].map((parts) => marked(parts, field.agreement));
  const after = [field.after.left, field.after.right].map((parts) => marked(parts, field.agreement));
  const isFolded =
    field.agreement !== "same" && field.agreement !== "missing" && after.join() !== before.join();
  return [
    ...columns(context, [field.label, sign, before[0] ?? "", before[1] ?? ""]),
    ...(isFolded
      ? columns(context, ["", context.translate("review.once-folded"), after[0] ?? "", after[1] ?? ""])
      : []),
  ];
}

/** What the other does not have stands in brackets. */
function marked(parts: readonly DiffPart[], agreement: ReviewFieldView["agreement"]): string {
  const hasShared = parts.some(({ isShared }) => isShared);
  const texts = parts.map(({ text, isShared }) => {
    const visible = toVisibleText(text);
    return isShared || !hasShared || agreement === "missing" ? visible : `[${visible}]`;
  });
  return parts.length === 0 ? "–" : isolate(texts.join(""));
}

type Row = readonly [label: string, sign: string, left: string, right: string];

/** Two columns, or one below the other where the terminal is narrow. */
function columns({ terminal }: CommandContext, [label, sign, left, right]: Row): string[] {
  const head = `  ${padded(label, LABEL_WIDTH)} ${padded(sign, sign.length > 1 ? 16 : 2)} `;
  if (terminal.columns < NARROW) return [head.trimEnd(), `      ${left}`, `      ${right}`];
  const width = Math.max(16, Math.floor((terminal.columns - LABEL_WIDTH - 8) / 2));
  if (sign.length > 1) return [`  ${padded("", LABEL_WIDTH)}    ${padded(left, width)} ${right}  (${sign})`];
  return [`${head}${padded(left, width)} ${right}`.trimEnd()];
}

/** Padded by what is seen: isolates and combining marks take no room. */
function padded(text: string, width: number): string {
  const seen = [...text.replace(/[\u2066-\u2069\u200c\u200d]|\p{M}/gu, "")].length;
  return text + " ".repeat(Math.max(0, width - seen));
}

export function waterfallLines(context: CommandContext, waterfall: WaterfallView | null): string[] {
  const { translate } = context;
  if (waterfall === null) return [translate("review.unscored")];
  const bar = (label: string, bits: number, total: number | null) =>
    `    ${padded(label, 46)} ${signed(context, bits).padStart(8)}${total === null ? "" : `  ${signed(context, total).padStart(8)}`}`;
  const { priorBits, steps, jointBits, restBits, totalBits, thresholdBits, isHeldBack } = waterfall;
  return [
    `  ${translate("review.waterfall")}`,
    bar(translate("review.prior"), priorBits, priorBits),
    ...steps.map((step) => bar(`${step.label}: ${step.levelText}`, step.bits, step.totalBits)),
    ...(jointBits === 0 ? [] : [bar(translate("review.joint"), jointBits, null)]),
    ...(restBits === 0
      ? []
      : [bar(translate(isHeldBack ? "review.held-back" : "review.rest"), restBits, null)]),
    bar(translate("review.total"), totalBits, totalBits),
    `    ${translate("review.total.text", {
      probability: decimals(context, waterfall.probability, 3),
      link: signed(context, thresholdBits.link),
      review: signed(context, thresholdBits.review),
    })}`,
  ];
}

export function saidText({ translate, line }: CommandContext, said: JudgementView): string {
  const text = translate("review.said", {
    by: isolated(said.by),
    at: actDay(said.at, line.language),
    answer: said.answerText,
  });
  const state = said.undone !== null ? "undone" : !said.counts ? "uncounted" : said.stands ? null : "old";
  const reason = said.reason === null ? "" : ` · ${isolated(said.reason)}`;
  return `${text}${reason}${state === null ? "" : ` (${translate(`review.said.${state}`)})`}`;
}

/** What waits, what was done, and how far reviewers agree. */
export function summaryLines(context: CommandContext, view: ReviewView): string[] {
  const { translate, line } = context;
  const number = (value: number) => formatNumber(value, line.language);
  const { contradictions, bridges, band, second, audit } = view.waiting;
  return [
    translate("review.waiting", {
      contradictions: number(contradictions),
      bridges: number(bridges),
      band: number(band),
      second: number(second),
    }),
    ...(view.queue === "audit" ? [translate("review.audit-left", { audit: number(audit) })] : []),
    translate("review.judged", {
      pairs: number(view.judged.pairs),
      mine: number(view.judged.mine),
      reviewer: isolated(view.reviewer),
    }),
    ...(view.sinceLink > 0 ? [translate("review.since", { count: number(view.sinceLink) })] : []),
    agreementText(context, view.agreement),
    ...auditLines(context, view),
  ];
}

function agreementText(context: CommandContext, agreement: AgreementView): string {
  const { translate, line } = context;
  const { pairs, agreed, raw, kappa, standardError } = agreement;
  if (raw === null) return translate("review.agreement.none");
  const params = {
    pairs: formatNumber(pairs, line.language),
    agreed: formatNumber(agreed, line.language),
    raw: decimals(context, raw * 100, 1),
  };
  return kappa === null
    ? translate("review.agreement.no-kappa", params)
    : translate("review.agreement", {
        ...params,
        kappa: decimals(context, kappa, 2),
        error: decimals(context, standardError ?? 0, 2),
      });
}

function auditLines(context: CommandContext, { audit }: ReviewView): string[] {
  if (audit === null) return [];
  const { translate, line } = context;
  const figure = (of: typeof audit.precision) =>
    of === null
      ? translate("review.audit.unknown")
      : `${decimals(context, of.value, 3)} [${decimals(context, of.low, 3)} – ${decimals(context, of.high, 3)}]`;
  return [
    translate("review.audit", {
      judged: formatNumber(audit.judged, line.language),
      precision: figure(audit.precision),
      recall: figure(audit.recall),
    }),
  ];
}
