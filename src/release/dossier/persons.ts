/** The persons whom lists name, as far as each may be shown; in the order of letters, ranked by nothing. */
import type { ReleasedPerson } from "../redaction/redact-person.ts";
import type { Writing } from "./answers.ts";
import type { Block, Cited, ClaimRow, Run, Text } from "./document.ts";
import { faint, strong } from "./words.ts";

/** Fields of persons that are dates, as EDTF. */
const DATES: ReadonlySet<string> = new Set(["birth", "arrest", "abduction", "lastSeen", "death"]);

export function personBlocks(writing: Writing): Block[] {
  const { content, words } = writing;
  const { say } = words;
  const { persons } = content.counts;
  const total = Object.values(persons).reduce((sum, count) => sum + count, 0);
  if (total === 0) return [{ is: "text", text: [say("none.persons")] }];
  const people = content.head.language === "fa" ? ownScriptFirst(content.people) : content.people;
  const by = (visibility: ReleasedPerson["visibility"]) =>
    people.filter((person) => person.visibility === visibility);
  const [full, named, initialled] = [by("full"), by("name"), by("initials")];
  return [
    { is: "text", text: [say("persons.counts", { ...persons }), { cites: writing.notes.citeLists() }] },
    { is: "text", text: [say("persons.order")] },
    ...(full.length === 0 ? [] : fullBlocks(full, writing)),
    ...namesBlocks(named, "name", writing),
    ...namesBlocks(initialled, "initials", writing),
  ];
}

/** For readers of Persian those come first whose names begin in its script; the order of letters stays within each. */
function ownScriptFirst(people: readonly ReleasedPerson[]): readonly ReleasedPerson[] {
  const isOwn = ({ names: [first = ""] }: ReleasedPerson) => /^\P{L}*\p{Script=Arabic}/u.test(first);
  return [...people.filter(isOwn), ...people.filter((person) => !isOwn(person))];
}

function fullBlocks(people: readonly ReleasedPerson[], writing: Writing): Block[] {
  const { words } = writing;
  const { say } = words;
  return [
    { is: "heading", level: 2, text: say("persons.full"), mark: "documented" },
    { is: "text", text: [say("persons.notesHold")] },
    {
      is: "table",
      columns: [
        { title: say("persons.person"), isNumber: false },
        { title: say("persons.facts"), isNumber: false },
      ],
      rows: people.map((person) => personRow(person, writing)),
    },
  ];
}

function personRow({ names, facts }: ReleasedPerson, writing: Writing): ClaimRow {
  const { content, words, notes } = writing;
  const { say } = words;
  const runs: Run[] = [];
  let pending: Cited | null = null;
  for (const { field, values } of facts)
    for (const [at, { text, lists }] of values.entries()) {
      const cited = notes.cite(lists.map((name) => `list:${name}`));
      const isSame = pending !== null && String(pending) === String(cited);
      if (pending !== null && !isSame) runs.push({ cites: pending });
      if (at > 0) runs.push(say("persons.or"));
      else {
        if (runs.length > 0) runs.push(say("and"));
        runs.push(faint(words.told(content.fieldLabels[field] ?? field)), say("colon"));
      }
      runs.push(valueText(field, text, writing));
      pending = cited;
    }
  return {
    cells: [[strong(namesText(names, writing))], runs],
    notes: pending ?? notes.citeLists(),
  };
}

function valueText(field: string, text: string, { words }: Writing): string {
  if (text === "male" || text === "female") return words.say(`code.${text}`);
  return DATES.has(field) ? words.edtf(text) : words.told(words.digits(text));
}

function namesText(names: readonly string[], { words }: Writing): string {
  return names.map(words.told).join(words.say("dot"));
}

function namesBlocks(
  people: readonly ReleasedPerson[],
  visibility: "name" | "initials",
  writing: Writing,
): Block[] {
  const { words, notes } = writing;
  if (people.length === 0) return [];
  const count = people.length;
  const lead = words.say(visibility === "name" ? "persons.named" : "persons.initialled", { count });
  return [
    { is: "heading", level: 2, text: words.say(`persons.${visibility}`), mark: "documented" },
    { is: "claims", claims: [{ mark: "documented", text: [lead], beside: [], notes: notes.citeLists() }] },
    {
      is: "names",
      columns: visibility === "name" ? 3 : 6,
      names: people.map(({ names }): Text => [namesText(names, writing)]),
    },
  ];
}
