/** The one way to say that a passphrase is needed, and why. */
import { InquestError } from "../core/index.ts";

/** @param what - what is encrypted, as the sentence begins with it. */
export function keyNeeded(kind: "open" | "make", what: string): InquestError {
  const takes = kind === "make" ? "a new passphrase, which closes its key" : "its passphrase";
  return new InquestError({
    code: "case/key-needed",
    reaction: "decision",
    message: `${what} is encrypted, and takes ${takes}. Give it on the keyboard, or with --passphrase-file FILE.`,
    evidence: { what },
  });
}
