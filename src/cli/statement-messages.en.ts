/** English words of the commands about statements. */
export const statementMessagesEn = {
  "consent.recorded": "Recorded: {id}, covering {count}. Keep the id; it is needed to take it back.",
  "consent.withdrawn":
    "Withdrawn: {id}. What it covers is in no answer and no page any more; the files of work/ were written anew. Copies that left the case are not reached: ask for them back. The ledger keeps the act; an encrypted source can be shredded besides.",
  "consent.no-repeats": "No words whose consent is missing stand anywhere else.",
  "consent.stays.finding":
    "The finding {id} repeats words of {statement}. Write it anew without them: it is in the answers.",
  "consent.stays.statement":
    "The statement {name} repeats words of {statement}. If they are not its own speaker's to give, withdraw it: inquest status {name} withdrawn.",
  "consent.stays.source":
    "The source {name} holds words of {statement} too. Withhold it by a consent of its own, or shred it if it is encrypted: {id}.",
  "consent.stays.unread":
    "The source {name} could not be searched for the words: look at it yourself ({id}).",
  "consent.none": "No consent is recorded.",
  "consent.ended": "It ended on {day}: what it covers is withheld from now on.",
  "consent.is-over": "(over: what it covers is withheld)",
  "consent.until": "(until {day})",
  "consent.taken-back": "(withdrawn: {why})",
  "mention.resolved":
    "{mention} is held to be {as}. What is said of it stands on that page too; take it back with: mention {mention} open.",
  "mention.opened": "{mention} is open again.",
  "mention.none": "No mention is named in this case.",
  "mention.undecided": "nobody has decided who it is",
  "mention.decided": "held to be {as}: {reason} ({by})",
  "mention.statements": "{count} statements",
  "confirmation.default": "By the rule that Inquest brings (case.yaml can set another: confirmation)",
  "confirmation.own": "By the rule of this case",
  "confirmation.counts": "{listed} persons of the lists, {stated} of whom statements speak",
  "confirmation.proofs": "Proof is, in an original that the case holds: {proofs}",
  "record.done": "{fresh} recorded; {known} stood already.",
  "record.superseded": "{statement} takes the place of {older}, which stays in the log and in no view",
  "name.renamed": "{id} was called {name} until now",
  "name.done": "{count} subjects are named as the file says.",
  "grade.recorded":
    "{id} is graded {grade}. Grades stand beside what they are about; no answer is computed from them.",
  "grade.none": "It has no grade.",
  "status.set": "{id} is now {status}",
} as const;
