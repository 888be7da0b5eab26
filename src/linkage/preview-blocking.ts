/** Blocking looked at before a run: its rules, its largest blocks, and what it is likely to lose. */
import { type Progress, silentProgress } from "../core/pure.ts";
import { estimateBlockingRecall, findLoosePairs } from "./blocking-recall.ts";
import type { Rule } from "./blocking-rules.ts";
import { toBlocks } from "./blocks.ts";
import { ruleOfPair } from "./candidate-space.ts";
import { prepareRun } from "./prepare-run.ts";
import type { LinkInput, LinkValue } from "./records.ts";
import type { BlockingRecall, BlockingReport } from "./result.ts";
import { sampleCandidates, sampleRule } from "./score-pairs.ts";
import { toScoredRun, trainRun } from "./scored-run.ts";
import type { LinkSettings } from "./settings.ts";

/** A large block of a rule. */
export interface LargeBlock {
  readonly rule: string;
  readonly records: number;
  /** Pairs that it would make whole. */
  readonly pairs: number;
  /** Larger than the rule takes: it is split by a further key, and what no key splits is not compared. */
  readonly isSplit: boolean;
  /** One of its records, and what that record says in the fields of the rule. */
  readonly example: {
    readonly list: string;
    readonly recordId: string;
    readonly values: readonly LinkValue[];
  };
}

export interface BlockingPreview {
  readonly records: number;
  /** Records without a usable name take part in no block. */
  readonly unnamed: number;
  readonly blocking: BlockingReport;
  /** The largest blocks of all rules, the largest first. */
  readonly worst: readonly LargeBlock[];
  /** Without labels, from pairs that share one loose key of the name; an upper bound of a kind. */
  readonly recall: BlockingRecall;
}

/**
 * Plans blocking, and trains a model on a sample of its pairs to ask how many likely matches it holds. No pair beyond
 * those samples is compared.
 *
 * @param most - how many of the largest blocks to name.
 * @throws InquestError as `linkRecords` does.
 */
export function previewBlocking(
  input: LinkInput,
  settings: LinkSettings,
  { most = 10, progress = silentProgress }: { readonly most?: number; readonly progress?: Progress } = {},
): BlockingPreview {
  const run = prepareRun(input, settings, progress);
  const { candidates, records, isNamed } = run;
  const { seed } = settings.training;
  const trained = trainRun(run, {
    ...{ plan: candidates, settings, progress },
    sample: sampleCandidates(candidates, run.comparers, seed),
    pairsOfRule: (rule) => sampleRule(candidates, rule, seed),
  });
  const none = new Int32Array(0);
  const { score } = toScoredRun(
    trained,
    candidates,
    { left: none, right: none, weights: none, rule: none },
    settings,
  );
  const loose = findLoosePairs(candidates, run.keys, run.ownNames, {
    ...{ seed, score },
    recordCount: records.length,
  });
  const recall = estimateBlockingRecall(loose, (index) => {
    const { left = 0, right = 0 } = loose?.likely[index] ?? {};
    return ruleOfPair(candidates.space, left, right) >= 0;
  });
  const worst = candidates.rules
    .flatMap((rule) => largestBlocks(rule, records.length, most))
    .sort((a, b) => b.members.length - a.members.length)
    .slice(0, most)
    .map(({ rule, members }): LargeBlock => {
      const record = records[members[0] ?? 0];
      const fields = [...new Set(rule.keys.flatMap(({ field }) => (field === "*" ? run.ownNames : [field])))];
      return {
        rule: rule.name,
        records: members.length,
        pairs: (members.length * (members.length - 1)) / 2,
        isSplit: members.length > rule.cap,
        example: {
          list: record?.list ?? "",
          recordId: record?.recordId ?? "",
          values: fields.map(
            (name) => record?.values[input.fields.findIndex((field) => field.name === name)] ?? null,
          ),
        },
      };
    });
  return {
    records: records.length,
    unnamed: isNamed.filter((named) => !named).length,
    blocking: candidates.report,
    worst,
    recall,
  };
}

function largestBlocks(rule: Rule, recordCount: number, most: number) {
  const { offsets, members } = toBlocks(rule.keys, recordCount);
  const sizes = Array.from({ length: Math.max(0, offsets.length - 1) }, (_, block) => ({
    block,
    size: (offsets[block + 1] ?? 0) - (offsets[block] ?? 0),
  }));
  return sizes
    .sort((a, b) => b.size - a.size || a.block - b.block)
    .slice(0, most)
    .map(({ block }) => ({ rule, members: members.subarray(offsets[block] ?? 0, offsets[block + 1] ?? 0) }));
}
