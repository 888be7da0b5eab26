/** The shell: which case, which page, and the page itself. */
import { lazy, Suspense, useState } from "react";
import { Redirect, Route, Switch } from "wouter";
import { NEW_CASE } from "./addresses.ts";
import { CaseAccessProvider } from "./case-access.ts";
import { AppealsPage } from "./pages/appeals.tsx";
import { ChainPage } from "./pages/chain.tsx";
import { EstimatePage } from "./pages/estimate.tsx";
import { ImportPage } from "./pages/import.tsx";
import { LockedPage } from "./pages/locked.tsx";
import { NewCasePage } from "./pages/new-case.tsx";
import { OfficesPage } from "./pages/offices.tsx";
import { OverviewPage } from "./pages/overview.tsx";
import { PeoplePage } from "./pages/people.tsx";
import { PersonPage } from "./pages/person.tsx";
import { PlacesPage } from "./pages/places.tsx";
import { PublishPage } from "./pages/publish.tsx";
import { ReviewPage } from "./pages/review.tsx";
import { SearchPage } from "./pages/search.tsx";
import { SitePage } from "./pages/site.tsx";
import { SourcesPage } from "./pages/sources.tsx";
import { TracePage } from "./pages/trace.tsx";
import { UnknownCasePage, UnknownPage } from "./pages/unknown.tsx";
import { UnreadablePage } from "./pages/unreadable.tsx";
import { Shell } from "./parts/shell.tsx";
import { Await, Loading } from "./parts/states.tsx";
import { useReader } from "./settings.tsx";
import { useView } from "./use-view.ts";

/** Reading and quoting a source is the largest page, and never the first. */
const SourcePage = lazy(() =>
  import("./pages/source.tsx").then(({ SourcePage: component }) => ({ default: component })),
);

export function App() {
  const { client, language } = useReader();
  const [unlockings, setUnlockings] = useState(0);
  /** A case that was made just now, and is not among the others yet. */
  const [made, setMade] = useState<string | null>(null);
  const cases = useView(`cases ${language} ${unlockings}`, () => client.cases());
  return (
    <Await of={cases}>
      {({ cases: open, locked, unreadable, lockable, writable, canCreate }) => {
        const first = open[0]?.id ?? locked[0]?.id ?? unreadable[0]?.id;
        const elsewhere = first === undefined ? null : <Redirect to={`/${first}`} />;
        return (
          <Switch>
            {canCreate || first === undefined ? (
              <Route path={NEW_CASE}>
                <NewCasePage
                  whenMade={(id) => {
                    setMade(id);
                    setUnlockings(unlockings + 1);
                  }}
                />
              </Route>
            ) : null}
            <Route path="/:case/*?">
              {({ case: id = "" }) => {
                const shut = locked.find((candidate) => candidate.id === id);
                if (shut !== undefined) {
                  return (
                    <LockedPage key={id} shut={shut} whenUnlocked={() => setUnlockings(unlockings + 1)} />
                  );
                }
                const broken = unreadable.find((candidate) => candidate.id === id);
                if (broken !== undefined) {
                  const other = open[0]?.id ?? locked[0]?.id;
                  return (
                    <UnreadablePage case={broken} other={other} retry={() => setUnlockings(unlockings + 1)} />
                  );
                }
                const current = open.find((candidate) => candidate.id === id);
                if (current === undefined)
                  return id === made ? <Loading /> : <UnknownCasePage id={decode(id)} other={first} />;
                return (
                  <Shell
                    {...{ cases: open, locked, unreadable, current, canCreate }}
                    isLockable={lockable.includes(id)}
                  >
                    <CaseAccessProvider value={writable.includes(id)}>
                      <Pages caseId={current.id} />
                    </CaseAccessProvider>
                  </Shell>
                );
              }}
            </Route>
            <Route>{elsewhere}</Route>
          </Switch>
        );
      }}
    </Await>
  );
}

/** Each page is made anew for another case or another thing, so that nothing of the last one stays. */
function Pages({ caseId }: { readonly caseId: string }) {
  const { t } = useReader();
  return (
    <Switch>
      <Route path="/:case/sources/:id/import">
        {({ id }) => <ImportPage key={`${caseId} ${id}`} caseId={caseId} id={decode(id)} />}
      </Route>
      <Route path="/:case/sources/:id">
        {({ id }) => (
          <Suspense fallback={<output className="state">{t("app.loading")}</output>}>
            <SourcePage key={`${caseId} ${id}`} caseId={caseId} id={decode(id)} />
          </Suspense>
        )}
      </Route>
      <Route path="/:case/sources">
        <SourcesPage key={caseId} caseId={caseId} />
      </Route>
      <Route path="/:case/people/:id">
        {({ id }) => <PersonPage key={`${caseId} ${id}`} caseId={caseId} id={decode(id)} />}
      </Route>
      <Route path="/:case/people">
        <PeoplePage key={caseId} caseId={caseId} />
      </Route>
      <Route path="/:case/review">
        <ReviewPage key={caseId} caseId={caseId} />
      </Route>
      <Route path="/:case/search">
        <SearchPage key={caseId} caseId={caseId} />
      </Route>
      <Route path="/:case/places/:id">
        {({ id }) => <SitePage key={`${caseId} ${id}`} caseId={caseId} id={decode(id)} />}
      </Route>
      <Route path="/:case/places">
        <PlacesPage key={caseId} caseId={caseId} />
      </Route>
      <Route path="/:case/offices/chain">
        <ChainPage key={caseId} caseId={caseId} />
      </Route>
      <Route path="/:case/offices">
        <OfficesPage key={caseId} caseId={caseId} />
      </Route>
      <Route path="/:case/appeals">
        <AppealsPage key={caseId} caseId={caseId} />
      </Route>
      <Route path="/:case/estimate">
        <EstimatePage key={caseId} caseId={caseId} />
      </Route>
      <Route path="/:case/publish">
        <PublishPage key={caseId} caseId={caseId} />
      </Route>
      <Route path="/:case/trace/:id">
        {({ id }) => <TracePage key={`${caseId} ${id}`} caseId={caseId} id={decode(id)} />}
      </Route>
      <Route path="/:case">
        <OverviewPage key={caseId} caseId={caseId} />
      </Route>
      <Route>
        <UnknownPage caseId={caseId} />
      </Route>
    </Switch>
  );
}

function decode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
