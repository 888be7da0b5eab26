/** Which act a person means: by leaf, act id, the id or key of a thing, or the SHA-256 of a sealed file. */
import { InquestError } from "../core/index.ts";
import type { Act, Ledger } from "../ledger/index.ts";
import type { OpenCase } from "./case-handle.ts";
import type { CaseState } from "./state.ts";

/** Members of a body that name the thing that the act is about. */
const ID_MEMBERS: readonly string[] = ["id", "item"];
const KEY_MEMBERS: readonly string[] = ["key", "name", "fileName"];
/** A thing's own members lie in the body or in one object of it. */
const DEPTH = 3;

/**
 * The leaf of the act that is meant. An id stands for the first act that names it, the one that recorded or
 * sealed the thing; a key for the last, since an edited note keeps its key; a SHA-256 for the first act that
 * holds it anywhere.
 *
 * @throws InquestError "case/no-such-act" (not-found).
 */
export function findAct({ ledger, state }: Pick<OpenCase, "ledger" | "state">, word: string): number {
  if (word.trim() === "") throw noSuchAct(word, "Nothing is named.");
  if (/^(0|[1-9][0-9]*)$/u.test(word)) {
    const leafIndex = Number(word);
    if (leafIndex < ledger.size) return leafIndex;
    throw noSuchAct(word, `The log has ${ledger.size} acts, counted from 0.`);
  }
  if (/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/u.test(word)) {
    const byId = findById(ledger, word);
    if (byId !== null) return byId;
  }
  const found = findSource(state, word) ?? findByContent(ledger, word);
  if (found !== null) return found;
  throw noSuchAct(
    word,
    "Name a leaf, the id of an act, the id or key of a source or item, or the SHA-256 of a sealed file.",
  );
}

/** By the time within a UUIDv7: acts never go backwards in time, so a few are read whatever the log's size. */
function findById(ledger: Ledger, id: string): number | null {
  const atMs = Number.parseInt(id.slice(0, 8) + id.slice(9, 13), 16);
  let low = 0;
  let high = ledger.size;
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (Date.parse(ledger.read(middle).at) < atMs) low = middle + 1;
    else high = middle;
  }
  for (let leafIndex = low; leafIndex < ledger.size; leafIndex++) {
    const act = ledger.read(leafIndex);
    if (act.id === id) return leafIndex;
    if (Date.parse(act.at) > atMs) return null;
  }
  return null;
}

/** A sealed source by its id, hash or key, without reading the log: what is proven most. */
function findSource({ sources }: CaseState, word: string): number | null {
  const byId = sources.get(word);
  if (byId !== undefined) return byId.leafIndex;
  const all = [...sources.values()];
  const found =
    all.find(({ value }) => value.sha256 === word) ??
    all.findLast(({ value }) => value.key === word || value.fileName === word);
  return found?.leafIndex ?? null;
}

function findByContent(ledger: Ledger, word: string): number | null {
  const isHash = /^[0-9a-f]{64}$/u.test(word);
  let byKey: number | null = null;
  for (const { act, leafIndex } of ledger.entries()) {
    if (isHash ? holds(act.body, word) : names(act, ID_MEMBERS, word)) return leafIndex;
    if (!isHash && names(act, KEY_MEMBERS, word)) byKey = leafIndex;
  }
  return byKey;
}

function names(act: Act, members: readonly string[], word: string): boolean {
  return isNamed(act.body, members, { word, depth: DEPTH });
}

function isNamed(
  value: unknown,
  members: readonly string[],
  { word, depth }: { readonly word: string; readonly depth: number },
): boolean {
  if (typeof value !== "object" || value === null || Array.isArray(value) || depth === 0) return false;
  return Object.entries(value).some(
    ([member, inner]) =>
      (inner === word && members.includes(member)) || isNamed(inner, members, { word, depth: depth - 1 }),
  );
}

/** Whether a text stands anywhere in a body. */
function holds(value: unknown, word: string): boolean {
  if (value === word) return true;
  return (
    typeof value === "object" && value !== null && Object.values(value).some((inner) => holds(inner, word))
  );
}

function noSuchAct(word: string, remedy: string): InquestError {
  return new InquestError({
    code: "case/no-such-act",
    reaction: "not-found",
    message: `No act of this case is meant by "${word}". ${remedy}`,
    evidence: { word },
  });
}
