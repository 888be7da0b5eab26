/** Which keys of one screen work where one is: the list of keys shows those first. */
import { type KeyScreen, SCREEN_KEYS } from "./single-keys.ts";

const SCREEN_NAMES: readonly string[] = Object.keys(SCREEN_KEYS);

/** The screen with keys of its own at an address of a case, such as `/c/places` and `on=1988-07-28`; null where there is none. */
export function keyScreenAt(path: string, query: string): KeyScreen | null {
  const [, , page = "", thing, step] = path.split("/");
  if (page === "sources" && thing !== undefined) return step === "import" ? "import" : "viewer";
  if (page === "review" && new URLSearchParams(query).get("queue") === "persons") return "persons";
  // Keys of a list are not those of one of its things.
  return thing === undefined && isKeyScreen(page) ? page : null;
}

/** Every screen with keys of its own. */
export const KEY_SCREENS = SCREEN_NAMES.filter(isKeyScreen);

function isKeyScreen(name: string): name is KeyScreen {
  return SCREEN_NAMES.includes(name);
}
