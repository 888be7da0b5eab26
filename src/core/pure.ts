/** The door of those files of `core` that run anywhere, a browser included: no `node:` behind them. */

export * from "./calendar.ts";
export * from "./edit-distance.ts";
export * from "./errors.ts";
export * from "./json.ts";
export * from "./messages.ts";
export * from "./names.ts";
export * from "./order.ts";
export * from "./page-text.ts";
export * from "./passage.ts";
export * from "./progress.ts";
export * from "./refind-passage.ts";
export * from "./schema-fault.ts";
export * from "./source-content.ts";
export * from "./spaced-text.ts";
export * from "./time.ts";
export * from "./visible-text.ts";
export * from "./workbook.ts";
