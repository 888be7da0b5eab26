/** English words of the commands about custody. */
export const custodyMessagesEn = {
  "custody.recorded": "Recorded.",
  "custody.sealed": "sealed",
  "custody.received": "received",
  "custody.transferred": "transferred",
  "custody.copied": "copied",
  "custody.exported": "exported",
  "custody.viewed": "viewed",
  "custody.duplicate": "came again",
  "custody.derived": "derivative",
  "derive.done": "Sealed {file} as {source}, made of {from}.",
  "add.duplicate": "{file} holds the same bytes as {source}; that it came again is recorded.",
} as const;
