/** Operations that change something: a POST carries the header `x-inquest` and a JSON body. */
import { z } from "zod";
import {
  ActProposed,
  AllegationReason,
  ConsentGiven,
  ConsentTakenBack,
  ContinuityGiven,
  CustodyEntry,
  GradeGiven,
  ImportAsked,
  ImportTried,
  JudgementGiven,
  MentionGiven,
  ProvenanceGiven,
  ProvenanceTakenBack,
  PublicationGiven,
  StatusGiven,
  UndoingGiven,
} from "../case/index.ts";
import { change, changeByBytes, changeByFile, Nothing, named, OfCase } from "./operation.ts";
import { MAX_FILE_BYTES } from "./upload-limit.ts";

/** A passphrase of a page is a few words; what is longer is no passphrase. */
const Unlocking = z.strictObject({ passphrase: z.string().min(1).max(1024) });
const MAX_UNLOCKING_BYTES = 8192;

const OfSource = OfCase.extend({ source: named("The id, key or file name of the source.") });
const OfList = OfCase.extend({ list: named("The list by its name, or a name of its subject.") });

export const LOCKING = {
  unlock: change({
    id: "unlock",
    path: "/api/cases/{case}/unlock",
    summary: "Opens a case with its passphrase, and sets the session that may read and write it",
    tag: "cases",
    params: OfCase,
    body: Unlocking,
    maxBodyBytes: MAX_UNLOCKING_BYTES,
  }),
  lock: change({
    id: "lock",
    path: "/api/cases/{case}/lock",
    summary: "Forgets the keys of a case and everything that was read of it",
    tag: "cases",
    params: OfCase,
    body: Nothing,
  }),
  lockAll: change({
    id: "lockAll",
    path: "/api/lock-all",
    summary: "Locks every case at once",
    tag: "cases",
    params: Nothing,
    body: Nothing,
  }),
};

