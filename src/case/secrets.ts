/** What is encrypted in a case, as the operations of this room see it; keys.ts makes it real. */
import { InquestError } from "../core/index.ts";
import type { SealedRef } from "../vault/index.ts";
import type { ActDraft } from "./handle.ts";

/** Content that was encrypted and stored, and the acts that must be recorded with what names it. */
export interface SealedParts {
  readonly refs: readonly SealedRef[];
  readonly drafts: readonly ActDraft[];
}

export interface Secrets {
  /** Whether the case key is at hand, so that encrypted content can be read without asking anyone. */
  readonly isUnlocked: boolean;
  /** Ids of every item that was sealed and not shredded. */
  readonly items: readonly string[];
  /**
   * Encrypts parts under one new item and stores them. Needs only the public half of the case key, so nobody is
   * asked; the first item of a case makes the key, and asks for its passphrase.
   */
  seal(parts: readonly Uint8Array[], what: string): Promise<SealedParts>;
  /** Whether these are the bytes behind a reference; needs the case key. */
  holds(ref: SealedRef, bytes: Uint8Array): Promise<boolean>;
  /** The plaintext, its commitment checked. */
  open(ref: SealedRef): Promise<Uint8Array>;
  /**
   * Opens the case key, asking for a passphrase when there is somebody to ask.
   *
   * @param why - what needs it, for the person who is asked.
   * @throws InquestError "case/key-needed" (decision).
   */
  unlock(why: string): Promise<void>;
}

/** The secrets of a case that has no key yet. */
export function createSecrets(): Secrets {
  const refuse = (): never => {
    throw new InquestError({
      code: "case/key-needed",
      reaction: "decision",
      message: "This case has no key yet.",
    });
  };
  return {
    isUnlocked: false,
    items: [],
    seal: async () => refuse(),
    holds: async () => refuse(),
    open: async () => refuse(),
    unlock: async () => refuse(),
  };
}
