/** What went wrong with something that was asked of the server, and the words in which it is told. */
import { isolate, type Language, type Translate } from "../src/core/pure.ts";
import { ApiFailure, type ErrorPlace } from "../src/server/client.ts";
import type { MessageKey } from "./messages/en.ts";
import { refusalsFa } from "./messages/refusals.fa.ts";

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

/**
 * In words for a reader. What a browser says of an outage is in no language that they chose; what the server says is English
 * and names values: where it is known by its code, it is said in the reader's language first.
 */
export function troubleWords(trouble: Trouble, t: Translate<MessageKey>, language: Language): string {
  const { first, original } = troubleParts(trouble, t, language);
  return original === null ? first : `${first} ${isolate(original)}`;
}

/** The sentence to be read, and what the server wrote where that is another one. */
export function troubleParts(
  { code, message }: Trouble,
  t: Translate<MessageKey>,
  language: Language,
): { readonly first: string; readonly original: string | null } {
  if (code === "client/unreachable") return { first: t("app.unreachable"), original: null };
  if (code === "client/unexpected") return { first: t("app.unexpected", { message }), original: null };
  const own = language === "fa" ? refusalsFa[code] : undefined;
  return own === undefined ? { first: message, original: null } : { first: own, original: message };
}
