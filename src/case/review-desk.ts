/** What review works on: the recorded link, the rows, and what people said, kept at hand while a case is open. */
import { InquestError } from "../core/index.ts";
import type { ListRecord } from "../intake/index.ts";
import { makeAgenda, type ReviewAgenda, type ReviewedPair } from "../linkage/index.ts";
import { addressOf } from "../vault/index.ts";
import { createRowFollower } from "./follow-rows.ts";
import type { CaseHandle } from "./handle.ts";
import { personImports } from "./link-lists.ts";
import { type LinkTable, readLinkTable } from "./link-table.ts";
import { createJudgementReader, type ReadJudgement } from "./read-judgements.ts";
import {
  createRecordFinder,
  hashCells,
  type JudgedPair,
  type RecordFinder,
  type StandingJudgements,
  toStanding,
} from "./standing-judgements.ts";

export interface ReviewTable {
  readonly table: LinkTable;
  readonly agenda: ReviewAgenda;
  readonly finder: RecordFinder;
  readonly read: readonly ReadJudgement[];
  readonly standing: StandingJudgements;
  /** What people said of pairs of the link, as the queue asks for it. */
  reviewed(actor: string): readonly ReviewedPair[];
}

export interface ReviewDesk {
  /**
   * What there is to review now. What was read from sealed files is kept until lists or link are others.
   *
   * @throws InquestError "case/not-linked" (decision) when no link is recorded, or it may be shown no more.
   */
  open(): Promise<ReviewTable>;
}

export function createReviewDesk(handle: () => CaseHandle): ReviewDesk {
  let linked: { readonly key: string; readonly parts: Promise<Linked> } | null = null;
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
      if (linked?.key !== key) linked = { key, parts: readLinked(opened, imports) };
      // Vouching makes judgements count: whatever was recorded may change what stands.
      const now = `${key} ${opened.acts()}`;
      if (judged?.key !== now) {
        readJudgements ??= createJudgementReader(opened);
        judged = { key: now, table: layOut(linked.parts, readJudgements()) };
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

interface Linked {
  readonly table: LinkTable;
  readonly agenda: ReviewAgenda;
  readonly finder: RecordFinder;
}

async function readLinked(handle: CaseHandle, imports: readonly string[]): Promise<Linked> {
  const records: ListRecord[] = (await Promise.all(imports.map((name) => handle.records(name)))).flat();
  const link = handle.state.link?.value;
  if (link === undefined) throw notLinked();
  const table = await readLinkTable(handle, link, records);
  const follow = await createRowFollower(handle, imports, hashCells);
  return { table, agenda: makeAgenda(table.pairs), finder: createRecordFinder(records, follow) };
}

async function layOut(
  parts: Promise<Linked>,
  reading: Promise<readonly ReadJudgement[]>,
): Promise<ReviewTable> {
  const [linked, read] = [await parts, await reading];
  const standing = toStanding(read, linked.finder);
  return {
    ...linked,
    read,
    standing,
    reviewed: (actor) =>
      [...standing.pairs.values()].flatMap((pair) => toReviewed(pair, linked.table, actor)),
  };
}

function toReviewed(pair: JudgedPair, { positionOf }: LinkTable, actor: string): ReviewedPair[] {
  const [left, right] = [positionOf(pair.left), positionOf(pair.right)];
  if (left === undefined || right === undefined || pair.standing.length === 0) return [];
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
      reviewers: pair.standing.length,
      isMine: pair.standing.some(({ by }) => by === actor),
    },
  ];
}
