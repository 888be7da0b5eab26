/** The chain of custody of a source in words. */
import { createTranslate, type Language, pickLocal, type Translate } from "../core/index.ts";
import { LocalTextSchema } from "../statements/index.ts";
import type { CustodyEvent } from "./custody.ts";
import { type CaseMessageKey, messagesEn } from "./messages.en.ts";
import { messagesFa } from "./messages.fa.ts";
import type { CustodyView } from "./views.ts";

/** What happened to a source, in the order of the log. */
export function presentCustody(events: readonly CustodyEvent[], language: Language): CustodyView[] {
  const translate: Translate<CaseMessageKey> = createTranslate<Record<CaseMessageKey, string>>(
    { en: messagesEn, fa: messagesFa },
    language,
  );
  const labelOf = (name: string) => {
    const key = `custody-detail.${name}`;
    return isKey(key) ? translate(key) : name;
  };
  return events.map(({ kind, at, actor, leafIndex, details }) => ({
    at,
    actor,
    leafIndex,
    what: translate(isKey(kind) ? kind : "source.sealed"),
    details: Object.entries(details)
      .filter(([, value]) => value !== undefined)
      .map(([name, value]) => ({ name: labelOf(name), value: toWords(value, language) })),
  }));
}

function toWords(value: unknown, language: Language): string {
  if (typeof value === "string") return value;
  const local = LocalTextSchema.safeParse(value);
  return local.success ? pickLocal(local.data, language) : JSON.stringify(value);
}

function isKey(kind: string): kind is CaseMessageKey & string {
  return Object.hasOwn(messagesEn, kind);
}
