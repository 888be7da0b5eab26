/** English words of the commands about keys. */
export const keyMessagesEn = {
  "keys.reason-open": "The reason stands readable in the log: name nobody in it.",
  "keys.none": "Nothing in this case is encrypted, so it has no key.",
  "keys.case": "Case key, generation {generation}: {recipient}",
  "keys.door": "  door of {actor}: {door}",
  "keys.item": "  encrypted: {what} {item}",
  "keys.shredded": "  key destroyed: {item}",
  "keys.recovery.none":
    "No recovery was made: whoever forgets the passphrase loses everything encrypted for good. inquest recovery make",
  "keys.recovery.untested":
    "Recovery: any {threshold} of {shares} sheets. It was never tested: inquest recovery test FILE",
  "keys.recovery.tested": "Recovery: any {threshold} of {shares} sheets, tested.",
  "keys.door-added": "A door for {actor} was added: {door}",
  "keys.rotated":
    "The case key is of generation {generation} now; {removed} old doors were removed. Recovery sheets made before open nothing any more: make new ones.",
  "identity.none": "Of no speaker it is sealed who they are.",
  "identity.sealed":
    '{speaker}: sealed as {item}. inquest reveal {speaker} --why "…" reads it, and records that you did.',
  "identity.shredded": "{speaker}: the key was destroyed ({item}). The case tells nobody who it was.",
  "identity.done": "Sealed who {speaker} is. The case shows the pseudonym alone.",
  "identity.in-open":
    "Words of it stand in the open, in the id or the name of {speaker}: {words}. Both leave the case with releases. If they tell who it is, record the speaker under an id and a name that do not (such as speaker:w7), and what they said under that.",
  "identity.file-stays":
    "{file} still says it in the open: delete it, and empty the bin. Give it by - (standard input) where it need not lie on a disk.",
  "reveal.written": "Written to {file}, readable by you alone. Destroy it when it is no longer needed.",
  "shred.done":
    "The key of {item} was destroyed in {count} places. Its content cannot be read any more; copies elsewhere are out of reach.",
  "shred.also": "With it went {count} items that stood on it: statements, derivatives, links.",
  "recovery.sheet": "Sheet {number} of {count} (any {threshold} open the case):",
  "recovery.write-down":
    "Print or write down each sheet and give them to different people. They are kept nowhere: close this window when you are done.",
  "recovery.written":
    "{count} sheets are in {file}. Print them, give them to different people, and destroy the file.",
  "recovery.test": "The sheets give the right key.",
  "recovery.restore": "The sheets gave the right key; the new passphrase opens it.",
  "init.open":
    "Whoever holds this disk can read the case. Where a laptop may be seized, make it closed: inquest init DIR --closed",
  "init.closed":
    "Nothing in it can be read without the passphrase. Make recovery sheets now: inquest recovery make",
  "verify.closed":
    "It is a closed case: tree, checkpoint and hashes hold. What its acts say was not judged; give the passphrase to judge it too.",
  "passphrase.open": "Passphrase for {dir} ({why}): ",
  "passphrase.make": "New passphrase for {dir} ({why}), at least four words: ",
  "passphrase.again": "The same again: ",
  "passphrase.differ": "The two are not the same. Once more.",
} as const;
