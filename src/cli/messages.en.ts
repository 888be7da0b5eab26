/** English words of the command line. */

import { kindMessagesEn } from "../case/index.ts";
import { allegationMessagesEn } from "./allegation-messages.en.ts";
import { appealMessagesEn } from "./appeal-messages.en.ts";
import { copyMessagesEn } from "./copy-messages.en.ts";
import { custodyMessagesEn } from "./custody-messages.en.ts";
import { explainMessagesEn } from "./explain-messages.en.ts";
import { findingMessagesEn } from "./finding-messages.en.ts";
import { helpMessagesEn } from "./help-messages.en.ts";
import { inspectMessagesEn } from "./inspect-messages.en.ts";
import { keyMessagesEn } from "./key-messages.en.ts";
import { linkMessagesEn } from "./link-messages.en.ts";
import { logMessagesEn } from "./log-messages.en.ts";
import { officeMessagesEn } from "./office-messages.en.ts";
import { passageMessagesEn } from "./passage-messages.en.ts";
import { peopleMessagesEn } from "./people-messages.en.ts";
import { provenanceMessagesEn } from "./provenance-messages.en.ts";
import { releaseMessagesEn } from "./release-messages.en.ts";
import { releasesMessagesEn } from "./releases-messages.en.ts";
import { reviewMessagesEn } from "./review-messages.en.ts";
import { scanMessagesEn } from "./scan-messages.en.ts";
import { searchMessagesEn } from "./search-messages.en.ts";
import { siteMessagesEn } from "./site-messages.en.ts";
import { statementMessagesEn } from "./statement-messages.en.ts";
import { timestampMessagesEn } from "./timestamp-messages.en.ts";

