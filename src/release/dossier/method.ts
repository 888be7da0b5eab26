/** How it was made, how it is checked and what it cannot say: from the recipes and counts of what goes out. */
import type { Writing } from "./answers.ts";
import type { Block, Text } from "./document.ts";
import { methodTitle } from "./models.ts";
import { SHORT_HASH } from "./notes.ts";
import { code, isMessageKey, type Words } from "./words.ts";

export function methodBlocks(writing: Writing): Block[] {
  return [
    ...readingBlocks(writing),
    ...verifyBlocks(writing),
    ...listBlocks(writing),
    ...estimateBlocks(writing),
    ...stayBlocks(writing),
    ...limitBlocks(writing),
  ];
}

export function standardText(standard: string, { say }: Words): string {
  const key = `standard.${standard}`;
  return isMessageKey(key) ? say(key) : say("standard.other", { standard });
}

function heading(text: string): Block {
  return { is: "heading", level: 2, text, mark: null };
}

function paragraph(...text: Text): Block {
  return { is: "text", text };
}

function readingBlocks({ content, words }: Writing): Block[] {
  const { say } = words;
  const standard = standardText(content.head.standardOfProof, words);
  return [
    heading(say("method.read")),
    paragraph(say("method.read.standing")),
    paragraph(say("method.read.standard", { standard })),
    paragraph(say("method.read.allegations")),
  ];
}

function verifyBlocks({ content, words }: Writing): Block[] {
  const { say } = words;
  const { treeSize, root } = content.head.checkpoint;
  const command = (text: string): Block => ({ is: "command", text });
  return [
    heading(say("method.verify")),
    paragraph(say("method.verify.file", { digits: SHORT_HASH })),
    command("sha256sum FILE"),
    paragraph(say("method.verify.log")),
    command("node verify.mjs CASE\nnode verify.mjs FILE.tlog-proof"),
    paragraph(say("method.verify.root", { size: treeSize })),
    command(root),
    paragraph(say("method.verify.release")),
    command("node verify.mjs FOLDER\nsha256sum --check manifest-sha256.txt tagmanifest-sha256.txt"),
    paragraph(say("method.verify.means")),
  ];
}

function listBlocks({ content, words }: Writing): Block[] {
  const { say, told } = words;
  if (content.lists.length === 0) return [heading(say("method.lists")), paragraph(say("method.lists.none"))];
  const sources = new Map(content.sources.map((source) => [source.id, source]));
  return [
    heading(say("method.lists")),
    paragraph(say("method.list.notes")),
    ...content.lists.flatMap(({ name, records, fields, source }): Block[] => {
      const file = sources.get(source);
      return [
        { is: "heading", level: 3, text: told(name), mark: null },
        {
          is: "facts",
          facts: [
            { name: say("method.list.records"), value: [words.number(records)] },
            {
              name: say("method.list.fields"),
              value: [words.list(fields.map((field) => content.fieldLabels[field] ?? field))],
            },
            {
              name: say("method.list.source"),
              value:
                file === undefined
                  ? [say("note.untitled")]
                  : [told(file.title), " ", code(file.sha256.slice(0, SHORT_HASH))],
            },
          ],
        },
      ];
    }),
  ];
}

function estimateBlocks({ content, words }: Writing): Block[] {
  const { say } = words;
  if (content.estimates.length === 0) return [];
  const orNone = (names: readonly string[]) =>
    names.length === 0 ? say("method.estimates.none") : words.list(names);
  return [
    heading(say("method.estimates")),
    ...content.estimates.map(({ methods, refused }) =>
      paragraph(
        say("method.estimates.methods", {
          names: orNone(methods.map(({ title }) => title)),
          refused: orNone(refused.map(({ name }) => methodTitle(name, words))),
        }),
      ),
    ),
  ];
}

/** What stays in the case, by reason; nothing where all of it goes out. */
export function whatStays({ content, words }: Writing): string[] {
  const { say } = words;
  const { stays, figures, sites, persons } = content.counts;
  const statements = Object.entries(stays).flatMap(([why, count]) => {
    const key = `stays.${why}`;
    return count === 0 ? [] : [say(isMessageKey(key) ? key : "stays.other", { count })];
  });
  return [
    ...statements,
    ...(figures.stay === 0 ? [] : [say("stays.figures", { count: figures.stay })]),
    ...(sites.withheld === 0 ? [] : [say("stays.sites", { count: sites.withheld })]),
    ...(persons.counted + persons.withheld === 0 ? [] : [say("stays.persons", { ...persons })]),
  ];
}

function stayBlocks(writing: Writing): Block[] {
  const { content, words } = writing;
  const { say } = words;
  const stays = whatStays(writing);
  const profile = say(`profile.${content.head.profile}`);
  return [
    heading(say("method.stays")),
    paragraph(say("method.stays.lead", { profile })),
    stays.length === 0
      ? paragraph(say("method.stays.nothing"))
      : { is: "list", items: stays.map((text): Text => [text]) },
  ];
}

function limitBlocks({ content, words }: Writing): Block[] {
  const { say } = words;
  const summaries = content.sources.filter(({ roleText }) => roleText !== null).length;
  const items = [
    say("method.limits.absent"),
    ...(summaries === 0
      ? []
      : [say("method.limits.summaries", { count: summaries, all: content.sources.length })]),
    say("method.limits.order"),
    say("method.limits.asOf", { day: words.edtf(content.head.asOf) }),
    say("method.limits.letters"),
    say("method.limits.join"),
  ];
  return [heading(say("method.limits")), { is: "list", items: items.map((text): Text => [text]) }];
}
