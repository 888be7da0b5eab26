/** A closed case that a face holds: locked until somebody gives its passphrase, and forgotten when it is locked again. */
import { resolve } from "node:path";
import { InquestError, type Progress } from "../core/index.ts";
import { unlockClosedCase } from "./closed-case.ts";
import { readClosedFile } from "./closed-file.ts";
import type { Surroundings } from "./handle.ts";
import { type CaseSource, type LiveCase, openLiveCase } from "./live-case.ts";

export interface LockableCase extends CaseSource {
  close(): Promise<void>;
}

/**
 * Opens a closed case without its passphrase: until it is unlocked, all that is known of it is its random id.
 *
 * @throws InquestError "case/file-altered".
 */
export function openLockableCase({
  dir: caseDir,
  surroundings,
  progress,
}: {
  readonly dir: string;
  readonly surroundings: Surroundings;
  readonly progress: Progress;
}): LockableCase {
  const dir = resolve(caseDir);
  const { case: id } = readClosedFile(dir);
  let live: LiveCase | null = null;

  async function lock(): Promise<void> {
    const held = live;
    // First nobody gets it any more, then it is closed: what is asked meanwhile finds it locked.
    live = null;
    await held?.close();
  }

  return {
    id,
    current() {
      if (live !== null) return live.current();
      return Promise.reject(
        new InquestError({
          code: "case/locked",
          reaction: "locked",
          message: `${id} is locked. Unlock it with its passphrase.`,
          evidence: { case: id },
        }),
      );
    },
    locking: {
      isLocked: () => live === null,
      async unlock(passphrase) {
        const asked = { ...surroundings, askPassphrase: () => Promise.resolve(passphrase) };
        const unlocked = await unlockClosedCase(dir, asked);
        live ??= await openLiveCase({ dir, surroundings, progress, unlocked });
      },
      lock,
    },
    close: lock,
  };
}
