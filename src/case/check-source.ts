/** Checking one source now: its bytes against their hash, and the act that sealed it against the signed checkpoint. */
import { pickLocal } from "../core/index.ts";
import type { EvidencePort } from "../findings/index.ts";
import { contentOf } from "../statements/index.ts";
import type { SourceCheckView } from "./entry-views.ts";
import { findSource } from "./find-source.ts";
import type { Presenter } from "./present-statement.ts";
import type { CaseState } from "./state.ts";

interface CheckContext {
  readonly state: CaseState;
  readonly evidence: EvidencePort;
  readonly presenter: Presenter;
}

/** @throws InquestError "case/not-found"; never for bytes that were altered. */
export async function checkSource(
  word: string,
  { state, evidence, presenter }: CheckContext,
): Promise<SourceCheckView> {
  const { value: source, leafIndex } = findSource(state, word);
  const [{ isIntact, bytes }, act] = await Promise.all([
    evidence.readBlob(contentOf(source)),
    evidence.proveAct(leafIndex),
  ]);
  const isProven = act.isActIntact && act.isIncluded;
  return {
    source: { id: source.id, name: pickLocal(source.title, presenter.language) },
    fileName: source.fileName,
    sizeBytes: source.sizeBytes,
    sha256: source.sha256,
    isIntact,
    isReadable: bytes !== null,
    act: { leafIndex, at: act.at, isProven },
    treeSize: act.treeSize,
    root: act.root,
    ok: isIntact && isProven,
  };
}
