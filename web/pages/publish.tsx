/** Publishing: what would go out by each profile, what is undecided, a release, and those that were made. */
import { useState } from "react";
import { Link, useSearchParams } from "wouter";
import type { ProfileId } from "../../src/server/client.ts";
import { useMayWrite } from "../case-access.ts";
import { NextDeed } from "../parts/next-deed.tsx";
import { PageHead } from "../parts/page-head.tsx";
import { Decisions } from "../parts/publish-decisions.tsx";
import { Made } from "../parts/publish-made.tsx";
import { MakeByCommand, MakeRelease } from "../parts/publish-make.tsx";
import { GoesOut, holdsNothing } from "../parts/publish-plan.tsx";
import { Await, Empty } from "../parts/states.tsx";
import { useReader } from "../settings.tsx";
import { useView } from "../use-view.ts";

const PROFILES = ["public", "partners", "commission"] as const satisfies readonly ProfileId[];

export function PublishPage({ caseId }: { readonly caseId: string }) {
  const { client, language, t } = useReader();
  const mayWrite = useMayWrite();
  const [query, setQuery] = useSearchParams();
  const [looks, setLooks] = useState(0);
  const asked = query.get("profile");
  const profile = PROFILES.find((each) => each === asked) ?? "public";
  const without = query.getAll("without");
  const key = `${caseId} ${language} ${looks}`;
  const plan = useView(`release-plan ${key} ${profile} ${JSON.stringify(without)}`, () =>
    client.releasePlan(caseId, profile, without),
  );
  const published = useView(`published ${key}`, () => client.published(caseId));
  const renew = () => setLooks((count) => count + 1);
  const setWithout = (ids: readonly string[]) =>
    setQuery(
      (before) => {
        before.delete("without");
        for (const id of ids) before.append("without", id);
        return before;
      },
      { replace: true },
    );
  const leaveOut = (id: string, isLeftOut: boolean) =>
    setWithout([...without.filter((each) => each !== id), ...(isLeftOut ? [id] : [])]);
  return (
    <div className="publish">
      <PageHead title={t("nav.publish")} lead={t("publish.lead")} />
      <Profiles caseId={caseId} here={profile} />
      <Await of={plan}>
        {(view) =>
          holdsNothing(view) ? (
            <Empty next={<NextDeed caseId={caseId} deed="import" />}>{t("publish.nothing")}</Empty>
          ) : (
            <>
              <GoesOut caseId={caseId} plan={view} leaveOut={leaveOut} />
              <Decisions caseId={caseId} plan={view} whenDecided={renew} />
              {mayWrite ? (
                <MakeRelease caseId={caseId} plan={view} takeAllIn={() => setWithout([])} renew={renew} />
              ) : (
                <MakeByCommand profile={view.profile} />
              )}
            </>
          )
        }
      </Await>
      {plan.state === "failed" && without.length > 0 ? (
        <button type="button" onClick={() => setWithout([])}>
          {t("publish.takeIn.all")}
        </button>
      ) : null}
      <Await of={published}>{({ releases }) => <Made caseId={caseId} releases={releases} />}</Await>
    </div>
  );
}

function Profiles({ caseId, here }: { readonly caseId: string; readonly here: ProfileId }) {
  const { t } = useReader();
  return (
    <>
      <nav className="office-views" aria-label={t("publish.profiles")}>
        {PROFILES.map((profile) => (
          <Link
            key={profile}
            href={`/${caseId}/publish?profile=${profile}`}
            aria-current={profile === here ? "page" : undefined}
          >
            {t(`publish.profile.${profile}`)}
          </Link>
        ))}
      </nav>
      <p className="note">{t(`publish.profile.${here}.about`)}</p>
    </>
  );
}
