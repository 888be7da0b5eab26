/** Blocking looked at before a run: its rules, its largest blocks, and what it is likely to lose. */
import { type Progress, silentProgress } from "../core/pure.ts";
import type { KeyColumn } from "./blocking-keys.ts";
import { estimateBlockingRecall, findLoosePairs } from "./blocking-recall.ts";
import type { Rule } from "./blocking-rules.ts";
import { BlockFinder } from "./blocks.ts";
import { ruleOfPair } from "./candidate-space.ts";
import { planCandidates } from "./candidates.ts";
import { runAlone } from "./link-jobs.ts";
import { bindRun, blockedOf, withCandidates } from "./prepare-run.ts";
import type { LinkInput, LinkValue } from "./records.ts";
import type { BlockingRecall, BlockingReport } from "./result.ts";
import { toScoredRun, trainPrepared } from "./scored-run.ts";
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
  const { run, keys } = bindRun(input, settings);
  const { records, isNamed } = run;
  const candidates = planCandidates(keys, blockedOf(run), settings.blocking, run.ownNames, progress);
  const trained = runAlone(trainPrepared(withCandidates(run, candidates), settings, progress));
  const none = new Int32Array(0);
  const { score } = toScoredRun(
    trained,
    candidates,
    { left: none, right: none, weights: none, rule: none },
    settings,
  );
  const loose = findLoosePairs(candidates, run.looseKeys, {
    ...{ seed: settings.training.seed, score },
    recordCount: records.length,
  });
  const recall = estimateBlockingRecall(loose, candidates.report.candidatePairs, (index) => {
    const { left = 0, right = 0 } = loose?.likely[index] ?? {};
    return ruleOfPair(candidates.space, left, right) >= 0;
  });
  const finder = new BlockFinder(records.length);
  const worst = candidates.rules
    .flatMap((rule) => largestBlocks(rule, keys, finder, most))
    .sort((a, b) => b.size - a.size)
    .slice(0, most)
    .map(({ rule, size, first }): LargeBlock => {
      const record = records[first];
      const fields = [...new Set(rule.keys.flatMap(({ field }) => (field === "*" ? run.ownNames : [field])))];
      return {
        rule: rule.name,
        records: size,
        pairs: (size * (size - 1)) / 2,
        isSplit: size > rule.cap,
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

function largestBlocks(rule: Rule, columns: readonly KeyColumn[], finder: BlockFinder, most: number) {
  const keys = rule.keys.flatMap(({ field, key }) =>
    columns.filter((column) => column.field === field && column.key === key),
  );
  const blocks: { rule: Rule; size: number; first: number }[] = [];
  finder.blocks(keys, (members, from, to) => {
    blocks.push({ rule, size: to - from, first: members[from] ?? 0 });
  });
  return blocks.sort((a, b) => b.size - a.size || a.first - b.first).slice(0, most);
}
