/** Doors: each opens the case key, for one passphrase or one person's own key. */
import { z } from "zod";
import { InquestError, toCanonicalJson } from "../../core/index.ts";
import {
  decryptFile,
  encryptFile,
  type Identity,
  type KeyPair,
  parseSecretKey,
  passphraseRecipient,
  type Random,
  type Recipient,
  toRecipient,
} from "../age/index.ts";
import type { KeyFiles } from "./key-files.ts";

const DoorContent = z.strictObject({
  v: z.literal(1),
  generation: z.number().int().positive(),
  caseKey: z.string().startsWith("AGE-SECRET-KEY-1"),
  /** Closed cases: who signs through this door, and the seed of their key; it lies nowhere else. */
  actor: z.string().optional(),
  signingKey: z.string().length(44).optional(),
});

/** What stands behind a door. */
export interface Opened {
  readonly generation: number;
  readonly key: KeyPair;
  /** Closed cases: who signs, with a seed of 32 bytes. */
  readonly signer: { readonly actor: string; readonly seed: Uint8Array } | null;
}

/** How a door is closed. */
export type DoorLock =
  | {
      readonly kind: "passphrase";
      readonly passphrase: string;
      /** Logarithm of the rounds of scrypt; for tests that need a quick door. */
      readonly logRounds?: number | undefined;
    }
  | { readonly kind: "recipient"; readonly recipient: string };

const FOLDER = "doors";

/** The file of a door, below `vault/keys/`. */
export function doorFile(door: string): string {
  return `${FOLDER}/${door}`;
}

/** The bytes of a door's file: one whole age file. */
export async function makeDoor(opened: Opened, lock: DoorLock, random: Random): Promise<Uint8Array> {
  const { generation, key, signer } = opened;
  const content = {
    v: 1,
    generation,
    caseKey: key.secret,
    ...(signer === null
      ? {}
      : { actor: signer.actor, signingKey: Buffer.from(signer.seed).toString("base64") }),
  };
  return encryptFile(new TextEncoder().encode(toCanonicalJson(content)), [recipientOf(lock)], random);
}

function recipientOf(lock: DoorLock): Recipient {
  return lock.kind === "passphrase"
    ? passphraseRecipient(lock.passphrase, lock.logRounds)
    : toRecipient(lock.recipient);
}

/**
 * Tries every door of a case.
 *
 * @returns what stands behind those that open, the newest generation first; never empty.
 * @throws InquestError "vault/no-door" when there is none, "vault/wrong-passphrase" (decision) when none opens;
 *   a door that was altered is passed over, since another may still open.
 */
export async function openDoors(files: KeyFiles, identity: Identity): Promise<readonly Opened[]> {
  const names = files.list().filter((name) => name.startsWith(`${FOLDER}/`));
  if (names.length === 0) {
    throw new InquestError({
      code: "vault/no-door",
      reaction: "verification",
      message:
        "vault/keys/doors is empty: no passphrase can open what is encrypted. Restore the folder from a copy of the case, or put the key together from the recovery sheets with inquest recovery restore.",
    });
  }
  const opened: Opened[] = [];
  for (const name of names) {
    const behind = await tryDoor(files.read(name), identity);
    if (behind !== null) opened.push(behind);
  }
  if (opened.length > 0) return opened.sort((a, b) => b.generation - a.generation);
  throw new InquestError({
    code: "vault/wrong-passphrase",
    reaction: "decision",
    message: `This passphrase opens none of the ${names.length} doors of the case. See that the keyboard writes the right script and letters.`,
    evidence: { doors: names.length },
  });
}

async function tryDoor(bytes: Uint8Array | null, identity: Identity): Promise<Opened | null> {
  if (bytes === null) return null;
  const parts: Uint8Array[] = [];
  try {
    for await (const part of decryptFile(bytes, [identity])) parts.push(part);
  } catch (error) {
    if (error instanceof InquestError) return null;
    throw error;
  }
  const text = Buffer.concat(parts).toString("utf8");
  const { generation, caseKey, actor, signingKey } = DoorContent.parse(JSON.parse(text));
  const seed = signingKey === undefined ? null : new Uint8Array(Buffer.from(signingKey, "base64"));
  const signer = actor === undefined || seed === null ? null : { actor, seed };
  return { generation, key: parseSecretKey(caseKey), signer };
}
