/** Where somebody stands when what they stood on is gone. */

/** Parts of a page that a person who listens knows by name. */
const PLACES =
  "section[aria-labelledby], section[aria-label], ul[aria-label], [role=group][aria-label], form, fieldset, nav, dialog, main";

type Place = Pick<Element, "isConnected" | "matches">;

/** What had the focus, and everything around it, from the inside out. */
export function pathOf(focused: Element): readonly Element[] {
  const path: Element[] = [];
  for (let each: Element | null = focused; each !== null; each = each.parentElement) path.push(each);
  return path;
}

/** The closest part around it that is still there; null where none is. */
export function lastingPlace<Some extends Place>(path: readonly Some[]): Some | null {
  return path.slice(1).find((each) => each.isConnected && each.matches(PLACES)) ?? null;
}
