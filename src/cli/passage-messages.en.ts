/** English words of `inquest passages`. */
export const passageMessagesEn = {
  "passage.in-place": "stands at the same place",
  "passage.moved": "stands at {at}",
  "passage.respaced": "stands at {at}, with other white space",
  "passage.ambiguous": "stands several times, and what is around it does not say which: {at}",
  "passage.lost": "is not there word for word",
  "passage.nearest": "the likest words there: “{words}”",
  "passage.none": "no statement rests on this source",
  "passage.counts":
    "of {total} passages: {inPlace} at the same place, {moved} moved, {respaced} with other white space, {ambiguous} undecided, {lost} lost; nothing was changed",
  "passage.comma": ", ",
} as const;
