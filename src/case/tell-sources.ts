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

/** Whether somebody gave a title: without one a source is called as its file. */
export function isTitled({ title, fileName }: Pick<Source, "title" | "fileName">): boolean {
  return Object.values(title).some((text) => text !== undefined && text !== fileName);
}

function tell(source: Source): Source {
  if (isTitled(source)) return source;
  const files = { en: messagesEn, fa: messagesFa };
  const said = (language: Language) =>
    createTranslate<Record<keyof typeof messagesEn, string>>(files, language)("source.untitled", {
      ...{ kind: source.mediaType, sum: source.sha256.slice(0, SUM_DIGITS) },
    });
  return { ...source, title: { en: said("en"), fa: said("fa") } };
}
