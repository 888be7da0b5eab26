/** English words of the commands about statements. */
export const statementMessagesEn = {
  "consent.recorded": "Recorded: {id}, covering {count}. Keep the id; it is needed to take it back.",
  "consent.withdrawn":
    "Withdrawn: {id}. What it covers is in no answer and no page any more; the files of work/ were written anew. Copies that left the case are not reached: ask for them back. The ledger keeps the act; an encrypted source can be shredded besides.",
  "consent.none": "No consent is recorded.",
  "consent.until": "(until {day})",
  "consent.taken-back": "(withdrawn: {why})",
  "grade.recorded":
    "{id} is graded {grade}. Grades stand beside what they are about; no answer is computed from them.",
  "grade.none": "It has no grade.",
  "status.set": "{id} is now {status}",
} as const;
