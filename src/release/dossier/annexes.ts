/** The annexes that notes lead to: every statement that goes out, and the sealed files they stand in. */
import type { ReleasedSource, ReleasedStatement } from "../content.ts";
import type { Writing } from "./answers.ts";
import type { Block, Entry, Text } from "./document.ts";
import { inAnnexOrder, translationText } from "./notes.ts";
import { code, joined, quoted, strong } from "./words.ts";

export function statementBlocks(writing: Writing): Block[] {
  const { content, words } = writing;
  if (content.statements.length === 0) return [{ is: "text", text: [words.say("none.statements")] }];
  const bySubject = new Map<string, ReleasedStatement[]>();
  for (const statement of inAnnexOrder(content.statements)) {
    const known = bySubject.get(statement.subject.id);
    if (known === undefined) bySubject.set(statement.subject.id, [statement]);
    else known.push(statement);
  }
  return [
    { is: "text", text: [words.say("statements.lead")] },
    ...[...bySubject.values()].flatMap((group): Block[] => [
      { is: "heading", level: 2, text: words.told(group[0]?.subject.name ?? ""), mark: null },
      { is: "entries", entries: group.map((statement) => statementEntry(statement, writing)) },
    ]),
  ];
}

function statementEntry(statement: ReleasedStatement, { words, notes }: Writing): Entry {
  const { id, key, propertyText, valueText, of, polarity, standingText, time, place } = statement;
  const { chain, said, quote, seen, source, atText, leafIndex } = statement;
  const { say, told, ordinal } = words;
  const number = ordinal(notes.statementNumber.get(id) ?? 0);
  const numberOfSource = notes.sourceNumber.get(source.id);
  const value: Text = [
    ...(polarity === "denies" ? [strong(say("statements.denies")), " "] : []),
    told(propertyText),
    ...(valueText === "" ? [] : [say("colon"), strong(told(valueText))]),
    ...(of === null ? [] : [" ", say("statement.of", { name: told(of.name) })]),
  ];
  const about = [
    told(standingText),
    told(say(`chain.${chain}`)),
    ...(time === null ? [] : [say("statement.time", { time: words.time(time) })]),
    ...(place === null ? [] : [say("statement.place", { place: told(place) })]),
    ...(said === null ? [] : [say("statement.said", { time: words.time(said) })]),
  ];
  const found: Text[] = [
    [
      numberOfSource === undefined
        ? told(source.name)
        : say("statement.source", { title: told(source.name), number: ordinal(numberOfSource) }),
    ],
    atText === "" ? [] : [told(atText)],
    [say("statement.leaf", { leaf: ordinal(leafIndex) })],
    key === null ? [] : [code(key)],
    [code(id)],
  ];
  return {
    number: say("statements.number", { number }),
    lines: [
      value,
      [about.join(say("dot"))],
      ...(quote === "" ? [] : [[quoted(quote, words)]]),
      ...(seen === null ? [] : [[say("statement.seen", { seen: told(seen) })]]),
      ...(statement.translation === null ? [] : [[translationText(statement, words)]]),
      joined(found, say("dot")),
    ],
  };
}

export function sourceBlocks({ content, words }: Writing): Block[] {
  if (content.sources.length === 0) return [{ is: "text", text: [words.say("none.sources")] }];
  return [
    { is: "text", text: [words.say("sources.lead")] },
    { is: "entries", entries: content.sources.map((source, at) => sourceEntry(source, at + 1, words)) },
  ];
}

function sourceEntry(
  { title, roleText, sha256, sizeBytes, leafIndex, sealedAt, mediaType }: ReleasedSource,
  number: number,
  words: Writing["words"],
): Entry {
  const { say, told, ordinal } = words;
  return {
    number: say("sources.number", { number: ordinal(number) }),
    lines: [
      [strong(told(title))],
      ...(roleText === null ? [] : [[told(roleText)]]),
      [
        say("sources.sealed", {
          day: words.edtf(sealedAt.slice(0, "2026-11-24".length)),
          leaf: ordinal(leafIndex),
          size: sizeBytes,
          type: told(mediaType),
        }),
      ],
      [code(sha256)],
    ],
  };
}
