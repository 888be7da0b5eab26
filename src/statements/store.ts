/** The statement store: every statement of a case, found by id, key, subject, property and source. */
import { InquestError } from "../core/index.ts";
import { createTextSharer } from "./shared-texts.ts";
import type { Statement } from "./statement.ts";
import type { SubjectId } from "./subject.ts";
import { type PropertyName, type PropertyRule, propertyRule } from "./vocabulary.ts";

/** A recorded statement and the leaf of the ledger that records it. */
export interface RecordedStatement {
  readonly statement: Statement;
  readonly leafIndex: number;
}

export interface StatementStore {
  /** Of those that may be shown. */
  readonly size: number;
  /** Adds a statement; the same statement again is a no-op. */
  add(recorded: RecordedStatement): void;
  /** Takes a corrected statement out of every view; its act stays in the ledger. */
  supersede(id: string): void;
  /** Every statement that was recorded and not superseded, also one that is withheld: for those who record, never for a view. */
  recorded(): readonly RecordedStatement[];
  /** What was corrected since, each as it was recorded: its words may still stand in its source. Never for a view. */
  corrected(): readonly RecordedStatement[];
  /** By id or by key; what is withheld is not found. */
  find(idOrKey: string): RecordedStatement | undefined;
  /** The same, also one that is withheld: for those who record, never for a view. */
  findRecorded(idOrKey: string): RecordedStatement | undefined;
  /** In the order of the ledger. */
  all(): readonly RecordedStatement[];
  ofSubject(subject: SubjectId): readonly RecordedStatement[];
  ofSource(source: string): readonly RecordedStatement[];
  /** Those of a source that are closed by their access, or accuse: also what is withheld. For those who record, never for a view. */
  closedOf(source: string): readonly RecordedStatement[];
  /** Open statements of these properties: what answers may use. Restricted and withdrawn ones never come out here. */
  openWith(properties: readonly PropertyName[]): readonly RecordedStatement[];
  /**
   * Allegations that two people released, in the order of the ledger: an answer may tell them under their label. They
   * never come out of `openWith`, so that none is taken for what a speaker reports.
   */
  released(): readonly RecordedStatement[];
}

export interface StatementStoreOptions {
  /** Whether consent is missing: such a statement comes out of no view. */
  readonly isWithheld?: (statement: Statement) => boolean;
  /** Whether no consent is missing anywhere, so that no statement need be asked about; left out: not known. */
  readonly isNoneWithheld?: () => boolean;
  /** Whether its recorders took it back: it stands at its source, and in no answer. */
  readonly isWithdrawn?: (id: string) => boolean;
  /** Whether two people released it. */
  readonly isReleased?: (id: string) => boolean;
}

/** Lists up to this are made anew for each statement that comes to them. */
const FEW = 8;

