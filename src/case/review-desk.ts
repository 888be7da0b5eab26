/** What review works on: the recorded link, the rows, and what people said, kept at hand while a case is open. */
import { InquestError } from "../core/index.ts";
import type { ListRecord } from "../intake/index.ts";
import {
  auditSample,
  countStrata,
  makeAgenda,
  type PairJudgement,
  type ReviewAgenda,
  type ReviewedPair,
  type ReviewItem,
} from "../linkage/index.ts";
import { addressOf } from "../vault/index.ts";
import { createRowFollower } from "./follow-rows.ts";
import type { CaseHandle } from "./handle.ts";
import type { AuditSample } from "./judgements.ts";
import { personImports } from "./link-lists.ts";
import { type LinkTable, readLinkTable } from "./link-table.ts";
import { readLinkedJudgements } from "./linked-judgements.ts";
import { gatherPersons, type LinkedPersons } from "./linked-persons.ts";
import { createJudgementReader, type ReadJudgement } from "./read-judgements.ts";
import {
  createRecordFinder,
  createStanding,
  hashCells,
  type JudgedPair,
  type RecordFinder,
  type StandingJudgements,
} from "./standing-judgements.ts";

export interface ReviewTable {
  readonly table: LinkTable;
  readonly agenda: ReviewAgenda;
  readonly finder: RecordFinder;
  readonly read: readonly ReadJudgement[];
  readonly standing: StandingJudgements;
  /** How many rows each cluster has. */
  readonly clusterSizes: ReadonlyMap<number, number>;
  /** How many of the scored pairs each stratum of the audit has. */
  readonly strata: ReturnType<typeof countStrata>;
  /** What the link was told of pairs. */
  readonly heard: readonly PairJudgement[];
  /** The sealed file that a row stands in; null for one that is on no list any more. */
  readonly sourceOf: (record: ListRecord) => string | null;
  /** The persons of the link, gathered when somebody first asks. */
  readonly persons: () => LinkedPersons;
  /** What people said of pairs of the link, as the queue asks for it. */
  reviewed(actor: string): readonly ReviewedPair[];
  /** The pairs of an audit sample, judged or not. */
  auditOf(sample: AuditSample): readonly ReviewItem[];
  /** Pairs of which the link was told something else than what stands now. */
  sinceLink(): number;
}

export interface ReviewDesk {
  /**
   * What there is to review now. What was read from sealed files is kept until lists or link are others.
   *
   * @throws InquestError "case/not-linked" (decision) when no link is recorded, or it may be shown no more.
   */
  open(): Promise<ReviewTable>;
}

/** What was read of a link, shared by the handles that a face opens one after the other on one case. */
export interface ReviewCache {
  linked: { readonly key: string; readonly parts: Promise<Linked> } | null;
}

export function createReviewDesk(
  handle: () => CaseHandle,
  cache: ReviewCache = { linked: null },
): ReviewDesk {
  let judged: { readonly key: string; readonly table: Promise<ReviewTable> } | null = null;
  let readJudgements: ReturnType<typeof createJudgementReader> | null = null;
  return {
    open() {
      const opened = handle();
      const { state } = opened;
      const link = state.link?.value;
      if (link === undefined) return Promise.reject(notLinked());
      const imports = personImports(state);
      const addresses = imports.map((name) => addressOf(state.lists.get(name)?.value.records ?? link.pairs));
      const key = [addressOf(link.clusters), addressOf(link.pairs), ...addresses].join(" ");
      if (cache.linked?.key !== key) cache.linked = { key, parts: readLinked(opened, imports) };
      // Vouching makes judgements count: whatever was recorded may change what stands.
      const now = `${key} ${opened.acts()}`;
      if (judged?.key !== now) {
        readJudgements ??= createJudgementReader(opened);
        judged = { key: now, table: layOut(cache.linked.parts, readJudgements()) };
        // What could not be read, such as for want of a passphrase, is tried again at the next question.
        judged.table.catch(() => {
          judged = null;
          cache.linked = null;
        });
      }
      return judged.table;
    },
  };
}

export function notLinked(): InquestError {
  return new InquestError({
    code: "case/not-linked",
    reaction: "decision",
    message: "No link is recorded here, or it may be shown no more. Run inquest link --case DIR first.",
    evidence: {},
  });
}

interface Linked
  extends Pick<
    ReviewTable,
    "table" | "agenda" | "finder" | "clusterSizes" | "strata" | "auditOf" | "persons" | "sourceOf" | "heard"
  > {
  /** The acts that bound the link. */
  readonly bound: ReadonlySet<string>;
  readonly stand: ReturnType<typeof createStanding>;
  /** A pair as the queue asks for it; the same object for a pair of which nothing new was said. */
  readonly reviewedAs: (pair: JudgedPair, actor: string) => readonly ReviewedPair[];
}

