/** Who a speaker is: sealed apart from everything that they say, and read only by an act that says why. */
import { z } from "zod";
import { foldText, InquestError } from "../core/index.ts";
import { SubjectId } from "../statements/index.ts";
import { isSealedRef, SealedRef } from "../vault/index.ts";
import { findSubject } from "./find-subject.ts";
import type { CaseHandle } from "./handle.ts";

export const IDENTITY_SEALED = "speaker.identity-sealed";

/** `speaker.identity-sealed`: a later one of the same speaker takes the place of an earlier one, which stays sealed. */
export const IdentitySealed = z.strictObject({
  speaker: SubjectId.refine((id) => id.startsWith("speaker:"), "is no speaker"),
  identity: SealedRef,
});
export type IdentitySealed = z.infer<typeof IdentitySealed>;

export interface IdentityJustSealed {
  readonly speaker: string;
  /** Words that the id or a name of the speaker shares with who they are. Both leave the case with releases. */
  readonly inOpen: readonly string[];
}

/** Name, how to reach them, whom to ask: a page of text, and no archive. */
const MOST_BYTES = 65_536;

/**
 * Seals who a speaker is, as an item of its own: it opens and is shredded by itself. The name that the case shows stays a
 * pseudonym.
 *
 * @param word - the speaker, by id or name.
 * @param identity - a text in UTF-8.
 * @returns the id of the speaker, and what of that text stands in the open in the id or the names of the pseudonym.
 * @throws InquestError "case/not-found", "case/ambiguous-name" (decision); "case/identity" (input) for what is no text;
 *   those of sealing.
 */
export async function sealIdentity(
  handle: CaseHandle,
  { speaker: word, identity }: { readonly speaker: string; readonly identity: Uint8Array },
): Promise<IdentityJustSealed> {
  const { id } = findSubject(handle.state, { word, kinds: ["speaker"] });
  if (!isText(identity)) {
    throw new InquestError({
      code: "case/identity",
      reaction: "input",
      message: `Who ${id} is was not sealed: give a text in UTF-8 of 1 to ${MOST_BYTES} bytes. Seal documents as sources (inquest add --seal).`,
      evidence: { speaker: id, sizeBytes: identity.length },
    });
  }
  const { refs, drafts } = await handle.secrets.seal([identity], "who a speaker is");
  const [sealed] = refs;
  if (sealed === undefined || !isSealedRef(sealed)) throw new TypeError("what was encrypted has an address");
  await handle.record([...drafts, { kind: IDENTITY_SEALED, body: { speaker: id, identity: { ...sealed } } }]);
  const names = Object.values(handle.state.subjects.get(id)?.value.names ?? {});
  const inOpen = new Set([id.slice("speaker:".length), ...names].flatMap(wordsOf));
  const told = [...new Set(wordsOf(new TextDecoder().decode(identity)))].filter((each) => inOpen.has(each));
  return { speaker: id, inOpen: told };
}

/** Of three letters and more, folded: "w7" and "of" tell nothing. */
function wordsOf(text: string | undefined): string[] {
  return foldText(text ?? "").match(/\p{L}{3,}/gu) ?? [];
}

function isText(bytes: Uint8Array): boolean {
  if (bytes.length > MOST_BYTES) return false;
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes).trim() !== "";
  } catch {
    return false;
  }
}

export interface SealedIdentityView {
  readonly speaker: string;
  readonly item: string;
  /** Whether its key was destroyed: nobody learns from the case who it was. */
  readonly isShredded: boolean;
}

/** Speakers of whom it is sealed who they are. */
export function listIdentities({ state }: Pick<CaseHandle, "state">): SealedIdentityView[] {
  return [...state.identities].flatMap(([speaker, sealed]) =>
    sealed.slice(-1).map(({ item }) => ({ ...{ speaker, item }, isShredded: state.keys.shredded.has(item) })),
  );
}
