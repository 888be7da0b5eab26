/** What is stated in a source, beside its text: so many statements at a time, those among which the chosen one is. */
import { useEffect, useState } from "react";
import type { StatementView } from "../../src/server/client.ts";
import { useReader } from "../settings.tsx";
import { Pager } from "./pager.tsx";
import { StatementItem } from "./statement-item.tsx";

/** A register may hold ten thousand statements; a browser that is given them all at once shows nothing for seconds. */
const SIZE = 200;
const COLUMN = ".statements";

/** The statement that somebody chose; each choice is an object of its own, so that the same one can be chosen again. */
export interface Chosen {
  readonly id: string;
  /** Whether it was chosen in the text, so that the list has to come into sight. */
  readonly isInText: boolean;
}

interface StatedListProps {
  readonly statements: readonly StatementView[];
  readonly chosen: Chosen | null;
  readonly choose: (id: string) => void;
}

export function StatedList({ statements, chosen, choose }: StatedListProps) {
  const { t } = useReader();
  const [offset, setOffset] = useState(0);
  const [followed, setFollowed] = useState<Chosen | null>(null);
  if (chosen !== followed) {
    setFollowed(chosen);
    const at = statements.findIndex(({ id }) => id === chosen?.id);
    if (at >= 0) setOffset(startOfPage(at));
  }
  useEffect(() => {
    if (chosen === null) return;
    scrollWithin(`stated-${chosen.id}`, COLUMN);
    if (chosen.isInText) document.getElementById(`stated-${chosen.id}`)?.scrollIntoView({ block: "nearest" });
  }, [chosen]);
  // Fewer may be there than before, after one was withheld.
  const start = Math.min(offset, startOfPage(Math.max(0, statements.length - 1)));
  return (
    <section aria-labelledby="stated-title">
      <h2 id="stated-title">{t("sources.stated")}</h2>
      <Pager
        label={t("sources.stated")}
        offset={start}
        size={SIZE}
        total={statements.length}
        turnTo={setOffset}
      />
      <ol className="statements" start={start + 1}>
        {statements.slice(start, start + SIZE).map((statement) => (
          <StatementItem
            key={statement.id}
            statement={statement}
            isActive={statement.id === chosen?.id}
            choose={choose}
          />
        ))}
      </ol>
    </section>
  );
}

function startOfPage(index: number): number {
  return index - (index % SIZE);
}

/** Scrolls a column of its own and not the page, so that the passage stays where it was brought. */
function scrollWithin(id: string, column: string): void {
  const thing = document.getElementById(id);
  const frame = thing?.closest(column);
  if (thing === null || frame === null || frame === undefined) return;
  const [inner, outer] = [thing.getBoundingClientRect(), frame.getBoundingClientRect()];
  frame.scrollTop += inner.top - outer.top - (outer.height - inner.height) / 2;
}
