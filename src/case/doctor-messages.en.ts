/** English words of the doctor. */
export const doctorMessagesEn = {
  "doctor.no-copy": "There is no second copy: a broken disk or a stolen machine takes everything.",
  "doctor.no-copy.remedy": "inquest mirror FOLDER, on another disk that lies elsewhere.",
  "doctor.old-copy": "The second copy is {days} days old.",
  "doctor.old-copy.remedy": "Bring it up to date with inquest mirror.",
  "doctor.no-recovery":
    "Whoever forgets the passphrase loses everything that is encrypted, for good: no recovery was made.",
  "doctor.no-recovery.remedy": "inquest recovery make, and give the sheets to different people.",
  "doctor.untested-recovery":
    "The recovery sheets were never tested: nobody knows whether they were written down right.",
  "doctor.untested-recovery.remedy": "Have the people bring their sheets, and run inquest recovery test.",
  "doctor.doors-gone": "{count} doors to the case key are missing from vault/keys/doors.",
  "doctor.doors-gone.remedy":
    "Bring them back from a copy (inquest repair --from COPY), or use the recovery sheets while you have them.",
  "doctor.one-door": "A single passphrase opens the case.",
  "doctor.one-door.remedy": "Add a door for a second person: inquest keys add-door.",
  "doctor.no-checkpoint-outside":
    "No checkpoint ever left the house: somebody who can write this folder could cut off the end of the log unseen.",
  "doctor.no-checkpoint-outside.remedy":
    "inquest checkpoint --out FILE, and give the file to somebody outside.",
  "doctor.old-checkpoint-outside": "{acts} acts came after the last checkpoint that left the house.",
  "doctor.old-checkpoint-outside.remedy":
    "inquest checkpoint --out FILE, and give the file to somebody outside.",
  "doctor.no-timestamp":
    "Nothing proves when anything was recorded: the times are those of this machine's clock.",
  "doctor.no-timestamp.remedy": "inquest timestamp request, and take the file to a time-stamping authority.",
  "doctor.clock-behind": "The clock of this machine stands before the last act of the log.",
  "doctor.clock-behind.remedy": "Set the clock right; acts keep the later time until then.",
  "doctor.disk-full-soon": "Only {megabytes} MB are free on the disk.",
  "doctor.disk-full-soon.remedy": "Make room, or move the case to another disk.",
  "doctor.keys-open-to-others": "Key files can be read by other users of this machine.",
  "doctor.keys-open-to-others.remedy": "Take their rights away: chmod -R go-rwx on the folder keys.",
  "doctor.nobody-to-second":
    "The case asks for two people, and only one key counts here: what needs two cannot be done.",
  "doctor.nobody-to-second.remedy":
    "Let a second person write to the case once, and vouch for their key: inquest vouch.",
} as const;
