/** Figures side by side: those of one group stand together, each with its own speaker, none added to another. */
import { useState } from "react";
import type { FigureOnScreen } from "../../src/server/client.ts";
import { useReader } from "../settings.tsx";
import { FigureRow } from "./figure-row.tsx";
import { isNumeric, toScales } from "./range-track.tsx";

interface FigureGroupsProps {
  readonly figures: readonly FigureOnScreen[];
  readonly caseId: string;
  /** Whether the numbers are totals to be compared by eye. */
  readonly hasScales: boolean;
}

/** More than this many figures of a group are shown only when asked for, so that no group hides the next. */
const SHOWN_FIRST = 4;

export function FigureGroups({ figures, caseId, hasScales }: FigureGroupsProps) {
  const scales = toScales(hasScales ? figures : []);
  return (
    <div className="figures">
      {toGroups(figures).map(([group, members]) => (
        <FigureGroup key={group} members={members} all={figures} scales={scales} caseId={caseId} />
      ))}
    </div>
  );
}

interface FigureGroupProps {
  readonly members: readonly FigureOnScreen[];
  readonly all: readonly FigureOnScreen[];
  readonly scales: ReadonlyMap<string, number>;
  readonly caseId: string;
}

function FigureGroup({ members, all, scales, caseId }: FigureGroupProps) {
  const { t } = useReader();
  const [isWhole, setWhole] = useState(false);
  // Numbers are drawn on a scale where there are several to compare; a number alone says itself.
  const hasScale = members.filter((each) => each.unit === members[0]?.unit && isNumeric(each)).length > 1;
  const more = members.length - SHOWN_FIRST;
  // One left over is shown rather than hidden behind a button of its own height.
  const shown = isWhole || more <= 1 ? members : members.slice(0, SHOWN_FIRST);
  return (
    <div className="figure-group">
      <ol>
        {shown.map((figure, index) => (
          <FigureRow
            key={figure.id}
            figure={figure}
            all={all}
            caseId={caseId}
            isLabelRepeated={shown[index - 1]?.label === figure.label}
            scale={hasScale && figure.unit !== null ? (scales.get(figure.unit) ?? null) : null}
          />
        ))}
      </ol>
      {more > 1 ? (
        <button type="button" className="quiet" onClick={() => setWhole(!isWhole)} aria-expanded={isWhole}>
          {isWhole ? t("overview.less") : t("overview.more", { count: more })}
        </button>
      ) : null}
    </div>
  );
}

/** Figures by group, each group where its first figure stands. */
function toGroups(figures: readonly FigureOnScreen[]): [string, FigureOnScreen[]][] {
  const groups = new Map<string, FigureOnScreen[]>();
  for (const figure of figures) groups.set(figure.group, [...(groups.get(figure.group) ?? []), figure]);
  return [...groups];
}
