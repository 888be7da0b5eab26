/** English words of `inquest help`. */
export const helpMessagesEn = {
  "help.head":
    "inquest: how many, who, where, and who held office, each figure traceable to a sealed source\n\ninquest help COMMAND shows what a command takes.",
  "help.group.begin": "Begin",
  "help.group.work": "Work on a case",
  "help.group.ask": "Ask",
  "help.group.people": "People and their keys",
  "help.about.start": "build the shipped cases and serve them",
  "help.about.serve": "the workbench, on this machine only",
  "help.about.init": "make an empty case",
  "help.about.build": "apply a case folder (docs/formats/case-folder.md)",
  "help.about.add": "seal source notes or documents",
  "help.about.import": "import a list (docs/formats/recipe.md)",
  "help.about.link": "join records of the lists that are one person",
  "help.about.estimate": "estimate how many were never listed",
  "help.about.rebuild": "rebuild the working data from the ledger",
  "help.about.answer": "the four answers",
  "help.about.trace": "a figure's chain down to its proof",
  "help.about.verify": "recompute everything from the files alone",
  "help.about.people": "whose keys count, and what waits for a second person",
  "help.about.vouch": "say that an enrolled key is that of its actor",
  "help.about.propose": "propose what needs two people",
  "help.about.second": "agree to what another person proposed",
  "help.foot": `Options: --lang en|fa, --json, --quiet. A case is a folder; without one, the current folder or its nearest parent.
Exit codes: 0 done, 1 unexpected, 2 usage, 3 input invalid, 4 verification failed, 5 a person must decide,
6 case in use or locked, 7 network, 130 interrupted.`,
} as const;
