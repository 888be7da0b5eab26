/** What a scan says of what it could not look into, in English. */
export const scanMessagesEn = {
  "release/scan-time": "The scan took longer than {seconds} seconds; this was not looked into.",
  "release/scan-file-too-large":
    "It is larger than {limit} bytes, or is no file; it was not looked into, but for its name.",
  "release/scan-stream-too-large": "The stream of object {object} unpacks to more than is looked into.",
  "release/scan-stream-damaged": "The stream of part {object} cannot be unpacked; it was not looked into.",
  "release/scan-fonts":
    "Words are drawn with {count} fonts that do not say which letters their glyphs are: they were not read.",
  "release/scan-page-words":
    "The words of its pages could not be put together ({fault}); those drawn were read.",
  "release/scan-part-too-large": "Some of it is too large to be looked into as a whole.",
} as const;
