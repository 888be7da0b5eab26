/** English words of releases and of who may be shown. */
export const releaseMessagesEn = {
  "visibility.full": "shown in full",
  "visibility.name": "by name only",
  "visibility.initials": "by initials",
  "visibility.counted": "counted, not shown",
  "visibility.withheld": "withheld",
  "visibility.set": "Decided and recorded: {what} {count:is|are} {how}",
  "visibility.count": "{count} {count:person|persons}: {how}",
  "visibility.undecided": "{count} {count:person|persons}: undecided; nothing is released before",
  "visibility.list": "list {list}: {count}",
  "visibility.lost":
    "the latest release of its list does not hold {row}, of which somebody decided, or not without doubt: decide on its row of today",
  "release.plan":
    "Goes out: {people} {people:person|persons}, {statements} {statements:statement|statements}, {sites} {sites:site|sites}, {figures} {figures:figure|figures}.",
  "release.goes.people": "Persons who go out: {which}",
  "release.goes.statements": "Statements that go out: {which}",
  "release.goes.sites": "Sites that are told: {which}",
  "release.goes.figures": "Figures that go out: {which}",
  "release.goes.one": "\u2068{what}\u2069",
  "release.goes.and": ", ",
  "release.goes.more": "and {count} more (--json names all)",
  "release.persons": "{count} {count:person|persons}: {how}",
  "release.stays": "{count} {count:statement stays|statements stay}: {why}",
  "release.why.access": "they are for the team, restricted or sealed",
  "release.why.allegation": "allegations that two people have not released",
  "release.why.consent": "their speakers did not agree to these readers",
  "release.why.status": "their recorders took them back",
  "release.why.person": "they name somebody who may not be named, or is not shown in full",
  "release.why.site": "where the site lies is not told exactly",
  "release.why.field": "they tell of a person what these readers are not told: kin, belief, a day",
  "release.sites": "{count} {count:site is|sites are} told nothing of",
  "release.figure": "stays, because it rests on something that stays: {id}",
  "release.missing": "{count} {count:decision is|decisions are} missing; nothing is released before:",
  "release.missing.list":
    "list {list}: who of its {count} {count:person|persons} may be shown (inquest visibility {list} --show … --why …)",
  "release.missing.person":
    "{id}: whether the person may be shown (inquest visibility {id} --show … --why …)",
  "release.missing.speaker":
    "{id}: whether the speaker may be named (inquest visibility {id} --show … --why …)",
  "release.missing.site": "{id}: how exactly it may be told (inquest sites {id} --publish …)",
  "release.done":
    "Release {number} is written to {out}. The sum of its sums is {root}; check it with sha256sum --check manifest-sha256.txt tagmanifest-sha256.txt.",
  "published.none": "Nothing was released from this case yet.",
  "published.profile.public": "for the public",
  "published.profile.partners": "for partners",
  "published.profile.commission": "for a commission of inquiry",
  "published.release":
    "Release {number}, {profile}, of {on}: from {acts} {acts:act|acts}. SHA-256 of its tagmanifest-sha256.txt:",
  "published.then": "Release {number} of {on} held: {value}",
  "published.same": "The case says the same today: {value}",
  "published.now": "The case says today: {value}",
  "published.gone": "The case has no such figure today.",
  "published.verify":
    "The log says that the release had the root {root} and was made from the first {acts} acts, which stand unchanged in it (inquest verify). inquest trace {id} follows the figure of today.",
  "release.small-cell":
    "{cell}: of the persons in this cell {persons} {persons:is|are} not shown in full. Whoever takes those who are shown from it knows what the cell says of the others. Think whether the figure may go out",
  "release.namesakes":
    "{count} {count:person|persons} who {count:goes|go} out {count:bears|bear} the name of somebody who is not to be named. Look whether the two are one: then decide the same of both with inquest visibility, or make them one with inquest review --persons join A B and link again",
  "release.namesake": "\u2068{name}\u2069 (\u2068{shown}\u2069) and \u2068{hidden}\u2069",
  "access.open": "Open: {source} and what it says may go out, as far as everything else lets it.",
  "access.team":
    "For the team: {source}, its statements and its rows are used in answers and leave the case in no release, export or proof.",
  "export.done": "Exported as number {number} to {out}. SHA-256 of its manifest-sha256.txt: {root}",
} as const;
