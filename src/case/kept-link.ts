/** What a link leaves for the next one: the model that was trained, and the pairs that it kept. */
import { z } from "zod";
import { hashBytes, InquestError, toCanonicalJson, toPlainJson } from "../core/index.ts";
import { keepOnThreads, linkAgainOnThreads } from "../engines/index.ts";
import type { ListRecord } from "../intake/index.ts";
import {
  KeptModel,
  type KeptScores,
  type LinkEngine,
  type LinkedWithModel,
  type LinkField,
  type LinkInput,
  type LinkSettings,
  linkAndKeepOn,
  type Misfit,
  misfitOf,
  type PairJudgement,
} from "../linkage/index.ts";
import type { LinkRecorded } from "./act-bodies.ts";
import type { CaseHandle } from "./handle.ts";
import { toLinkInput } from "./link-input.ts";
import { readRecordsOf } from "./list-releases.ts";

/** Why a link was trained anew: it is the first, somebody asked, or the model does not fit. */
export type WhyTrained = "first" | "asked" | Misfit;

export interface LinkToMake {
  readonly input: LinkInput;
  readonly settings: LinkSettings;
  readonly judgements: readonly PairJudgement[];
  /** The link before; null when there is none, or when it may be used no more. */
  readonly last: LinkRecorded | null;
  /** Whether a new model is asked for. */
  readonly isAskedToTrain: boolean;
  /** What brings the pairs together where a model is trained; null for this process. */
  readonly engine: LinkEngine | null;
}

/** A link that was made, with the bytes that it leaves for the next. */
export interface MadeLink extends LinkedWithModel {
  /** Null when the model of the link before was kept. */
  readonly whyTrained: WhyTrained | null;
  readonly modelText: string;
  readonly scoresText: string;
  readonly modelSha256: string;
}

/** Links with the model of the last link where it fits, and trains one where it does not or where that is asked for. */
export async function makeLink(handle: CaseHandle, wanted: LinkToMake): Promise<MadeLink> {
  const { input, settings, judgements, last, isAskedToTrain, engine } = wanted;
  const { progress } = handle;
  const kept = last === null ? null : await readKeptModel(handle, last);
  const misfit = kept === null ? "first" : misfitOf(kept, input, settings);
  const whyTrained = kept !== null && isAskedToTrain ? "asked" : misfit;
  if (kept === null || last === null || whyTrained !== null) {
    const linked = await (engine === null
      ? keepOnThreads(input, settings, judgements, progress)
      : linkAndKeepOn(engine, input, { settings, judgements, progress }));
    return withTexts(linked, whyTrained);
  }
  const previous = await readPrevious(handle, last, input.fields);
  // Few pairs are new: they are compared where the others are known.
  return withTexts(await linkAgainOnThreads({ input, model: kept, judgements, previous }, progress), null);
}

function withTexts(linked: LinkedWithModel, whyTrained: WhyTrained | null): MadeLink {
  const modelText = toCanonicalJson(toPlainJson(linked.model));
  const { left, right, weights } = linked.scores;
  // Whole numbers and nothing else: what spreadsheets take for a formula needs no mark here.
  const rows = Array.from(
    left,
    (one, pair) => `${one + 1},${(right[pair] ?? 0) + 1},${weights[pair] ?? 0}\n`,
  );
  return {
    ...linked,
    whyTrained,
    modelText,
    scoresText: `row_a,row_b,millibits\n${rows.join("")}`,
    modelSha256: hashBytes(modelText),
  };
}

/** The model of a recorded link; null for links of earlier versions. */
export async function readKeptModel(
  handle: Pick<CaseHandle, "read">,
  { trained }: LinkRecorded,
): Promise<KeptModel | null> {
  if (trained === undefined) return null;
  const parsed = KeptModel.safeParse(JSON.parse(new TextDecoder().decode(await handle.read(trained.model))));
  if (parsed.success) return parsed.data;
  throw new InquestError({
    code: "case/derived-unreadable",
    reaction: "internal",
    message:
      "The trained model of the last link was written by another version of Inquest; train anew with inquest link --train.",
    cause: parsed.error,
  });
}

/** The records of a recorded link in the order in which its tables count them. */
async function readLinkedRecords(
  handle: CaseHandle,
  { inputs }: LinkRecorded,
): Promise<readonly ListRecord[]> {
  const tables = await Promise.all((inputs ?? []).map((each) => readRecordsOf(handle, each)));
  return tables.flat();
}

const Row = z.string().regex(/^[1-9]\d*$/u);
const Scored = z.tuple([Row, Row, z.string().regex(/^-?\d+$/u)]);

async function readPrevious(handle: CaseHandle, last: LinkRecorded, fields: readonly LinkField[]) {
  if (last.trained === undefined) return null;
  const text = new TextDecoder().decode(await handle.read(last.trained.scores));
  const lines = text.split("\n").slice(1, -1);
  const cells = z.array(Scored).parse(lines.map((line) => line.split(",")));
  const column = (index: number, shift: number) =>
    Int32Array.from(cells, (row) => Number(row[index] ?? "0") - shift);
  const scores: KeptScores = { left: column(0, 1), right: column(1, 1), weights: column(2, 0) };
  return { input: toLinkInput(await readLinkedRecords(handle, last), fields), scores };
}
