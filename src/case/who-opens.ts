/** Who stands before a door: somebody with a key of their own, or with a passphrase. */
import { type DoorLock, type Identity, parseSecretKey, passphraseIdentity } from "../vault/index.ts";
import type { Surroundings } from "./handle.ts";
import { keyNeeded } from "./key-needed.ts";

export interface WhoOpens {
  readonly identity: Identity;
  /** A lock that the same person opens: for a door that is made anew for them. */
  readonly lock: DoorLock;
}

/**
 * @param why - what needs the key, for the person who is asked.
 * @throws InquestError "case/key-needed" (decision) when nobody answers; "vault/age-key" for a text that is no key.
 */
export async function whoOpens(surroundings: Surroundings, dir: string, why: string): Promise<WhoOpens> {
  if (surroundings.secretKey !== undefined) {
    const pair = parseSecretKey(surroundings.secretKey);
    return { identity: pair, lock: { kind: "recipient", recipient: pair.recipient } };
  }
  const passphrase = (await surroundings.askPassphrase?.({ kind: "open", dir, why })) ?? null;
  if (passphrase === null) throw keyNeeded("open", why);
  const lock = { kind: "passphrase", passphrase, logRounds: surroundings.doorRounds } as const;
  return { identity: passphraseIdentity(passphrase), lock };
}
