/** English words of `inquest passages`. */
export const passageMessagesEn = {
  "passage.in-place": "stands at the same place",
  "passage.moved": "stands at {at}",
  "passage.respaced": "stands at {at}, with other white space",
  "passage.ambiguous": "stands several times, and what is around it does not say which: {at}",
  "passage.lost": "is not there word for word",
  "passage.by-eye": "has its place there ({at}); whether it is the same is for a person to see or hear",
  "passage.seen": "seen there by the recorder: {words}",
  "passage.nearest": "the likest words there: “{words}”",
  "passage.none": "no statement rests on this source",
  "passage.counts":
    "of {total} passages: {inPlace} at the same place, {moved} moved, {respaced} with other white space, {ambiguous} undecided, {byEye} for a person to look at, {lost} lost; nothing was changed",
  "passage.comma": ", ",
} as const;
