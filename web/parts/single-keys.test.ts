import { expect, test } from "vitest";
import {
  codeOf,
  IMPORT_KEYS,
  isPressed,
  letterOf,
  OFFICE_KEYS,
  ORIGIN_KEYS,
  placeKeys,
  pressedAlone,
  REVIEW_KEYS,
  refusalOf,
  signOf,
  VIEWER_KEYS,
} from "./single-keys.ts";

const [same, different] = REVIEW_KEYS;

test("a chosen key takes the place of ours, and shows what stands on it", () => {
  expect(codeOf(same, {})).toBe("KeyY");
  expect(codeOf(same, { "review.same": "Digit1" })).toBe("Digit1");
  expect(["Digit1", "KeyY", "BracketLeft", "Semicolon"].map(letterOf)).toEqual(["1", "y", "[", ";"]);
});

test("what moves, types or jumps is not free", () => {
  for (const code of ["KeyG", "Slash", "Escape", "Enter", "Space", "ArrowLeft", "Tab", "F5", "ShiftLeft"])
    expect(refusalOf(same, code, {}), code).toEqual({ why: "reserved" });
  for (const code of ["Digit1", "KeyA", "Quote"]) expect(refusalOf(same, code, {}), code).toBeNull();
});

test("a key that is pressed on the way to another is passed over", () => {
  const none = { ctrlKey: false, altKey: false, metaKey: false };
  for (const key of ["Shift", "Control", "Alt", "AltGraph", "Meta", "CapsLock"])
    expect(pressedAlone({ ...none, key, code: `${key}Left` }), key).toBeNull();
  expect(pressedAlone({ ...none, ctrlKey: true, key: "r", code: "KeyR" })).toBeNull();
  expect(pressedAlone({ ...none, key: "ش", code: "KeyA" })).toBe("KeyA");
});

test("two things on one screen have two keys; on two screens they may share one", () => {
  expect(refusalOf(same, "KeyN", {})).toEqual({ why: "taken", by: different });
  // What was given up is free, and what was taken is not.
  const chosen = { "review.different": "Digit2" };
  expect(refusalOf(same, "KeyN", chosen)).toBeNull();
  expect(refusalOf(same, "Digit2", chosen)).toMatchObject({ why: "taken" });
  // `v` verifies in a source, which is not the screen of review; `i` is on every screen.
  expect(refusalOf(same, "KeyV", {})).toBeNull();
  expect(refusalOf(same, "KeyI", {})).toMatchObject({ why: "taken" });
  expect(refusalOf(ORIGIN_KEYS[0], "KeyV", {})).toMatchObject({ why: "taken", by: VIEWER_KEYS[1] });
  expect(refusalOf(IMPORT_KEYS[0], "KeyI", {})).toMatchObject({ why: "taken" });
  // Its own key is no trouble.
  expect(refusalOf(same, "KeyY", {})).toBeNull();
});

test("plus and minus stand on the number pad too, until a reader chooses another key", () => {
  const [closer] = OFFICE_KEYS;
  expect(isPressed(closer, "Equal", {})).toBe(true);
  expect(isPressed(closer, "NumpadAdd", {})).toBe(true);
  expect(signOf(closer, {})).toBe("+");
  const chosen = { "offices.closer": "KeyC" };
  expect(["KeyC", "Equal", "NumpadAdd"].map((code) => isPressed(closer, code, chosen))).toEqual([
    true,
    false,
    false,
  ]);
  expect(signOf(closer, chosen)).toBe("c");
});

test("the arrows of time point the way the page is read, and are shown as arrows", () => {
  const signs = (language: "en" | "fa") =>
    placeKeys(language)
      .filter(({ name }) => name === "earlier" || name === "later")
      .map((key) => `${key.name} ${signOf(key, {})}`);
  expect(signs("en")).toEqual(["earlier ←", "later →"]);
  expect(signs("fa")).toEqual(["earlier →", "later ←"]);
});
