/** Markdown as it was written, or as a page. */
import { useReader } from "../settings.tsx";

interface ReadingChoiceProps {
  readonly isPage: boolean;
  readonly choose: (isPage: boolean) => void;
}

export function ReadingChoice({ isPage, choose }: ReadingChoiceProps) {
  const { t } = useReader();
  return (
    <fieldset className="reading-choice" aria-label={t("reading.title")}>
      <button type="button" aria-pressed={!isPage} onClick={() => choose(false)}>
        {t("reading.as-written")}
      </button>
      <button type="button" aria-pressed={isPage} onClick={() => choose(true)}>
        {t("reading.as-page")}
      </button>
    </fieldset>
  );
}
