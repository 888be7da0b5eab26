/** English words of the commands about custody. */
export const custodyMessagesEn = {
  "custody.recorded": "Recorded.",
  "derive.done": "Sealed {file} as {source}, made of {from}.",
  "add.refused.link": "Not sealed: {file} is a link, and links are not followed.",
  "add.refused.special": "Not sealed: {file} is no regular file.",
  "add.refused.unreadable": "Not sealed: {file} cannot be read; check the rights to it.",
  "add.duplicate": "{file} holds the same bytes as {source}; that it came again is recorded.",
} as const;
