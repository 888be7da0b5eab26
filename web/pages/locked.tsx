/** The page of a case that this browser has not unlocked: nothing but the way in. */
import { type FormEvent, useEffect, useRef, useState } from "react";
import type { LockedCase } from "../../src/server/client.ts";
import { BareHead } from "../parts/bare-head.tsx";
import { coverAll } from "../parts/exposure.ts";
import { PageHead } from "../parts/page-head.tsx";
import { useReader } from "../settings.tsx";
import { isRefusal, toTrouble, troubleWords } from "../trouble.ts";

interface LockedPageProps {
  readonly shut: LockedCase;
  readonly whenUnlocked: () => void;
}

export function LockedPage({ shut, whenUnlocked }: LockedPageProps) {
  const { t } = useReader();
  const kind = shut.isClosed ? "closed" : "encrypted";
  // What was shown before is asked for again after it.
  useEffect(coverAll, []);
  return (
    <>
      <BareHead />
      <main id="content" className="locked">
        <PageHead title={t(`lock.${kind}.title`)} lead={t(`lock.${kind}.lead`)} />
        <p className="locked-id">
          <code dir="ltr">{shut.id}</code>
        </p>
        <UnlockForm caseId={shut.id} whenUnlocked={whenUnlocked} />
      </main>
    </>
  );
}

interface UnlockFormProps {
  readonly caseId: string;
  readonly whenUnlocked: () => void;
}

function UnlockForm({ caseId, whenUnlocked }: UnlockFormProps) {
  const { client, language, t } = useReader();
  const [isTrying, setTrying] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.focus(), []);

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const input = field.current;
    if (input === null || input.value === "") return;
    setTrying(true);
    setFailure(null);
    try {
      await client.unlock(caseId, input.value);
      whenUnlocked();
    } catch (error) {
      const trouble = toTrouble(error);
      setFailure(
        trouble.code === "server/too-many-attempts"
          ? t("lock.wait")
          : isRefusal(trouble)
            ? t("lock.wrong")
            : troubleWords(trouble, t, language),
      );
      input.select();
    } finally {
      // The passphrase stays nowhere in the page longer than the question needs it.
      if (field.current !== null) field.current.value = "";
      setTrying(false);
    }
  };
  return (
    <form className="unlock" onSubmit={submit}>
      <label>
        <span>{t("lock.passphrase")}</span>
        <input
          ref={field}
          type="password"
          name="passphrase"
          autoComplete="off"
          spellCheck={false}
          dir="auto"
          aria-describedby={failure === null ? undefined : "unlock-failure"}
        />
      </label>
      <button type="submit" disabled={isTrying}>
        {isTrying ? t("lock.trying") : t("lock.unlock")}
      </button>
      {failure === null ? null : (
        <p id="unlock-failure" role="alert">
          {failure}
        </p>
      )}
    </form>
  );
}
