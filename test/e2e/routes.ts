/** Every kind of page, as the address of one of its kind in the shipped cases, by the name of its pictures in docs/screens. */
export const PLACES = {
  overview: "/iran-1988",
  sources: "/iran-1988/sources",
  source: "/iran-1988/sources/article-2022-05-23",
  places: "/iran-1988/places?on=2018-07-31",
  site: "/iran-1988/places/site%3Aahvaz-graves-1988?on=2018-08-01",
  "site-threatened": "/first-hour/places/site%3Akhak-e-sorkh",
  offices: "/iran-1988/offices",
  "chain-choice": "/iran-1988/offices/chain",
  chain: "/iran-1988/offices/chain?unit=office%3Ahead-of-judiciary&on=2020-03-08",
  appeals: "/iran-1988/appeals",
  "appeals-on-a-day": "/iran-1988/appeals?on=1988-10-01",
  "appeals-none": "/kosovo-1999/appeals",
  "estimate-none": "/iran-1988/estimate",
  trace: "/iran-1988/trace/F38",
  "people-none": "/iran-1988/people",
  search: "/iran-1988/search?q=khavaran",
  "search-all": "/iran-1988/search",
  "search-narrowed": "/iran-1988/search?q=1988&kind=statement&year=1988&missing=place",
  "overview-invented": "/first-hour",
  "source-list": "/first-hour/sources/families",
  "places-invented": "/first-hour/places",
  "offices-invented": "/first-hour/offices",
  "trace-counted": "/first-hour/trace/howMany.documented.persons",
  people: "/first-hour/people",
  "search-across-scripts": "/first-hour/search?q=reza",
  review: "/first-hour/review",
  "review-persons": "/first-hour/review?queue=persons",
  "review-none": "/iran-1988/review",
  "estimate-invented": "/first-hour/estimate",
  estimate: "/kosovo-1999/estimate",
  publish: "/first-hour/publish",
  "publish-commission": "/iran-1988/publish?profile=commission",
} as const satisfies Readonly<Record<string, string>>;

export const ROUTES: readonly string[] = Object.values(PLACES);

/** Pages that have no fixed address in the shipped cases, by the name of their pictures: the route that shows each. */
export const FOUND_PLACES = {
  "source-passage": "/:case/sources/:id",
  person: "/:case/people/:id",
  import: "/:case/sources/:id/import",
  "new-case": "/_new",
} as const satisfies Readonly<Record<string, string>>;
