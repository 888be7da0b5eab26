/** English words of taking back what was recorded, and of what cannot be. */
export const undoEn = {
  "undo.title": "What was recorded last",
  "undo.recorded": "Recorded: {what}.",
  "undo.taken": "Taken back: {what}.",
  "undo.failed": "Not taken back: {what}.",
  "undo.act": "This stands in the log as an act of its own.",
  "undo.undo": "Undo",
  "undo.dismiss": "Hide",
  "undo.take": "Take back: {what}",
  "undo.why": "Why",
  "undo.why.missing": "Say in a few words why.",
  "undo.confirm": "Take back",
  "undo.taking": "Taking back …",
  "undo.leave": "Leave it as it is",
  "undo.import": "the import of the list \u2068{list}\u2069",
  "undo.import.records":
    "Taking it back is recorded with the reason: its rows leave every view, and a link and estimates made with them stand no more. The file stays sealed, and both acts stay in the log.",
  "undo.import.why": "It was imported by mistake.",
  "undo.import.earlier": "The import before it stands again.",
  "undo.plan": "the plan of an estimate",
  "undo.plan.records":
    "Taking it back records the plan that stood before anew, and what was estimated meanwhile stands until it is estimated again. Before, this was to hold: “\u2068{words}\u2069”",
  "undo.description": "what \u2068{source}\u2069 shows",
  "undo.description.records": "Taking it back records the earlier words anew: “\u2068{words}\u2069”",
  "keys.undo": "take back what was recorded last",
  "import.taken-back": "This import was taken back. The file stays sealed and can be imported anew.",
  "sources.import": "This import",
  "sources.import.about":
    "Imported by mistake, or read by the wrong columns? Taken back, its rows leave every view, and a link and estimates made with them stand no more: link and estimate again. The file stays sealed.",
  "sources.import.take": "Take the import back",
  "drop.forever": "Sealing is forever: what is sealed cannot be taken back, and stays in the log.",
  "job.link.forever": "A link is not taken back: another one takes its place.",
  "job.estimate.forever": "An estimate is not taken back: another one takes its place.",
  "estimate.plan.first":
    "The plan is recorded. None stood before that could stand again: it can be replaced by another, not taken back.",
  "media.describe.first": "Nothing was said of it before: it can be said anew, not taken back.",
} as const;
