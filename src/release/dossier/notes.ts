/**
 * What claims stand on. A statement, a list or a lack of both has one note, numbered where it is first cited; whoever
 * cites it again gives the same number.
 */
import type { ReleaseContent, ReleasedList, ReleasedSource, ReleasedStatement } from "../content.ts";
import type { Cited, Note, Run } from "./document.ts";
import { code, joined, quoted, type Words } from "./words.ts";

export interface Notes {
  /** The notes of a claim that rests on these statements and lists (`list:…`); where it rests on none, that is said. */
  cite(ids: readonly string[]): Cited;
  /** One note for all lists of the case. */
  citeLists(): Cited;
  /** Of what is told although the statements it rests on stay in the case. */
  citeWithheld(): Cited;
  /** Of a number that is known because the case is invented. */
  citeTruth(): Cited;
  /** Those cited so far. */
  all(): readonly Note[];
  /** Places in the annexes, from 1. */
  readonly statementNumber: ReadonlyMap<string, number>;
  readonly sourceNumber: ReadonlyMap<string, number>;
}

/** A claim that rests on more has one note for all of them, which leads to the annex. */
const ONE_BY_ONE = 6;
/** Hexadecimal digits of a hash: 64 bits, which nobody hits by chance. */
export const SHORT_HASH = 16;

export function createNotes(content: ReleaseContent, words: Words): Notes {
  const sources = new Map(content.sources.map((source) => [source.id, source]));
  const statements = new Map(content.statements.map((statement) => [statement.id, statement]));
  const lists = new Map(content.lists.map((list) => [list.id, list]));
  const statementNumber = new Map(inAnnexOrder(content.statements).map(({ id }, at) => [id, at + 1]));
  const sourceNumber = new Map(content.sources.map(({ id }, at) => [id, at + 1]));
  const writer = createNoteWriter(words, { sources, statementNumber, sourceNumber });
  const notes: Note[] = [];
  const numbers = new Map<string, number>();
  const numberOf = (key: string, write: () => readonly Run[]): number => {
    const known = numbers.get(key);
    if (known !== undefined) return known;
    notes.push({ text: write() });
    numbers.set(key, notes.length);
    return notes.length;
  };
  const nothing = () => numberOf("nothing", () => [words.say("note.nothing")]);
  const listNote = (id: string) =>
    numberOf(id, () => {
      const list = lists.get(id);
      return list === undefined ? [words.say("note.listUnnamed")] : writer.list(list);
    });
  return {
    statementNumber,
    sourceNumber,
    all: () => notes,
    citeWithheld: () => [numberOf("withheld", () => [words.say("note.withheld")])],
    citeTruth: () => [numberOf("truth", () => [words.say("note.truth")])],
    citeLists() {
      if (content.lists.length === 0) return [nothing()];
      return [numberOf("lists", () => writer.lists(content.lists))];
    },
    cite(ids) {
      const said = [...new Set(ids)].flatMap((id) => statements.get(id) ?? []);
      const counted = [...new Set(ids)].filter((id) => id.startsWith("list:"));
      const ofStatements =
        said.length > ONE_BY_ONE
          ? [numberOf(said.map(({ id }) => id).join(), () => writer.many(said))]
          : said.map((statement) => numberOf(statement.id, () => writer.statement(statement)));
      const [first, ...rest] = [...ofStatements, ...counted.map(listNote)].sort((a, b) => a - b);
      return first === undefined ? [nothing()] : [first, ...rest];
    },
  };
}

/** By what they speak of, in the order in which it is first spoken of. */
export function inAnnexOrder(statements: readonly ReleasedStatement[]): ReleasedStatement[] {
  const bySubject = new Map<string, ReleasedStatement[]>();
  for (const statement of statements) {
    const known = bySubject.get(statement.subject.id);
    if (known === undefined) bySubject.set(statement.subject.id, [statement]);
    else known.push(statement);
  }
  return [...bySubject.values()].flat();
}

interface Known {
  readonly sources: ReadonlyMap<string, ReleasedSource>;
  readonly statementNumber: ReadonlyMap<string, number>;
  readonly sourceNumber: ReadonlyMap<string, number>;
}

function createNoteWriter(words: Words, { sources, statementNumber, sourceNumber }: Known) {
  const { say, told } = words;
  const file = (id: string, title?: string): Run[] => {
    const source = sources.get(id);
    if (source === undefined) return [title === undefined ? say("note.untitled") : told(title)];
    const number = words.ordinal(sourceNumber.get(id) ?? 0);
    return joined(
      [
        [told(source.title)],
        source.roleText === null ? [] : [say("note.summary")],
        [say("note.annexC", { number }), " ", code(source.sha256.slice(0, SHORT_HASH))],
      ],
      say("comma"),
    );
  };
  return {
    statement(statement: ReleasedStatement): Run[] {
      const { id, key, standingText, quote, seen, source, atText, leafIndex, translation } = statement;
      const number = words.ordinal(statementNumber.get(id) ?? 0);
      const said: Run[] = quote === "" ? [] : [quoted(quote, words)];
      const at = atText === "" ? [] : [told(atText)];
      return [
        told(standingText),
        say("colon"),
        ...joined([said, seen === null ? [] : [told(seen)]], say("comma")),
        say("dash"),
        ...(translation === null ? [] : [translationText(statement, words), say("dash")]),
        ...joined(
          [
            file(source.id, source.name),
            at,
            [say("note.annexB", { number }), " ", code(key ?? id)],
            [say("note.leaf", { leaf: words.ordinal(leafIndex) })],
          ],
          say("and"),
        ),
        ".",
      ];
    },
    many(said: readonly ReleasedStatement[]): Run[] {
      const numbers = rangesOf(said.map(({ id }) => statementNumber.get(id) ?? 0)).map(([from, to]) =>
        from === to
          ? say("statements.number", { number: words.ordinal(from) })
          : say("note.range", { from: words.ordinal(from), to: words.ordinal(to) }),
      );
      const files = [...new Map(said.map(({ source }) => [source.id, source.name]))];
      return [
        say("note.many", { count: said.length, numbers: words.list(numbers) }),
        " ",
        ...joined(
          files.map(([id, name]) => file(id, name)),
          say("and"),
        ),
        ".",
      ];
    },
    list,
    lists: (lists: readonly ReleasedList[]): Run[] => [
      say("note.lists"),
      " ",
      ...joined(lists.map(list), " "),
    ],
  };

  function list({ name, records, source }: ReleasedList): Run[] {
    const leaf = sources.get(source)?.leafIndex;
    return [
      say("note.list", { list: told(name), records }),
      " ",
      ...joined(
        [file(source), leaf === undefined ? [] : [say("note.leaf", { leaf: words.ordinal(leaf) })]],
        say("and"),
      ),
      ".",
    ];
  }
}

/** A machine's translation is never given without being called one. */
export function translationText({ translation }: ReleasedStatement, { say, told }: Words): string {
  if (translation === null) return "";
  const text = told(translation.text);
  if (translation.isMachine) return say("statement.machine", { text });
  return translation.by === ""
    ? say("statement.translation", { text })
    : say("statement.translationBy", { by: told(translation.by), text });
}

/** @example rangesOf([3, 1, 2, 7]) // [[1, 3], [7, 7]] */
function rangesOf(numbers: readonly number[]): (readonly [from: number, to: number])[] {
  const ranges: [number, number][] = [];
  for (const number of [...numbers].sort((a, b) => a - b)) {
    const last = ranges.at(-1);
    if (last !== undefined && number <= last[1] + 1) last[1] = number;
    else ranges.push([number, number]);
  }
  return ranges;
}
