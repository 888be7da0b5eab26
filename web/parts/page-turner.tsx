/** The page of a source that is read, and the way to the others. */
import type { PageView } from "../../src/server/client.ts";
import { useReader } from "../settings.tsx";
import { KeyCap } from "./key-cap.tsx";
import { AFTER, BEFORE } from "./single-keys.ts";

interface PageTurnerProps {
  readonly page: PageView;
  /** The page that was asked for, which may be on its way. */
  readonly wanted: number;
  readonly turnTo: (page: number) => void;
}

export function PageTurner({ page: { pages }, wanted, turnTo }: PageTurnerProps) {
  const { t, number } = useReader();
  return (
    <div className="page-turner">
      <button type="button" aria-disabled={wanted <= 1} onClick={() => turnTo(wanted - 1)}>
        {t("page.before")}
        <KeyCap of={BEFORE} />
      </button>
      <label>
        {t("page.number")}{" "}
        <input
          type="number"
          min={1}
          max={pages}
          value={wanted}
          onChange={({ currentTarget: { valueAsNumber } }) => {
            if (Number.isInteger(valueAsNumber) && valueAsNumber >= 1 && valueAsNumber <= pages)
              turnTo(valueAsNumber);
          }}
        />{" "}
        {t("page.of", { pages: number(pages) })}
      </label>
      <button type="button" aria-disabled={wanted >= pages} onClick={() => turnTo(wanted + 1)}>
        {t("page.after")}
        <KeyCap of={AFTER} />
      </button>
    </div>
  );
}
