/** English words of the commands about sites. */
export const siteMessagesEn = {
  "site.none": "No statement speaks of a site.",
  "site.decided": "Decided and recorded: the place of {site} is {decision}",
  "site.publish.exact": "told exactly",
  "site.publish.coarsened": "told to {km} km",
  "site.publish.withheld": "withheld",
  "site.withheld":
    "Strangers are told nothing of {count} further sites: their place is withheld, or nobody decided.",
  "site.possibly": "possibly {status}",
  "site.control": "land controlled by {by}: {when}",
  "site.coordinate": "lies within {metres} m of {latitude}, {longitude} ({from})",
  "site.later": "{count} statements about later days are left out",
} as const;
