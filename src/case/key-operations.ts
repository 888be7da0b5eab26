/** What people do with the keys of a case: doors, rotation, reading, recovery. Each is an act. */
import { InquestError } from "../core/index.ts";
import { renderRecoverySheets } from "../release/index.ts";
import {
  addDoor,
  type DoorLock,
  finishRotation,
  isSealedRef,
  joinShares,
  keyOfToday,
  parseShare,
  rotateCaseKey,
  type SealedRef,
  type Share,
  splitKey,
} from "../vault/index.ts";
import { isClosedCase } from "./closed-file.ts";
import type { CaseHandle } from "./handle.ts";
import { requireSecondPerson } from "./two-persons.ts";

/** Another way to the case key. */
export async function addCaseDoor(
  handle: CaseHandle,
  { actor, recipient }: { readonly actor: string; readonly recipient: string | null },
): Promise<string> {
  const { secrets } = handle;
  const newest = keyOfToday(await secrets.unlock(handle.config.id), handle.state.keys);
  const lock: DoorLock =
    recipient === null ? await secrets.newLock(handle.config.id) : { kind: "recipient", recipient };
  // In a closed case whoever comes through a new door makes a signing key of their own when they first write.
  const draft = await addDoor(secrets.surroundings, { ...newest, signer: null }, { lock, actor });
  await handle.record([draft]);
  return String(draft.body.door);
}

/**
 * A new case key; content stays as it is.
 *
 * @param without - doors of people who leave.
 * @throws InquestError "case/second-person-needed" when the case asks for two people.
 */
export async function rotateKey(
  handle: CaseHandle,
  { why, without }: { readonly why: string; readonly without: readonly string[] },
): Promise<{ readonly generation: number; readonly removed: readonly string[] }> {
  const { secrets, state, config } = handle;
  requireSecondPerson(state.twoPersons, config.twoPersons ?? [], {
    kind: "case-key.rotated",
    subject: "case",
  });
  const opened = await secrets.unlock(config.id);
  const lock = await secrets.newLock(config.id);
  const { actor } = handle.requireSigner();
  const rotated = await rotateCaseKey(secrets.surroundings, opened, {
    state: state.keys,
    lock,
    actor,
    why,
    without,
  });
  await handle.record(rotated.drafts);
  // Only now: a crash before this leaves the old headers and doors, and the next opening does it.
  const removed = finishRotation(secrets.files, state.keys);
  secrets.forget();
  return { generation: rotated.opened.generation, removed };
}

/**
 * Reads something encrypted, and records that somebody did.
 *
 * @param id - of a sealed source, by id or key, or of an item that a statement names.
 */
export async function revealContent(handle: CaseHandle, id: string, why: string): Promise<Uint8Array> {
  const { state, config, secrets } = handle;
  // Names of sealed sources are known only once the key is at hand.
  await secrets.unlock(id);
  const ref = findSealed(handle, id);
  requireSecondPerson(state.twoPersons, config.twoPersons ?? [], {
    kind: "item.revealed",
    subject: ref.item,
  });
  const bytes = await secrets.open(ref);
  await handle.record([{ kind: "item.revealed", body: { item: ref.item, why } }]);
  return bytes;
}

/** What somebody calls by an id or a name. @throws InquestError "case/not-found". */
export function findSealed({ state }: CaseHandle, id: string): SealedRef {
  const source = [...state.sources.values()].find(
    ({ value }) => value.id === id || value.key === id || value.sealed?.content.item === id,
  );
  if (source?.value.sealed !== undefined) return source.value.sealed.content;
  const statement = state.sealedStatements.get(id);
  if (statement !== undefined) return statement.value.statement;
  const byItem = [...state.sealedStatements.values()].find(({ value }) => value.statement.item === id);
  if (byItem !== undefined) return byItem.value.statement;
  const identity = [...state.identities].flatMap(([speaker, sealed]) =>
    speaker === id ? sealed.slice(-1) : sealed.filter(({ item }) => item === id),
  )[0];
  if (identity !== undefined) return identity;
  const list = state.lists.get(id)?.value.records;
  if (list !== undefined && isSealedRef(list)) return list;
  throw new InquestError({
    code: "case/not-found",
    reaction: "not-found",
    message: `Nothing encrypted has the id or name ${id}: give that of a sealed source, statement or list, or of a speaker of whom it is sealed who they are.`,
    evidence: { id },
  });
}

/** Splits the case key. The shares go to paper and lie nowhere in the case. */
export async function makeRecovery(
  handle: CaseHandle,
  { threshold, shares }: { readonly threshold: number; readonly shares: number },
): Promise<readonly Share[]> {
  const newest = keyOfToday(await handle.secrets.unlock(handle.config.id), handle.state.keys);
  const made = await splitKey(newest, { threshold, count: shares });
  await handle.record([
    { kind: "recovery.made", body: { generation: newest.generation, threshold, shares } },
  ]);
  return made;
}

/** The sheets as a PDF to print, one page a share, with how to use it in both languages. */
export async function renderSheets(
  { state, config, dir }: CaseHandle,
  shares: readonly Share[],
  nowMs: number,
): Promise<Uint8Array> {
  const { recipient } = state.keys;
  if (recipient === null) throw noDoor({ config });
  return renderRecoverySheets({
    caseId: config.id,
    // A sheet that somebody finds must not say what a closed case is about.
    caseTitle: isClosedCase(dir) ? undefined : config.title,
    recipient,
    madeOn: new Date(nowMs).toISOString().slice(0, 10),
    shares,
  });
}

/**
 * Puts the case key together from sheets, to test them or to make a new door when every passphrase is lost.
 *
 * @param texts - shares as they were typed, one each.
 * @throws InquestError "vault/share…" telling what is wrong with them; "case/no-key".
 */
export async function joinSheets(
  handle: CaseHandle,
  texts: readonly string[],
  purpose: "test" | "restore",
): Promise<void> {
  const { state, secrets } = handle;
  const { recipient, generation } = state.keys;
  if (recipient === null) throw noDoor(handle);
  const shares = texts.map(parseShare);
  const key = await joinShares(shares, recipient);
  const numbers = [...new Set(shares.map(({ number }) => number))];
  await handle.record([{ kind: "recovery.tested", body: { generation, shares: numbers } }]);
  if (purpose === "test") return;
  const { actor } = handle.requireSigner();
  const lock = await secrets.newLock(handle.config.id);
  await handle.record([
    await addDoor(secrets.surroundings, { generation, key, signer: null }, { lock, actor }),
  ]);
}

function noDoor({ config }: Pick<CaseHandle, "config">): InquestError {
  return new InquestError({
    code: "case/no-key",
    reaction: "not-found",
    message: `${config.id} has no key, since nothing in it is encrypted.`,
  });
}
