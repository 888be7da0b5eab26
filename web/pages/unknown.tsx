/** An address that leads nowhere: said, so that nobody takes another case or page for the one that was meant. */
import { Link } from "wouter";
import { BareHead } from "../parts/bare-head.tsx";
import { PageHead } from "../parts/page-head.tsx";
import { useReader } from "../settings.tsx";

/** The address names a case that is not open here. */
export function UnknownCasePage({ id, other }: { readonly id: string; readonly other: string | undefined }) {
  const { t } = useReader();
  return (
    <>
      <BareHead />
      <main id="content" className="locked">
        <PageHead title={t("unknown.case")} lead={t("unknown.case.lead")} />
        <p className="locked-id">
          <code dir="ltr">{id}</code>
        </p>
        {other === undefined ? null : (
          <p>
            <Link href={`/${other}`}>{t("case.unreadable.other")}</Link>
          </p>
        )}
      </main>
    </>
  );
}

/** The case is open, but has no such page. */
export function UnknownPage({ caseId }: { readonly caseId: string }) {
  const { t, mark } = useReader();
  return (
    <>
      <PageHead title={t("unknown.page")} lead={t("unknown.page.lead")} />
      <p>
        <Link href={`/${caseId}`} {...mark(t("nav.overview"))}>
          {t("nav.overview")}
        </Link>
      </p>
    </>
  );
}
