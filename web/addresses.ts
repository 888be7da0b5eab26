/** Addresses of the workbench. */

/** No id of a case begins so. */
export const NEW_CASE = "/_new";

/** The pages of a case in the order of the pipeline, each with the key that follows `g`. */
export const PAGES = [
  { name: "overview", path: "", code: "KeyO" },
  { name: "sources", path: "/sources", code: "KeyS" },
  { name: "search", path: "/search", code: "KeyX" },
  { name: "review", path: "/review", code: "KeyR" },
  { name: "people", path: "/people", code: "KeyP" },
  { name: "places", path: "/places", code: "KeyL" },
  { name: "offices", path: "/offices", code: "KeyF" },
  { name: "estimate", path: "/estimate", code: "KeyE" },
  { name: "appeals", path: "/appeals", code: "KeyA" },
  { name: "publish", path: "/publish", code: "KeyD" },
] as const;
