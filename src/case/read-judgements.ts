/** The judgements of a case as they can be read now: decrypted where they are encrypted, with what counts of them. */
import { InquestError } from "../core/index.ts";
import type { CaseHandle } from "./handle.ts";
import { Judgement, type RecordedJudgement, type Undoing } from "./judgements.ts";

export interface ReadJudgement extends Omit<RecordedJudgement, "body" | "undoings"> {
  readonly judgement: Judgement;
  /** Whether the log holds it encrypted. */
  readonly isSealed: boolean;
  /** Whether somebody vouched for the key that signed it; what does not count binds nothing, and may count later. */
  readonly counts: boolean;
  /** Null while it stands. */
  readonly undone: Undoing | null;
}

type JudgementReader = () => Promise<readonly ReadJudgement[]>;

/**
 * Reads all judgements, each decrypted once; those whose key was destroyed are left out.
 *
 * @throws InquestError "case/key-needed" (decision) when one is encrypted and nobody gives the passphrase.
 */
export function createJudgementReader(handle: CaseHandle): JudgementReader {
  const decrypted = new Map<string, Judgement | null>();
  // One of which nothing changed is the same object again, by which whoever reads them knows it.
  const known = new Map<RecordedJudgement, ReadJudgement>();
  const contentOf = async ({ id, body }: RecordedJudgement): Promise<Judgement | null> => {
    if ("judgement" in body) return body.judgement;
    const opened = decrypted.get(id);
    if (opened !== undefined) return opened;
    const read = await readSealed(() => handle.read(body.sealed));
    decrypted.set(id, read);
    return read;
  };
  return async () => {
    const { judgements, twoPersons, keys } = handle.state;
    const read: ReadJudgement[] = [];
    for (const recorded of judgements.all()) {
      const { body: said } = recorded;
      if ("sealed" in said && keys.shredded.has(said.sealed.item)) continue;
      const counted = twoPersons.isVouched({ actor: recorded.by, device: recorded.device });
      const before = known.get(recorded);
      if (before?.counts === counted && recorded.undoings.length === 0) {
        read.push(before);
        continue;
      }
      const judgement = await contentOf(recorded);
      if (judgement === null) continue;
      const { id, leafIndex, at, by, device, undoings, body } = recorded;
      // Nobody takes back for another: a name is not a person, so another key of that name must be vouched for.
      const undone = undoings.find(
        (each) =>
          each.by === by &&
          (each.device === device || twoPersons.isVouched({ actor: each.by, device: each.device })),
      );
      const whole: ReadJudgement = {
        ...{ id, leafIndex, at, by, device, judgement, isSealed: "sealed" in body, counts: counted },
        undone: undone ?? null,
      };
      known.set(recorded, whole);
      read.push(whole);
    }
    return read;
  };
}

/** Null when its key is lost: that costs this judgement only. */
async function readSealed(read: () => Promise<Uint8Array>): Promise<Judgement | null> {
  try {
    return Judgement.parse(JSON.parse(new TextDecoder().decode(await read())));
  } catch (error) {
    if (error instanceof InquestError && error.code === "vault/key-missing") return null;
    throw error;
  }
}
