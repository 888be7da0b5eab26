/** English words of releases. */
export const releaseMessagesEn = {
  "release.profile.public": "for the public",
  "release.profile.partners": "for partners",
  "release.profile.commission": "for a commission of inquiry",
  "release.readme":
    "A release {profile}.\n\ndata/people.csv and data/people.jsonl: persons whom lists name, as far as somebody decided that they may be shown. Values of several lists stand side by side; none was chosen. A date may be coarser than the case knows it.\ndata/statements.jsonl: what speakers said, each with its source. A statement is not a finding.\ndata/figures.json: the answers of the case. What is documented was counted from sealed sources; what is estimated comes from a model with its assumption. The two are never added.\ndata/sites.geojson: places, no finer than they may be told.\ndata/inventory.json: the ids of what is in it; data/method.json: how lists were read, what each estimate assumes, what the profile lets out; data/changes.txt and data/changes.json, where an earlier release stands before it: what changed and why.\ndata/proofs: what binds each statement and source to the log of the case. leaves.jsonl holds the hash of the act that recorded it and the way from there to checkpoint, which is signed. Most acts hold more than this release may tell, and stay: then the hash is a promise. Whoever keeps the case can show the act to a court, and it must be that one, recorded before the checkpoint; until then you see that there is such an act, and not that it says what is said here. Where everything in an act may be told it stands in acts.jsonl, and a file all of which may be told in data/blobs. No proof says that a statement is true.\ndata/dossier: the same as a document, for people, as PDF, and as DOCX and Markdown to edit; data/memorial, in a release for the public: pages of the persons who may be shown, which open from index.html without a network. An export in this format has neither.\nrelease.json: the case, the checkpoint of its log, and how much is in the release and how much is not, by reason.\nThe folder is a bag (BagIt, RFC 8493): sha256sum --check manifest-sha256.txt tagmanifest-sha256.txt checks every file. The stand-alone verifier checks the proofs too, without the case and without a network: node verify.mjs FOLDER --root ROOT --key KEY. Take it from elsewhere than from whoever gave you this folder, and root and key likewise: who alters a folder can alter whatever came with it.\n\nWho is not in this release may be among the dead: some persons are counted and not shown, some are withheld. Do not join this release with other data to find out who somebody is. If a release takes somebody out that an earlier one showed, take them out of what you made of it.",
  "release.changed.since": "Changed since release {number} of {on} (root {root}).",
  "release.changed.no-figure": "No figure is another.",
  "release.changed.figure": "{label}: {before} → {after}. Why: {why}. ({id})",
  "release.changed.figure-gone":
    "A figure is shown no more ({id}). Take it out of what you made of the earlier release.",
  "release.changed.nothing": "not in the release",
  "release.changed.statement.corrected": "Statement {id} was corrected.",
  "release.changed.statement.corrected-by": "Statement {id} was corrected: {by} takes its place.",
  "release.changed.statement.withdrawn": "Statement {id} was taken back by those who recorded it.",
  "release.changed.statement.no-longer-shown":
    "Statement {id} is shown no more. Take it out of what you made of the earlier release.",
  "release.changed.counts":
    "New statements: {statements}. Persons: {peopleAdded} new, {peopleRemoved} shown no more or under another id, {peopleChanged} shown otherwise. Sites: {sitesAdded} new, {sitesRemoved} shown no more, {sitesChanged} shown otherwise.",
  "release.cause.statement-added": "statement {statement} came",
  "release.cause.statement-removed": "statement {statement} is not behind it any more",
  "release.cause.list-imported": "the list {list} was imported anew",
  "release.cause.linked-anew": "the lists were linked anew",
  "release.cause.estimated-anew": "estimated anew",
  "release.cause.figure-added": "the figure came",
  "release.cause.figure-removed": "the figure is shown no more",
  "release.cause.unknown":
    "what it rests on is the same; it is counted otherwise, or people decided on pairs of records",
} as const;
