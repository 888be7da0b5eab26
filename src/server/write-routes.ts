/** The routes that change a case: thin faces of the operations of `case`, each answered with the acts that it recorded. */
import type { z } from "zod";
import {
  type CaseReader,
  type Change,
  decideContinuity,
  decidePublication,
  describeSource,
  enterStatements,
  findSourceId,
  importSource,
  type Jobs,
  joinPersons,
  judgePair,
  keepPerson,
  nameSubjects,
  planEstimate,
  presentConsent,
  propose,
  publishInCase,
  type Recording,
  recordConsent,
  recordCustody,
  recordFindings,
  recordGrade,
  releaseAllegation,
  resolveMention,
  restrictAllegation,
  sealSentFile,
  second,
  setStatus,
  setVisibility,
  splitPerson,
  stateProvenance,
  undoJudgement,
  withdrawConsent,
  withdrawList,
  withdrawProvenance,
} from "../case/index.ts";
import type { ActsRecorded, AnswerId, ApiAnswers } from "./contract.ts";
import type { Operation } from "./operation.ts";
import { OPERATIONS } from "./operations.ts";

/** The name of the body in messages; it is read as JSON. */
const BODY = "body.json";

/** What a route that changes a case is given. */
export interface ChangeAsked<P extends z.ZodObject, Q extends z.ZodObject, B extends z.ZodType> {
  readonly params: z.output<P>;
  readonly query: z.output<Q>;
  readonly body: z.output<B>;
  /** A JSON body as it was sent. */
  readonly text: string;
  /** Makes a change; its acts are durable when this resolves. */
  write<T>(change: Change<T>): Promise<Recording<T>>;
  /** The case as it is read. */
  current(): Promise<CaseReader>;
  /** Whether long work is done in a process of its own. */
  readonly hasJobs: boolean;
  /** @throws InquestError "server/no-jobs" (locked) where no long work is done. */
  readonly jobs: () => Jobs;
}

export interface ChangeRoutes {
  /** Sets the route of an operation that changes one case. */
  on<Id extends AnswerId, P extends z.ZodObject, Q extends z.ZodObject, B extends z.ZodType>(
    operation: Operation<Id, P, Q, B>,
    answer: (asked: ChangeAsked<P, Q, B>) => Promise<ApiAnswers[Id]>,
  ): void;
}

