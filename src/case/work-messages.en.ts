/** English words of the work that is left. */
export const workMessagesEn = {
  "work.contradictions": "{count} judgements contradict each other or what the lists say",
  "work.pairs": "{count} pairs of records wait for a person",
  "work.second": "{count} judged pairs are due for a second reviewer",
  "work.proposals": "{count} proposals wait for a second person",
  "work.conflict": "{count} statements are marked as in conflict",
  "work.work-needed": "{count} statements need more work",
  "work.issue": "{count} statements have an issue",
  "work.mentions": "{count} mentions: nobody has said who they are",
  "work.unlinked": "{count} lists came after the last link; link again to count their people",
  "work.never-linked": "{count} lists are not linked yet: link them to count their people",
  "work.outdated": "{count} estimates were made before the last link; estimate again",
  "work.publication": "{count} sites without a decision on what strangers may be told: withheld until then",
} as const;
