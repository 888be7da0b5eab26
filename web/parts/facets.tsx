/** What was found, counted by what it is: each value narrows the search, and so does what is missing. */
import { useId, useState } from "react";
import type { SearchFacetView } from "../../src/server/client.ts";
import { useReader } from "../settings.tsx";
import type { Choices } from "../use-choices.ts";
import { Said } from "./words.tsx";

/** Values of a facet that are shown before somebody asks for all. */
const SHOWN = 6;

interface FacetsProps<Facet extends string> {
  readonly facets: Readonly<Record<Facet, SearchFacetView>>;
  readonly order: readonly Facet[];
  readonly choices: Choices<Facet>;
}

/** The facets that tell something apart, or of which something is chosen; years in the reader's calendar. */
export function Facets<Facet extends string>({ facets, order, choices }: FacetsProps<Facet>) {
  const { t, calendar, language } = useReader();
  const own = calendar === "both" ? (language === "fa" ? "solarHijri" : "gregorian") : calendar;
  const otherYear = own === "gregorian" ? "solar-year" : "year";
  const shown = order.filter((facet) => {
    const { values } = facets[facet];
    if (values.some(({ isChosen }) => isChosen)) return true;
    return values.length > 1 && facet !== otherYear;
  });
  const isWide = useIsWide();
  if (shown.length === 0) return null;
  return (
    <details className="facets" open={isWide || choices.count > 0}>
      <summary>{t("search.narrow")}</summary>
      {shown.map((facet) => (
        <Facet key={facet} view={facets[facet]} toggle={(value) => choices.toggle(facet, value)} />
      ))}
    </details>
  );
}

interface FacetProps {
  readonly view: SearchFacetView;
  readonly toggle: (value: string | null) => void;
}

function Facet({ view: { label, values, more }, toggle }: FacetProps) {
  const { t, number, valueText } = useReader();
  const [isWhole, setWhole] = useState(false);
  const title = useId();
  const shown = values.filter(({ isChosen }, n) => isWhole || n < SHOWN || isChosen);
  const hidden = values.length - shown.length;
  return (
    <section className="facet" aria-labelledby={title}>
      <h2 id={title}>{label}</h2>
      <ul>
        {shown.map(({ value, name, count, isChosen }) => (
          <li key={value ?? ""}>
            <button type="button" aria-pressed={isChosen} onClick={() => toggle(value)}>
              <span className={value === null ? "missing" : undefined}>
                <Said>{valueText(name)}</Said>
              </span>{" "}
              <span className="facet-count">{number(count)}</span>
            </button>
          </li>
        ))}
      </ul>
      {hidden > 0 || isWhole ? (
        <button type="button" className="plain" aria-expanded={isWhole} onClick={() => setWhole(!isWhole)}>
          {isWhole ? t("search.fewer") : t("search.more", { count: hidden })}
        </button>
      ) : null}
      {more > 0 && (isWhole || hidden === 0) ? (
        <p className="facet-count">{t("search.left", { count: more })}</p>
      ) : null}
    </section>
  );
}

const WIDE = "(min-width: 60rem)";

/** Whether there is room for the facets beside what was found, as the page is first shown. */
function useIsWide(): boolean {
  const [isWide] = useState(() => matchMedia(WIDE).matches);
  return isWide;
}
