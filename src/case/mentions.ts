/** Mentions: people of whom a source speaks without saying who they are, until somebody decides it. */
import { z } from "zod";
import { InquestError } from "../core/index.ts";
import { SubjectId, subjectKind } from "../statements/index.ts";
import { findSubject } from "./find-subject.ts";
import type { CaseHandle } from "./handle.ts";
import type { Presenter } from "./present-statement.ts";
import type { CaseState } from "./state.ts";
import type { NamedView } from "./views.ts";

/** `mention.resolved`: who a mention is; null takes an earlier decision back. */
export const MentionResolved = z.strictObject({
  mention: SubjectId.refine((id) => id.startsWith("mention:"), "must be a mention"),
  as: SubjectId.refine((id) => /^(?:person|group):/u.test(id), "must be a person or a group").nullable(),
  reason: z.string().trim().min(1),
});
export type MentionResolved = z.infer<typeof MentionResolved>;

/** A decision, and who made it when. */
export interface ResolvedMention extends MentionResolved {
  readonly by: string;
  readonly at: string;
}

export interface Mentions {
  resolve(resolved: ResolvedMention): void;
  /** The decision that holds; undefined for a mention of nobody known. */
  of(mention: SubjectId): ResolvedMention | undefined;
  /** The mentions that are held to be a person or group. */
  heldToBe(subject: SubjectId): readonly SubjectId[];
}

export function createMentions(): Mentions {
  const resolutions = new Map<SubjectId, ResolvedMention>();
  return {
    resolve: (resolved) => void resolutions.set(resolved.mention, resolved),
    of: (mention) => resolutions.get(mention),
    heldToBe: (subject) =>
      [...resolutions.values()].flatMap(({ mention, as }) => (as === subject ? [mention] : [])),
  };
}

/** Who a mention is, as somebody decides it: both by id or name; null opens it again. */
export const MentionGiven = z.strictObject({
  as: z.string().nullable(),
  reason: z.string().optional(),
});
export type MentionGiven = z.infer<typeof MentionGiven>;

/**
 * Records who a mention is, or that it is open again.
 *
 * @param given.as - a person or group by id or name; null to take the decision back.
 * @throws InquestError "case/not-found", "case/ambiguous-name"; "case/mention" (input) without a reason.
 */
export async function resolveMention(
  handle: CaseHandle,
  given: MentionGiven & { readonly mention: string },
): Promise<MentionResolved> {
  const mention = findSubject(handle.state, { word: given.mention, kinds: ["mention"] }).id;
  const as =
    given.as === null ? null : findSubject(handle.state, { word: given.as, kinds: ["person", "group"] }).id;
  const parsed = MentionResolved.safeParse({ mention, as, reason: given.reason });
  if (!parsed.success) {
    throw new InquestError({
      code: "case/mention",
      reaction: "input",
      message: `Who ${mention} is, is a decision and needs its reason: say --why "…".`,
      evidence: { mention },
    });
  }
  await handle.record([{ kind: "mention.resolved", body: { ...parsed.data } }]);
  return parsed.data;
}

export interface MentionView {
  readonly mention: NamedView;
  /** Null while nobody has decided who it is. */
  readonly as: NamedView | null;
  readonly reason: string | null;
  readonly by: string | null;
  readonly statements: number;
}

/** Every mention, the undecided ones first. */
export function presentMentions(state: CaseState, presenter: Presenter): MentionView[] {
  return [...state.subjects.keys()]
    .filter((id) => subjectKind(id) === "mention")
    .map((id) => {
      const resolved = state.mentions.of(id);
      const as = resolved?.as ?? null;
      return {
        mention: presenter.named(id),
        as: as === null ? null : presenter.named(as),
        reason: resolved?.reason ?? null,
        by: resolved?.by ?? null,
        statements: state.statements.ofSubject(id).length,
      };
    })
    .sort((a, b) => Number(a.as !== null) - Number(b.as !== null));
}
