/** Which office and whose postings are shown: both stand in the address. */
import type { OfficesView } from "../../src/server/client.ts";
import { useReader } from "../settings.tsx";
import { useQuery } from "../use-query.ts";
import { holdersOf } from "./filter-lanes.ts";

export function OfficeFilters({ lanes }: { readonly lanes: OfficesView["lanes"] }) {
  const { t, language } = useReader();
  const offices = lanes.map(({ office }) => office);
  return (
    <fieldset className="office-filters">
      <legend className="visually-hidden">{t("offices.filter")}</legend>
      <Choice name="office" label={t("offices.office")} every={t("offices.everyOffice")} options={offices} />
      <Choice
        name="person"
        label={t("offices.person")}
        every={t("offices.everyHolder")}
        options={holdersOf(lanes, language)}
      />
    </fieldset>
  );
}

interface ChoiceProps {
  readonly name: "office" | "person";
  readonly label: string;
  readonly every: string;
  readonly options: readonly { readonly id: string; readonly name: string }[];
}

function Choice({ name, label, every, options }: ChoiceProps) {
  const [query, change] = useQuery();
  const chosen = query.get(name) ?? "";
  // An address may name somebody who holds nothing, or nothing any more.
  const isKnown = chosen === "" || options.some(({ id }) => id === chosen);
  return (
    <label>
      {label}{" "}
      <select value={chosen} onChange={(event) => change({ [name]: event.currentTarget.value })}>
        <option value="">{every}</option>
        {isKnown ? null : <option value={chosen}>{chosen}</option>}
        {options.map((option) => (
          <option key={option.id} value={option.id}>
            {option.name}
          </option>
        ))}
      </select>
    </label>
  );
}
