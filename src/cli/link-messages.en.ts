/** English words of evaluating and explaining links. */
export const linkMessagesEn = {
  "evaluate.title": "Against the truth of {records} records; 95 % intervals over persons, {draws} draws:",
  "evaluate.pairs":
    "  pairs     precision {precision}  recall {recall}  F1 {f1}; {found} found, {truth} true",
  "evaluate.b-cubed": "  B-cubed   precision {precision}  recall {recall}  F1 {f1}",
  "evaluate.clusters":
    "  clusters  precision {precision}  recall {recall}  F1 {f1}; {exact} exact, {split} persons split, {merged} clusters hold several persons",
  "evaluate.persons": "  distinct persons  {found} found, {truth} true; error {error}",
  "evaluate.unused": "  {count} lines of the truth speak of records that are not in these lists",
  "evaluate.slices": "By kind of pair:",
  "evaluate.slice": "  {slice}: {value}  precision {precision}  recall {recall}  F1 {f1}; {truth} true",
  "evaluate.slice.script": "scripts",
  "evaluate.slice.list": "lists",
  "evaluate.slice.family": "relatives on the lists",
  "evaluate.slice.name": "name",
  "evaluate.slice.dates": "dates known to both",

  "review.title": "From {judged} judged pairs, of those at or above the review band:",
  "review.figures": "  precision {precision}  recall {recall}",
  "review.stratum": "  {name}: {pairs} pairs; {same} same, {different} different, {unsure} unsure",
  "review.unsampled": "  Nobody judged a pair of {names}; without it, – stands above.",
  "review.sample": "{count} pairs to judge are in {file}",
} as const;
