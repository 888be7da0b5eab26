/** The keys of review. */
import { useSingleKeys } from "./use-single-keys.ts";

export const REVIEW_KEYS = [
  { name: "same", code: "KeyY" },
  { name: "different", code: "KeyN" },
  { name: "unsure", code: "KeyU" },
  { name: "skip", code: "KeyS" },
  { name: "undo", code: "KeyZ" },
  { name: "reason", code: "KeyR" },
] as const;
export type ReviewKey = (typeof REVIEW_KEYS)[number]["name"];

export function useReviewKeys(press: (key: ReviewKey) => void): void {
  useSingleKeys(REVIEW_KEYS, press);
}
