/** Whom a key is meant for: a field in which somebody types, a dialog that lies above the page, or the page. */

export function isTyping(target: EventTarget | null): boolean {
  if (target === null) return false;
  if ("isContentEditable" in target && target.isContentEditable === true) return true;
  // A box to tick takes no letters.
  if ("type" in target && target.type === "checkbox") return false;
  return "tagName" in target && /^(INPUT|TEXTAREA|SELECT)$/u.test(String(target.tagName));
}

/** Whether a dialog lies above the page, which hears nothing then. */
export function isBeneathDialog(root: Pick<ParentNode, "querySelector"> = document): boolean {
  return root.querySelector("dialog[open]") !== null;
}

type Pressed = Pick<KeyboardEvent, "target" | "isComposing" | "ctrlKey" | "metaKey" | "altKey">;

/** Whether a key, with Ctrl or without, is one for the page. */
export function isForPage(
  { target, isComposing }: Pick<Pressed, "target" | "isComposing">,
  root?: Pick<ParentNode, "querySelector">,
): boolean {
  return !isComposing && !isTyping(target) && !isBeneathDialog(root);
}

/** Whether it is a key by itself, and for the page. */
export function isSingleKey(event: Pressed, root?: Pick<ParentNode, "querySelector">): boolean {
  return !(event.ctrlKey || event.metaKey || event.altKey) && isForPage(event, root);
}
