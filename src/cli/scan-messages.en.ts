/** English words of scanning files for what must not be in them. */
export const scanMessagesEn = {
  "scan.found": "{file}: line {line} of the list stands {where}",
  "scan.in.name": "in its name",
  "scan.in.text": "in its text",
  "scan.in.bytes": "in what can be read of its bytes",
  "scan.in.drawn": "among the words of its pages, seen or not",
  "scan.in.tags": "in what it says of itself",
  "scan.unread": "{file} was not looked into wholly: {why}",
  "scan.plain": "{file}: only what can be read in its plain bytes was looked at",
  "scan.short": "line {line} of the list is too short to be looked for",
  "scan.done":
    "{files} {files:file or folder|files and folders} looked into, {found} {found:line|lines} of the list found.",
} as const;
