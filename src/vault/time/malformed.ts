/** The one error of the readers of this folder: bytes that are not of the format they should be. */
import { InquestError } from "../../core/index.ts";

/**
 * @param fault - what is wrong, in words.
 * @param at - where, as an offset in the file or in the part that was read; null when it is nowhere.
 */
export function malformed(fault: string, at: number | null = null): InquestError {
  const place = at === null ? "" : ` at byte ${at}`;
  return new InquestError({
    code: "vault/timestamp-malformed",
    reaction: "input",
    message: `The timestamp cannot be read: ${fault}${place}. Ask for it again; what the authority sent is kept unchanged.`,
    evidence: at === null ? { fault } : { fault, at },
  });
}