async function readLinked(handle: CaseHandle, imports: readonly string[]): Promise<Linked> {
  const tables = await Promise.all(imports.map((name) => handle.records(name)));
  const records: ListRecord[] = tables.flat();
  const sources = new Map(
    tables.flatMap((rows, index) => {
      const source = handle.state.lists.get(imports[index] ?? "")?.value.source ?? null;
      return rows.map(({ id }) => [id, source] as const);
    }),
  );
  const link = handle.state.link?.value;
  if (link === undefined) throw notLinked();
  const table = await readLinkTable(handle, link, records);
  const follow = await createRowFollower(handle, imports, hashCells);
  const clusterSizes = new Map<number, number>();
  for (const cluster of table.pairs.clusterOf)
    clusterSizes.set(cluster, (clusterSizes.get(cluster) ?? 0) + 1);
  const heard = await readLinkedJudgements(handle, link);
  const bound = heard.map(({ acts }) => acts.join(" "));
  const finder = createRecordFinder(records, follow);
  const agenda = makeAgenda(table.pairs);
  let persons: LinkedPersons | null = null;
  return {
    table,
    agenda,
    persons() {
      persons ??= gatherPersons(table, agenda);
      return persons;
    },
    finder,
    heard,
    sourceOf: ({ id }) => sources.get(id) ?? null,
    stand: createStanding(finder),
    reviewedAs: keepReviewed(table),
    clusterSizes,
    strata: countStrata(table.pairs),
    auditOf: keepLast((sample) => auditSample(table.pairs, sample)),
    bound: new Set(bound),
  };
}

/** Asked for the same sample again, as for each next pair of it, it is not drawn anew. */
function keepLast(draw: (sample: AuditSample) => readonly ReviewItem[]): Linked["auditOf"] {
  let last: { readonly key: string; readonly items: readonly ReviewItem[] } | null = null;
  return (sample) => {
    const key = `${sample.seed} ${sample.size}`;
    if (last?.key !== key) last = { key, items: draw(sample) };
    return last.items;
  };
}

async function layOut(
  parts: Promise<Linked>,
  reading: Promise<readonly ReadJudgement[]>,
): Promise<ReviewTable> {
  const [linked, read] = [await parts, await reading];
  const standing = linked.stand(read);
  return {
    ...linked,
    read,
    standing,
    sinceLink() {
      const binding = [...standing.pairs.values()].filter(({ decision }) => decision !== null);
      const acts = binding.map((pair) => pair.standing.map(({ id }) => id).join(" "));
      const heard = acts.filter((each) => linked.bound.has(each)).length;
      return acts.length - heard + (linked.bound.size - heard);
    },
    reviewed: (actor) => [...standing.pairs.values()].flatMap((pair) => linked.reviewedAs(pair, actor)),
  };
}

function keepReviewed(table: LinkTable): Linked["reviewedAs"] {
  const kept = new Map<string, WeakMap<JudgedPair, readonly ReviewedPair[]>>();
  return (pair, actor) => {
    const own = kept.get(actor) ?? new WeakMap<JudgedPair, readonly ReviewedPair[]>();
    kept.set(actor, own);
    const reviewed = own.get(pair) ?? toReviewed(pair, table, actor);
    own.set(pair, reviewed);
    return reviewed;
  };
}

function toReviewed(
  pair: JudgedPair,
  { positionOf, pairs: { linkWeight, reviewWeight } }: LinkTable,
  actor: string,
): ReviewedPair[] {
  const [left, right] = [positionOf(pair.left), positionOf(pair.right)];
  if (left === undefined || right === undefined || pair.standing.length === 0) return [];
  const sawAgainst = ({ judgement: { answer, shown } }: ReadJudgement) =>
    shown !== null &&
    (answer === "same"
      ? shown.weightBits === null || shown.weightBits * 1000 < reviewWeight
      : answer === "different" && shown.weightBits !== null && shown.weightBits * 1000 >= linkWeight);
  const decided = pair.standing.filter(({ judgement }) => judgement.answer !== "unsure");
  return [
    {
      left,
      right,
      decision: pair.decision,
      isDisputed: pair.isDisputed,
      isChanged: pair.isChanged,
      isConfirmed:
        decided.length > 1 || pair.standing.some(({ judgement }) => judgement.asked === "contradiction"),
      sawAgainst: decided.some(sawAgainst),
      reviewers: pair.standing.length,
      isMine: pair.standing.some(({ by }) => by === actor),
    },
  ];
}
