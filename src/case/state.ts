/** The projection of a case: what its acts amount to, built by replaying them in order. */
import { z } from "zod";
import { foldText } from "../core/index.ts";
import { type Act, COSIGNED_KIND, ENROLLED_KIND, RELEASED_KIND, type RecordedAct } from "../ledger/index.ts";
import {
  contentOf,
  createStatementStore,
  type Source,
  type SourceAbout,
  type Statement,
  type StatementStore,
  type Subject,
  type SubjectId,
  toUnrevealedSource,
} from "../statements/index.ts";
import {
  type Content,
  createKeyState,
  isSealedRef,
  type KeyState,
  TimestampReceived,
  TimestampRequested,
} from "../vault/index.ts";
import {
  CaseConfigured,
  CopyVerified,
  EstimateRecorded,
  LinkRecorded,
  ListImported,
  SourceSealed,
  StatementRecorded,
  StatementSealed,
  SubjectNamed,
} from "./act-bodies.ts";
import type { CaseConfig } from "./config.ts";
import { type CustodyState, createCustodyState } from "./custody.ts";
import { createDecisions, type Decisions } from "./decisions.ts";
import { PairJudged } from "./judgements.ts";
import { readBody, unreadableBody } from "./read-body.ts";
import { type Release, toRelease } from "./releases.ts";
import { createStandingImports, LIST_WITHDRAWN, ListWithdrawn, withoutWithheld } from "./standing-imports.ts";
import { createSubjectNames, namesOf } from "./subject-names.ts";
import { createTwoPersons, type TwoPersons } from "./two-persons.ts";

/** Something with the leaf of the act that recorded it and the time of that act. */
export interface Recorded<T> {
  readonly value: T;
  readonly leafIndex: number;
  /** ISO time of the act. */
  readonly at: string;
}

export interface CaseState extends Decisions {
  readonly config: CaseConfig | null;
  /** The act that configured the case last; null before the first. */
  readonly configLeaf: number | null;
  readonly subjects: ReadonlyMap<SubjectId, Recorded<Subject>>;
  /** Subjects one of whose names, or the words of whose id, are these but for case, marks and script of digits. */
  subjectsCalled(name: string): readonly Subject[];
  readonly sources: ReadonlyMap<string, Recorded<Source>>;
  readonly statements: StatementStore;
  /** Statements of which only the encrypted form is known until they are revealed; superseded ones are gone. */
  readonly sealedStatements: ReadonlyMap<string, Recorded<StatementSealed>>;
  readonly lists: ReadonlyMap<string, Recorded<ListImported>>;
  /**
   * Every import of lists ever recorded, in order: the last under a name that nobody took back is what counts, the others
   * stay evidence.
   */
  everyImport(): readonly Recorded<ListImported>[];
  isImportWithdrawn(imported: Recorded<ListImported>): boolean;
  /** The id of the act of an import of this state. */
  importActOf(imported: Recorded<ListImported>): string;
  readonly link: Recorded<LinkRecorded> | null;
  readonly estimates: ReadonlyMap<string, Recorded<EstimateRecorded>>;
  /** What acts say about checkpoints that left the house or came back, in the order of the log. */
  readonly releases: readonly Release[];
  /** Every link ever recorded: those that later ones replaced are still sealed. */
  everyLink(): readonly LinkRecorded[];
  /** Every sealed file that an act names, also one whose act a later one replaced, with what needs it. */
  readonly contents: readonly { readonly content: Content; readonly neededBy: string }[];
  readonly twoPersons: TwoPersons;
  /** Second copies that were made and read back, in the order of the log. */
  readonly copies: readonly Recorded<CopyVerified>[];
  /** Requests for timestamps, and the proofs that came; a proof that knows more takes the place of its earlier form. */
  readonly timestamps: {
    readonly requested: readonly TimestampRequested[];
    readonly received: readonly Recorded<TimestampReceived>[];
  };
  /** What happened to each source. */
  readonly custody: CustodyState;
  /** What the log says of keys and encrypted items. */
  readonly keys: KeyState;
  /** Leaves of the acts that enrol keys. */
  readonly enrolments: readonly number[];
  /** How often something that was recorded before got another form or left: an index made before may hold the old one. */
  readonly replaced: number;
  /** The first source that has a short name; undefined when none has. */
  sourceOfKey(key: string): Source | undefined;
  /** What was decrypted takes the place of its stand-in, in memory only. */
  revealSource(id: string, about: SourceAbout): void;
  revealStatement(id: string, statement: Omit<Statement, "id">): void;
  /** Applies one act of the ledger; acts must come in the order of their leaves. */
  apply(act: AppliedAct, leafIndex: number): void;
}

