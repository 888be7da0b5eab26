/** What intake says of rows and files, in English. Holes are filled from `params`. */
export const intakeMessagesEn = {
  "intake/too-few-columns": "Row {row} has {found} of {expected} columns.",
  "intake/too-many-columns": "Row {row} has {found} columns where the heading has {expected}.",
  "intake/broken-line":
    "Row {row} has {found} of {expected} columns: it is the rest of row {head}, which a line break without quotation marks cut in two.",
  "intake/cut-row":
    "Row {row} was cut by a line break without quotation marks. Its first {found} of {expected} columns are kept, “{column}” may be incomplete, and the rest is the rejected row {tail}.",
  "intake/broken-quotes": "Row {row}: a quotation mark opens and does not close where a column ends.",
  "intake/stray-quotes": "Row {row} has quotation marks inside a column; they are kept as they are written.",
  "intake/null-character": "Row {row} holds a null character, which no text has: the file is damaged there.",
  "intake/replacement-character":
    "Row {row}: “{column}” holds characters that could not be decoded (shown as \ufffd). Check the encoding.",
  "intake/missing-id": "Row {row} has nothing in the id column “{column}”.",
  "intake/duplicate-id": "Row {row} has the id “{id}”, which row {first} of this list already has.",
  "intake/missing-list": "Row {row} has nothing in the column “{column}”, which names its list.",
  "intake/left-out": "Row {row} was left out by a person: {why}",
  "intake/corrected-cell":
    "Row {row}: “{raw}” in “{column}” is read as “{now}”, as a person corrected it: {why}",
  "intake/correction-unused":
    "Row {row}: the correction of “{raw}” in “{column}” to “{now}” changes nothing, because the row as a whole is left out or cannot be read: {why}",
  "intake/unreadable-date":
    "Row {row}: “{raw}” in “{column}” is not read as a date. It is kept as written and counts as unknown.",
  "intake/ambiguous-date":
    "Row {row}: “{raw}” in “{column}” may be of the Solar or of the Lunar Hijri calendar. It is kept as written and counts as unknown; write the column's calendar in the recipe.",
  "intake/date-outside": "Row {row}: “{raw}” in “{column}” lies outside {within}. It is kept.",
  "intake/unreadable-number":
    "Row {row}: “{raw}” in “{column}” is not read as a number. It is kept as written and counts as unknown.",
  "intake/number-out-of-range":
    "Row {row}: {raw} in “{column}” is not between {low} and {high}. It is kept as written and counts as unknown.",
  "intake/unknown-code":
    "Row {row}: “{raw}” in “{column}” is none of the known codes. It is kept as written and counts as unknown.",
  "intake/not-shown-to-concern":
    "Row {row} does not show in {columns} that it concerns {words}. It is kept; look at it.",
  "intake/error-cell":
    "Row {row}: cell {cell} of the sheet “{sheet}” (“{column}”) holds the error {raw}. It is kept as written and counts as unknown.",
  "intake/uncomputed-cell":
    "Row {row}: cell {cell} of the sheet “{sheet}” (“{column}”) holds a formula without a stored result. Nothing is computed; it counts as unknown. Opening and saving a copy in a spreadsheet program stores the results.",
  "intake/no-day-cell":
    "Row {row}: cell {cell} of the sheet “{sheet}” (“{column}”) is shown as a date, and {raw} is no day that a workbook can hold. It is kept as stored and counts as unknown.",
  "intake/merged-cells":
    "Row {row} has a part of the merged cells {cell} of the sheet “{sheet}” (“{column}”), whose text “{raw}” stands only in the first of them. Nothing is filled in.",
  "intake/several-sheets":
    "The workbook has several sheets. This list is the sheet “{sheet}”; not read are: {others}. Choose another where the sheet is asked for, or name it under sheet in the recipe.",
  "intake/hidden-sheet": "The sheet “{sheet}” is hidden in the workbook. It is read.",
  "intake/rows-above-heading":
    "{count} {count:row|rows} above the heading in row {row} {count:is|are} passed over.",
  "intake/hidden-rows":
    "{count} rows are hidden in the sheet and are kept: {rows}, as the sheet counts them.",
  "intake/hidden-columns": "Columns that are hidden in the sheet are kept: {columns}.",
  "intake/formula-cells":
    "{count} cells hold formulas, in the columns {columns}. What is read is the result that the file stores; nothing is computed.",
  "intake/formulas-not-computed":
    "The workbook asks programs to compute its formulas anew when they open it. The results that it stores may not be those that a person sees; compare them.",
  "intake/other-calendar-cells":
    "{count} dates in the columns {columns} are shown in another calendar. They are read as the day that the file stores.",
  "intake/format-hides":
    "The number format hides {count} cells in the columns {columns}. What the file stores is kept.",
  "intake/format-not-followed":
    "{count} cells in the columns {columns} have a number format that is not followed. They are read as the file stores them.",
  "intake/encoding-guessed":
    "The file is not UTF-8 and is read as {encoding}, which gives “{sample}”. Write the encoding in the recipe to be sure.",
  "intake/encoding-mark":
    "The file starts with the mark of {encoding}; the declared encoding {declared} is not used.",
  "intake/damaged-utf-8":
    "The file is UTF-8 with {count} places that are not; they show as \ufffd in the rows listed.",
  "intake/unknown-field": "The field “{field}” is not one that Inquest knows; it is read as {kind}. {hint}",
  "intake/blank-rows": "{count} empty rows are passed over; they count in the row numbers.",
  "intake/renamed-columns": "Headings that are empty or stand twice are read as: {columns}.",
  "intake/no-rows": "The file has a heading and no rows.",
} as const;

export type IntakeMessageKey = keyof typeof intakeMessagesEn;
