/** The one normaliser of names, for linkage and search: folding, tokens, skeletons, ASCII keys. */
export * from "./names-fold.ts";
export * from "./names-found.ts";
export * from "./names-key.ts";
export * from "./names-skeleton.ts";
export * from "./names-sound.ts";
export * from "./names-tokens.ts";
