/** The page of a source that is read, and the way to the others. */
import type { PageView } from "../../src/server/client.ts";
import { useReader } from "../settings.tsx";
import { KeyCap } from "./key-cap.tsx";
import { AFTER, BEFORE } from "./single-keys.ts";

interface PageTurnerProps {
  readonly page: PageView;
  readonly turnTo: (page: number) => void;
}

export function PageTurner({ page: { page, pages }, turnTo }: PageTurnerProps) {
  const { t, number } = useReader();
  return (
    <div className="page-turner">
      <button type="button" disabled={page <= 1} onClick={() => turnTo(page - 1)}>
        {t("page.before")}
        <KeyCap of={BEFORE} />
      </button>
      <label>
        {t("page.number")}{" "}
        <input
          type="number"
          min={1}
          max={pages}
          value={page}
          onChange={({ currentTarget: { valueAsNumber } }) => {
            if (Number.isInteger(valueAsNumber) && valueAsNumber >= 1 && valueAsNumber <= pages)
              turnTo(valueAsNumber);
          }}
        />{" "}
        {t("page.of", { pages: number(pages) })}
      </label>
      <button type="button" disabled={page >= pages} onClick={() => turnTo(page + 1)}>
        {t("page.after")}
        <KeyCap of={AFTER} />
      </button>
    </div>
  );
}
