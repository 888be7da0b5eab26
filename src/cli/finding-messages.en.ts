/** English words of the commands about findings. */
export const findingMessagesEn = {
  "finding.none":
    "No finding is recorded. inquest findings FILE.yaml --case DIR records some (docs/formats/finding.md).",
  "finding.recorded": "{count} findings recorded",
  "finding.standard": "standard of proof: {standard}",
  "finding.support":
    "support: {statements} statements of {voices} independent voices, {firstHand} of them first-hand; {originals} originals held. It bears: {ceiling}",
  "finding.above": "its support has fallen below its standard: review it",
  "finding.answered": "stands above its support; {by} answers for it: {why}",
  "finding.lost":
    "{count} of its statements are in no view any more (superseded, withdrawn, restricted or without consent)",
  "finding.below-case": "below the standard of proof that the case works by: not for its conclusions",
  "finding.hangs-on": "what would change this: the withdrawal of any of {statements}",
  "finding.limits": "limits: {text}",
  "finding.reviewers": "reviewed by {names}",
  "standard.reasonable-suspicion": "reasonable suspicion",
  "standard.reasonable-grounds-to-believe": "reasonable grounds to believe",
  "standard.balance-of-probabilities": "balance of probabilities",
  "standard.clear-and-convincing": "clear and convincing",
  "standard.beyond-reasonable-doubt": "beyond reasonable doubt",
  "change.nothing": "This figure rests on no statement or list.",
  "change.without": "Without {what}",
  "change.none": "the figure stays as it is",
  "change.changed": "the figure would be: {after}",
  "change.gone": "there would be no such figure",
} as const;
