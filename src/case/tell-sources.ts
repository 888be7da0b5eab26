/** Sources as a release names them: by the title that somebody gave, and by no file's name, which may say who brought it. */
import { createTranslate, type Language } from "../core/index.ts";
import type { Source } from "../statements/index.ts";
import { messagesEn } from "./messages.en.ts";
import { messagesFa } from "./messages.fa.ts";
import type { CaseState } from "./state.ts";

/** Enough of a hash to tell the sources of a case apart by. */
const SUM_DIGITS = 12;

export function tellSources(sources: CaseState["sources"]): CaseState["sources"] {
  return new Map([...sources].map(([id, recorded]) => [id, { ...recorded, value: tell(recorded.value) }]));
}

function tell(source: Source): Source {
  const { title, fileName, sha256 } = source;
  const isTitled = Object.values(title).some((text) => text !== undefined && text !== fileName);
  if (isTitled) return source;
  const files = { en: messagesEn, fa: messagesFa };
  const said = (language: Language) =>
    createTranslate<Record<keyof typeof messagesEn, string>>(files, language)("source.untitled", {
      ...{ kind: source.mediaType, sum: sha256.slice(0, SUM_DIGITS) },
    });
  return { ...source, title: { en: said("en"), fa: said("fa") } };
}
