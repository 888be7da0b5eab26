/** A new case: a title, and whether it is invented. Everything else comes from what is put into it. */
import { type FormEvent, useState } from "react";
import { useLocation } from "wouter";
import { LANGUAGES } from "../../src/core/pure.ts";
import { BareHead } from "../parts/bare-head.tsx";
import { PageHead } from "../parts/page-head.tsx";
import { useReader } from "../settings.tsx";
import { toTrouble, troubleWords } from "../trouble.ts";

/** @param whenMade - told before its page is opened, so that the case is known there. */
export function NewCasePage({ whenMade }: { readonly whenMade: (id: string) => void }) {
  const { client, language, t } = useReader();
  const [, go] = useLocation();
  const [title, setTitle] = useState<Readonly<Record<string, string>>>({});
  const [isFictional, setFictional] = useState(false);
  const [refusal, setRefusal] = useState<string | null>(null);
  const [isBusy, setBusy] = useState(false);
  // The reader's own language stands first.
  const order = [...LANGUAGES].sort((a, b) => Number(b === language) - Number(a === language));

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const given = Object.fromEntries(Object.entries(title).filter(([, text]) => text.trim() !== ""));
    if (Object.keys(given).length === 0) return setRefusal(t("case.title.needed"));
    setBusy(true);
    try {
      const made = await client.createCase({ title: given, isFictional });
      whenMade(made.case);
      go(`/${made.case}/sources`);
    } catch (error) {
      setRefusal(troubleWords(toTrouble(error), t, language));
      setBusy(false);
    }
  };
  return (
    <>
      <BareHead />
      <main id="content" className="locked">
        <PageHead title={t("case.new")} lead={t("case.new.lead")} />
        <form className="unlock" onSubmit={(event) => void submit(event)}>
          {order.map((each) => (
            <label key={each}>
              <span>{t(`case.title.${each}`)}</span>
              <input
                type="text"
                dir="auto"
                lang={each}
                maxLength={200}
                value={title[each] ?? ""}
                aria-invalid={refusal !== null}
                aria-describedby={refusal === null ? undefined : "case-refused"}
                onChange={(event) => setTitle({ ...title, [each]: event.currentTarget.value })}
              />
            </label>
          ))}
          <label className="check">
            <input
              type="checkbox"
              checked={isFictional}
              onChange={(event) => setFictional(event.currentTarget.checked)}
            />
            <span>{t("case.fictional")}</span>
          </label>
          {refusal === null ? null : (
            <p className="trouble" id="case-refused" role="alert">
              <bdi dir="auto">{refusal}</bdi>
            </p>
          )}
          <button type="submit" disabled={isBusy}>
            {t("case.make")}
          </button>
          <p>
            {t("case.closed.about")} <code dir="ltr">{t("command.init.closed")}</code>
          </p>
        </form>
      </main>
    </>
  );
}
