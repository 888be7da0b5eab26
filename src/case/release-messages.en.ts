/** English words of releases. */
export const releaseMessagesEn = {
  "release.profile.public": "for the public",
  "release.profile.partners": "for partners",
  "release.profile.commission": "for a commission of inquiry",
  "release.readme":
    "A release {profile}.\n\ndata/people.csv and data/people.jsonl: persons whom lists name, as far as somebody decided that they may be shown. Values of several lists stand side by side; none was chosen. A date may be coarser than the case knows it.\ndata/statements.jsonl: what speakers said, each with its source. A statement is not a finding.\ndata/figures.json: the answers of the case. What is documented was counted from sealed sources; what is estimated comes from a model with its assumption. The two are never added.\ndata/sites.geojson: places, no finer than they may be told.\nrelease.json: the case, the checkpoint of its log, and how much is in the release and how much is not, by reason.\nThe folder is a bag (BagIt, RFC 8493): sha256sum --check manifest-sha256.txt tagmanifest-sha256.txt checks every file.\n\nWho is not in this release may be among the dead: some persons are counted and not shown, some are withheld. Do not join this release with other data to find out who somebody is. If a release takes somebody out that an earlier one showed, take them out of what you made of it.",
} as const;
