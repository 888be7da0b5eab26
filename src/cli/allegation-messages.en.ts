/** English words of the commands about allegations. */
export const allegationMessagesEn = {
  "allegation.release": "Released and recorded: {statement} may be told, under its label ({id})",
  "allegation.restrict": "Restricted and recorded: {statement} is told to nobody ({id})",
  "allegation.released-by": "released by {by} on {day}: {why}",
  "allegation.kept": "{count} allegations are restricted: each is read at its source, and nowhere else.",
  "allegation.unread": "{count} statements are encrypted and were not read.",
} as const;
