/** A footnote to take along. */
import { useState } from "react";
import { useReader } from "../settings.tsx";

export function CopyFootnote({ footnote }: { readonly footnote: string }) {
  const { t } = useReader();
  const [copied, setCopied] = useState<boolean | null>(null);
  return (
    <div className="footnote">
      <button
        type="button"
        onClick={() => {
          // Absent where the address is no secure one.
          const copying: Promise<void> = navigator.clipboard?.writeText(footnote) ?? Promise.reject();
          copying.then(
            () => setCopied(true),
            () => setCopied(false),
          );
        }}
      >
        {t("origin.copy")}
      </button>
      <output className="note">
        {copied === null ? null : (
          <>
            {t(copied ? "origin.copied" : "origin.copy.failed")} <bdi dir="auto">{footnote}</bdi>
          </>
        )}
      </output>
    </div>
  );
}
