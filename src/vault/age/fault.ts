/** What can be wrong with an age file; the words never hold anything of its content. */
import { InquestError } from "../../core/index.ts";

export type AgeFault =
  | "vault/age-armor"
  | "vault/age-header"
  | "vault/age-mac"
  | "vault/age-no-match"
  | "vault/age-payload";

const REMEDY: Readonly<Record<AgeFault, string>> = {
  "vault/age-armor": "The armored text was altered or is not complete; restore it from a copy.",
  "vault/age-header": "The header was altered or is of another format; restore it from a copy.",
  "vault/age-mac": "The header was altered after it was written; restore it from a copy.",
  "vault/age-no-match": "None of the given keys or passphrases opens it.",
  "vault/age-payload": "The encrypted bytes were altered or cut; restore them from a copy.",
};

/** @param detail - what was found, without any content. */
export function ageError(code: AgeFault, detail: string): InquestError {
  return new InquestError({
    code,
    reaction: code === "vault/age-no-match" ? "decision" : "verification",
    message: `Encrypted content cannot be opened: ${detail}. ${REMEDY[code]}`,
  });
}
