/** Places that lists name, such as a register of detention centres: the table twin of the dots on the map. */
import { useState } from "react";
import { foldText } from "../../src/core/pure.ts";
import type { PlacesView } from "../../src/server/client.ts";
import { useReader } from "../settings.tsx";
import { OriginButton } from "./origin.tsx";
import { Empty } from "./states.tsx";
import { Said } from "./words.tsx";

const STEP = 50;
const COORDINATE_DIGITS = 4;

export function ListedPlaces({ places }: { readonly places: PlacesView["listedPlaces"] }) {
  const { t, digits, mark } = useReader();
  const [sought, setSought] = useState("");
  const [limit, setLimit] = useState(STEP);
  const folded = foldText(sought);
  const found = places.filter(({ name }) => foldText(name).includes(folded));
  return (
    <section aria-labelledby="listed-title">
      <h2 id="listed-title">{t("places.listed")}</h2>
      <label className="search" {...mark(t("places.filter"))}>
        <span>{t("places.filter")}</span>
        <input
          type="search"
          dir="auto"
          value={sought}
          onChange={(event) => {
            setSought(event.currentTarget.value);
            setLimit(STEP);
          }}
        />
      </label>
      <p className="facts" aria-live="polite">
        {t("people.matching", { matching: found.length, total: places.length })}
      </p>
      {found.length > 0 ? null : (
        <Empty
          next={
            <button type="button" onClick={() => setSought("")}>
              {t("next.everything")}
            </button>
          }
        >
          {t("search.none")}
        </Empty>
      )}
      <table className="stacking" hidden={found.length === 0}>
        <thead>
          <tr>
            <th scope="col">{t("places.where")}</th>
            <th scope="col">{t("people.lists")}</th>
            <th scope="col">{t("places.coordinates")}</th>
          </tr>
        </thead>
        <tbody>
          {found.slice(0, limit).map(({ id, name, list, latitude, longitude }) => (
            <tr key={id} data-origin={id}>
              <th scope="row">
                <Said>{name}</Said> <OriginButton id={id} label={name} />
              </th>
              <td data-label={t("people.lists")}>
                <Said>{list}</Said>
              </td>
              <td data-label={t("places.coordinates")}>
                {latitude === null || longitude === null ? (
                  t("places.noCoordinate")
                ) : (
                  <bdi dir="ltr">
                    {digits(
                      `${latitude.toFixed(COORDINATE_DIGITS)}, ${longitude.toFixed(COORDINATE_DIGITS)}`,
                    )}
                  </bdi>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {found.length > limit ? (
        <button type="button" onClick={() => setLimit(limit + STEP)}>
          {t("overview.more", { count: Math.min(STEP, found.length - limit) })}
        </button>
      ) : null}
    </section>
  );
}
