/** Passphrases: the scrypt recipient type of age (C2SP age, "The scrypt recipient type"; RFC 7914). */
import { scrypt } from "node:crypto";
import { decodeUnpadded, encodeUnpadded } from "./base64.ts";
import { ageError } from "./fault.ts";
import type { Stanza } from "./header.ts";
import type { Identity, Recipient } from "./recipient.ts";
import { unwrapKey, wrapKey } from "./wrap-key.ts";

const KIND = "scrypt";
const SALT_BYTES = 16;
const SALT_LABEL = Buffer.from("age-encryption.org/v1/scrypt");
const BLOCK_SIZE = 8;

/** 2^18 rounds: 256 MiB and about a second, which a guesser pays for each guess. */
export const DEFAULT_LOG_ROUNDS = 18;

/** A file that asks for more would hold the machine up for minutes. */
const MAX_LOG_ROUNDS = 22;

/** A recipient must stand alone in its header: a passphrase shared with others would not be one. */
export function passphraseRecipient(passphrase: string, logRounds = DEFAULT_LOG_ROUNDS): Recipient {
  return {
    async wrap(fileKey, random) {
      const salt = random(SALT_BYTES);
      const key = await stretch(passphrase, salt, logRounds);
      return { args: [KIND, encodeUnpadded(salt), String(logRounds)], body: wrapKey(key, fileKey) };
    },
  };
}

export function passphraseIdentity(passphrase: string): Identity {
  return {
    async unwrap(stanzas) {
      const [stanza] = stanzas.filter(({ args }) => args[0] === KIND);
      if (stanza === undefined) return null;
      const { salt, logRounds } = parse(stanza);
      return unwrapKey(await stretch(passphrase, salt, logRounds), stanza.body);
    },
  };
}

/**
 * A passphrase beside other ways to the key would be no proof of who wrote the file.
 *
 * @throws InquestError "vault/age-header".
 */
export function requireLonePassphrase(stanzas: readonly Stanza[]): void {
  if (stanzas.length > 1 && stanzas.some(({ args }) => args[0] === KIND))
    throw ageError("vault/age-header", "a passphrase stands beside other ways to the key");
}

function parse({ args, body }: Stanza): { readonly salt: Uint8Array; readonly logRounds: number } {
  const [, saltText = "", rounds = ""] = args;
  const salt = decodeUnpadded(saltText);
  const isWhole = args.length === 3 && salt?.length === SALT_BYTES && body.length === 32;
  if (!isWhole || !/^[1-9][0-9]*$/u.test(rounds))
    throw ageError("vault/age-header", "a scrypt stanza is malformed");
  const logRounds = Number(rounds);
  if (logRounds > MAX_LOG_ROUNDS)
    throw ageError("vault/age-header", `a scrypt stanza asks for 2^${logRounds} rounds`);
  return { salt, logRounds };
}

function stretch(passphrase: string, salt: Uint8Array, logRounds: number): Promise<Uint8Array> {
  const rounds = 2 ** logRounds;
  const options = { N: rounds, r: BLOCK_SIZE, p: 1, maxmem: 256 * BLOCK_SIZE * rounds };
  // One text has one spelling: a keyboard that composes letters otherwise must not lock anybody out.
  const secret = Buffer.from(passphrase.normalize("NFC"), "utf8");
  return new Promise((resolve, reject) => {
    scrypt(secret, Buffer.concat([SALT_LABEL, salt]), 32, options, (error, key) => {
      if (error === null) resolve(new Uint8Array(key));
      else reject(error);
    });
  });
}
