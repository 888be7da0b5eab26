/** Addresses of persons' pages: the same in every release of a case, and computed by nobody who does not have its key. */
import { createHmac } from "node:crypto";

/** No vowels, so that no address is a word; no letters that look like digits. Names of files differ on every system. */
const SIGNS = "0123456789bcdfghjkmnpqrstvwxyz";
const LENGTH = 16;
const FOLDER = 2;

/**
 * The address below the folder of persons, `k3/9fqv….html`. Without the key an id is not found from a guess at a row, so that
 * nobody learns from a tombstone whom it stood for.
 */
export function personAddress(key: string, id: string): string {
  const hash = createHmac("sha256", key).update(id).digest();
  const name = [...hash.subarray(0, LENGTH)].map((byte) => SIGNS.charAt(byte % SIGNS.length)).join("");
  return `${name.slice(0, FOLDER)}/${name.slice(FOLDER)}.html`;
}
