/** English words of the commands on the log: prove, checkpoint, log. */
export const logMessagesEn = {
  "prove.done": "Proved leaf {leaf} ({kind}) against a checkpoint over {size} acts:",
  "prove.file": "  {file}",
  "prove.key": "Hand over the key by another way than these files: {key}",
  "prove.valid": "The proof holds: act {id} ({kind}, {at}) is leaf {leaf} of {size} in {origin}.",
  "prove.valid-untrusted":
    "The files fit together, but no key was given to trust: act {id} ({kind}, {at}) would be leaf {leaf} of {size} in {origin}.",
  "prove.compare": "Compare this key with one that the actor gave you: {key}",
  "prove.meaning":
    "This shows that the act has not changed since; not that it is true, nor when it was written.",
  "witness.verified": "  cosigned by {name} (key {keyId}), {at}: verified",
  "witness.unknown": "  cosigned by {name} (key {keyId}), {at}: not verified; give its key with --witness",
  "witness.wrong": "  NOT cosigned by {name} (key {keyId}), {at}: the signature does not hold",
  "witness.no-time": "no time",
  "checkpoint.released": "This checkpoint over {size} acts left the house; the log says so now.",
  "checkpoint.written": "Wrote {file}",
  "checkpoint.keep": "Keep it where nobody who writes this case can reach it. Keys: {keys}",
  "checkpoint.continued": "Today's log of {size} acts continues the checkpoint over {old} acts; root {root}",
  "checkpoint.consistency": "Wrote the consistency proof to {file}",
  "checkpoint.no-consistency":
    "No consistency proof was written: the newest signed checkpoint is older than this note. Try again after the next act.",
  "checkpoint.cosigned": "Added {count} new cosignature(s) to the checkpoint over {size} acts:",
  "checkpoint.cosigned-again":
    "Nothing new: these cosignatures of the checkpoint over {size} acts were known.",
  "checkpoint.none": "No checkpoint has left the house yet: inquest checkpoint lets one leave.",
  "checkpoint.line": "{mark} {size} acts, root {root}",
  "checkpoint.given": "  {at}: {how}, to {to}",
  "checkpoint.given-nobody": "  {at}: {how}",
  "checkpoint.differs": "  today's log does NOT continue it: run inquest verify",
} as const;
