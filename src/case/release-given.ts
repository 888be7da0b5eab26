/** A release as somebody asks for it who names no folder: it is laid into that of the case. */
import { z } from "zod";
import { LANGUAGES } from "../core/index.ts";
import { PROFILES, type ProfileId } from "../release/index.ts";
import type { CaseState } from "./state.ts";

export const ReleaseGiven = z.strictObject({
  profile: z.enum(PROFILES),
  /** In which it is written. */
  language: z.enum(LANGUAGES),
  /** What changed since the last one, in the words of whoever releases it. */
  note: z.string().trim().max(2000).optional(),
  /** Ids of figures and estimates that are left out, whatever the profile says. */
  without: z.array(z.string().min(1)).max(500).optional(),
  /** Acts that were known when it was looked at: a release of anything else is refused, since it cannot be taken back. */
  lookedAt: z.int().positive(),
});
export type ReleaseGiven = z.infer<typeof ReleaseGiven>;

/** The folder of the next release, below that of the case, and its number. */
export function nextRelease(
  { published }: Pick<CaseState, "published">,
  profile: ProfileId,
): { readonly number: number; readonly folder: string } {
  const number = published.length + 1;
  return { number, folder: `releases/${number}-${profile}` };
}
