/** Making and unlocking a closed case: nothing of it is readable on the disk without its passphrase. */
import { InquestError } from "../core/index.ts";
import { type EntryCodec, type Signer, toOrigin, toSignerFromSeed, toVerifierKey } from "../ledger/index.ts";
import {
  CONTENT_HEADER,
  createClosedCodec,
  createFileKey,
  type DoorLock,
  joinShares,
  type KeyDraft,
  LOG_HEADER,
  leafKey,
  makeCaseKey,
  type Opened,
  openDoors,
  openKey,
  openKeyFiles,
  parseShare,
  requireStrength,
  writeKey,
} from "../vault/index.ts";
import { readClosedFile, writeClosedFile } from "./closed-file.ts";
import type { Surroundings } from "./handle.ts";
import { keyNeeded } from "./key-needed.ts";
import { whoOpens } from "./who-opens.ts";

/** What a closed case is read and written with. */
export interface ClosedAccess {
  /** Id of its log. */
  readonly caseId: string;
  readonly codec: EntryCodec;
  /** The key of one leaf of the log, for a proof about it alone. */
  readonly leafKeyOf: (leaf: Uint8Array) => Uint8Array;
  /** File key of every blob that is no item of its own. */
  readonly contentKey: Uint8Array;
  readonly signer: Signer;
  readonly opened: readonly Opened[];
  /** The lock of a door that must be made: whoever came in has no signing key behind theirs yet. */
  readonly doorToMake: { readonly lock: DoorLock; readonly seed: Uint8Array } | null;
}

/**
 * Makes keys and doors in an empty folder.
 *
 * @returns with the acts that the log must begin with.
 * @throws InquestError "case/key-needed", "vault/weak-passphrase" (decision).
 */
export async function makeClosedCase(
  dir: string,
  surroundings: Surroundings,
): Promise<{ readonly access: ClosedAccess; readonly drafts: readonly KeyDraft[] }> {
  const { random, now, actor } = surroundings;
  const passphrase = (await surroundings.askPassphrase?.({ kind: "make", dir, why: "case" })) ?? null;
  if (passphrase === null) throw keyNeeded("make", "The case");
  requireStrength(passphrase);
  const caseId = `closed-${Buffer.from(random(8)).toString("hex")}`;
  const seed = random(32);
  const signer = toSignerFromSeed(actor, seed);
  const files = openKeyFiles(dir);
  const keySurroundings = { files, random, now };
  const lock = { kind: "passphrase", passphrase, logRounds: surroundings.doorRounds } as const;
  const { opened, drafts } = await makeCaseKey(keySurroundings, { lock, actor, seed });
  const { recipient } = opened.key;
  const [logKey, contentKey] = [createFileKey(random), createFileKey(random)];
  await writeKey(keySurroundings, LOG_HEADER, { fileKey: logKey, recipient });
  await writeKey(keySurroundings, CONTENT_HEADER, { fileKey: contentKey, recipient });
  writeClosedFile(dir, { v: 1, case: caseId, logKeys: [verifierKeyOf(caseId, signer)] });
  const codec = createClosedCodec(logKey, random);
  return {
    access: {
      caseId,
      codec,
      leafKeyOf: (leaf) => leafKey(logKey, leaf),
      contentKey,
      signer,
      opened: [opened],
      doorToMake: null,
    },
    drafts,
  };
}

/**
 * Opens a closed case.
 *
 * @throws InquestError "case/key-needed", "vault/wrong-passphrase" (decision).
 */
export async function unlockClosedCase(dir: string, surroundings: Surroundings): Promise<ClosedAccess> {
  const { case: caseId } = readClosedFile(dir);
  const { identity, lock } = await whoOpens(surroundings, dir, "The case");
  const opened = await openDoors(openKeyFiles(dir), identity);
  return toAccess(dir, surroundings, { caseId, opened, lock });
}

/**
 * Opens a closed case with its key put together from sheets, and a new passphrase for a door.
 *
 * @param texts - shares as they were typed, one each.
 * @throws InquestError "vault/share…"; "case/key-needed", "vault/weak-passphrase" (decision).
 */
export async function unlockBySheets(
  dir: string,
  surroundings: Surroundings,
  texts: readonly string[],
): Promise<ClosedAccess> {
  const { case: caseId } = readClosedFile(dir);
  const shares = texts.map(parseShare);
  const files = openKeyFiles(dir);
  // Nobody but the log's own header says whether it is the right key: the ledger cannot be read yet.
  const key = await joinShares(shares, async (candidate) => {
    try {
      await openKey(files, LOG_HEADER, [candidate]);
      return true;
    } catch (error) {
      if (error instanceof InquestError && error.code === "vault/age-no-match") return false;
      throw error;
    }
  });
  const passphrase = (await surroundings.askPassphrase?.({ kind: "make", dir, why: "The case" })) ?? null;
  if (passphrase === null) throw keyNeeded("make", "The case");
  requireStrength(passphrase);
  const lock = { kind: "passphrase", passphrase, logRounds: surroundings.doorRounds } as const;
  const opened = [{ generation: shares[0]?.generation ?? 1, key, signer: null }];
  return toAccess(dir, surroundings, { caseId, opened, lock });
}

async function toAccess(
  dir: string,
  { actor, random }: Surroundings,
  {
    caseId,
    opened,
    lock,
  }: { readonly caseId: string; readonly opened: readonly Opened[]; readonly lock: DoorLock },
): Promise<ClosedAccess> {
  const files = openKeyFiles(dir);
  const keys = opened.map(({ key }) => key);
  const logKey = await openKey(files, LOG_HEADER, keys);
  const contentKey = await openKey(files, CONTENT_HEADER, keys);
  const known = opened.find((each) => each.signer !== null)?.signer ?? null;
  const behind = known ?? { actor, seed: random(32) };
  return {
    caseId,
    codec: createClosedCodec(logKey, random),
    leafKeyOf: (leaf) => leafKey(logKey, leaf),
    contentKey,
    signer: toSignerFromSeed(behind.actor, behind.seed),
    opened,
    doorToMake: known === null ? { lock, seed: behind.seed } : null,
  };
}

/** Names a new signer's key in closed.json before it signs a checkpoint; true when it was new. */
export function admitSigner(dir: string, { caseId, signer }: ClosedAccess): boolean {
  const file = readClosedFile(dir);
  const key = verifierKeyOf(caseId, signer);
  if (file.logKeys.includes(key)) return false;
  writeClosedFile(dir, { ...file, logKeys: [...file.logKeys, key] });
  return true;
}

function verifierKeyOf(caseId: string, { publicKey }: Signer): string {
  return toVerifierKey({ name: toOrigin(caseId), publicKey });
}
