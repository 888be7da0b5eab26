/** English words of long work. */
export const jobsEn = {
  "job.link": "Linking the lists",
  "job.link.start": "Link the lists",
  "job.link.done":
    "{records} {records:record is|records are} {persons} {persons:person|persons}; {review} {review:pair waits|pairs wait} for a person.",
  "job.link.existed":
    "Nothing had changed when linking was last asked for: {persons} {persons:person|persons}.",
  "job.estimate": "Estimating",
  "job.estimate.start": "Estimate",
  "job.estimate.done": "{count} {count:estimate was|estimates were} recorded.",
  "job.estimate.existed": "Nothing has changed since it was estimated.",
  "job.cancel": "Cancel",
  "job.cancelled": "Cancelled. What stood before stands.",
  "job.starting": "Starting …",
  "job.progress": "how far it is",
  "job.told": "{step}: {percent} %",
  "job.remaining": "about {seconds} s left",
  "job.step.linkage.block": "Finding pairs that may be one person",
  "job.step.linkage.train": "Learning how records of one person differ",
  "job.step.linkage.compare": "Comparing pairs",
  "job.step.linkage.score": "Weighing pairs",
  "job.step.linkage.cluster": "Joining records",
  "job.step.linkage.doubt": "Counting persons with their doubt",
  "job.step.case.link": "Recording",
  "job.step.case.estimate": "Estimating",
  "job.step.estimate.chains": "Sampling",
  "job.step.estimate.chains-again": "Sampling again, longer: the chains disagree",
  "job.step.other": "Working",
  "estimate.plan": "Estimate how many were never listed",
  "estimate.plan.about":
    "From all linked lists, by every method. First say in a sentence what must hold for the number to mean anything: how the lists came about, and who could be on none of them.",
  "estimate.plan.assumption": "What must hold",
} as const;
