/** Saying in a few words what a picture or a recording shows. */
import { type FormEvent, useId, useState } from "react";
import type { SourceView } from "../../src/server/client.ts";
import { useReader } from "../settings.tsx";
import { type Trouble, toTrouble } from "../trouble.ts";
import { undo } from "../undo.tsx";
import { descriptionTaking } from "../undo-takings.ts";
import { TroubleWords } from "./trouble-words.tsx";
import { toLocalText } from "./understood.ts";

interface MediaDescribeProps {
  readonly caseId: string;
  readonly source: SourceView;
  readonly whenSaid: () => void;
}

type Saying =
  | { readonly is: "none" | "saying" | "empty" }
  | { readonly is: "done"; readonly isFirst: boolean }
  | { readonly is: "failed"; readonly trouble: Trouble };

export function MediaDescribe({ caseId, source, whenSaid }: MediaDescribeProps) {
  const { client, t } = useReader();
  const [words, setWords] = useState("");
  const [saying, setSaying] = useState<Saying>({ is: "none" });
  const id = useId();
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (words.trim() === "") return setSaying({ is: "empty" });
    setSaying({ is: "saying" });
    try {
      const { acts } = await client.describeSource(caseId, source.id, toLocalText(words.trim()));
      const taking = descriptionTaking({ caseId, source, act: acts[0]?.id });
      if (taking !== null) undo.recorded(taking);
      setWords("");
      setSaying({ is: "done", isFirst: taking === null });
      whenSaid();
    } catch (error) {
      setSaying({ is: "failed", trouble: toTrouble(error) });
    }
  };
  return (
    <details className="media-describe">
      <summary>{t(source.description === null ? "media.describe" : "media.describe.again")}</summary>
      <form onSubmit={submit}>
        <div className="field">
          <label htmlFor={id}>{t("media.describe.words")}</label>
          <input
            id={id}
            type="text"
            dir="auto"
            maxLength={500}
            value={words}
            placeholder={t("media.describe.hint")}
            aria-describedby={`${id}-said`}
            aria-invalid={saying.is === "empty" || undefined}
            onChange={(event) => setWords(event.currentTarget.value)}
          />
        </div>
        <button type="submit" disabled={saying.is === "saying"}>
          {t(saying.is === "saying" ? "media.describe.recording" : "media.describe.record")}
        </button>
        <span id={`${id}-said`} role="status" dir="auto" className={saying.is === "done" ? "" : "trouble"}>
          {saying.is === "empty"
            ? t("media.describe.none")
            : saying.is === "done"
              ? t("media.describe.done")
              : null}{" "}
          {saying.is === "done" && saying.isFirst ? t("media.describe.first") : null}
          {saying.is === "failed" ? <TroubleWords of={saying.trouble} /> : null}
        </span>
      </form>
    </details>
  );
}
