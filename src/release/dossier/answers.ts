/** The four answers: figures by their standing, which are never mixed. */
import type { ReleaseContent, ReleasedFigure, ReleasedStatement } from "../content.ts";
import type { Block, Claim, ClaimRow, Standing, Text } from "./document.ts";
import type { Notes } from "./notes.ts";
import { strong, type Words } from "./words.ts";

export interface Writing {
  readonly content: ReleaseContent;
  readonly words: Words;
  readonly notes: Notes;
  /** By id. */
  readonly statements: ReadonlyMap<string, ReleasedStatement>;
  readonly figures: ReadonlyMap<string, ReleasedFigure>;
}

const QUESTIONS = ["howMany", "who", "where", "offices"] as const;
const STANDINGS = ["documented", "estimated", "reported"] as const;

export function answerBlocks(writing: Writing): Block[] {
  const { content, words } = writing;
  return QUESTIONS.flatMap((question): Block[] => {
    const figures = content.figures.filter((figure) => figure.question === question);
    const caution: Block[] =
      question === "offices" && figures.length > 0
        ? [{ is: "caution", text: [words.say("offices.caution")] }]
        : [];
    const below: Block[] =
      question === "where" && content.sites.length > 0
        ? [{ is: "text", text: [words.say("figures.sitesBelow")] }]
        : [];
    return [
      { is: "heading", level: 2, text: words.say(`section.${question}`), mark: null },
      ...caution,
      ...below,
      ...(figures.length === 0
        ? [{ is: "text" as const, text: [words.say("none.figures")] }]
        : STANDINGS.flatMap((standing) => byStanding(figures, standing, writing))),
    ];
  });
}

function byStanding(figures: readonly ReleasedFigure[], standing: Standing, writing: Writing): Block[] {
  const { words } = writing;
  const those = figures.filter((figure) => figure.standing === standing);
  if (those.length === 0) return [];
  const heading: Block = {
    is: "heading",
    level: 3,
    text: words.say("standing.heading", {
      standing: words.say(`standing.${standing}`),
      means: words.say(`standing.${standing}.means`),
    }),
    mark: standing,
  };
  return [heading, ...groupsOf(those).flatMap((group) => groupBlocks(group, writing))];
}

function groupsOf(figures: readonly ReleasedFigure[]): ReleasedFigure[][] {
  const groups = new Map<string, ReleasedFigure[]>();
  for (const figure of figures) {
    const known = groups.get(figure.group);
    if (known === undefined) groups.set(figure.group, [figure]);
    else known.push(figure);
  }
  return [...groups.values()];
}

/** Figures of one kind that differ in their place alone are a table. */
function groupBlocks(group: readonly ReleasedFigure[], writing: Writing): Block[] {
  const { words, notes } = writing;
  const first = group[0];
  const byPlace = group.filter(({ label, place }) => label === first?.label && place !== null);
  if (byPlace.length < ROWS_OF_A_TABLE)
    return [{ is: "claims", claims: group.map((figure) => figureClaim(figure, writing)) }];
  const rows = byPlace.map(
    ({ place, valueText, statements }): ClaimRow => ({
      cells: [[words.told(place ?? "")], [words.told(valueText)]],
      notes: notes.cite(statements),
    }),
  );
  const others = group.filter((figure) => !byPlace.includes(figure));
  return [
    { is: "text", text: [strong(words.told(first?.label ?? ""))] },
    {
      is: "table",
      columns: [
        { title: words.say("figures.place"), isNumber: false },
        { title: words.say("figures.count"), isNumber: true },
      ],
      rows,
    },
    ...(others.length === 0
      ? []
      : [{ is: "claims" as const, claims: others.map((figure) => figureClaim(figure, writing)) }]),
  ];
}

const ROWS_OF_A_TABLE = 4;

function figureClaim(figure: ReleasedFigure, writing: Writing): Claim {
  const { words, notes } = writing;
  const { label, valueText, standing, statements, group } = figure;
  const isTruth = statements.length === 0 && group === "howMany.truth";
  return {
    mark: standing,
    text: [strong(words.told(valueText)), words.say("dash"), words.told(label)],
    beside: besideOf(figure, writing),
    notes: isTruth ? notes.citeTruth() : notes.cite(statements),
  };
}

function besideOf(figure: ReleasedFigure, writing: Writing): Text[] {
  const { words, figures } = writing;
  const { id: figureId, speaker, timeText, place, contradictedBy, footing } = figure;
  const { say, told } = words;
  const where = [
    ...(speaker === null ? [] : [say("figure.by", { speaker: told(speaker) })]),
    ...(timeText === null ? [] : [words.time(timeText)]),
    ...(place === null ? [] : [told(place)]),
  ];
  const against = contradictedBy
    .flatMap((id) => figures.get(id) ?? [])
    .map(({ valueText, speaker: other }) =>
      other === null
        ? told(valueText)
        : say("figure.bySpeaker", { value: told(valueText), speaker: told(other) }),
    );
  return [
    // Of an allegation nothing is shown without the words that it is one.
    ...allegationsIn(figure, writing).map((text): Text => [strong(told(text))]),
    ...(where.length === 0 ? [] : [[where.join(say("dot"))]]),
    [[...footingText(footing, words), say("figure.id", { id: told(figureId) })].join(say("dot"))],
    ...(against.length === 0 ? [] : [[say("figure.against", { values: against.join(say("and")) })]]),
  ];
}

function allegationsIn({ statements: ids }: ReleasedFigure, { statements }: Writing): string[] {
  const behind = ids.flatMap((id) => statements.get(id) ?? []);
  const labels = behind.filter(({ standing }) => standing !== "reported");
  return [...new Set(labels.map(({ standingText }) => standingText))];
}

function footingText(footing: ReleasedFigure["footing"], { say }: Words): string[] {
  const { voices, sealedSources: sources, records, originalsHeld } = footing;
  if (sources === 0) return [];
  const footed =
    records > 0 ? say("figure.records", { records, sources }) : say("figure.voices", { voices, sources });
  return originalsHeld > 0 ? [footed] : [footed, say("figure.noOriginal")];
}
