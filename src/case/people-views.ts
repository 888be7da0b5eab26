/** By what the persons of the lists are counted and can be chosen. */

export const PEOPLE_FACETS = [
  "list",
  /** How many lists name the person. */
  "lists",
  "place",
  /** Of death or disappearance, Gregorian. */
  "year",
  "solar-year",
  /** In what the person's rows contradict each other. */
  "contradiction",
  /** Fields that other rows of the case have, and none of the person's. */
  "unsaid",
] as const;
export type PeopleFacet = (typeof PEOPLE_FACETS)[number];
