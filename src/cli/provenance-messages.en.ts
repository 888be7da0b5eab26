/** English words of `inquest provenance`. */
export const provenanceMessagesEn = {
  "provenance.stated":
    "Recorded where {list} comes from. Warnings follow it at once; inquest estimate records them with the number.",
  "provenance.withdrawn": "Taken back: nothing is said any more of where {list} comes from.",
  "provenance.earlier": "Taken back: what was said of {list} before stands again.",
  "provenance.none": "No list of persons is in this case.",
  "provenance.unstated": "Nothing is said of where these come from: {lists}",
  "provenance.outside": "{name} (no list of this case)",
  "provenance.draws-on": "draws on {lists}",
  "provenance.referred-from": "people were referred to it from {lists}",
  "provenance.covers": "covers {covers}",
  "provenance.scope": "means to hold {scope}",
  "provenance.could-not-record": "could not record {groups}",
  "provenance.why.recipe": "{why} (recipe, {by}, {on})",
  "provenance.why.person": "{why} ({by}, {on})",
  "provenance.source": "source: {source}",
} as const;