/** An empty store. */
export function createStatementStore({
  isWithheld = () => false,
  isNoneWithheld = () => false,
  isWithdrawn = () => false,
  isReleased = () => false,
}: StatementStoreOptions = {}): StatementStore {
  const ordered: RecordedStatement[] = [];
  const byId = new Map<string, RecordedStatement>();
  const byKey = new Map<string, RecordedStatement>();
  const bySubject = new Map<string, RecordedStatement[]>();
  const bySource = new Map<string, RecordedStatement[]>();
  const byProperty = new Map<string, RecordedStatement[]>();
  const closedBySource = new Map<string, RecordedStatement[]>();

  // Superseded ones leave the lists when these are next read: taking each out of a long list by itself takes as long
  // as the list is.
  const superseded = new Set<RecordedStatement>();
  const outdated = new Set<RecordedStatement[]>();

  function current(list: RecordedStatement[]): readonly RecordedStatement[] {
    if (outdated.delete(list)) {
      let kept = 0;
      for (const each of list) if (!superseded.has(each)) list[kept++] = each;
      list.length = kept;
    }
    return list;
  }

  function add(index: Map<string, RecordedStatement[]>, key: string, recorded: RecordedStatement): void {
    const list = index.get(key);
    if (list === undefined) index.set(key, [recorded]);
    else if (list.length >= FEW) list.push(recorded);
    else {
      // A list that grows by itself makes room for sixteen more; most persons have a handful of statements.
      const longer = [...list, recorded];
      if (outdated.delete(list)) outdated.add(longer);
      index.set(key, longer);
    }
  }

  const shareTexts = createTextSharer();

  const isShown = ({ statement }: RecordedStatement) => !isWithheld(statement);
  /** The list itself where nothing of it is withheld, which is nearly always. */
  function shown(list: RecordedStatement[] | undefined): readonly RecordedStatement[] {
    if (list === undefined) return [];
    const all = current(list);
    return isNoneWithheld() || all.every(isShown) ? all : all.filter(isShown);
  }
  const findRecorded = (idOrKey: string) => byId.get(idOrKey) ?? byKey.get(idOrKey);

  return {
    get size() {
      return shown(ordered).length;
    },
    recorded: () => current(ordered),
    corrected: () => [...superseded],
    findRecorded,
    add(recorded) {
      const { statement } = recorded;
      if (byId.has(statement.id)) return;
      shareTexts(statement);
      if (statement.key !== undefined) {
        requireFreeKey(byKey.get(statement.key), statement);
        byKey.set(statement.key, recorded);
      }
      byId.set(statement.id, recorded);
      ordered.push(recorded);
      add(bySubject, statement.subject, recorded);
      add(bySource, statement.source, recorded);
      if (!isForAnswers(statement)) add(closedBySource, statement.source, recorded);
      add(byProperty, statement.property, recorded);
    },
    supersede(id) {
      const recorded = byId.get(id);
      if (recorded === undefined) return;
      const { key, subject, source, property } = recorded.statement;
      byId.delete(id);
      if (key !== undefined) byKey.delete(key);
      superseded.add(recorded);
      for (const list of [
        ordered,
        bySubject.get(subject),
        bySource.get(source),
        byProperty.get(property),
        closedBySource.get(source),
      ])
        if (list !== undefined) outdated.add(list);
    },
    find(idOrKey) {
      const recorded = findRecorded(idOrKey);
      return recorded !== undefined && isShown(recorded) ? recorded : undefined;
    },
    all: () => shown(ordered),
    ofSubject: (subject) => shown(bySubject.get(subject)),
    ofSource: (source) => shown(bySource.get(source)),
    closedOf: (source) => current(closedBySource.get(source) ?? []),
    openWith(properties) {
      return properties.flatMap((property) =>
        shown(byProperty.get(property)).filter((each) => isOpen(each) && !isWithdrawn(each.statement.id)),
      );
    },
    released: () =>
      shown(ordered).filter(
        ({ statement }) => isReleased(statement.id) && isReleasable(statement) && !isWithdrawn(statement.id),
      ),
  };
}

/** Whether answers may use a statement: open or for the team, and neither an allegation nor a question. */
export function isOpen({ statement }: RecordedStatement): boolean {
  return statement.standing === "reported" && isForAnswers(statement);
}

/** Whether a statement is open or for the team, and accuses nobody. */
export function isForAnswers(statement: Pick<Statement, "access" | "property" | "standing">): boolean {
  const { access } = statement;
  return (access === "open" || access === "team") && !isAllegation(statement);
}

/** Whether a statement accuses somebody, or tells of their admission, whatever its recorder called it. */
export function isAllegation({ property, standing }: Pick<Statement, "property" | "standing">): boolean {
  const { restricted }: PropertyRule = propertyRule(property);
  return standing === "alleged" || restricted === true;
}

/** Whether two people may release it: an allegation, and not one that rests on an office alone. */
export function isReleasable(statement: Statement): boolean {
  const { value } = statement;
  return isAllegation(statement) && !(value.kind === "involvement" && value.basis === "held-office");
}

function requireFreeKey(holder: RecordedStatement | undefined, statement: Statement): void {
  if (holder === undefined) return;
  throw new InquestError({
    code: "statements/duplicate-key",
    reaction: "input",
    message: `The key ${statement.key} already names another statement (${holder.statement.id}). A correction needs a key of its own and supersedes the first.`,
    evidence: { key: statement.key, first: holder.statement.id, second: statement.id },
  });
}
