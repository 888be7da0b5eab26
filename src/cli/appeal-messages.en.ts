/** English words of the commands about listed appeals and votes. */
export const appealMessagesEn = {
  "appeal.listed.recommendations":
    "Beside them {count} recommendations of States ({answers}): inquest recommendations",
  "appeal.listed.roll-calls": "and {count} roll calls: inquest roll-calls",
  "appeal.count": "{matching} of {total} recommendations",
  "appeal.answers": "answered: {counts}",
  "appeal.sessions": "sessions: {counts}; the day within a session is not known",
  "appeal.signed": "signed by, {who}: {text}",
  "appeal.all-signed": "in all",
  "appeal.named": "{named} are named",
  "appeal.contested": "{name} is named among those who signed, and a statement denies it",
  "appeal.text": "its own text is held: {source} ({statement})",
  "appeal.waiting": "no answer recorded; waiting for {days} days",
  "appeal.overdue": "the answer was due {days} days ago",
  "appeal.left": "the answer is due in {days} days",
  "appeal.missing": "nothing recorded",
  "appeal.more": "and {count} more; --json gives all",
  "appeal.roll-calls": "{count} roll calls; {stray} votes of roll calls that no list describes",
  "appeal.twice": "{state} has more than one vote here; both are kept",
  "appeal.facet": "{value} {count}",
  "appeal.comma": ", ",
} as const;
