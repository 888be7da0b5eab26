/** A button that copies words, and says whether it did. */
import { useState } from "react";
import { useReader } from "../settings.tsx";

interface CopyTextProps {
  readonly text: string;
  /** What is copied, for those who listen. */
  readonly of: string;
}

export function CopyText({ text, of }: CopyTextProps) {
  const { t } = useReader();
  const [state, setState] = useState<"copied" | "copy.failed" | null>(null);
  return (
    <>
      <button
        type="button"
        className="quiet"
        aria-label={`${t("publish.copy")}: ${of}`}
        onClick={() => {
          // A page without a safe origin has no clipboard.
          const copying: Promise<void> = navigator.clipboard?.writeText(text) ?? Promise.reject();
          copying.then(
            () => setState("copied"),
            () => setState("copy.failed"),
          );
        }}
      >
        {t("publish.copy")}
      </button>
      <output className="soft">
        {state === null ? null : t(state === "copied" ? "publish.copied" : "publish.copy.failed")}
      </output>
    </>
  );
}
