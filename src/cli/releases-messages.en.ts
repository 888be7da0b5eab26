/** English words of the releases of lists. */
export const releasesMessagesEn = {
  "releases.list": "{list}",
  "releases.release": "release {number}: {file}, {day}, {records} records",
  "releases.counts":
    "{unchanged} unchanged, {changed} changed, {gone} gone, {added} added, {returned} returned, {ambiguous} for a person to match",
  "releases.head": "{list}, release {number}: {records} records",
  "releases.first": "Nothing to compare it with: it is the first, or an earlier version imported it.",
  "releases.ambiguous": "May be one another ({count}); a person must say:",
  "releases.group": "which is which?",
  "releases.side.before": "release before: {row}",
  "releases.side.after": "this release: {row}",
  "releases.says": "{column} = {cell}",
  "releases.ambiguous.now":
    "What was judged of the earlier rows binds nothing by now; only the rows of this release are counted. Judge their pairs again by name (inquest review {list}:ID OTHER:ID same|different|unsure --why REASON). So that the next release is matched by itself, keep the ids of the rows in a column and name it in the recipe (id), or fill in the cells that tell the rows apart.",
  "releases.gone":
    "On the release before, on this one no more ({count}); kept as evidence, counted by nobody:",
  "releases.changed": "Changed ({count}):",
  "releases.returned": "Gone from an earlier release, and here again ({count}):",
  "releases.added": "Added ({count}):",
  "releases.unchanged": "The same under another id ({count}):",
  "releases.from-to": "{before} → {after}",
  "releases.cell": "{column}: {before} → {after}",
  "releases.more": "… and {count} more; --json gives all",
  "import.release": "release {number} of {list}: {counts}. inquest releases {list} shows the rows.",
} as const;
