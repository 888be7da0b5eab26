/** An involvement in words that accuse nobody: what is said, on what it is said, and by which standard. */
import { createTranslate, LANGUAGES, type LocalText, pickLocal, type Translate } from "../core/index.ts";
import type { Involvement } from "../statements/index.ts";
import { type FindingMessageKey, messagesEn } from "./messages.en.ts";
import { messagesFa } from "./messages.fa.ts";

/**
 * The words for an involvement in each language. They stand beside "alleged by …, not established" and are written so
 * that they can be read without it: "is said to have ordered it". Of one that rests on an office alone they say that it
 * is no part in anything, whatever degree somebody may have recorded with it.
 *
 * @param actNames - names of the event, as the case gives them.
 */
export function involvementText(involvement: Involvement, actNames: LocalText): LocalText {
  const written = LANGUAGES.map((language) => {
    const translate: Translate<FindingMessageKey> = createTranslate<Record<FindingMessageKey, string>>(
      { en: messagesEn, fa: messagesFa },
      language,
    );
    const act = pickLocal(actNames, language);
    const parts = partsOf(involvement, act === "" ? involvement.act : act, translate);
    const own = involvement.words === undefined ? [] : [`“${pickLocal(involvement.words, language)}”`];
    return [language, [...parts, ...own].join(translate("involvement.join"))];
  });
  return Object.fromEntries(written);
}

function partsOf(
  { basis, degree, standard }: Involvement,
  act: string,
  translate: Translate<FindingMessageKey>,
): string[] {
  if (basis === "held-office") return [translate("involvement.office-only", { act })];
  return [
    translate("involvement.part", {
      degree: translate(`involvement.degree.${degree ?? "not-stated"}`),
      act,
    }),
    translate("involvement.basis", { basis: translate(`involvement.basis.${basis}`) }),
    ...(standard === undefined
      ? []
      : [translate("involvement.standard", { standard: translate(`involvement.standard.${standard}`) })]),
  ];
}
