/** What goes out, as a dossier: cover, answers, models, sites, offices, appeals, method, annexes. */
import type { ReleaseContent } from "../content.ts";
import { sourceBlocks, statementBlocks } from "./annexes.ts";
import { answerBlocks, type Writing } from "./answers.ts";
import { appealBlocks } from "./appeals.ts";
import type { Block, Cover, Dossier, Section, Standing } from "./document.ts";
import { methodBlocks, standardText, whatStays } from "./method.ts";
import { modelBlocks } from "./models.ts";
import { createNotes, SHORT_HASH } from "./notes.ts";
import { officeBlocks } from "./offices.ts";
import { personBlocks } from "./persons.ts";
import { siteBlocks } from "./sites.ts";
import { code, createWords, strong } from "./words.ts";

const SECTIONS = [
  { key: "section.answers", blocks: answerBlocks, isAnnex: false },
  { key: "section.models", blocks: modelBlocks, isAnnex: false },
  { key: "section.sites", blocks: siteBlocks, isAnnex: false },
  { key: "section.postings", blocks: officeBlocks, isAnnex: false },
  { key: "section.appeals", blocks: appealBlocks, isAnnex: false },
  { key: "section.method", blocks: methodBlocks, isAnnex: false },
  { key: "section.persons", blocks: personBlocks, isAnnex: true },
  { key: "section.statements", blocks: statementBlocks, isAnnex: true },
  { key: "section.sources", blocks: sourceBlocks, isAnnex: true },
] as const satisfies readonly {
  readonly key: string;
  readonly blocks: (writing: Writing) => Block[];
  readonly isAnnex: boolean;
}[];

const STANDINGS: readonly Standing[] = ["documented", "estimated", "reported"];

/** The same content gives the same dossier. Sections are written in their order, since notes are numbered as they come. */
export function composeDossier(content: ReleaseContent): Dossier {
  const words = createWords(content.head.language);
  const writing: Writing = {
    ...{ content, words, notes: createNotes(content, words) },
    statements: new Map(content.statements.map((statement) => [statement.id, statement])),
    figures: new Map(content.figures.map((figure) => [figure.id, figure])),
  };
  const { say } = words;
  const { title, number, profile, fictional, checkpoint, asOf, language } = content.head;
  const sections = SECTIONS.map(
    ({ key, blocks, isAnnex }): Section => ({
      ...{ title: say(key), isAnnex, blocks: blocks(writing) },
      unprinted: isAnnex ? [say("annex.unprinted")] : null,
    }),
  );
  return {
    language,
    title: words.told(title),
    name: say("title", { title: words.told(title), number: words.ordinal(number) }),
    date: asOf,
    page: say("page"),
    contents: say("contents"),
    cover: coverOf(writing),
    banner: fictional ? say("banner") : null,
    foot: [
      say("foot.release", { number: words.ordinal(number), profile: say(`profile.${profile}`) }),
      say("dot"),
      say("foot.checkpoint", { size: checkpoint.treeSize }),
      " ",
      code(checkpoint.root.slice(0, SHORT_HASH)),
    ],
    sections,
    notes: writing.notes.all(),
  };
}

function coverOf(writing: Writing): Cover {
  const { content, words } = writing;
  const { say } = words;
  const { summary, caseId, number, profile, asOf, standardOfProof, checkpoint } = content.head;
  const { statements, figures, sites } = content.counts;
  const stays = whatStays(writing);
  return {
    kind: say("kind"),
    summary: words.told(summary),
    facts: [
      { name: say("cover.case"), value: [code(caseId)] },
      {
        name: say("cover.release"),
        value: [
          say("cover.release.value", {
            number: words.ordinal(number),
            profile: say(`profile.${profile}`),
          }),
        ],
      },
      { name: say("cover.asOf"), value: [say("cover.asOf.value", { day: words.edtf(asOf) })] },
      { name: say("cover.standard"), value: [standardText(standardOfProof, words)] },
      {
        name: say("cover.checkpoint"),
        value: [say("cover.checkpoint.value", { size: checkpoint.treeSize }), " ", code(checkpoint.root)],
      },
      {
        name: say("cover.holds"),
        value: [
          say("cover.holds.value", {
            ...{ statements, figures: figures.told, sites: sites.told },
            persons: content.people.length,
          }),
        ],
      },
      {
        name: say("cover.holdsNot"),
        value: [stays.length === 0 ? say("stays.nothing") : stays.join(say("and"))],
      },
    ],
    words: [[say("cover.statement")], [say("cover.notes", { section: say("section.method") })]],
    legend: [
      ...STANDINGS.map((mark) => ({
        mark,
        text: [strong(say(`standing.${mark}`)), say("colon"), say(`standing.${mark}.means`)],
      })),
    ],
    apart: say("standing.apart"),
  };
}
