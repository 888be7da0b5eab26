/** Whether a passphrase is worth the name: a laptop that is seized can be guessed at for years. */
import { InquestError } from "../../core/index.ts";

const LEAST_CHARACTERS = 16;
const LEAST_WORDS = 4;
const LEAST_DIFFERENT = 8;

/**
 * Refuses a passphrase that a machine guesses. Six words drawn by dice are best; four words or sixteen characters
 * are the least.
 *
 * @throws InquestError "vault/weak-passphrase" (reaction decision), in both languages, without any of it.
 */
export function requireStrength(passphrase: string): void {
  const characters = [...passphrase.normalize("NFC")];
  const words = passphrase.split(/[\s\u200c]+/u).filter((word) => [...word].length >= 2);
  const isLong =
    characters.length >= LEAST_CHARACTERS || (words.length >= LEAST_WORDS && characters.length >= 12);
  const isVaried = new Set(characters).size >= LEAST_DIFFERENT;
  if (isLong && isVaried) return;
  throw new InquestError({
    code: "vault/weak-passphrase",
    reaction: "decision",
    message: `The passphrase is too easy to guess: take at least ${LEAST_WORDS} words that do not belong together, better six drawn by dice. | این گذرواژه آسان حدس زده می‌شود: دست‌کم چهار واژه که به هم ربطی ندارند، بهتر شش واژه که با تاس کشیده شده‌اند.`,
    evidence: { characters: characters.length, words: words.length },
  });
}
