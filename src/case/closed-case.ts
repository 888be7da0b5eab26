/** Making and unlocking a closed case: nothing of it is readable on the disk without its passphrase. */
import { type EntryCodec, type Signer, toOrigin, toSignerFromSeed, toVerifierKey } from "../ledger/index.ts";
import {
  CONTENT_HEADER,
  createClosedCodec,
  createFileKey,
  type KeyDraft,
  LOG_HEADER,
  makeCaseKey,
  type Opened,
  openDoors,
  openKey,
  openKeyFiles,
  passphraseIdentity,
  requireStrength,
  writeKey,
} from "../vault/index.ts";
import { readClosedFile, writeClosedFile } from "./closed-file.ts";
import type { Surroundings } from "./handle.ts";
import { keyNeeded } from "./key-needed.ts";

/** What a closed case is read and written with. */
export interface ClosedAccess {
  /** Id of its log. */
  readonly caseId: string;
  readonly codec: EntryCodec;
  /** File key of every blob that is no item of its own. */
  readonly contentKey: Uint8Array;
  readonly signer: Signer;
  readonly opened: readonly Opened[];
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
  return { access: { caseId, codec, contentKey, signer, opened: [opened] }, drafts };
}

/**
 * Opens a closed case.
 *
 * @throws InquestError "case/key-needed", "vault/wrong-passphrase" (decision).
 */
export async function unlockClosedCase(dir: string, surroundings: Surroundings): Promise<ClosedAccess> {
  const { case: caseId } = readClosedFile(dir);
  const passphrase = (await surroundings.askPassphrase?.({ kind: "open", dir, why: "case" })) ?? null;
  if (passphrase === null) throw keyNeeded("open", "The case");
  const files = openKeyFiles(dir);
  const opened = await openDoors(files, passphraseIdentity(passphrase));
  const keys = opened.map(({ key }) => key);
  const logKey = await openKey(files, LOG_HEADER, keys);
  const contentKey = await openKey(files, CONTENT_HEADER, keys);
  const { actor, random } = surroundings;
  // A door made from recovery sheets holds no signing key: whoever comes through it enrols a new one.
  const behind = opened.find((each) => each.signer !== null)?.signer ?? { actor, seed: random(32) };
  return {
    caseId,
    codec: createClosedCodec(logKey, random),
    contentKey,
    signer: toSignerFromSeed(behind.actor, behind.seed),
    opened,
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
