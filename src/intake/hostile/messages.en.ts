/** What the inspection of a file says, in English. */
export const hostileMessagesEn = {
  // Names
  "intake/name-hidden-characters":
    "The name “{member}” holds characters that hide or turn round its letters; they are shown as codes.",
  "intake/name-reserved": "The name “{member}” cannot be used as a file name on Windows.",
  "intake/name-mixed-scripts":
    "The name “{member}” mixes letters of several scripts that look alike in one word.",
  "intake/name-backslash": "The name “{member}” holds a backslash, which Windows takes for a folder.",
  // What the file is
  "intake/type-mismatch": "The name says {declared}, the content is {kind}.",
  "intake/polyglot": "The content is {kind} and can be read as {other} too. It is treated as {kind} only.",
  "intake/trailing-bytes": "{bytes} bytes stand behind the end of the {kind}; something may be hidden there.",
  "intake/program": "This is a program ({kind}). It is kept as evidence and never run.",
  "intake/truncated": "The file breaks off at byte {at}: it is incomplete.",
  "intake/encrypted": "The file is protected by a password; what lies in it was not looked at.",
  "intake/opaque-archive": "Inquest does not look into archives of the kind {kind}.",
  "intake/ends-only": "The file is larger than {limit} bytes; only its beginning and its end were looked at.",
  // Archives
  "intake/archive-damaged": "The archive is damaged at “{member}”: {fault}",
  "intake/archive-too-many-members": "The archive has {found} members; the limit is {limit}.",
  "intake/archive-too-large": "The archive expands to more than {limit} bytes.",
  "intake/archive-ratio": "“{member}” expands to {ratio} times its size; the limit is {limit} times.",
  "intake/archive-too-deep": "“{member}” is an archive within archives, deeper than the limit of {limit}.",
  "intake/archive-nested-too-large":
    "“{member}” is an archive within the archive and larger than {limit} bytes; it was not looked into.",
  "intake/archive-overlap": "The members “{member}” and “{other}” share the same bytes of the archive.",
  "intake/archive-name-broken": "The archive has a member with an empty or broken name.",
  "intake/archive-path-absolute": "The member “{member}” asks to be written to an absolute path.",
  "intake/archive-path-climbs": "The member “{member}” asks to be written outside the archive's folder.",
  "intake/archive-link": "The member “{member}” is a link to “{target}”.",
  "intake/archive-special-file": "The member “{member}” is a device or another special file.",
  "intake/archive-duplicate-name":
    "Two members have the name “{member}”: programs differ in which they take.",
  "intake/archive-colliding-names": "“{member}” and “{other}” are one name on some disks.",
  "intake/archive-lookalike-names": "“{member}” and “{other}” look the same and are not.",
  "intake/archive-file-as-folder": "“{other}” is a file, and “{member}” needs it as a folder.",
  "intake/archive-encrypted-member":
    "“{member}” is protected by a password; what lies in it was not looked at.",
  "intake/archive-method": "“{member}” is packed in a way that Inquest does not unpack.",
  "intake/record-length-lies":
    "The record “{member}” says it has {declared} bytes where {found} are left in the file.",
  "intake/record-broken": "The web archive is not readable from byte {at} on.",
  // Pictures
  "intake/picture-too-large":
    "The picture has {width} × {height} pixels, {pixels} in all; the limit is {limit}. It is never decoded.",
  "intake/picture-too-many-frames": "The file holds more than {limit} pictures; it is never decoded.",
  "intake/picture-unreadable": "The size of the picture cannot be read from the file; it is never decoded.",
  // Text and documents
  "intake/active-content": "The file holds content that acts when opened: {what}. It is never run.",
  "intake/remote-content": "Opened elsewhere, the file would call on a foreign address: {what}.",
  "intake/xml-entities": "The file defines its own entities, which can grow without bound; it is not parsed.",
  "intake/xml-external-entity": "The file asks for the content of another file or address; it is not parsed.",
  "intake/nested-too-deep": "The content is nested deeper than {limit} levels; it is not parsed.",
  "intake/embedded-files": "{count} other files lie inside this one: {names}.",
  "intake/pdf-pages-circular": "The pages of the PDF lead back to themselves; it is not parsed.",
  "intake/pdf-page-count": "The PDF says it has {declared} pages and has {found}.",
  "intake/earlier-revisions":
    "The PDF holds {count} earlier versions of itself; what was taken out is still in it.",
  "intake/hidden-layers": "The PDF has layers, which can be switched off and still be read.",
  "intake/annotations": "The document holds comments or notes.",
  "intake/tracked-changes": "The document holds tracked changes: deleted text is still in it.",
  "intake/document-metadata": "The document names its author or the program that made it.",
  // Workbooks
  "intake/workbook-format":
    "A workbook of the kind {kind} is not read. Open it in a spreadsheet program, save it as XLSX without a password, or save the sheet as CSV (UTF-8), and use that copy beside the original.",
  "intake/workbook-broken":
    "The workbook is broken at {place}: {fault} Open it in a spreadsheet program, save it as XLSX anew, and use that copy beside the original.",
  "intake/workbook-too-large":
    "The workbook holds more than {limit} {what}, reached at {place}. Save the sheet that you need as a workbook of its own or as CSV (UTF-8), without empty formatted cells, and use that copy beside the original.",
  // The reading itself
  "intake/inspection-time": "Looking at the file took longer than {seconds} seconds and was ended.",
  "intake/inspection-memory": "Looking at the file took more than {mebibytes} MiB of memory and was ended.",
  "intake/inspection-crash": "Looking at the file failed: {fault}",
} as const;

export type HostileMessageKey = keyof typeof hostileMessagesEn;
