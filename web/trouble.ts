/** What went wrong with something that was asked of the server, and the words in which it is told. */
import type { Translate } from "../src/core/pure.ts";
import { ApiFailure, type ErrorPlace } from "../src/server/client.ts";
import type { MessageKey } from "./messages/en.ts";

export interface Trouble {
  readonly code: string;
  /** As it was thrown: the sentence of the server with its remedy, or what the browser says. */
  readonly message: string;
  /** Where in what was sent; null where it is not in it. */
  readonly at: ErrorPlace | null;
}

export function toTrouble(error: unknown): Trouble {
  if (error instanceof ApiFailure) return { code: error.code, message: error.message, at: error.at };
  const message = error instanceof Error ? error.message : String(error);
  return { code: "client/unexpected", message, at: null };
}

/** Whether the server itself refused; else nobody knows whether what was asked for is so. */
export function isRefusal({ code }: Trouble): boolean {
  return !code.startsWith("client/") && code !== "server/unexpected";
}

/** In words for a reader: what a browser says of an outage is in no language that they chose. */
export function troubleWords({ code, message }: Trouble, t: Translate<MessageKey>): string {
  if (code === "client/unreachable") return t("app.unreachable");
  if (code === "client/unexpected") return t("app.unexpected", { message: message });
  return message;
}
