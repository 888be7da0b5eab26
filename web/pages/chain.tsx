/** Chain of command: who is recorded above a body or an office on a day, as a tree and as a table. */
import { toIsoDay } from "../../src/core/pure.ts";
import { ChainDay, UnitChoice } from "../parts/chain-choice.tsx";
import { ChainTable } from "../parts/chain-table.tsx";
import { ChainTree } from "../parts/chain-tree.tsx";
import { lastKnownDay } from "../parts/filter-lanes.ts";
import { NextDeed } from "../parts/next-deed.tsx";
import { OfficeViews } from "../parts/office-views.tsx";
import { PageHead } from "../parts/page-head.tsx";
import { Await, Empty } from "../parts/states.tsx";
import { usePrinting } from "../parts/use-printing.ts";
import { useReader } from "../settings.tsx";
import { useAsTable, useQuery } from "../use-query.ts";
import { useView } from "../use-view.ts";

export function ChainPage({ caseId }: { readonly caseId: string }) {
  const { client, language, t } = useReader();
  const [query] = useQuery();
  const offices = useView(`offices ${caseId} ${language}`, () => client.offices(caseId));
  const unit = query.get("unit") ?? "";
  const none = <Empty next={<NextDeed caseId={caseId} deed="state" />}>{t("chain.none")}</Empty>;
  return (
    <>
      <PageHead title={t("chain.title")} lead={t("chain.lead")}>
        <OfficeViews caseId={caseId} here="chain" />
      </PageHead>
      <Await of={offices}>
        {({ lanes }) => {
          const last = lastKnownDay(lanes);
          const on =
            query.get("on") ?? (last === null ? new Date().toISOString().slice(0, 10) : toIsoDay(last));
          return (
            <>
              <div className="as-of">
                <UnitChoice caseId={caseId} none={none} />
                {unit === "" ? null : <ChainDay on={on} />}
              </div>
              {unit === "" ? null : <Chain caseId={caseId} unit={unit} on={on} />}
            </>
          );
        }}
      </Await>
    </>
  );
}

interface ChainProps {
  readonly caseId: string;
  readonly unit: string;
  readonly on: string;
}

function Chain({ caseId, unit, on }: ChainProps) {
  const { client, language, t } = useReader();
  const [isTable, toggleTable] = useAsTable();
  const isPrinting = usePrinting();
  const chain = useView(`chain ${caseId} ${language} ${unit} ${on}`, () =>
    client.chainOfCommand(caseId, unit, on),
  );
  return (
    <Await of={chain}>
      {({ chain: asked }) => (
        <section aria-label={t("chain.title")} className="offices">
          <p className="picture-head">
            <button type="button" className="quiet" aria-pressed={isTable} onClick={toggleTable}>
              {t(isTable ? "chain.asTree" : "chain.table")}
            </button>
          </p>
          {isTable && !isPrinting ? null : <ChainTree chain={asked} caseId={caseId} />}
          {isTable || isPrinting ? <ChainTable chain={asked} caseId={caseId} /> : null}
        </section>
      )}
    </Await>
  );
}
