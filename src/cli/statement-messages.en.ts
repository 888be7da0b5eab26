/** English words of the commands about statements. */
export const statementMessagesEn = {
  "consent.recorded": "Recorded: {id}, covering {count}. Keep the id; it is needed to take it back.",
  "consent.withdrawn":
    "Withdrawn: {id}. What it covers is in no answer and no page any more; the files of work/ were written anew. Copies that left the case are not reached: ask for them back. The ledger keeps the act; an encrypted source can be shredded besides.",
  "consent.none": "No consent is recorded.",
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
  "name.done": "{count} subjects are named as the file says.",
  "grade.recorded":
    "{id} is graded {grade}. Grades stand beside what they are about; no answer is computed from them.",
  "grade.none": "It has no grade.",
  "status.set": "{id} is now {status}",
} as const;