export function mountWriting({ on }: ChangeRoutes): void {
  const o = OPERATIONS;
  on(o.sealFile, async ({ query: { name, encrypt }, body: bytes, write }) => {
    const recording = await write((opened) =>
      sealSentFile(opened, { name, bytes, isSecret: encrypt === "1" }),
    );
    return { ...toReceipt(recording), file: recording.value };
  });
  // Its recipe is too long for an address; nothing is recorded, and nobody who writes is held up.
  on(o.tryImport, async ({ params, body, current }) => {
    const reader = await current();
    return { trial: await reader.tryImport(params.source, body) };
  });
  on(o.importSource, async ({ params, body, write }) => {
    const recording = await write((opened) => importSource(opened, params.source, body));
    return { ...toReceipt(recording), imported: recording.value };
  });
  on(o.recordStatements, async ({ text, write }) => {
    const recording = await write((opened) => enterStatements(opened, text, BODY));
    return { ...toReceipt(recording), statements: recording.value };
  });
  on(o.nameSubjects, async ({ text, write }) => {
    const recording = await write((opened) => nameSubjects(opened, text, BODY));
    return { ...toReceipt(recording), subjects: recording.value };
  });
  on(o.recordFindings, async ({ text, write }) => {
    const recording = await write((opened) => recordFindings(opened, text, BODY));
    return { ...toReceipt(recording), findings: recording.value };
  });
  on(o.setStatus, async ({ params: { statement }, body, write }) => {
    const recording = await write((opened) => setStatus(opened, { statement, ...body }));
    return { ...toReceipt(recording), statement: recording.value };
  });
  on(o.recordConsent, async ({ body, write }) => {
    const recording = await write((opened) => recordConsent(opened, body));
    return { ...toReceipt(recording), consent: presentConsent(recording.value) };
  });
  on(o.withdrawConsent, async ({ params, body, write }) => {
    const recording = await write((opened) => withdrawConsent(opened, { id: params.consent, ...body }));
    const { consent, stays } = recording.value;
    return { ...toReceipt(recording), consent: presentConsent(consent), stays };
  });
  on(o.decideContinuity, async ({ body, write }) => {
    const recording = await write((opened) => decideContinuity(opened, body));
    return { ...toReceipt(recording), ...recording.value };
  });
  on(o.decidePublication, async ({ params: { site }, body, write }) => {
    const recording = await write((opened) => decidePublication(opened, { site, ...body }));
    return { ...toReceipt(recording), site: recording.value };
  });
  on(o.setVisibility, async ({ body, write }) => {
    const recording = await write((opened) => setVisibility(opened, body));
    return { ...toReceipt(recording), covers: recording.value };
  });
  // Where the keys are in this process alone, no other one can make it.
  on(o.publishRelease, async ({ body: release, jobs, hasJobs, write }) => {
    if (hasJobs) return { job: jobs().publish(release), made: null };
    const { value } = await write((opened) => publishInCase(opened, release));
    return { job: null, made: value };
  });
  on(o.recordCustody, async ({ params, body, write }) => {
    const recording = await write(async (opened) => {
      await recordCustody(opened, params.source, body);
      return findSourceId(opened, params.source);
    });
    return { ...toReceipt(recording), source: recording.value };
  });
  on(o.describeSource, async ({ params, body, write }) => {
    const recording = await write((opened) => describeSource(opened, params.source, body));
    return { ...toReceipt(recording), source: recording.value };
  });
  on(o.grade, async ({ body, write }) => {
    const recording = await write((opened) => recordGrade(opened, body));
    return { ...toReceipt(recording), of: recording.value };
  });
  on(o.resolveMention, async ({ params, body, write }) => {
    const recording = await write((opened) => resolveMention(opened, { mention: params.mention, ...body }));
    const { mention, as } = recording.value;
    return { ...toReceipt(recording), mention, as };
  });
  on(o.stateProvenance, async ({ params: { list }, body, write }) => {
    const recording = await write((opened) => stateProvenance(opened, list, body));
    return { ...toReceipt(recording), list: recording.value };
  });
  on(o.withdrawProvenance, async ({ params: { list }, body, write }) => {
    const recording = await write((opened) => withdrawProvenance(opened, list, body));
    return { ...toReceipt(recording), list: recording.value };
  });
  on(o.withdrawList, async ({ params: { list }, body, write }) => {
    const recording = await write((opened) => withdrawList(opened, list, body));
    return { ...toReceipt(recording), ...recording.value };
  });
  on(o.judgePair, async ({ body, write }) => {
    const recording = await write((opened) => judgePair(opened, body));
    const { id, ...rest } = recording.value;
    return { ...toReceipt(recording), judgement: id, ...rest };
  });
  on(o.undoJudgement, async ({ params, body, write }) => {
    const recording = await write((opened) => undoJudgement(opened, { id: params.judgement, ...body }));
    return { ...toReceipt(recording), judgement: recording.value };
  });
  on(o.splitPerson, async ({ body, write }) => {
    const recording = await write((opened) => splitPerson(opened, body));
    return { ...toReceipt(recording), ...recording.value };
  });
  on(o.joinPersons, async ({ body, write }) => {
    const recording = await write((opened) => joinPersons(opened, body));
    return { ...toReceipt(recording), ...recording.value };
  });
  on(o.keepPerson, async ({ body, write }) => {
    const recording = await write((opened) => keepPerson(opened, body));
    return { ...toReceipt(recording), ...recording.value };
  });
  on(o.planEstimate, async ({ body, write }) => {
    const recording = await write((opened) => planEstimate(opened, body));
    return { ...toReceipt(recording), plan: recording.value.plan.id, before: recording.value.before };
  });
  on(o.startJob, async ({ body: { kind }, jobs }) => jobs().start(kind));
  on(o.cancelJob, async ({ params: { job }, jobs }) => jobs().cancel(job));
  on(o.releaseAllegation, async ({ params: { statement }, body: { why }, write }) => {
    const recording = await write((opened) => releaseAllegation(opened, { statement, why }));
    return { ...toReceipt(recording), statement: recording.value };
  });
  on(o.restrictAllegation, async ({ params: { statement }, body: { why }, write }) => {
    const recording = await write((opened) => restrictAllegation(opened, { statement, why }));
    return { ...toReceipt(recording), statement: recording.value };
  });
  on(o.propose, async ({ body, write }) => {
    const recording = await write((opened) => propose(opened, body));
    return { ...toReceipt(recording), proposal: recording.value };
  });
  on(o.second, async ({ params, write }) => {
    const recording = await write((opened) => second(opened, params.proposal));
    return { ...toReceipt(recording), proposal: recording.value.id };
  });
}

function toReceipt({ acts, treeSize, root }: Recording<unknown>): ActsRecorded {
  return {
    acts: acts.map(({ leafIndex, act: { id, kind } }) => ({ id, kind, leafIndex })),
    treeSize,
    root,
  };
}
