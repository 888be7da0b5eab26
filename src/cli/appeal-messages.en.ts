/** English words of the commands about listed appeals and votes. */
export const appealMessagesEn = {
  "appeal.count": "{matching} of {total} recommendations",
  "appeal.answers": "answered: {counts}",
  "appeal.sessions": "sessions: {counts}; the day within a session is not known",
  "appeal.missing": "nothing recorded",
  "appeal.more": "and {count} more; --json gives all",
  "appeal.roll-calls": "{count} roll calls; {stray} votes of roll calls that no list describes",
  "appeal.twice": "{state} has more than one vote here; both are kept",
  "appeal.facet": "{value} {count}",
  "appeal.comma": ", ",
} as const;
