/** The keys that a log enrols: an act counts only when a key stands before it that signed it. */
import { type KeyObject, verify } from "node:crypto";
import { z } from "zod";
import { type Act, type ActDraft, toSignedBytes, toSignedPart } from "./act.ts";
import { type Signer, toDeviceId, toPublicKey } from "./actor-key.ts";
import { decodeBase64, encodeBase64 } from "./base64.ts";
import type { NoteKey } from "./signed-note.ts";

/** The kind of the act by which a key enters the log, signed by that key itself. Only the ledger writes it. */
export const ENROLLED_KIND = "actor.enrolled";

/** Body of `actor.enrolled`. */
export const ActorEnrolled = z.strictObject({
  algorithm: z.literal("ed25519"),
  /** The 32 bytes of RFC 8032 in standard base64. */
  publicKey: z.string().length(44),
});

export interface RingKey {
  readonly actor: string;
  readonly device: string;
  readonly publicKey: Uint8Array;
  /** The act that enrolled it. */
  readonly leafIndex: number;
}

export interface KeyRing {
  /** In the order of their enrolment. */
  readonly keys: readonly RingKey[];
  has(signer: { readonly actor: string; readonly device: string }): boolean;
  /** Takes the key of an `actor.enrolled` act, or says why it may not enter. The same key again is allowed. */
  enrol(act: Act, leafIndex: number): string | null;
  /** The key that must have signed the act; null when none is enrolled. */
  find(act: Act): KeyObject | null;
  /** The keys under the name by which they sign checkpoints. */
  noteKeys(name: string): NoteKey[];
}

export function createKeyRing(): KeyRing {
  const keys: RingKey[] = [];
  const byDevice = new Map<string, KeyObject>();
  const nameOf = ({ actor, device }: { readonly actor: string; readonly device: string }) =>
    `${actor} ${device}`;
  return {
    keys,
    has: (signer) => byDevice.has(nameOf(signer)),
    find: (act) => byDevice.get(nameOf(act)) ?? null,
    noteKeys: (name) => keys.map(({ publicKey }) => ({ name, publicKey })),
    enrol(act, leafIndex) {
      const publicKey = parsePublicKey(act);
      if (typeof publicKey === "string") return publicKey;
      const key = toPublicKey(publicKey);
      if (!isSignedBy(act, key)) return "the key does not sign its own enrolment";
      if (byDevice.has(nameOf(act))) return null;
      byDevice.set(nameOf(act), key);
      keys.push({ actor: act.actor, device: act.device, publicKey, leafIndex });
      return null;
    },
  };
}

/** The draft by which a signer enters a log. */
export function toEnrolment(signer: Signer): ActDraft {
  return {
    kind: ENROLLED_KIND,
    body: { algorithm: "ed25519", publicKey: encodeBase64(signer.publicKey) },
  };
}

/** Whether the act's signature is that of the key. */
export function isSignedBy(act: Act, key: KeyObject): boolean {
  return verify(null, toSignedBytes(act), key, toSignature(act));
}

/** The same for an act whose entry is at hand: quicker, since nothing is written anew. */
export function isEntrySignedBy(act: Act, entry: Uint8Array, key: KeyObject): boolean {
  return verify(null, toSignedPart(entry), key, toSignature(act));
}

/** The same off the main thread; never rejects. */
export function checkSignature(act: Act, entry: Uint8Array, key: KeyObject): Promise<boolean> {
  return new Promise((resolve) => {
    verify(null, toSignedPart(entry), key, toSignature(act), (error, ok) => resolve(error === null && ok));
  });
}

function toSignature(act: Act): Uint8Array {
  return decodeBase64(act.sig) ?? new Uint8Array();
}

/** The key in the act's body, or why it is none to trust. */
function parsePublicKey(act: Act): Uint8Array | string {
  const parsed = ActorEnrolled.safeParse(act.body);
  if (!parsed.success) return "its body names no Ed25519 key";
  const publicKey = decodeBase64(parsed.data.publicKey);
  if (publicKey?.length !== 32) return "its key is not 32 bytes in base64";
  if (isWeak(publicKey)) return "its key is of low order or not canonical: anyone could sign with it";
  if (toDeviceId(publicKey) !== act.device) return "its device is not the one of its key";
  return publicKey;
}

/**
 * The y-coordinates below p of the eight points of small order on edwards25519 (RFC 8032, 5.1, cofactor 8),
 * little-endian. Under such a key a signature can be forged for any text, and node:crypto would accept it.
 */
const LOW_ORDER_Y: readonly string[] = [
  "0000000000000000000000000000000000000000000000000000000000000000",
  "0100000000000000000000000000000000000000000000000000000000000000",
  "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05",
  "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a",
  "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
];

/** Whether a key is of small order, or spells its y with a number not below p = 2^255 − 19. */
export function isWeak(publicKey: Uint8Array): boolean {
  const y = Buffer.from(publicKey);
  y[31] = (y[31] ?? 0) & 0x7f;
  const isBelowP = y[31] < 0x7f || y.subarray(1, 31).some((byte) => byte !== 0xff) || (y[0] ?? 0) < 0xed;
  return !isBelowP || LOW_ORDER_Y.includes(y.toString("hex"));
}
