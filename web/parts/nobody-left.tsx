/** Persons to check where nobody is to be checked: the link joined nobody, or everybody was looked at. */
import { Link } from "wouter";
import type { PersonChecksView } from "../../src/server/client.ts";
import { useReader } from "../settings.tsx";
import { useQuery } from "../use-query.ts";
import { NextDeed } from "./next-deed.tsx";
import { Empty } from "./states.tsx";
import { StepState } from "./step-state.tsx";

export function NobodyLeft({ view, caseId }: { readonly view: PersonChecksView; readonly caseId: string }) {
  const { t } = useReader();
  if (view.counts.persons === 0)
    return (
      <StepState state="nothing" next={<NextDeed caseId={caseId} deed="import" />}>
        {t("persons.none")}
      </StepState>
    );
  if (view.shown === "decided")
    return (
      <Empty next={<Link href={`/${caseId}/review?queue=persons`}>{t("persons.next.first")}</Link>}>
        {t("persons.nothing.decided")}
      </Empty>
    );
  return (
    <StepState state="nothing" next={<Link href={`/${caseId}/review`}>{t("persons.toPairs")}</Link>}>
      {t("persons.nothing", { persons: view.counts.persons })}
    </StepState>
  );
}

/** The address names somebody of whom the link knows nothing. */
export function UnknownPerson() {
  const { t } = useReader();
  const [, change] = useQuery();
  const next = (
    <button type="button" onClick={() => change({ person: "" })}>
      {t("persons.next.first")}
    </button>
  );
  return <Empty next={next}>{t("persons.unknown")}</Empty>;
}
