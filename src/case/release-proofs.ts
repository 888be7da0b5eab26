/** What binds a release to the log: one signed checkpoint, and the way to it from the act of each thing. */
import { type SignedCheckpoint, toDeviceId, toVerifierKey, verifyNote } from "../ledger/index.ts";
import { type ProofCounts, proofFiles, type ReleaseContent } from "../release/index.ts";
import type { OpenCase } from "./case-handle.ts";
import { originalsThatGo } from "./originals-that-go.ts";
import type { PlannedRelease } from "./plan-release.ts";

/**
 * @param checkpoint - over every act that the release rests on.
 * @returns files by path below `data/`, and what the manifest says of them.
 */
export async function proveRelease(
  opened: OpenCase,
  planned: PlannedRelease,
  { content, checkpoint }: { readonly content: ReleaseContent; readonly checkpoint: SignedCheckpoint },
): Promise<{ readonly files: ReadonlyMap<string, Uint8Array>; readonly counts: ProofCounts }> {
  const { ledger } = opened;
  const { acts, blobs } = await originalsThatGo(opened, planned, content);
  const things = [...content.statements, ...content.sources].map(({ id, leafIndex }) => ({
    ...{ id, leafIndex },
    act: acts.has(leafIndex) ? ledger.leaf(leafIndex) : null,
  }));
  const leaves = [...new Set(things.map(({ leafIndex }) => leafIndex))].sort((a, b) => a - b);
  const devices = new Set([...acts].map((leafIndex) => ledger.read(leafIndex).device));
  const note = Buffer.from(checkpoint.note, "utf8");
  const keys = ledger.noteKeys.filter(
    (key) => devices.has(toDeviceId(key.publicKey)) || verifyNote(note, [key]).ok,
  );
  return proofFiles({
    ...{ things, blobs, checkpoint: checkpoint.note },
    keys: keys.map(toVerifierKey),
    proof: ledger.proveRow(leaves, checkpoint.treeSize),
  });
}
