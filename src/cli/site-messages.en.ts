/** English words of `inquest sites`. */
export const siteMessagesEn = {
  "site.none": "No statement speaks of a site.",
  "site.decided": "Decided and recorded: the place of {site} is {decision}",
  "site.publication": "its place is {told} ({by}: {why})",
  "site.publish.exact": "told exactly",
  "site.publish.coarsened": "told to {km} km",
  "site.publish.withheld": "withheld",
} as const;
