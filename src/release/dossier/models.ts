/** Estimates: their models side by side, the interval before the point, what they assume and what refused. */
import type { ReleasedEstimate } from "../content.ts";
import type { Writing } from "./answers.ts";
import type { Block, Cited, Fact, IntervalRow, Text } from "./document.ts";
import { isMessageKey, strong, type Words } from "./words.ts";

export function modelBlocks(writing: Writing): Block[] {
  const { content, words } = writing;
  if (content.estimates.length === 0) return [{ is: "text", text: [words.say("none.models")] }];
  return [
    { is: "caution", text: [words.say("models.caution")] },
    ...content.estimates.flatMap((estimate) => estimateBlocks(estimate, writing)),
  ];
}

function estimateBlocks(estimate: ReleasedEstimate, writing: Writing): Block[] {
  const { words } = writing;
  const { lists, n, assumption, linkageText, warnings, refused } = estimate;
  const { say, told } = words;
  const cites = citeListsOf(estimate, writing);
  const facts: Fact[] = [
    { name: say("models.lists"), value: [words.list(lists.map(({ name }) => name))] },
    { name: say("models.documented"), value: [say("models.documented.value", { count: n }), { cites }] },
    {
      name: say("models.assumption"),
      value: [assumption === "" ? say("models.assumption.unsaid") : told(assumption)],
    },
    ...(linkageText === null ? [] : [{ name: say("models.linkage"), value: [told(linkageText), { cites }] }]),
  ];
  const say3 = (text: string): Block => ({ is: "heading", level: 3, text, mark: null });
  return [
    { is: "heading", level: 2, text: words.list(lists.map(({ name }) => name)), mark: "estimated" },
    { is: "facts", facts },
    methodTable(estimate, writing),
    ...picture(estimate, writing),
    ...(warnings.length === 0
      ? []
      : [
          say3(say("models.warnings")),
          { is: "list" as const, items: warnings.map(({ text }): Text => [told(text), { cites }]) },
        ]),
    ...(refused.length === 0
      ? []
      : [
          say3(say("models.refused")),
          {
            is: "list" as const,
            items: refused.map(
              ({ name, text }): Text => [strong(told(methodTitle(name, words))), say("colon"), told(text)],
            ),
          },
        ]),
    say3(say("models.overlap")),
    overlapTable(estimate, writing),
  ];
}

/** A method that refused gave no title along with a number. */
export function methodTitle(name: string, { say }: Words): string {
  const key = `model.${name}`;
  return isMessageKey(key) ? say(key) : name;
}

function methodTable(estimate: ReleasedEstimate, writing: Writing): Block {
  const { words } = writing;
  const { say, number } = words;
  return {
    is: "table",
    columns: [
      { title: say("models.model"), isNumber: false },
      { title: say("models.interval"), isNumber: true },
      { title: say("models.point"), isNumber: true },
      { title: say("models.kind"), isNumber: false },
    ],
    rows: estimate.methods.map(({ title, interval, point, kindText }) => ({
      cells: [
        [words.told(title)],
        [
          strong(
            interval === null
              ? say("models.noInterval")
              : say("models.fromTo", fromTo(interval[0], interval[1], number)),
          ),
        ],
        [number(Math.round(point))],
        [words.told(kindText)],
      ],
      notes: citeListsOf(estimate, writing),
    })),
  };
}

/** Outwards, as the figures have it: one interval is told in one way. */
function fromTo(from: number, to: number, number: (value: number) => string) {
  return { from: number(Math.floor(from)), to: number(Math.ceil(to)) };
}

/** The lists behind an estimate, as its figures name them; all of the case where none of its figures goes out. */
function citeListsOf({ id }: ReleasedEstimate, { content, notes }: Writing): Cited {
  const figure = content.figures.find((each) => each.id.startsWith(`howMany.estimated.${id}.`));
  return figure === undefined ? notes.citeLists() : notes.cite(figure.statements);
}

function picture({ methods, n }: ReleasedEstimate, { words }: Writing): Block[] {
  const { say, number, told } = words;
  const rows = methods.flatMap(({ title, point, interval }): IntervalRow[] => {
    if (interval === null) return [];
    const [from, to] = interval;
    const ends = fromTo(from, to, number);
    const text = say("models.picture.row", { label: told(title), ...ends, point: number(Math.round(point)) });
    return [{ label: told(title), mark: "estimated", from, to, point, ends: [ends.from, ends.to], text }];
  });
  if (rows.length === 0) return [];
  const documented = { value: n, text: number(n) };
  return [
    { is: "intervals", title: say("models.picture"), label: say("standing.documented"), rows, documented },
  ];
}

function overlapTable(estimate: ReleasedEstimate, writing: Writing): Block {
  const { words } = writing;
  const nameOf = (list: string) => estimate.lists.find(({ id }) => id === list)?.name ?? list;
  return {
    is: "table",
    columns: [
      { title: words.say("models.onLists"), isNumber: false },
      { title: words.say("models.persons"), isNumber: true },
    ],
    rows: estimate.cells.map(({ lists, count }) => ({
      cells: [[words.list(lists.map(nameOf))], [words.number(count)]],
      notes: citeListsOf(estimate, writing),
    })),
  };
}