/** What of an act the state looks at. */
export type AppliedAct = Pick<Act, "id" | "kind" | "at" | "actor" | "device" | "body">;

/** Kinds of which a large case has very many, and which no other kind depends on. */
const STATEMENT_KINDS: readonly string[] = ["statement.recorded"];

/** Whether acts of a kind may be read from the log only when somebody asks for statements. */
export function isReadLater(kind: string): boolean {
  return STATEMENT_KINDS.includes(kind);
}

/**
 * The state of a case without any act.
 *
 * @param later - the acts for which `isReadLater` holds, read when statements are first asked for; without it
 *   they are expected through `apply` like all others.
 */
export function createCaseState(later?: () => Iterable<RecordedAct>): CaseState {
  const subjects = new Map<SubjectId, Recorded<Subject>>();
  const names = createSubjectNames(() => [...subjects.values()].map(({ value }) => value));
  const sources = new Map<string, Recorded<Source>>();
  const { apply: decide, ...decisions } = createDecisions();
  const { consents } = decisions;
  const statements = createStatementStore({
    isWithheld: consents.isWithheld,
    isNoneWithheld: consents.areAllOpen,
    isWithdrawn: (id) => decisions.statusOf(id).status === "withdrawn",
    isReleased: (id) => decisions.allegationRelease(id) !== undefined,
  });
  const sealedStatements = new Map<string, Recorded<StatementSealed>>();
  const imports = createStandingImports();
  const estimates = new Map<string, Recorded<EstimateRecorded>>();
  const allLinks: LinkRecorded[] = [];
  const contents: { readonly content: Content; readonly neededBy: string }[] = [];
  const need = (content: Content | null, neededBy: string) => {
    if (content !== null) contents.push({ content, neededBy });
  };
  let config: CaseConfig | null = null;
  let configLeaf: number | null = null;
  let link: Recorded<LinkRecorded> | null = null;
  let isLate = later !== undefined;
  let replaced = 0;
  const replace = (id: string) => {
    replaced += 1;
    statements.supersede(id);
    sealedStatements.delete(id);
  };
  const enrolments: number[] = [];
  const keys = createKeyState();
  const custody = createCustodyState();
  const copies: Recorded<CopyVerified>[] = [];
  const timestamps = {
    requested: [] as TimestampRequested[],
    received: [] as Recorded<TimestampReceived>[],
  };
  const releases: Release[] = [];
  const twoPersons = createTwoPersons(() => config?.twoPersons ?? []);

  // The first source of each short name; made anew when one that stood already got another.
  let idOfKey: Map<string, string> | null = null;

  function sourceOfKey(key: string): Source | undefined {
    if (idOfKey === null) {
      idOfKey = new Map();
      for (const [id, { value }] of sources) if (!idOfKey.has(value.key)) idOfKey.set(value.key, id);
    }
    return sources.get(idOfKey.get(key) ?? "")?.value;
  }

  // Statements that a sealed one took the place of, by the leaf of that act: open ones may be read after it.
  const replacedAt = new Map<string, number>();

  function recordStatement({ kind, body }: Pick<AppliedAct, "kind" | "body">, leafIndex: number): void {
    const { statement, supersedes } = readBody(StatementRecorded, body, kind, leafIndex);
    if (supersedes !== undefined) {
      replace(supersedes);
      consents.correct(supersedes, statement.id);
    }
    if ((replacedAt.get(statement.id) ?? -1) < leafIndex) statements.add({ statement, leafIndex });
  }

  /** What can be read no more leaves the answers; its act and its ciphertext stay. */
  function dropShredded(): void {
    const isGone = (content: Content) => isSealedRef(content) && keys.shredded.has(content.item);
    imports.drop(({ records }) => isGone(records));
    for (const [id, { value }] of sealedStatements) {
      if (!isGone(value.statement)) continue;
      replace(id);
    }
    if (link !== null && isGone(link.value.clusters)) link = null;
  }

  /** What was computed from rows that are taken back stands no more; its act does. */
  function dropComputedFrom({ value, leafIndex }: Recorded<ListImported>): void {
    const usesRows = (names: readonly string[]) => names.some((name) => value.lists.includes(name));
    if (link !== null && link.leafIndex > leafIndex && usesRows(link.value.lists)) link = null;
    for (const [id, estimate] of estimates) {
      const isOfRows = estimate.value.from === "clusters" && usesRows(estimate.value.lists);
      if (isOfRows && estimate.leafIndex > leafIndex) estimates.delete(id);
    }
  }

  return {
    ...decisions,
    get config() {
      return config;
    },
    get configLeaf() {
      return configLeaf;
    },
    get link() {
      if (link === null || consents.areAllOpen()) return link;
      // A link of rows that may be shown no more says who was among them.
      const held = [...imports.lists.values()].filter(
        ({ value }) => consents.whyWithheld(value.source) !== null,
      );
      const names = new Set(held.flatMap(({ value }) => value.lists));
      return link.value.lists.some((name) => names.has(name)) ? null : link;
    },
    subjects,
    subjectsCalled(name) {
      const folded = foldText(name);
      const called = names.everCalled(name).flatMap((id) => subjects.get(id)?.value ?? []);
      return called.filter((subject) => namesOf(subject).some((each) => foldText(each) === folded));
    },
    sources,
    twoPersons,
    custody,
    copies,
    timestamps,
    keys,
    enrolments,
    sealedStatements,
    get replaced() {
      return replaced;
    },
    sourceOfKey,
    revealSource(id, about) {
      idOfKey = null;
      const sealed = sources.get(id);
      if (sealed !== undefined) sources.set(id, { ...sealed, value: { ...sealed.value, ...about } });
    },
    revealStatement(id, statement) {
      const sealed = sealedStatements.get(id);
      if (sealed !== undefined)
        statements.add({ statement: { ...statement, id }, leafIndex: sealed.leafIndex });
    },
    get statements() {
      if (isLate) {
        isLate = false;
        for (const { act, leafIndex } of later?.() ?? []) recordStatement(act, leafIndex);
      }
      return statements;
    },
    get lists() {
      return consents.areAllOpen() ? imports.lists : withoutWithheld(imports.lists, consents);
    },
    estimates,
    releases,
    everyLink: () => allLinks,
    everyImport: () => imports.all,
    isImportWithdrawn: imports.isWithdrawn,
    importActOf: imports.actOf,
    contents,
    apply(act, leafIndex) {
      const { kind, at, body } = act;
      twoPersons.apply(act);
      // What needed a second person and had none stands in the log, and nothing follows from it.
      const named = twoPersons.isBreach(act.id) ? [] : decide(act, leafIndex);
      contents.push(...named);
      guarded(kind, leafIndex, () => {
        keys.apply(act);
        need(custody.apply(act, leafIndex), "what is said of an encrypted source's custody");
      });
      if (kind === "item.shredded") dropShredded();
      if (kind === ENROLLED_KIND) enrolments.push(leafIndex);
      const read = <S extends z.ZodType>(schema: S) => readBody(schema, body, kind, leafIndex);
      switch (kind) {
        case "case.configured":
          config = read(CaseConfigured).config;
          configLeaf = leafIndex;
          break;
        case "subject.named": {
          const { subject } = read(SubjectNamed);
          if (subjects.has(subject.id)) replaced += 1;
          subjects.set(subject.id, { value: subject, leafIndex, at });
          names.add(subject);
          break;
        }
        case "source.sealed": {
          const { source } = read(SourceSealed);
          const value: Source = "about" in source ? toUnrevealedSource(source) : source;
          need(contentOf(value), `source ${value.key}`);
          need(value.sealed?.about ?? null, `what is said of the source ${value.key}`);
          if (sources.has(source.id)) replaced += 1;
          if (sources.has(source.id)) idOfKey = null;
          else if (idOfKey?.has(value.key) === false) idOfKey.set(value.key, source.id);
          sources.set(source.id, { value, leafIndex, at });
          break;
        }
        case "statement.recorded":
          // While nobody has asked for statements, the log keeps this one too.
          if (!isLate) recordStatement(act, leafIndex);
          break;
        case "copy.verified":
          copies.push({ value: read(CopyVerified), leafIndex, at });
          break;
        case "timestamp.requested":
          timestamps.requested.push(read(TimestampRequested));
          break;
        case "timestamp.received": {
          const value = read(TimestampReceived);
          need(value.token, `a timestamp (${value.method})`);
          timestamps.received.push({ value, leafIndex, at });
          break;
        }
        case "timestamp.upgraded": {
          const value = read(TimestampReceived);
          need(value.token, `a timestamp (${value.method})`);
          const before = timestamps.received.findIndex(
            (each) => each.value.sha256 === value.sha256 && each.value.method === value.method,
          );
          timestamps.received.splice(Math.max(0, before), before < 0 ? 0 : 1, { value, leafIndex, at });
          break;
        }
        case "statement.sealed": {
          const value = read(StatementSealed);
          need(value.statement, `statement ${value.id}`);
          if (value.supersedes !== undefined) {
            replace(value.supersedes);
            replacedAt.set(value.supersedes, leafIndex);
            consents.correct(value.supersedes, value.id);
          }
          sealedStatements.set(value.id, { value, leafIndex, at });
          break;
        }
        case "list.imported": {
          const list = read(ListImported);
          need(list.recipe, `recipe of the list ${list.name}`);
          need(list.records, `records of the list ${list.name}`);
          need(list.problems, `problems of the list ${list.name}`);
          need(list.release?.rows ?? null, `releases of the list ${list.name}`);
          imports.add(act.id, { value: list, leafIndex, at });
          break;
        }
        case LIST_WITHDRAWN: {
          const withdrawn = imports.withdraw(read(ListWithdrawn));
          if (withdrawn !== undefined) dropComputedFrom(withdrawn);
          break;
        }
        case "link.recorded":
          link = { value: read(LinkRecorded), leafIndex, at };
          for (const part of ["settings", "clusters", "pairs", "model"] as const)
            need(link.value[part], `${part} of a link`);
          need(link.value.judgements ?? null, "judgements of a link");
          need(link.value.partitions?.table ?? null, "partitions of a link");
          need(link.value.trained?.model ?? null, "trained model of a link");
          need(link.value.trained?.scores ?? null, "scores of a link");
          allLinks.push(link.value);
          break;
        case "pair.judged": {
          const judged = read(PairJudged);
          if ("sealed" in judged) need(judged.sealed, "a judgement of two records");
          break;
        }
        case "estimate.recorded": {
          const estimate = read(EstimateRecorded);
          need(estimate.report, `estimate ${estimate.id}`);
          estimates.set(estimate.id, { value: estimate, leafIndex, at });
          break;
        }
        case RELEASED_KIND:
        case COSIGNED_KIND: {
          const release = toRelease({ kind, at, body }, leafIndex);
          if (release !== null) releases.push(release);
          break;
        }
        default:
          // Kinds of later versions stand in the ledger and are verified; this version does not read them.
          break;
      }
    },
  };
}

/** Acts about keys and custody are parsed where they are followed: one that cannot be is told like any other. */
function guarded(kind: string, leafIndex: number, follow: () => void): void {
  try {
    follow();
  } catch (error) {
    if (error instanceof z.ZodError) throw unreadableBody(kind, leafIndex, error);
    throw error;
  }
}
