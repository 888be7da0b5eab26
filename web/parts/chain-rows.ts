/** A chain of command as rows: the unit that was asked about first, each superior after what it stands above. */
import type { ChainUnitView } from "../../src/server/client.ts";

export interface ChainRow {
  /** Unique among the rows: a unit may stand above several. */
  readonly key: string;
  readonly step: number;
  readonly unit: ChainUnitView;
  /** What it stands above; null for the one asked about. */
  readonly below: ChainUnitView["unit"] | null;
}

export function chainRows(chain: ChainUnitView): ChainRow[] {
  const climb = (unit: ChainUnitView, below: ChainRow | null): ChainRow[] => {
    const row: ChainRow = {
      key: below === null ? unit.unit.id : `${below.key} ${unit.unit.id}`,
      step: below === null ? 0 : below.step + 1,
      unit,
      below: below === null ? null : below.unit.unit,
    };
    return [row, ...unit.above.flatMap((above) => climb(above, row))];
  };
  return climb(chain, null);
}
