/** English words of the commands about people and keys. */
export const peopleMessagesEn = {
  "lock.nothing": "No workbench runs here; nothing is unlocked.",
  "lock.done": "Locked at {address}.",
  "lock.ended": "The workbench (process {pid}) was ended.",
  "people.vouched": "You vouched for the key {device} of {actor}.",
  "people.proposed": "Proposed: {kind} on {subject}. Another person agrees with: inquest second {id}",
  "people.seconded": "You agreed to {kind} on {subject}, proposed by {by}.",
  "people.proposal": "{id}  {kind} on {subject}: proposed by {by} ({why}), {state}",
  "people.state.open": "waiting for a second person",
  "people.state.agreed": "agreed by {by}",
  "people.state.done": "agreed by {by}, done",
  "people.no-proposals": "Nothing was proposed.",
  "people.key": "{actor}  {device}  {state}",
  "people.key.vouched": "counts",
  "people.key.unvouched": "nobody vouched for it yet",
} as const;
