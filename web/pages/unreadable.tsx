/** The page of a case that cannot be read now: why, and the way to the others. */
import { Link } from "wouter";
import type { CasesAnswer } from "../../src/server/client.ts";
import { BareHead } from "../parts/bare-head.tsx";
import { PageHead } from "../parts/page-head.tsx";
import { TroubleWords } from "../parts/trouble-words.tsx";
import { useReader } from "../settings.tsx";

interface UnreadablePageProps {
  readonly case: CasesAnswer["unreadable"][number];
  /** Another case that can be read, where there is one. */
  readonly other: string | undefined;
  readonly retry: () => void;
}

export function UnreadablePage({ case: { id, code, message }, other, retry }: UnreadablePageProps) {
  const { t } = useReader();
  return (
    <>
      <BareHead />
      <main id="content" className="locked">
        <PageHead title={t("case.unreadable")} lead={t("case.unreadable.lead")} />
        <p className="locked-id">
          <code dir="ltr">{id}</code>
        </p>
        <p role="alert">
          <TroubleWords of={{ code, message, at: null }} />
        </p>
        <p>
          <button type="button" onClick={retry}>
            {t("app.retry")}
          </button>{" "}
          {other === undefined ? null : <Link href={`/${other}`}>{t("case.unreadable.other")}</Link>}
        </p>
      </main>
    </>
  );
}
