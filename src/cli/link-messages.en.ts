/** English words of evaluating and explaining links. */
export const linkMessagesEn = {
  "preview.title":
    "{records} {records:record|records} ({unnamed} without a usable name {unnamed:takes|take} no part), {pairs} candidate {pairs:pair|pairs}; nothing is recorded",
  "preview.exhaustive": "So few that every pair is compared; the rules only say what would meet.",
  "preview.rules": "Rules, in the order in which they run:",
  "preview.rule": "{rule}: {blocks} blocks, the largest of {largest}; {pairs} pairs, {new} of them new",
  "preview.split":
    "{split} blocks above {cap} records are split by a further key; {capped} of their pairs meet under no further key of this rule",
  "preview.left-out.nothing-new":
    "Left out, since the rules above hold nearly all their pairs already: {rules}",
  "preview.left-out.no-room": "Left out, since their blocks have no room in memory: {rules}",
  "preview.left-out.budget": "Left out, since the rules above spend the budget of pairs: {rules}",
  "preview.worst": "The largest blocks:",
  "preview.block": "{rule}: {records} records, {pairs} pairs, such as {example}",
  "preview.block-split": "{rule}: {records} records, {pairs} pairs, split; such as {example}",
  "preview.recall":
    "Of the likely matches that share a loose key of the name, the rules hold {recall} (standard error {error}, from {pairs} pairs, without labels). Matches whose names share nothing are beyond this figure.",
  "preview.recall-unknown":
    "How many of the likely matches the rules hold is unknown: no likely match was found by which to tell it. That is no sign that none is lost.",
  "preview.recall-all": "Every pair is compared: blocking loses none.",

  "link.cut":
    "{count} {count:pair|pairs} above the link weight {count:was|were} cut so that clusters hold together",
  "link.conflicts": "Set aside, or against the evidence ({count}):",
  "link.conflict.unknown": "(no such row)",
  "link.conflict.unknown-record": "{left} and {right}: a row is not in these lists, or is named twice",
  "link.conflict.against-evidence": "{left} and {right}: obeyed against the evidence of {bits} bits",
  "link.conflict.same-and-different":
    '{left} and {right}: "one person" ({bits} bits) was set aside; more evidence speaks for: {others}',
  "link.conflict.more": "… and {count} more; link explain tells of each pair",
  "link.identical":
    "{rows} rows say in every field the same as another row of their list ({groups} groups), and were left apart: nothing in them tells one person from two, so a person must decide (--judgements):",
  "link.identical.rest": "and {count} more",
  "link.identical.more": "… and {count} more groups",
  "link.existed": "these records were linked so before; nothing changed",
  "link.again": "with the model of the link before: {rescored} pairs were re-scored, {takenOver} taken over",
  "link.trained.first": "a model was trained for the first time; {rescored} candidate pairs were scored",
  "link.trained.asked": "a model was trained anew, as asked; {rescored} candidate pairs were scored",
  "link.trained.settings":
    "a model was trained anew, since the settings or fields are others than before; {rescored} candidate pairs were scored",
  "link.trained.lists":
    "a model was trained anew, since several lists need another model than one; {rescored} candidate pairs were scored",
  "link.engine":
    "{engine} brought the pairs together and weighed them; what is recorded is the same without it",
  "link.engine-idle":
    "the model of the link before was kept, so the pairs were compared in this process; --train has {engine} link all of them anew",
  "link.doubt":
    "distinct persons with the doubt of linkage: {estimate} ({low} to {high}, 95 %); about {missed} % of the true links are out of reach by the model, and people on no list are not among them",
  "link.doubt-unknown":
    "distinct persons with the doubt of linkage: {estimate} ({low} to {high}, 95 %), of the pairs that were compared; how many true links were never compared is unknown, so there may be fewer persons than the interval says, and people on no list are not among them",
  "link.nothing-compared":
    "Warning: no two records were compared (0 candidate pairs). Every record with a name counts as another person; that is not a finding. Look at the blocking rules and at the names.",
  "link.apart.field": "{field} ({list})",
  "link.apart.and": ", ",
  "link.apart":
    "Places that were not compared, each on one list alone: {fields}. If they mean the same, give them one name in the recipes and import the lists again.",
  "link.empty-list.not-mapped":
    "Warning: the list {list} adds nobody: its {records} records have no name, since no name column of it is mapped in the recipe. They stay unlinked and uncounted.",
  "link.empty-list.no-names":
    "Warning: the list {list} adds nobody: the name of each of its {records} records is empty or stands for nobody. They stay unlinked and uncounted.",

  "judgements.unusable": "{file}: {count} judged pairs cannot be used and bind nothing: {rows}",
  "judgements.between": "; ",
  "judgements.row.unknown-list": "row {row} (there is no list {name})",
  "judgements.row.unknown-record": "row {row} (there is no record {name})",
  "judgements.row.one-record": "row {row} ({name} is judged against itself)",
  "judgements.none":
    "{file}: no row of it can be used ({waiting} wait for a decision); nothing is bound by it",

  "evaluate.title": "Against the truth of {records} records; 95 % intervals over persons, {draws} draws:",
  "evaluate.pairs":
    "  pairs     precision {precision}  recall {recall}  F1 {f1}; {found} found, {truth} true",
  "evaluate.b-cubed": "  B-cubed   precision {precision}  recall {recall}  F1 {f1}",
  "evaluate.clusters":
    "  clusters  precision {precision}  recall {recall}  F1 {f1}; {exact} exact, {split} persons split, {merged} clusters hold several persons",
  "evaluate.persons": "  distinct persons  {found} found, {truth} true; error {error}",
  "evaluate.blocking":
    "  blocking  {met} of {truth} true pairs met ({completeness}), among {pairs} candidates",
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
  "review.part":
    "  Of the {drawn} pairs drawn the first {counted} count, since the one with sample_row {next} has no decision; the others bind clusters only. Decide it, if need be as unsure.",
  "review.none.chosen":
    "These pairs were picked by hand: they bind clusters and tell no precision. For figures judge the pairs that --sample draws.",
  "review.none.several-samples":
    "These pairs are of several samples: they bind clusters and tell no precision. For figures give the pairs of one sample.",
  "review.none.other-sample":
    "The pairs judged are of a sample that other lists or settings gave: they bind clusters and tell no precision of these links. For figures judge the pairs that --sample draws now.",
  "review.none.first-waits":
    "The pair with sample_row 1 has no decision, so the pairs judged are no random sample: they bind clusters and tell no precision. Judge the sample from its beginning.",
  "review.sample": "{count} pairs to judge are in {file}",

  "evaluate.word.arabic": "Arabic",
  "evaluate.word.latin": "Latin",
  "evaluate.word.mixed": "mixed",
  "evaluate.word.other": "another",
  "evaluate.word.unnamed": "no name",
  "evaluate.word.with-relatives": "yes",
  "evaluate.word.without": "no",
  "evaluate.word.common": "borne by several",
  "evaluate.word.unique": "borne by one",
  "evaluate.word.all": "all",
  "evaluate.word.some": "some",
  "evaluate.word.none": "none",
  "review.stratum.linked-0.99": "linked, at 0.99 or above",
  "review.stratum.linked-0.9": "linked, 0.9 to 0.99",
  "review.stratum.linked-weaker": "linked, below 0.9",
  "review.stratum.apart-0.9": "apart, at 0.9 or above",
  "review.stratum.apart-0.5": "apart, 0.5 to 0.9",
  "review.stratum.apart-weaker": "apart, below 0.5",
} as const;