export const messagesEn = {
  ...allegationMessagesEn,
  ...appealMessagesEn,
  ...passageMessagesEn,
  ...copyMessagesEn,
  ...custodyMessagesEn,
  ...explainMessagesEn,
  ...findingMessagesEn,
  ...helpMessagesEn,
  ...inspectMessagesEn,
  ...linkMessagesEn,
  ...releaseMessagesEn,
  ...releasesMessagesEn,
  ...kindMessagesEn,
  ...logMessagesEn,
  ...keyMessagesEn,
  ...officeMessagesEn,
  ...peopleMessagesEn,
  ...provenanceMessagesEn,
  ...reviewMessagesEn,
  ...scanMessagesEn,
  ...searchMessagesEn,
  ...siteMessagesEn,
  ...statementMessagesEn,
  ...timestampMessagesEn,
  "progress.case.build": "Building the case",
  "progress.case.sources": "Sealing sources",
  "progress.case.statements": "Recording statements",
  "progress.case.mirror": "Copying the case",
  "progress.case.import": "Importing lists",
  "progress.case.link": "Linking records",
  "progress.consent.search": "Searching for the words",
  "progress.case.estimate": "Estimating",
  "progress.estimate.chains": "Sampling",
  "progress.estimate.chains-again": "Sampling again, longer: the chains disagree",
  "progress.ledger.segments": "Reading the ledger",
  "progress.ledger.tiles": "Checking the ledger",
  "progress.vault.blobs": "Checking sealed files",
  "progress.linkage": "Linking records",
  "progress.other": "Working",

  "time.as-written": "as written: “{text}” ({calendar})",
  "person.mentions": "also spoken of as: {names}",
  "search.behind": "{count} act(s) were recorded just now and are not searched yet.",
  "person.withheld": "{count} statements about this person are told to nobody, as consent is missing",
  "person.nothing": "No open statement speaks of this person.",
  "person.counts":
    "{asserting} for, {denying} against; independent voices: {voices}, of them {firstHand} first-hand and {exactly} saying just this",
  "question.howMany": "How many",
  "question.who": "Who",
  "question.where": "Where",
  "question.offices": "Who held which office",
  "standing.documented": "documented",
  "standing.estimated": "estimated",
  "standing.reported": "reported",
  "standing.by": "reported by {speaker}",
  "answer.contradicted": "cannot be true together with: {others}",
  "answer.none": "nothing recorded yet",
  "answer.more": "… and {count} more (inquest answer {case})",
  "answer.fictional": "FICTIONAL CASE: everyone and every place in it is invented",
  "answer.next": "Follow a figure: inquest trace {case} {figure}",

  "trace.answer": "answer",
  "trace.person": "person",
  "trace.site": "site",
  "trace.posting": "posting",
  "trace.statement": "statement",
  "trace.passage": "passage",
  "trace.blob": "sealed file",
  "trace.act": "act",
  "trace.proof": "proof",
  "trace.checkpoint": "checkpoint",
  "trace.verified":
    "verified: nothing in this chain has changed since it was sealed. This speaks of integrity only, not of truth.",
  "trace.not-verified": "NOT VERIFIED: something in this chain differs from what was sealed.",
  "trace.original-held": "The original is sealed in this case.",
  "trace.no-source": "Rests on no source: nothing is stated or counted here.",
  "trace.original-not-held": "Rests on a summary made for Inquest; the original is not in this case.",

  "verify.ok": "Verified {case}: {acts} acts, {blobs} sealed files, root {root}",
  "verify.key": "  signed by {actor}, key {key}",
  "verify.failed": "VERIFICATION FAILED for {case}: {count} problem(s)",
  "verify.needed-by": "needed by {what}",
  "verify.expected": "expected {expected}",
  "verify.actual": "found {actual}",

  "rebuild.done": "Rebuilt the working data of {case} from {acts} acts",
  "import.done": "{list}: {records} records, {rejected} rows rejected, {problems} problems",
  "import.again": "{list}: already imported, nothing changed",
  "import.withdrawn":
    "{list}: taken back; its file stays sealed, its rows are in no view. Link and estimate again.",
  "import.earlier": "{list}: taken back; the import before it stands again. Link and estimate again.",
  "import.notice": "Note: {text}",
  "import.rejected": "Rejected: row {row}: {reason}",
  "import.problem": "Problem: row {row}, {field}: {reason}",
  "import.more": "… and {count} more; write them to a file with --rejected FILE",
  "add.done": "Sealed {file} as {source}",
  "add.again": "{file} is already sealed as {source}; nothing changed",
  "init.done": "Made the case {case} in {dir}",
  "build.done": "{case} is up to date: {acts} acts, {statements} statements, {records} list records",
  "build.not-in-folder":
    "Still in the case, no longer in the folder: {statements}. Nothing leaves the ledger; to correct a statement, keep its key and change its content.",
  "link.done":
    "{records} {records:record|records}, {persons} {persons:person|persons}, {pairs} {pairs:pair|pairs} scored, {review} {review:pair|pairs} for a person to decide",
  "link.judged":
    "Bound by {judged} judged pairs; {contradicted} of them contradict each other or the evidence.",
  "link.next": "Next: inquest review",

  "estimate.group": "— {name}",
  "estimate.total": "All groups together: {point} [{low} … {high}], from sums of draws by {method}",
  "estimate.total.at-least": "All groups together: at least {low}, from sums of draws by {method}",
  "estimate.total.without": "Left out of the total because they have no posterior: {names}",
  "estimate.total.too-thin":
    "Left out of the total because they are too small or hold two lists only: {names}",
  "estimate.total.counted": "Of what is left out only the {counted} people counted stand in the lower end.",
  "estimate.total.no-posterior":
    "No total: no group has a posterior and is large enough to be added up, and the people counted are no estimate of all.",
  "estimate.total.no-common-method":
    "No total: no method gives a posterior in every group, and different models cannot be added up.",
  "estimate.total.one-posterior": "No total: one group alone has a posterior.",
  "estimate.hull-of": "{method} (hull of {models})",
  "estimate.models-left-out": "Left out of the ensemble, as not all of them have it: {models}",
  "estimate.linkages":
    "Over {tables} linkages: {point} [{low} … {high}], by {method}; linkage is {share} % of the variance",
  "estimate.linkages.no-interval": "Over {tables} linkages, by {method}: no interval.",
  "estimate.linkages.few-degrees":
    "So few tables lie too far apart to say how far others would lie (fewer than 3 degrees of freedom). Link more often.",
  "estimate.linkages.beyond-tables":
    "Its upper end would lie beyond ten times that of every table, which comes from their small number alone. Link more often.",
  "estimate.linkages.no-posterior": "No combined number: no method gives a posterior for any of the tables.",
  "estimate.linkages.one-posterior":
    "No combined number: one table alone has a posterior, and nothing tells what linkage adds.",
  "estimate.linkages.no-common-method":
    "No combined number: no method gives a posterior for every table, and different models cannot be combined.",
  "estimate.linkages.few": "With fewer than ten linkages their spread is itself uncertain.",
  "estimate.linkages.missing": "Left out because they have no posterior: {names}",
  "estimate.plots": "{count} pictures, each with the table of its numbers, in {dir}",
  "estimate.not-drawn": "Not drawn in {dir}: {name}: {reason}",
  "estimate.reproduce": "A script for R that makes the numbers of {count} table(s) again, in {dir}",
  "estimate.differs":
    "Estimate {id}: {names} now give another number than the one recorded, which stands; a different version made it. Pictures of posteriors show the numbers of now.",
  "estimate.without-list": "Without one list:",
  "estimate.merged": "Two lists as one:",
  "estimate.predicted": "People on one list, estimated from the others (their number is known):",
  "estimate.outside": "Taken as lists outside of the table, since it has none of these names: {names}",
  "estimate.model": "by model {model}",
  "estimate.end-errors": "the ends of the interval would move by about ±{low} and ±{high} with other draws",
  "estimate.merge": "Estimate with them as one list: {option}",
  "estimate.pairs":
    "Pairs of lists: people on both; odds ratio among people on a third (above 1 they go together, below 1 they avoid each other); Chapman, to explore, never a result:",
  "estimate.pair": "{lists}  {both}  {ratio}  {chapman}",
  "estimate.predicted.list": "{list}, {size} people:  {told}",
  "estimate.predicted.holds": "(holds)",
  "estimate.predicted.missed": "(misses it)",
  "estimate.predicted.score": "{name} holds {held} of {of}.",
  "estimate.predicted.verdict":
    "A method that misses a number that is known may miss the unknown one too: its interval here is likely too narrow, or lists depend on each other.",
  "estimate.priors": "Graphs with other prior counts:",
  "estimate.prior": "{delta} per cell  {range}  {point}",
  "estimate.grids": "Graphs with the number unseen ending sooner, which acts as a prior:",
  "estimate.grid": "at {times} times the people counted  {range}  {point}",
  "estimate.grid.own": "where it ends by itself  {range}  {point}",
  "estimate.predictive":
    "What the best log-linear model expects to be counted (95 of 100 tables); a good fit says nothing of the number unseen:",
  "estimate.seen-on": "on exactly {lists} {lists:list|lists}",
  "estimate.seen-on-both": "on {lists}",
  "estimate.expected": "{what}: counted {counted}, expected {expected} {range}",
  "estimate.expected.outside": "(outside)",
  "estimate.title": "{n} {n:person|people} on {lists} lists",
  "estimate.lower-bound": "lower bound",
  "estimate.point": "estimate",
  "estimate.bootstrap":
    "stepwise model {model}: {point}, bootstrap {bootstrap} (BCa, {replicates} tables drawn, seed {seed}), profile {profile}",
  "estimate.assumption": "takes for granted: {text}",
  "estimate.warning": "Warning {code}: {text}",
  "estimate.refused": "Refused {name} ({code}): {text}",

  "serve.ready": "The workbench is at {address}",
  "serve.write": "A browser that opens it once by this link may also write, signed with your key: {address}",
  "serve.locked":
    "Holds what is encrypted: {cases}. Unlock it in the workbench with its passphrase; whoever unlocks it there may also write.",
  "serve.stop": "Ctrl-C stops it.",
  "start.open": "Opening the shipped cases …",
  "start.unopened": "{dir} cannot be opened and is left as it is: {message}",
  "error.unexpected":
    "Inquest met an error it did not expect; this is a defect. Please report it with the lines below.",
} as const;

export type CliMessageKey = keyof typeof messagesEn;
export type CliMessages = Readonly<Record<CliMessageKey, string>>;
