/** The door of `server`. */
export { createApp } from "./app.ts";
export { type RunningServer, startServer } from "./serve.ts";
