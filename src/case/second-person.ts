/** Recording proposals, agreements and vouching, each refused before it is written when it would not count. */
import { InquestError } from "../core/index.ts";
import { findAllegation } from "./find-allegation.ts";
import type { CaseHandle } from "./handle.ts";
import { findSealed } from "./key-operations.ts";
import { type ActProposed, type Proposal, requireAgreementCounts } from "./two-persons.ts";

/**
 * Records a proposal; gives its id.
 *
 * @throws InquestError "case/not-found" for something that is not encrypted here; "case/second-person" (decision) when
 *   the case does not ask two people for it; "case/allegation" for a statement that cannot be released.
 */
export async function propose(handle: CaseHandle, { subject: word, ...rest }: ActProposed): Promise<string> {
  const proposal = { ...rest, subject: await findProposed(handle, rest.kind, word) };
  requireRuled(handle, proposal.kind);
  await handle.record([{ kind: "act.proposed", body: { ...proposal } }]);
  const id = [...handle.state.twoPersons.proposals.keys()].at(-1);
  if (id === undefined) throw new TypeError("a proposal that was recorded has an id");
  return id;
}

/** An act about something encrypted is about its item, by whatever name it is called; a release about its statement. */
async function findProposed(handle: CaseHandle, kind: ActProposed["kind"], word: string): Promise<string> {
  if (kind === "allegation.released") return (await findAllegation(handle, word)).id;
  if (!kind.startsWith("item.")) return "case";
  if (handle.state.keys.items.has(word)) return word;
  // Names of sealed sources are known only once the key is at hand; ids always are.
  if (!handle.state.sources.has(word)) await handle.secrets.unlock(word);
  return findSealed(handle, word).item;
}

function requireRuled({ config }: CaseHandle, kind: ActProposed["kind"]): void {
  if (kind === "allegation.released") return;
  const ruled: readonly string[] = config.twoPersons ?? [];
  if (ruled.includes(kind) || (kind === "two-persons.lifted" && ruled.length > 0)) return;
  throw new InquestError({
    code: "case/second-person",
    reaction: "decision",
    message: `This case does not ask two people for ${kind}: there is nothing to propose. It asks for them before: ${ruled.join(", ") || "nothing"}.`,
    evidence: { kind },
  });
}

/** @throws InquestError "case/second-person" when the agreement of this signer would not count. */
export async function second(handle: CaseHandle, proposalId: string): Promise<Proposal> {
  const proposal = requireAgreementCounts(handle.state.twoPersons, proposalId, handle.requireSigner());
  await handle.record([{ kind: "act.seconded", body: { proposal: proposalId } }]);
  return proposal;
}

/** @throws InquestError "case/vouch" when the key is not enrolled, is one's own, or one's own does not count. */
export async function vouch(
  handle: CaseHandle,
  key: { readonly actor: string; readonly device: string },
): Promise<void> {
  const { twoPersons } = handle.state;
  const signer = handle.requireSigner();
  const isEnrolled = twoPersons.enrolled.some(
    (known) => known.actor === key.actor && known.device === key.device,
  );
  const fault = !twoPersons.isVouched(signer)
    ? "nobody vouched for your own key yet"
    : key.actor === signer.actor
      ? "nobody vouches for themselves"
      : twoPersons.isVouched(key)
        ? "it counts already"
        : isEnrolled
          ? null
          : "no such key is enrolled in this case; its owner enrols it by writing to the case once";
  if (fault !== null) {
    throw new InquestError({
      code: "case/vouch",
      reaction: "decision",
      message: `The key ${key.device} of ${key.actor} cannot be vouched for: ${fault}.`,
      evidence: { ...key },
    });
  }
  await handle.record([{ kind: "actor.vouched", body: { ...key } }]);
}
