/** Evidence for lineage: blobs re-hashed, acts re-read, proofs recomputed against the signed checkpoint. */
import { InquestError, type Language } from "../core/index.ts";
import type { ChainLink, EvidencePort, ProvenAct } from "../findings/index.ts";
import {
  createKeyRing,
  hashLeaf,
  isSignedBy,
  type KeyRing,
  toEntry,
  verifyInclusion,
} from "../ledger/index.ts";
import { checkPassage } from "../statements/index.ts";
import { isSealedRef } from "../vault/index.ts";
import type { OpenCase } from "./case-handle.ts";
import { createPresenter } from "./present-statement.ts";
import { readWhatIsQuoted } from "./source-content.ts";

export interface Evidence {
  readonly evidence: EvidencePort;
  readonly checkpoint: () => Promise<ChainLink>;
}

/** The evidence of an open case, with its words in a language. */
export function createEvidence(opened: OpenCase): (language: Language) => Evidence {
  const keys = enrolledKeys(opened);
  const port: EvidencePort = {
    async readBlob(content) {
      try {
        // Without its key an encrypted file is still the one that was sealed, or not.
        if (isSealedRef(content) && !opened.secrets.canOpen(content)) {
          await opened.readStored(content.stored);
          return { isIntact: true, bytes: null };
        }
        return { isIntact: true, bytes: await opened.read(content) };
      } catch (error) {
        if (error instanceof InquestError && error.reaction === "verification")
          return { isIntact: false, bytes: null };
        throw error;
      }
    },
    proveAct: (leafIndex) => Promise.resolve(proveAct(opened, keys, leafIndex)),
    async checkPassage(source, bytes, passage) {
      const { text, content } = await readWhatIsQuoted(opened, source, bytes);
      return checkPassage(passage, { text, content: content ?? null });
    },
  };
  return (language) => {
    const { translate } = createPresenter(opened.state, language);
    return {
      evidence: port,
      checkpoint() {
        const signed = opened.ledger.checkpoint();
        const size = signed?.treeSize ?? 0;
        return Promise.resolve({
          kind: "checkpoint",
          id: signed?.origin ?? "none",
          text: translate("trace.checkpoint", { size }),
          treeSize: size,
          root: signed?.rootHash ?? "",
          ok: signed !== null,
        });
      },
    };
  };
}

function enrolledKeys({ ledger, state }: OpenCase): KeyRing {
  const keys = createKeyRing();
  for (const leafIndex of state.enrolments) keys.enrol(ledger.read(leafIndex), leafIndex);
  return keys;
}

function proveAct({ ledger }: OpenCase, keys: KeyRing, leafIndex: number): ProvenAct {
  const signed = ledger.checkpoint();
  const treeSize = signed?.treeSize ?? 0;
  const base = { leafIndex, treeSize, root: signed?.rootHash ?? "" };
  try {
    const act = ledger.read(leafIndex);
    const key = keys.find(act);
    const isCovered = signed !== null && leafIndex < treeSize;
    return {
      ...base,
      actId: act.id,
      kind: act.kind,
      at: act.at,
      body: act.body,
      isActIntact: key !== null && isSignedBy(act, key),
      isIncluded:
        isCovered &&
        verifyInclusion({
          leaf: hashLeaf(toEntry(act)),
          proof: ledger.proveInclusion(leafIndex, treeSize),
          root: Buffer.from(signed.rootHash, "hex"),
        }).ok,
    };
  } catch (error) {
    if (!(error instanceof InquestError) || error.reaction !== "verification") throw error;
    const unreadable = { actId: `leaf-${leafIndex}`, kind: "?", at: "?", body: null };
    return { ...base, ...unreadable, isActIntact: false, isIncluded: false };
  }
}
