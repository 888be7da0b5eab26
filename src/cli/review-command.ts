/** `inquest review`: pairs that people judge, in the terminal, over a pipe, or one by name. */
import {
  ANSWERS,
  type CaseReader,
  type Change,
  type JudgedPairView,
  type JudgementsView,
  judgePair,
  needsUnlocking,
  notLinked,
  openLiveCase,
  type PairAnswer,
  type ReviewQuery,
  readCase,
  undoJudgement,
} from "../case/index.ts";
import { usageError } from "./arguments.ts";
import { type Command, type CommandContext, findCase, writeJson } from "./context.ts";
import { isolated } from "./plain-words.ts";
import { openReviewKeys } from "./review-keys.ts";
import { reviewPersons } from "./review-persons.ts";
import { runSitting, type Sitting } from "./review-session.ts";
import { saidText, summaryLines } from "./review-text.ts";
import { withCase } from "./write-commands.ts";

/** Pairs that `--json` prints, and that a sitting looks ahead. */
const [PRINTED, MOST_PRINTED, AHEAD] = [50, 10_000, 5];
const DEFAULT_SEED = 1988;

/** `inquest review [LEFT RIGHT same|different|unsure] [--second | --sample N --seed S] [--list] [--persons] [--undo ID] [--json]`. */
export const review: Command = (context) => {
  const { line } = context;
  const query = readQuery(context);
  return withReview(context, async (desk) => {
    const undone = line.value("undo");
    if (undone !== undefined) return undo(context, desk, undone);
    if (line.has("persons")) {
      const checks = async (limit: number) =>
        (await desk.reader()).personChecks({ shown: "open", offset: 0, limit }, line.language);
      return reviewPersons(context, { checks, write: desk.write }, toLimit(context));
    }
    if (line.operands.length > 0) return judge(context, desk);
    if (line.has("list")) return list(context, await (await desk.reader()).judgements(line.language));
    const look = async (offset: number, limit: number) => {
      const view = await (await desk.reader()).review({ ...query, offset, limit }, line.language);
      if (!view.isLinked) throw notLinked();
      return view;
    };
    if (line.has("json")) {
      writeJson(context, await look(0, toLimit(context)));
      return 0;
    }
    const keys = openReviewKeys(context.terminal);
    if (keys === null) {
      context.terminal.out(`${summaryLines(context, await look(0, 0)).join("\n")}\n`);
      return 0;
    }
    const sitting: Sitting = {
      look: (offset) => look(offset, AHEAD),
      pair: async ({ left, right }) =>
        (await desk.reader()).reviewPair({ left: left.id, right: right.id, isBlind: false }, line.language),
      judge: (given) => desk.write((opened) => judgePair(opened, given)),
      undo: async (id) => void (await desk.write((opened) => undoJudgement(opened, { id }))),
      sample: query.queue === "audit" ? query.sample : undefined,
    };
    try {
      return await runSitting(context, sitting, keys);
    } finally {
      keys.close();
    }
  });
};

interface Desk {
  reader(): Promise<CaseReader>;
  write<T>(change: Change<T>): Promise<T>;
}

/** A case that others may read and write between two judgements; one that is encrypted is kept open, and locked. */
async function withReview(context: CommandContext, action: (desk: Desk) => Promise<number>): Promise<number> {
  const { surroundings, progress } = context;
  const dir = findCase(context, undefined);
  if (needsUnlocking(dir)) {
    return withCase(context, dir, async (opened) => {
      const reader = await readCase(opened);
      return action({ reader: () => Promise.resolve(reader), write: (change) => change(opened) });
    });
  }
  const live = await openLiveCase({ dir, surroundings, progress });
  try {
    return await action({
      reader: () => live.current(),
      async write(change) {
        const written = await live.write?.(change);
        if (written === undefined) throw new TypeError("the case was opened to be written to");
        return written.value;
      },
    });
  } finally {
    await live.close();
  }
}

function readQuery({ line }: CommandContext): Pick<ReviewQuery, "queue" | "sample"> {
  const size = line.value("sample");
  const seed = toNumber(line.value("seed") ?? String(DEFAULT_SEED), "seed", 0, 4_294_967_295);
  if (size !== undefined && line.has("second")) throw usageError("--sample and --second are two queues.");
  if (size === undefined) return { queue: line.has("second") ? "second" : "open", sample: { seed, size: 1 } };
  return { queue: "audit", sample: { seed, size: toNumber(size, "sample", 1, 100_000) } };
}

function toLimit({ line }: CommandContext): number {
  return toNumber(line.value("limit") ?? String(PRINTED), "limit", 0, MOST_PRINTED);
}

function toNumber(text: string, option: string, least: number, most: number): number {
  const number = Number(text);
  if (Number.isInteger(number) && number >= least && number <= most) return number;
  throw usageError(`--${option} takes a whole number from ${least} to ${most}; "${text}" is none.`);
}

async function judge(context: CommandContext, desk: Desk): Promise<number> {
  const { line, terminal, translate } = context;
  const [left, right, word, ...rest] = line.operands;
  const answer = ANSWERS.find((known) => known === word);
  if (left === undefined || right === undefined || answer === undefined || rest.length > 0)
    throw usageError("review takes two records, each as list:record_id, and same, different or unsure.");
  const reason = line.value("why");
  const entered = await desk.write((opened) =>
    judgePair(opened, { left, right, answer, ...(reason === undefined ? {} : { reason }) }),
  );
  if (line.has("json")) {
    writeJson(context, entered);
    return 0;
  }
  terminal.out(`${translate("review.recorded", { answer: answerText(context, answer) })} · ${entered.id}\n`);
  if (!entered.counts)
    terminal.out(`${translate("review.uncounted", { actor: context.surroundings.actor })}\n`);
  return 0;
}

async function undo(context: CommandContext, desk: Desk, id: string): Promise<number> {
  const reason = context.line.value("why");
  const undone = await desk.write((opened) =>
    undoJudgement(opened, { id, ...(reason === undefined ? {} : { reason }) }),
  );
  context.terminal.out(`${context.translate("review.undone", { id: undone })}\n`);
  return 0;
}

function list(context: CommandContext, view: JudgementsView): number {
  const { terminal, translate } = context;
  if (context.line.has("json")) {
    writeJson(context, view);
    return 0;
  }
  if (view.pairs.length + view.lost.length === 0) terminal.out(`${translate("review.list.none")}\n`);
  for (const pair of view.pairs) terminal.out(`${pairText(context, pair).join("\n")}\n`);
  if (view.lost.length > 0) terminal.out(`${translate("review.list.lost")}\n`);
  for (const pair of view.lost) terminal.out(`${pairText(context, pair).join("\n")}\n`);
  return 0;
}

function pairText(context: CommandContext, pair: JudgedPairView): string[] {
  const { translate } = context;
  const decision = pair.decision ?? (pair.isDisputed ? "disputed" : "none");
  const sides = [pair.left, pair.right].map(
    ({ list: name, recordId, names }) =>
      `${isolated(`${name}:${recordId}`)}${names[0] === undefined ? "" : ` ${isolated(names[0])}`}`,
  );
  const contradiction =
    pair.contradiction === null ? "" : ` · ${translate(`review.list.contradiction.${pair.contradiction}`)}`;
  return [
    `${sides.join("  |  ")}  ${translate(`review.list.decision.${decision}`)}${contradiction}`,
    ...pair.judgements.map((said) => `    ${isolated(said.id)}  ${saidText(context, said)}`),
  ];
}

function answerText({ translate }: CommandContext, answer: PairAnswer): string {
  return translate(`review.list.decision.${answer}`);
}
