/** What is chosen of facets, each with a way to take it back. */
import type { SearchFacetView } from "../../src/server/client.ts";
import { useReader } from "../settings.tsx";
import type { Choices } from "../use-choices.ts";
import { Said } from "./words.tsx";

interface ChosenFacetsProps<Facet extends string> {
  readonly facets: Readonly<Record<Facet, SearchFacetView>>;
  readonly order: readonly Facet[];
  readonly choices: Choices<Facet>;
}

export function ChosenFacets<Facet extends string>({ facets, order, choices }: ChosenFacetsProps<Facet>) {
  const { t } = useReader();
  if (choices.count === 0) return null;
  const all = order.flatMap((facet) =>
    facets[facet].values
      .filter(({ isChosen }) => isChosen)
      .map(({ value, name }) => ({ facet, value, name, label: facets[facet].label })),
  );
  return (
    <ul className="chosen" aria-label={t("search.chosen")}>
      {all.map(({ facet, value, name, label }) => (
        <li key={`${facet} ${value ?? ""}`}>
          <button
            type="button"
            aria-label={t("search.remove", { facet: label, value: name })}
            onClick={() => choices.toggle(facet, value)}
          >
            {label}: <Said>{name}</Said> <span aria-hidden="true">×</span>
          </button>
        </li>
      ))}
      <li>
        <button type="button" className="plain" onClick={choices.clear}>
          {t("search.clear")}
        </button>
      </li>
    </ul>
  );
}
