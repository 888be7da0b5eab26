/** Checking the signatures of many acts on all cores while the log is still being read. */
import { checkSignature } from "./key-ring.ts";
import type { SignedLeaf } from "./log-state.ts";
import type { VerifyProblem } from "./problem.ts";

const BATCH = 1024;

/** Batches under way at once: while the cores check one, the next is read. */
const AHEAD = 3;

export interface SignatureQueue {
  push(leaf: SignedLeaf): void;
  /** The problems of batches that are done; waits when too many are under way. */
  take(): Promise<readonly VerifyProblem[]>;
  /** The problems of all that is left. */
  end(): Promise<readonly VerifyProblem[]>;
}

/** Problems come in the order of the log. */
export function createSignatureQueue(): SignatureQueue {
  let batch: SignedLeaf[] = [];
  const underWay: Promise<VerifyProblem[]>[] = [];

  function submit(): void {
    underWay.push(judgeSignatures(batch));
    batch = [];
  }

  return {
    push: (leaf) => {
      batch.push(leaf);
    },
    async take() {
      if (batch.length < BATCH) return [];
      submit();
      const problems: VerifyProblem[] = [];
      while (underWay.length > AHEAD) problems.push(...((await underWay.shift()) ?? []));
      return problems;
    },
    async end() {
      submit();
      return (await Promise.all(underWay)).flat();
    },
  };
}

async function judgeSignatures(leaves: readonly SignedLeaf[]): Promise<VerifyProblem[]> {
  const found = await Promise.all(leaves.map(({ act, entry, key }) => checkSignature(act, entry, key)));
  return leaves
    .filter((_, index) => found[index] !== true)
    .map(({ act, leafIndex, path }) => ({
      path,
      code: "ledger/act-signature",
      expected: `a signature by ${act.actor} ${act.device}`,
      actual: act.sig,
      text: `The signature of act ${act.id} (leaf ${leafIndex}) is not that of its actor's key.`,
    }));
}
