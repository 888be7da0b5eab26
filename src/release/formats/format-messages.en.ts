/** English words of exports. */
export const formatMessagesEn = {
  "format.about.csv":
    'Tables in CSV (UTF-8, comma): persons, statements, figures, estimates, sites, offices, appeals, sources and lists. Several values of one cell stand between " | ". A cell that a spreadsheet would take for a formula begins with an apostrophe, which is no part of the text.',
  "format.about.xlsx":
    "A workbook with one sheet for each kind of thing: persons, statements, figures, estimates, sites, offices, appeals, sources and lists. Every text is a text; there are no formulas.",
  "format.about.geojson":
    "Sites as GeoJSON (RFC 7946), no finer than they may be told. A site without a geometry is one of which it is not told where it lies.",
  "format.about.jsonl": "One JSON object a line, one file for each kind of thing.",
  "format.about.r-matrix":
    "Capture histories: matrix-N.csv has a column of 0 and 1 for each list, and how many persons are on exactly these lists. read.R reads it. Persons on no list are not in it. A line is no person, and nobody is named.",
  "format.about.ftm":
    "FollowTheMoney: entities.ftm.json holds entities, statements.json the statements that they are made of, as followthemoney 4 reads them. Dates are prefixes of ISO days: where a source gives a span, it stands under original_value. What no property exists for stands under notes with its name. Statements of sources are notes on what they speak of; none is turned into a fact. Whoever is shown by initials is left out, since nothing tells such persons apart.",
  "format.limits":
    "What this does not mean. A statement is what a speaker said, and no finding. Who held an office is not said to have taken part in anything. What is documented was counted from sealed sources; what is estimated comes from a model with its assumption; the two are never added. Whoever is not here may be among the dead: some persons are counted and not shown, some are withheld. Do not join this with other data to find out who somebody is. Read manifest.json for how much is in it and how much is not, and why; data that leave the case are numbered, and these are number {number}. sha256sum --check manifest-sha256.txt checks every file.",
} as const;
