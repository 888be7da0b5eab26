/** English words of the commands about time. */
export const timestampMessagesEn = {
  "timestamp.requested":
    "Wrote the request {file} over {sha256}. Take it to an authority, and bring the answer back with: inquest timestamp import FILE.tsr",
  "timestamp.taken": "The timestamp is sound; it was sealed and recorded.",
  "timestamp.none": "No timestamp was taken yet.",
  "timestamp.over.checkpoint": "checkpoint of {size} acts",
  "timestamp.over.source": "source {source}",
  "timestamp.judged.complete": "complete",
  "timestamp.judged.pending": "pending",
  "timestamp.judged.invalid": "does not hold",
  "timestamp.unanswered": "asked for; no answer was brought back yet",
  "timestamp.unanchored":
    "Nobody vouches for it yet: give the roots that you trust with --roots FILE.pem, or block headers with --headers FILE.",
} as const;
