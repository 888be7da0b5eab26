/** Ways to a file key: recipients close it in, identities open it. */
import type { Stanza } from "./header.ts";

/** That many secure random bytes. */
export type Random = (sizeBytes: number) => Uint8Array;

export interface Recipient {
  /** A stanza that gives the file key to whoever holds the other half. */
  wrap(fileKey: Uint8Array, random: Random): Promise<Stanza>;
}

export interface Identity {
  /**
   * The file key, or null when no stanza is meant for this identity.
   *
   * @throws InquestError "vault/age-header" for a stanza of its kind that is malformed.
   */
  unwrap(stanzas: readonly Stanza[]): Promise<Uint8Array | null>;
}
