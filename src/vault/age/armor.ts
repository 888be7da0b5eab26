/** The armored form of an age file (C2SP age, "ASCII armor"; RFC 7468, strict). */
import { ageError } from "./fault.ts";

const BEGIN = "-----BEGIN AGE ENCRYPTED FILE-----";
const END = "-----END AGE ENCRYPTED FILE-----";
const COLUMNS = 64;

export function isArmored(bytes: Uint8Array): boolean {
  return Buffer.from(bytes.subarray(0, 200)).toString("latin1").trimStart().startsWith("-----");
}

/** @throws InquestError "vault/age-armor" for anything but the lines that age writes, in either line end. */
export function decodeArmor(bytes: Uint8Array): Uint8Array {
  const text = Buffer.from(bytes).toString("latin1").trim();
  const lines = text.split(/\r?\n/u);
  if (lines[0] !== BEGIN || lines.at(-1) !== END || lines.length < 2)
    throw ageError("vault/age-armor", "its first or last line is missing");
  const body = lines.slice(1, -1);
  const last = body.at(-1) ?? "";
  const isRegular =
    body.slice(0, -1).every((line) => line.length === COLUMNS) && (last.length > 0 || body.length === 0);
  const encoded = body.join("");
  const decoded = Buffer.from(encoded, "base64");
  if (!isRegular || last.length > COLUMNS || decoded.toString("base64") !== encoded)
    throw ageError("vault/age-armor", "a line is not canonical base64 of 64 columns");
  return new Uint8Array(decoded);
}
