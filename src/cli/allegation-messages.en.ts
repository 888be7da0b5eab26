/** English words of the commands about allegations. */
export const allegationMessagesEn = {
  "allegation.release": "Released and recorded: {statement} may be told, under its label ({id})",
  "allegation.restrict": "Restricted and recorded: {statement} is told to nobody ({id})",
  "allegation.released-by": "released by {by} on {day}: {why}",
  "allegation.kept":
    "{count} {count:allegation is|allegations are} restricted: each is read at its source, and nowhere else.",
  "allegation.unread": "{count} {count:statement is|statements are} encrypted and {count:was|were} not read.",
} as const;
