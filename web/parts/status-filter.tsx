/** Which sites are shown, by their status: each by its shape, its word and its key, and the choice in the address. */
import type { SiteView } from "../../src/server/client.ts";
import { useReader } from "../settings.tsx";
import { useQuery } from "../use-query.ts";
import { KeyCap } from "./key-cap.tsx";
import { placeKeys } from "./single-keys.ts";
import { STATUS_SHAPES } from "./site-status.tsx";

export const STATUSES = ["destroyed", "threatened", "reported", "other"] as const;
export type StatusChoice = (typeof STATUSES)[number] | "every";

/** The status that the address asks for; every one where it names none. */
export function useStatus(): [status: StatusChoice, choose: (status: StatusChoice) => void] {
  const [query, change] = useQuery();
  const asked = query.get("status");
  const status = STATUSES.find((each) => each === asked) ?? "every";
  return [status, (next) => change({ status: next === "every" ? "" : next })];
}

/** Those of a status. */
export function withStatus(sites: readonly SiteView[], chosen: StatusChoice): readonly SiteView[] {
  return chosen === "every" ? sites : sites.filter(({ status }) => status.code === chosen);
}

export function StatusFilter({ sites }: { readonly sites: readonly SiteView[] }) {
  const { t, number, language } = useReader();
  const [chosen, choose] = useStatus();
  return (
    <fieldset className="status-filter">
      <legend className="visually-hidden">{t("places.only")}</legend>
      {[...STATUSES, "every" as const].map((status) => {
        const key = placeKeys(language).find(({ name }) => name === status);
        return (
          <button key={status} type="button" aria-pressed={chosen === status} onClick={() => choose(status)}>
            {status === "every" ? null : (
              <span aria-hidden="true" className={`site-status ${status}`}>
                {STATUS_SHAPES[status]}
              </span>
            )}{" "}
            {t(`places.only.${status}`)}{" "}
            <span className="count">{number(withStatus(sites, status).length)}</span>{" "}
            {key === undefined ? null : <KeyCap of={key} />}
          </button>
        );
      })}
    </fieldset>
  );
}
