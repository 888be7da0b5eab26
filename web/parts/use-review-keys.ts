/** The keys of review. */
import { REVIEW_KEYS, type ReviewKey } from "./single-keys.ts";
import { useSingleKeys } from "./use-single-keys.ts";

export function useReviewKeys(press: (key: ReviewKey) => void): void {
  useSingleKeys(REVIEW_KEYS, press);
}
