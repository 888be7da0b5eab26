/** The status of a site by shape and by word, and whether it is certain for the day asked for. */
import type { SiteView } from "../../src/server/client.ts";
import { useReader } from "../settings.tsx";

/** One shape a status: readable without colour. */
export const STATUS_SHAPES = { destroyed: "✕", threatened: "▲", reported: "●", other: "○" } as const;

interface SiteStatusProps {
  readonly status: SiteView["status"];
  /** Whether a day was asked for: only then is a status certain or possible. */
  readonly isAsOf: boolean;
}

export function SiteStatus({ status, isAsOf }: SiteStatusProps) {
  const { t } = useReader();
  return (
    <span className={`site-status ${status.code} ${status.certain ? "" : "possible"}`}>
      <span aria-hidden="true">{STATUS_SHAPES[status.code]}</span> {status.text}
      {isAsOf && (status.code === "destroyed" || status.code === "threatened") ? (
        <small> ({t(status.certain ? "places.certain" : "places.possible")})</small>
      ) : null}
    </span>
  );
}
