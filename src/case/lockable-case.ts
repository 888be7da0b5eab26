/**
 * A case that a face holds locked: a closed one, or one with something encrypted in it. It is read only after somebody
 * gave its passphrase, and everything that was read is forgotten when it is locked again.
 */
import { resolve } from "node:path";
import { InquestError, type Progress } from "../core/index.ts";
import { openDoors, openKeyFiles, passphraseIdentity } from "../vault/index.ts";
import { readCaseFile } from "./case-file.ts";
import { unlockClosedCase } from "./closed-case.ts";
import { isClosedCase, readClosedFile } from "./closed-file.ts";
import type { Surroundings } from "./handle.ts";
import { type CaseSource, type LiveCase, openLiveCase } from "./live-case.ts";

export interface LockableCase extends CaseSource {
  close(): Promise<void>;
}

export interface LockableOptions {
  readonly dir: string;
  readonly surroundings: Surroundings;
  readonly progress: Progress;
  /** Whether nothing can be written through it. */
  readonly isReadOnly?: boolean;
}

/** Whether a face must ask before it shows a case: any process of this machine can reach a loopback server. */
export function needsUnlocking(dir: string): boolean {
  return isClosedCase(dir) || openKeyFiles(dir).list().length > 0;
}

/**
 * Opens a case without its passphrase: until it is unlocked, nothing of it is given but its id, which of a closed
 * case is random.
 *
 * @throws InquestError "case/file-altered", "case/not-a-case".
 */
export function openLockableCase({
  dir: caseDir,
  surroundings,
  progress,
  isReadOnly = false,
}: LockableOptions): LockableCase {
  const dir = resolve(caseDir);
  const isClosed = isClosedCase(dir);
  const id = isClosed ? readClosedFile(dir).case : readCaseFile(dir).id;
  let live: LiveCase | null = null;
  let locks = 0;

  async function open(passphrase: string): Promise<LiveCase> {
    const asked = { ...surroundings, askPassphrase: () => Promise.resolve(passphrase) };
    if (isClosed) {
      const unlocked = await unlockClosedCase(dir, asked);
      return openLiveCase({ dir, surroundings, progress, unlocked, isReadOnly });
    }
    // Also when no view needs the key: whoever has no passphrase sees nothing.
    await openDoors(openKeyFiles(dir), passphraseIdentity(passphrase));
    return openLiveCase({ dir, surroundings: asked, progress, isRevealed: true, isReadOnly });
  }

  async function lock(): Promise<void> {
    const held = live;
    // First nobody gets it any more, then it is closed: what is asked meanwhile finds it locked. A change that has
    // begun is finished.
    live = null;
    locks += 1;
    await held?.close();
  }

  const locked = () =>
    new InquestError({
      code: "case/locked",
      reaction: "locked",
      message: `${id} is locked. Unlock it with its passphrase.`,
      evidence: { case: id },
    });

  return {
    id,
    current: () => live?.current() ?? Promise.reject(locked()),
    ...(isReadOnly ? {} : { write: (change) => live?.write?.(change) ?? Promise.reject(locked()) }),
    locking: {
      isClosed,
      isLocked: () => live === null,
      async unlock(passphrase) {
        const before = locks;
        const opened = await open(passphrase);
        // A lock that came while the door was opening holds; so does a second unlocking that was quicker.
        if (locks === before && live === null) live = opened;
        else await opened.close();
      },
      lock,
    },
    close: lock,
  };
}
