/** English words of where a value comes from. */
export const originMessagesEn = {
  "origin.rule.statements": "It rests on the statements below, each with its own speaker.",
  "origin.rule.lists": "Counted from rows of the lists below, as they stand.",
  "origin.rule.link": "Counted from rows that a recorded link joined to persons.",
  "origin.rule.configuration": "As the keepers of the case configured it.",
  "origin.rule.estimate": "From a recorded model, with its assumption.",
  "origin.rule.thing": "What is said of it, statement by statement.",
  "origin.characters": "characters {start} to {end}",
  "origin.footnote":
    "{speaker}: “{quote}”, {source}, {place}. SHA-256 {hash}…; recorded by {by} on {on}, act {leaf}. To verify: inquest trace {id}",
  "origin.footnote.file": "{file}. SHA-256 {hash}…. To verify: inquest trace {id}",
  "origin.rule.row": "It stands in the row below, as the recipe of its list reads it.",
  "origin.rule.rows": "What its rows say, one beside the other; a recorded link joined them to one person.",
  "origin.rule.value": "{label}: it stands in the rows below, as the recipe of each list reads them.",
  "origin.rule.named": "It was named by {by} on {on}, act {leaf}; nothing open is said of it.",
  "origin.rule.source": "A sealed file: its bytes and the act that sealed it.",
  "origin.cell": "from the column {column}",
  "origin.cell.calendar": "from the column {column}, bare numbers as {calendar}",
  "origin.cell.by-year": "from the column {column}, years before 1500 as Solar Hijri",
  "origin.footnote.row":
    "{list}, row {row} ({file}). SHA-256 {hash}…; imported by {by} on {on}, act {leaf}. To verify: inquest trace {id}",
} as const;