export const WRITING = {
  sealFile: changeByBytes({
    id: "sealFile",
    path: "/api/cases/{case}/sources",
    summary: "Seals a file as a source, its bytes as they are sent. The same bytes again change nothing",
    tag: "writing",
    params: OfCase,
    query: z.object({
      name: z.string().min(1).max(1000).describe("What the file is called: text, never a path."),
      encrypt: z.literal("1").optional().describe("Encrypt the file and its name."),
    }),
    maxBodyBytes: MAX_FILE_BYTES,
  }),
  tryImport: change({
    id: "tryImport",
    path: "/api/cases/{case}/sources/{source}/import/try",
    summary:
      "Says what a recipe would make of a sealed file: sample rows, problems, obstacles. Records nothing",
    tag: "writing",
    params: OfSource,
    body: ImportTried,
  }),
  importSource: change({
    id: "importSource",
    path: "/api/cases/{case}/sources/{source}/import",
    summary: "Imports a sealed file as a list by a recipe. The same file by the same recipe changes nothing",
    tag: "writing",
    params: OfSource,
    body: ImportAsked,
  }),
  recordStatements: changeByFile({
    id: "recordStatements",
    path: "/api/cases/{case}/statements",
    summary:
      "Records statements about one source, each anchored to words of it. The same statement again changes nothing",
    tag: "writing",
    params: OfCase,
    file: "statements",
  }),
  nameSubjects: changeByFile({
    id: "nameSubjects",
    path: "/api/cases/{case}/subjects",
    summary: "Names the things that statements speak of. The same name again changes nothing",
    tag: "writing",
    params: OfCase,
    file: "subjects",
  }),
  recordFindings: changeByFile({
    id: "recordFindings",
    path: "/api/cases/{case}/findings",
    summary: "Records what is held to be established. The same finding again changes nothing",
    tag: "writing",
    params: OfCase,
    file: "findings",
  }),
  setStatus: change({
    id: "setStatus",
    path: "/api/cases/{case}/statements/{statement}/status",
    summary: "Says how far the recorders have come with a statement, never whether it is true",
    tag: "writing",
    params: OfCase.extend({ statement: named("The id or key of the statement.") }),
    body: StatusGiven,
  }),
  recordConsent: change({
    id: "recordConsent",
    path: "/api/cases/{case}/consents",
    summary: "Records what a speaker agreed to, under a pseudonym",
    tag: "writing",
    params: OfCase,
    body: ConsentGiven,
  }),
  withdrawConsent: change({
    id: "withdrawConsent",
    path: "/api/cases/{case}/consents/{consent}/withdraw",
    summary: "Takes a consent back: what it covers leaves every answer at once",
    tag: "writing",
    params: OfCase.extend({ consent: named("The id of the consent.") }),
    body: ConsentTakenBack,
  }),
  decideContinuity: change({
    id: "decideContinuity",
    path: "/api/cases/{case}/offices/continuity",
    summary: "Decides whether a time in office was unbroken between the days that are known",
    tag: "writing",
    params: OfCase,
    body: ContinuityGiven,
  }),
  decidePublication: change({
    id: "decidePublication",
    path: "/api/cases/{case}/places/{site}/publication",
    summary: "Decides how exactly the place of a site may be told to strangers",
    tag: "writing",
    params: OfCase.extend({ site: named("The id or a name of the site.") }),
    body: PublicationGiven,
  }),
  recordCustody: change({
    id: "recordCustody",
    path: "/api/cases/{case}/sources/{source}/custody",
    summary: "Records what happened to a source",
    tag: "writing",
    params: OfSource,
    body: CustodyEntry,
  }),
  grade: change({
    id: "grade",
    path: "/api/cases/{case}/grades",
    summary:
      "Records what somebody thinks of a source, a speaker or a statement. Nothing is computed from it",
    tag: "writing",
    params: OfCase,
    body: GradeGiven,
  }),
  resolveMention: change({
    id: "resolveMention",
    path: "/api/cases/{case}/mentions/{mention}",
    summary: "Decides who a mention is, or opens it again",
    tag: "writing",
    params: OfCase.extend({ mention: named("The id or words of the mention.") }),
    body: MentionGiven,
  }),
  stateProvenance: change({
    id: "stateProvenance",
    path: "/api/cases/{case}/lists/{list}/provenance",
    summary: "Says where a list comes from; members that are left out stay as they stand",
    tag: "writing",
    params: OfList,
    body: ProvenanceGiven,
  }),
  withdrawProvenance: change({
    id: "withdrawProvenance",
    path: "/api/cases/{case}/lists/{list}/provenance/withdraw",
    summary: "Takes back what is said of where a list comes from; what was said before stands again",
    tag: "writing",
    params: OfList,
    body: ProvenanceTakenBack,
  }),
  judgePair: change({
    id: "judgePair",
    path: "/api/cases/{case}/review/judgements",
    summary: "Judges two rows to be one person, two, or undecided; the next link is bound by it",
    tag: "writing",
    params: OfCase,
    body: JudgementGiven,
  }),
  undoJudgement: change({
    id: "undoJudgement",
    path: "/api/cases/{case}/review/judgements/{judgement}/undo",
    summary: "Takes one's own judgement back; what stood before it stands again",
    tag: "writing",
    params: OfCase.extend({ judgement: named("The id of the act that recorded it.") }),
    body: UndoingGiven,
  }),
  releaseAllegation: change({
    id: "releaseAllegation",
    path: "/api/cases/{case}/allegations/{statement}/release",
    summary: "Lets an allegation be told under its label, after two people agreed",
    tag: "writing",
    params: OfCase.extend({ statement: named("The id or key of the statement.") }),
    body: AllegationReason,
  }),
  restrictAllegation: change({
    id: "restrictAllegation",
    path: "/api/cases/{case}/allegations/{statement}/restrict",
    summary: "Closes an allegation again; one person is enough",
    tag: "writing",
    params: OfCase.extend({ statement: named("The id or key of the statement.") }),
    body: AllegationReason,
  }),
  propose: change({
    id: "propose",
    path: "/api/cases/{case}/proposals",
    summary: "Proposes an act that needs two people",
    tag: "writing",
    params: OfCase,
    body: ActProposed,
  }),
  second: change({
    id: "second",
    path: "/api/cases/{case}/proposals/{proposal}/second",
    summary: "Agrees, as a second person with another key, to an act that was proposed",
    tag: "writing",
    params: OfCase.extend({ proposal: named("The id of the proposal.") }),
    body: Nothing,
  }),
};
