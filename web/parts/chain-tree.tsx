/** A chain of command as a picture: what was asked about stands lowest, and above each unit those that sources name. */
import { useEffect, useRef } from "react";
import type { ChainUnitView } from "../../src/server/client.ts";
import { useReader } from "../settings.tsx";
import { Relation, UnitOffices } from "./chain-unit.tsx";
import { ScrollRegion } from "./scroll-region.tsx";
import { isolated, Said } from "./words.tsx";

interface ChainTreeProps {
  readonly chain: ChainUnitView;
  readonly caseId: string;
}

/** Read from the top down, as it is drawn; the table twin goes the other way. */
export function ChainTree({ chain, caseId }: ChainTreeProps) {
  const { t } = useReader();
  const region = useRef<HTMLElement>(null);
  // Where the tree is wider than its place, what was asked about is what is seen first.
  useEffect(() => {
    const asked = region.current?.querySelector(".asked")?.getBoundingClientRect();
    const seen = region.current?.getBoundingClientRect();
    if (region.current === null || asked === undefined || seen === undefined) return;
    region.current.scrollLeft += asked.left + asked.width / 2 - (seen.left + seen.width / 2);
  }, []);
  return (
    <ScrollRegion
      ref={region}
      className="scroll chain-tree"
      aria-label={t("chain.picture", { unit: isolated(chain.unit.name) })}
    >
      <Branch unit={chain} caseId={caseId} />
    </ScrollRegion>
  );
}

function Branch({ unit, caseId }: { readonly unit: ChainUnitView; readonly caseId: string }) {
  const { t } = useReader();
  return (
    <div className="chain-branch">
      {unit.above.length === 0 ? (
        unit.isCircular ? null : (
          <p className="chain-unknown">{t("chain.unknown")}</p>
        )
      ) : (
        <>
          <div className="chain-above">
            {unit.above.map((above) => (
              <div key={above.unit.id} className={`chain-limb ${above.strength ?? ""}`}>
                <Branch unit={above} caseId={caseId} />
                <p className="chain-how">
                  <Relation unit={above} />
                </p>
              </div>
            ))}
          </div>
          {unit.above.length > 1 ? <p className="chain-several">{t("chain.several")}</p> : null}
        </>
      )}
      <div className={`chain-unit ${unit.strength === null ? "asked" : ""}`}>
        <h3>
          <Said>{unit.unit.name}</Said>
        </h3>
        {unit.strength === null ? <Relation unit={unit} /> : null}
        <UnitOffices unit={unit} caseId={caseId} />
      </div>
    </div>
  );
}
