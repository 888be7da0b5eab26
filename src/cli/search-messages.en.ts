/** English words of the search. */
export const searchMessagesEn = {
  "search.found": "{count} found",
  "search.near": "Nothing closer is there, or near spellings were asked for: these are near to the words.",
  "search.facet": "{label} (--{facet}): {values}",
  "search.value": "{name} {count}",
  "search.chosen": "[{text}]",
  "search.left": "{count} more",
  "search.by": "found by {words}",
  "search.as.written": "{found}",
  "search.as.begun": "{found}",
  "search.as.sound": "{found}, which sounds like {asked}",
  "search.as.slip": "{found}, with a slip {asked}",
  "search.more": "For more: --from {next}",
} as const;
