/** English words of how far review is, what it and the cut of the link may still change, and what is done by keys there. */
export const reviewEn = {
  "keys.review.explain": "in review: what the score is made of",
  "keys.review.open": "in review: open the first row in its list",
  "keys.review.other": "in review: open the second row in its list",
  "review.progress": "{done} decided, {left} left",
  "review.pace.minutes": "about {minutes} {minutes:minute|minutes} more at your pace",
  "review.pace.hours": "about {hours} {hours:hour|hours} more at your pace",
  "review.pace.about":
    "Your pace: {seconds} s for each pair, by your last {count} answers; breaks of more than {minutes} minutes are left out.",
  "review.pace.none":
    "How long the rest takes you is told once there are answers enough of yours to tell by.",
  "review.outlook": "{count} {count:figure|figures} may still change",
  "review.outlook.first": "{label}: {current} now, {low} to {high} possible",
  "review.outlook.none": "The pairs that wait change no documented figure, whichever way they are decided.",
  "review.outlook.heard": "Nothing waits; the next link changes these figures by what was decided.",
  "review.outlook.otherTime":
    "Lists and link are of two times: what may still change is told after the next link.",
  "review.outlook.figure": "Figure",
  "review.outlook.now": "Now",
  "review.outlook.asLeft": "As decided so far",
  "review.outlook.allSame": "Every pair one person",
  "review.outlook.allDifferent": "No pair one person",
  "review.outlook.about":
    "With all {count} pairs that wait decided at once, by the recorded scores; the next link computes it anew. The number of persons lies between the two ends. How many stand on several lists may pass beyond them: chains of pairs can join whole groups.",
  "review.outlook.likely": "What is possible is not what is likely. By the scores alone:",
  "review.outlook.likely.figure": "{label}: {count} ({low} to {high}, 95 %)",
  "review.readOnly": "You can look through what waits; deciding is for whoever keeps the case.",
  "review.waterfall.decided": "What the score was made of: {one} and {other}",
  "review.judgedPairs": "What you decided",
  "review.linkAgain": "Link again",
  "estimate.cuts": "What the number of persons owes to the cut of the link",
  "estimate.cuts.about":
    "The machine links from one match probability on; another cut would document other persons. By the recorded scores, with what people judged held; nothing is linked anew. What is on no list is not in these numbers.",
  "estimate.cuts.none": "The recorded pairs do not tell how another cut would count.",
  "estimate.cuts.from": "Linked from match probability",
  "estimate.cuts.persons": "Persons",
  "estimate.cuts.several": "On more than one list",
  "estimate.cuts.bound": "Chao’s lower bound, 95 %",
  "estimate.cuts.bound.about":
    "Counted now from the persons at each cut; nothing of it is recorded. A lower bound, and no estimate: it takes each cut for right, while the recorded models take doubtful links for as likely as they are.",
  "estimate.strata": "Groups of persons",
  "estimate.strata.about":
    "The persons of the linked lists, divided by what their rows say. A group of which nearly everybody is on one list alone was listed thinly: many more of it may be missing than of the others. Chao’s lower bound is of each group for itself: links that were missed make it too high, and bounds of groups are not to be added up.",
  "estimate.strata.by": "Divided by",
  "estimate.strata.group": "Group",
  "estimate.strata.persons": "Persons",
  "estimate.strata.several": "On several lists",
  "estimate.strata.bound": "Lower bound, 95 %",
  "estimate.strata.nobound": "nobody on two lists",
  "estimate.strata.written": "also written {spellings}",
  "estimate.strata.unrecorded": "No row tells",
  "estimate.strata.others": "{count} smaller {count:group|groups}",
  "estimate.strata.differing":
    "The rows of {count} {count:person|persons} give several groups: each is counted in the one that most rows give, of as many the one of the first list.",
  "estimate.strata.unrecorded.about":
    "No row tells it of {count} {count:person|persons}. Whoever is on more lists is more often told of, so that bounds of groups are rather too low than too high by this.",
  "estimate.strata.names":
    "Words of several lists are one group where the case calls a place so, where they sound alike, or where the lists put most persons whom they share under both.",
  "estimate.strata.apart":
    "Each of these stands on one list alone, so that the link compared none of them and nobody is divided by them. If two mean the same, import the lists again with both under one field.",
  "estimate.strata.none":
    "The lists share no field that divides their persons, such as place, sex, age or a date. Map one in each list’s import to see groups here.",
  "estimate.cuts.own": "as recorded",
  "estimate.cuts.likely": "No cut: each doubtful link as likely as it is, 95 %",
} as const;
