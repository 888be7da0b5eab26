/** The door of `server`. */
export { createApp } from "./app.ts";
export { askToLock } from "./ask-to-lock.ts";
export { openApiDocument } from "./openapi.ts";
export { type RunningServer, startServer } from "./serve.ts";
