/** English words of the persons of the lists, and of what they are counted by. */
export const peopleMessagesEn = {
  "people.facet.list": "List",
  "people.facet.lists": "Number of lists",
  "people.facet.place": "Place",
  "people.facet.year": "Year of death or disappearance",
  "people.facet.solar-year": "Year of death or disappearance (Solar Hijri)",
  "people.facet.contradiction": "Rows that contradict each other",
  "people.facet.contradiction.none": "no contradiction",
  "people.facet.unsaid": "Not yet documented",
  "people.facet.unsaid.none": "every field is documented",
} as const;
