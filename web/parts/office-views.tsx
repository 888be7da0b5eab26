/** The two ways to look at offices: over time, and one above the other. */
import { Link } from "wouter";
import { useReader } from "../settings.tsx";

export function OfficeViews({ caseId, here }: { readonly caseId: string; readonly here: "lanes" | "chain" }) {
  const { t } = useReader();
  const views = [
    { name: "lanes", href: `/${caseId}/offices`, word: t("offices.lanes") },
    { name: "chain", href: `/${caseId}/offices/chain`, word: t("chain.title") },
  ] as const;
  return (
    <nav className="office-views" aria-label={t("offices.views")}>
      {views.map(({ name, href, word }) => (
        <Link key={name} href={href} aria-current={name === here ? "page" : undefined}>
          {word}
        </Link>
      ))}
    </nav>
  );
}
