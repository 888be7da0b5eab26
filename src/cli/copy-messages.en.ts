/** English words of the commands about copies. */
export const copyMessagesEn = {
  "mirror.done":
    "Copied {copied} files, {kept} were there already and read back equal ({megabytes} MB in all).",
  "mirror.destroyed": "Destroyed in the copy, as in the case: {file}",
  "repair.none": "Nothing is damaged; nothing was done.",
  "repair.file": "✓ {file}",
  "repair.aside": "set aside: {file}",
  "repair.quarantine": "The bad bytes lie in {folder}: keep them for inquiry.",
  "repair.done": "The case verifies.",
  "repair.left":
    "{count} problems remain; nothing here holds what they need. Where only the checkpoint is lost and no copy has it, --accept-end makes a new one:",
  "doctor.well": "Nothing to warn of.",
  "doctor.danger": "! {text}",
  "doctor.advice": "· {text}",
  "doctor.remedy": "    {remedy}",
} as const;
