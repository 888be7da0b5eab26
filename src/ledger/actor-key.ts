/** The Ed25519 key of an actor on this machine, kept outside every case. */
import { createPrivateKey, createPublicKey, type KeyObject, sign } from "node:crypto";
import { chmodSync, existsSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { createExclusive, ensureFolder, InquestError } from "../core/index.ts";
import { ActorId } from "./act.ts";
import { type LogThread, startLogThread } from "./log-thread.ts";
import { sha256, toHex } from "./merkle/hash.ts";
import { refusingWrites } from "./write-failed.ts";

/** Someone who can sign acts and checkpoints. */
export interface Signer {
  readonly actor: string;
  readonly device: string;
  /** The 32 bytes of RFC 8032. */
  readonly publicKey: Uint8Array;
  /** The 64 bytes of an Ed25519 signature. */
  sign(bytes: Uint8Array): Uint8Array;
  /** The same on another thread; left out where there is none. */
  signLater?(bytes: Uint8Array): Promise<Uint8Array>;
  /** A thread that signs very many texts of a case's log; left out where there is none. Whoever starts it closes it. */
  startThread?(dir: string): LogThread;
}

export interface ActorKeyOptions {
  /** The user's own folder for Inquest; keys lie in its `keys/`. */
  readonly home: string;
  /** Lower-case ASCII words: also the name of the key's file. */
  readonly actor: string;
  /** 32 secure random bytes when asked for 32; used only when there is no key yet. */
  readonly random: (sizeBytes: number) => Uint8Array;
}

/** PKCS #8 wrapping of a bare Ed25519 seed (RFC 8410, section 7). */
const PKCS8_PREFIX = Buffer.from("302e020100300506032b657004220420", "hex");

/** SubjectPublicKeyInfo wrapping of a bare Ed25519 public key (RFC 8410, section 4). */
const SPKI_PREFIX = Buffer.from("302a300506032b6570032100", "hex");

/**
 * The actor's signer: from `<home>/keys/<actor>.ed25519.pem`, which is made (PKCS #8, mode 0600, folder 0700)
 * when it does not exist. Of two processes that make it at once, both get the one that was first.
 *
 * @throws InquestError "ledger/key-unreadable" when the file holds no Ed25519 key; it is never replaced.
 *   "ledger/write-failed" (reaction locked) when a new one cannot be written.
 */
export function loadOrCreateActorKey({ home, actor, random }: ActorKeyOptions): Signer {
  if (!ActorId.safeParse(actor).success) {
    throw new InquestError({
      code: "ledger/actor-name",
      reaction: "usage",
      message: `"${actor}" cannot name an actor. Use at most 64 lower-case ASCII letters and digits, joined by . _ or -.`,
      evidence: { actor },
    });
  }
  const folder = join(home, "keys");
  const path = join(folder, `${actor}.ed25519.pem`);
  if (!existsSync(path)) {
    const pem = toPrivateKey(random(32)).export({ type: "pkcs8", format: "pem" });
    refusingWrites(folder, () => {
      if (!existsSync(folder)) {
        ensureFolder(folder);
        chmodSync(folder, 0o700);
      }
      createExclusive({ path, bytes: Buffer.from(pem), tempDir: folder, mode: 0o600 });
    });
  }
  // A copied home may have lost its modes; a key that others can read is closed again.
  if (process.platform !== "win32" && (statSync(path).mode & 0o077) !== 0) chmodSync(path, 0o600);
  return toSigner(actor, readPrivateKey(path));
}

/**
 * A signer from a seed, for a key that is kept elsewhere.
 *
 * @param seed - 32 secure random bytes (RFC 8032, 5.1.5).
 */
export function toSignerFromSeed(actor: string, seed: Uint8Array): Signer {
  return toSigner(actor, toPrivateKey(seed));
}

/** The device of a key: `ed25519-` and the first 128 bits of the SHA-256 of its 32 bytes. */
export function toDeviceId(publicKey: Uint8Array): string {
  return `ed25519-${toHex(sha256(publicKey)).slice(0, 32)}`;
}

/** A key for node:crypto from the 32 bytes of RFC 8032. */
export function toPublicKey(publicKey: Uint8Array): KeyObject {
  return createPublicKey({ key: Buffer.concat([SPKI_PREFIX, publicKey]), format: "der", type: "spki" });
}

function toPrivateKey(seed: Uint8Array): KeyObject {
  return createPrivateKey({ key: Buffer.concat([PKCS8_PREFIX, seed]), format: "der", type: "pkcs8" });
}

function toSigner(actor: string, key: KeyObject): Signer {
  const spki = createPublicKey(key).export({ type: "spki", format: "der" });
  const publicKey = new Uint8Array(spki.subarray(SPKI_PREFIX.length));
  return {
    actor,
    device: toDeviceId(publicKey),
    publicKey,
    sign: (bytes) => sign(null, bytes, key),
    signLater: (bytes) =>
      new Promise((resolve, reject) => {
        sign(null, bytes, key, (error, signature) => {
          if (error === null) resolve(signature);
          else reject(error);
        });
      }),
    startThread: (dir) => startLogThread({ key, ledger: join(dir, "ledger") }),
  };
}

function readPrivateKey(path: string): KeyObject {
  let cause: unknown;
  try {
    const key = createPrivateKey(readFileSync(path));
    if (key.asymmetricKeyType === "ed25519") return key;
  } catch (error) {
    cause = error;
  }
  throw new InquestError({
    code: "ledger/key-unreadable",
    reaction: "input",
    message: `${path} holds no Ed25519 private key in PEM. Put the right file back from a copy, or move this one away to start with a new key.`,
    cause,
    evidence: { path },
  });
}
