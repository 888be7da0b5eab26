/** Lineage: the links between a figure and the proof that what it rests on has not changed. */
import { z } from "zod";
import { type JsonValue, toCanonicalJson } from "../core/index.ts";
import {
  contentOf,
  type Passage,
  type PassageCheck,
  type RecordedStatement,
  type Source,
  Statement,
  toFragment,
  withStatementId,
} from "../statements/index.ts";
import { type Content, SealedRef } from "../vault/index.ts";

export type ChainKind =
  | "answer"
  | "person"
  | "site"
  | "posting"
  | "statement"
  | "passage"
  | "blob"
  | "act"
  | "proof"
  | "checkpoint";

/** One link; `ok` says that its integrity was checked just now and held. */
export interface ChainLink {
  readonly kind: ChainKind;
  readonly id: string;
  readonly text?: string;
  readonly sha256?: string;
  readonly leafIndex?: number;
  readonly treeSize?: number;
  readonly root?: string;
  readonly ok: boolean;
}

/** What lineage asks of the case; every answer is computed from the files, none from memory. */
export interface EvidencePort {
  /** A sealed file, hashed while reading. */
  readBlob(content: Content): Promise<EvidenceBytes>;
  /** The act at a leaf with its inclusion in the signed checkpoint, both checked. */
  proveAct(leafIndex: number): Promise<ProvenAct>;
  /** Whether a passage stands in a source whose bytes these are. */
  checkPassage(source: Source, bytes: Uint8Array, passage: Passage): Promise<PassageCheck>;
}

export interface EvidenceBytes {
  /** The stored bytes have the hash of their name; an encrypted file whose key is at hand keeps its commitment too. */
  readonly isIntact: boolean;
  /** What they say; null when missing or altered, or encrypted without a key at hand. */
  readonly bytes: Uint8Array | null;
}

export interface ProvenAct {
  readonly actId: string;
  readonly kind: string;
  readonly at: string;
  readonly leafIndex: number;
  readonly treeSize: number;
  readonly root: string;
  /** The body as it stands in the log. */
  readonly body: unknown;
  /** The entry re-hashes to its leaf and its signature holds. */
  readonly isActIntact: boolean;
  readonly isIncluded: boolean;
}

/** Words for links, in the reader's language. */
export interface ChainWords {
  statement(recorded: RecordedStatement): string;
  /** The words of a passage, or what was seen there; where a person read them, it says so. */
  passage(passage: Passage, check: PassageCheck): string;
  blob(fileName: string, sizeBytes: number): string;
  act(kind: string, at: string): string;
  proof(leafIndex: number, treeSize: number): string;
}

/** statement → passage → sealed file → acts that recorded both → their proofs. */
export async function statementChain(
  recorded: RecordedStatement,
  sealed: { readonly source: Source; readonly leafIndex: number },
  evidence: EvidencePort,
  words: ChainWords,
): Promise<ChainLink[]> {
  const { statement } = recorded;
  const { source } = sealed;
  const { isIntact, bytes } = await evidence.readBlob(contentOf(source));
  const act = await evidence.proveAct(recorded.leafIndex);
  const { passage } = statement;
  const check = bytes === null ? "gone" : await evidence.checkPassage(source, bytes, passage);
  return [
    {
      kind: "statement",
      id: statement.id,
      text: words.statement(recorded),
      ok: await isRecordedAs(statement, act.body, evidence),
    },
    {
      kind: "passage",
      id: `${source.key}#${toFragment(passage)}`,
      text: words.passage(passage, check),
      ok: check !== "gone",
    },
    blobLink(source, isIntact, words),
    ...(await actChain(sealed.leafIndex, evidence, words)),
    ...(await actChain(recorded.leafIndex, evidence, words)),
  ];
}

/**
 * Whether the act records this very statement: in the open by an id that is the hash of its content, or encrypted, when
 * what its item opens to is the statement.
 */
async function isRecordedAs(statement: Statement, body: unknown, evidence: EvidencePort): Promise<boolean> {
  const sealed = z.object({ id: z.literal(statement.id), statement: SealedRef }).safeParse(body);
  if (sealed.success) {
    const { isIntact, bytes } = await evidence.readBlob(sealed.data.statement);
    const { id: _, ...content } = statement;
    const plain: JsonValue = { ...content };
    return isIntact && bytes !== null && new TextDecoder().decode(bytes) === toCanonicalJson(plain);
  }
  const recorded = z.object({ statement: Statement }).safeParse(body);
  if (!recorded.success || recorded.data.statement.id !== statement.id) return false;
  const { id, ...content } = recorded.data.statement;
  return withStatementId(content).id === id;
}

/** The sealed file as a link. */
export function blobLink(
  file: { readonly sha256: string; readonly sizeBytes: number; readonly fileName: string },
  ok: boolean,
  words: ChainWords,
): ChainLink {
  return {
    kind: "blob",
    id: file.sha256,
    sha256: file.sha256,
    text: words.blob(file.fileName, file.sizeBytes),
    ok,
  };
}

/** An act and the proof that it stands in the log. */
export async function actChain(
  leafIndex: number,
  evidence: EvidencePort,
  words: ChainWords,
): Promise<ChainLink[]> {
  const act = await evidence.proveAct(leafIndex);
  return [
    { kind: "act", id: act.actId, text: words.act(act.kind, act.at), leafIndex, ok: act.isActIntact },
    {
      kind: "proof",
      id: `leaf-${leafIndex}`,
      text: words.proof(leafIndex, act.treeSize),
      leafIndex,
      treeSize: act.treeSize,
      root: act.root,
      ok: act.isIncluded,
    },
  ];
}

/** Links that say the same thing once: acts and files that several statements share. */
export function withoutRepeats(chain: readonly ChainLink[]): ChainLink[] {
  const seen = new Set<string>();
  return chain.filter((link) => {
    const key = `${link.kind} ${link.id}`;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}
