/** A sitting of review in the terminal: pair after pair, until nothing waits or whoever reviews ends it. */
import type {
  JudgementEntered,
  JudgementGiven,
  PairAnswer,
  ReviewPairView,
  ReviewView,
} from "../case/index.ts";
import { formatNumber, InquestError } from "../core/index.ts";
import type { CommandContext } from "./context.ts";
import { decimals, isolated, signed } from "./plain-words.ts";
import type { PressedKey, ReviewKeys } from "./review-keys.ts";
import { pairLines, summaryLines } from "./review-text.ts";

/** The case, as a sitting uses it. */
export interface Sitting {
  /** The queue from the pair after so many. */
  look(offset: number): Promise<ReviewView>;
  pair(pair: ReviewPairView): Promise<ReviewPairView>;
  judge(given: JudgementGiven): Promise<JudgementEntered>;
  undo(id: string): Promise<void>;
  readonly sample: JudgementGiven["sample"];
}

const ANSWERS: Readonly<Record<string, PairAnswer>> = { y: "same", n: "different", u: "unsure" };

export async function runSitting(
  context: CommandContext,
  sitting: Sitting,
  keys: ReviewKeys,
): Promise<number> {
  const { translate, terminal, line } = context;
  const say = (text: string) => terminal.err(`${text}\n`);
  const judged: string[] = [];
  const skipped: string[] = [];
  let [undone, reason]: [number, string | null] = [0, null];
  const first = await sitting.look(0);
  for (const text of summaryLines(context, first)) say(text);
  say(translate("review.keys"));

  async function answer(pair: ReviewPairView, said: PairAnswer, why: string | null): Promise<void> {
    const given: JudgementGiven = {
      left: pair.left.id,
      right: pair.right.id,
      answer: said,
      asked: pair.asked,
      isBlind: pair.isBlind,
      ...(pair.rank === null ? {} : { rank: pair.rank }),
      ...(why === null ? {} : { reason: why }),
      ...(pair.asked === "audit" && sitting.sample !== undefined ? { sample: sitting.sample } : {}),
    };
    const entered = await judgeWithReason(given);
    if (entered === null) return;
    judged.push(entered.id);
    reason = null;
    say(translate("review.recorded", { answer: translate(`review.list.decision.${said}`) }));
    if (!entered.counts) say(translate("review.uncounted", { actor: first.reviewer }));
    if (pair.isBlind) say(revealText(await sitting.pair(pair)));
  }

  /** Null when a reason was needed and nobody gave one. */
  async function judgeWithReason(given: JudgementGiven): Promise<JudgementEntered | null> {
    try {
      return await sitting.judge(given);
    } catch (error) {
      if (!(error instanceof InquestError) || error.code !== "case/judgement-reason") throw error;
      say(error.message);
      const why = await keys.askLine(translate("review.reason"));
      return why === null ? null : sitting.judge({ ...given, reason: why });
    }
  }

  function revealText({ waterfall }: ReviewPairView): string {
    if (waterfall === null) return translate("review.revealed.unscored");
    return translate("review.revealed", {
      bits: signed(context, waterfall.totalBits),
      probability: decimals(context, waterfall.probability, 3),
    });
  }

  async function undo(): Promise<void> {
    const last = judged.pop();
    if (last === undefined) return say(translate("review.nothing-to-undo"));
    await sitting.undo(last);
    undone += 1;
    say(translate("review.undone", { id: isolated(last) }));
  }

  /** Whether the sitting goes on. */
  async function press(pressed: PressedKey, pair: ReviewPairView): Promise<"next" | "same" | "end"> {
    const said = ANSWERS[pressed.key];
    if (said !== undefined) {
      await answer(pair, said, pressed.reason ?? reason);
      return "next";
    }
    switch (pressed.key) {
      case "s":
        skipped.push(keyOf(pair));
        return "next";
      case "z":
        await undo();
        return "next";
      case "r":
        reason = pressed.reason ?? (await keys.askLine(translate("review.reason")));
        if (reason !== null) say(translate("review.reason-kept"));
        return "same";
      case "?":
        return "next";
      case "q":
        return "end";
      default:
        say(translate("review.unknown-key", { key: isolated(pressed.key) }));
        return "same";
    }
  }

  for (let isOpen = true; isOpen; ) {
    const pair = await nextPair(sitting, skipped);
    if (pair === null) {
      say(translate("review.nothing"));
      break;
    }
    terminal.out(`\n${pairLines(context, pair).join("\n")}\n`);
    for (let step: "next" | "same" | "end" = "same"; step === "same"; ) {
      say(translate("review.prompt"));
      const pressed = await keys.next();
      step = pressed === null ? "end" : await press(pressed, pair);
      isOpen = step !== "end";
    }
  }
  const count = (value: number) => formatNumber(value, line.language);
  say(
    translate("review.ended", {
      judged: count(judged.length),
      undone: count(undone),
      skipped: count(new Set(skipped).size),
    }),
  );
  if (judged.length > 0) say(translate("review.next-link"));
  return 0;
}

function keyOf({ left, right }: ReviewPairView): string {
  return `${left.id} ${right.id}`;
}

/** The first pair that was not skipped: skipped ones stay where they are in the queue. */
async function nextPair(sitting: Sitting, skipped: readonly string[]): Promise<ReviewPairView | null> {
  const passed = new Set(skipped);
  for (let offset = 0; ; ) {
    const { pairs } = await sitting.look(offset);
    const found = pairs.find((pair) => !passed.has(keyOf(pair)));
    if (found !== undefined || pairs.length === 0) return found ?? null;
    offset += pairs.length;
  }
}
