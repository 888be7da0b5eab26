/** Keeps a person's place on the page when the button or the entry that had the focus goes from under them. */
import { useEffect } from "react";
import { lastingPlace, pathOf } from "./parts/lasting-place.ts";

export function useKeptFocus(): void {
  useEffect(() => {
    let path: readonly Element[] = [];
    let asked = 0;
    const onFocus = ({ target }: FocusEvent) => {
      path = target instanceof Element ? pathOf(target) : [];
    };
    // Whoever presses elsewhere leaves on purpose.
    const onPress = ({ target }: PointerEvent) => {
      const focused = document.activeElement;
      const isOnIt =
        focused !== document.body && target instanceof Node && focused?.contains(target) === true;
      if (!isOnIt) path = [];
    };
    const settle = () => {
      asked = 0;
      const [last] = path;
      if (last === undefined || (document.activeElement ?? document.body) !== document.body) return;
      if (last.isConnected && last.checkVisibility() && !last.matches(":disabled")) return;
      const place = lastingPlace(path);
      path = [];
      if (!(place instanceof HTMLElement)) return;
      if (!place.hasAttribute("tabindex")) place.tabIndex = -1;
      place.focus({ preventScroll: true });
    };
    const observer = new MutationObserver(() => {
      if (asked === 0) asked = requestAnimationFrame(settle);
    });
    const attributeFilter = ["disabled", "hidden", "open"];
    observer.observe(document.body, { childList: true, subtree: true, attributes: true, attributeFilter });
    document.addEventListener("focusin", onFocus);
    document.addEventListener("pointerdown", onPress);
    return () => {
      observer.disconnect();
      cancelAnimationFrame(asked);
      document.removeEventListener("focusin", onFocus);
      document.removeEventListener("pointerdown", onPress);
    };
  }, []);
}
