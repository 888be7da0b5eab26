/** English words of the work that is left. */
export const workMessagesEn = {
  "work.contradictions":
    "{count} {count:judgement contradicts another one|judgements contradict each other} or what the lists say",
  "work.pairs": "{count} {count:pair of records waits|pairs of records wait} for a person",
  "work.second": "{count} {count:judged pair is|judged pairs are} due for a second reviewer",
  "work.proposals": "{count} {count:proposal waits|proposals wait} for a second person",
  "work.conflict": "{count} {count:statement is|statements are} marked as in conflict",
  "work.work-needed": "{count} {count:statement needs|statements need} more work",
  "work.issue": "{count} {count:statement has|statements have} an issue",
  "work.mentions":
    "{count} {count:mention: nobody has said who it is|mentions: nobody has said who they are}",
  "work.unlinked":
    "{count} {count:list|lists} came after the last link; link again to count {count:its|their} people",
  "work.never-linked":
    "{count} {count:list is|lists are} not linked yet: link {count:it to count its|them to count their} people",
  "work.outdated": "{count} {count:estimate was|estimates were} made before the last link; estimate again",
  "work.publication":
    "{count} {count:site|sites} without a decision on what strangers may be told: withheld until then",
} as const;
