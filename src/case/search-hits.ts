/** A found thing as it is shown: what it is, and where in it stands what was asked for. */

import { pickLocal } from "../core/index.ts";
import type { Mark, SearchHits } from "../registry/index.ts";
import { isPlainStatus } from "../statements/index.ts";
import { type CaseMessageKey, messagesEn } from "./messages.en.ts";
import { publicationText } from "./present-site.ts";
import type { Presenter } from "./present-statement.ts";
import type { FindableThing } from "./search-thing.ts";
import type { MarkedText, SearchHitView } from "./search-views.ts";
import type { CaseState } from "./state.ts";

/** A text this long is shown whole; of a longer one this much, around what was found. */
const SHOWN_LETTERS = 280;
const LETTERS_BEFORE = 80;

/** Statuses that say nothing against a statement. */

interface Marked {
  readonly text: string;
  readonly marks: readonly Mark[];
}

interface ShowContext {
  readonly state: CaseState;
  readonly presenter: Presenter;
  readonly marks: SearchHits["marks"];
}

export function showHit(thing: FindableThing, { state, presenter, marks }: ShowContext): SearchHitView {
  const { title, text, remarks = [] } = wordsOf(thing, state, presenter);
  const markedTitle = { text: title, marks: marks(title) };
  const shown = cutAround({ text, marks: marks(text) });
  const also = othersOf(thing, [markedTitle, shown], { title, text, marks });
  return {
    kind: thing.kind,
    kindName: nameOfCode("search.kind", thing.kind, presenter),
    id: thing.id,
    title,
    remarks,
    text: shown.text,
    marks: { title: toView(markedTitle).marks, text: toView(shown).marks },
    also: also.map(toView),
    readAs: readAs([markedTitle, shown, ...also]),
  };
}

/** A code of the case in words: `search.kind.site`; the code itself where there is no word for it. */
export function nameOfCode(group: string, code: string, { translate }: Presenter): string {
  const key = `${group}.${code}`;
  return isKey(key) ? translate(key) : code;
}

function isKey(key: string): key is CaseMessageKey {
  return Object.hasOwn(messagesEn, key);
}

/** Its title in the language of the reader, and the text that says most of it. */
function wordsOf(
  thing: FindableThing,
  state: CaseState,
  presenter: Presenter,
): { readonly title: string; readonly text: string; readonly remarks?: readonly string[] } {
  const [name = "", ...others] = thing.names;
  switch (thing.kind) {
    case "source": {
      const source = state.sources.get(thing.id)?.value;
      return { title: titleOf(state, thing.id, presenter), text: source?.fileName ?? "" };
    }
    case "statement": {
      const recorded = state.statements.find(thing.id);
      if (recorded === undefined) return { title: thing.id, text: "" };
      const view = presenter.statement(recorded);
      const label = view.standing === "reported" ? "" : ` (${view.standingText})`;
      const denies = view.polarity === "denies" ? [presenter.translate("search.denies")] : [];
      const status = isPlainStatus(view.status) ? [] : [view.statusText];
      const title = `${view.subject.name}: ${view.propertyText}${label}`;
      const text = view.quote === "" ? (view.seen ?? "") : view.quote;
      return { title, text, remarks: [...denies, ...status] };
    }
    case "finding": {
      const finding = state.findings.get(thing.id)?.value;
      return { title: pickLocal(finding?.text ?? {}, presenter.language), text: "" };
    }
    case "listed-person":
    case "listed-place":
    case "roll-call":
      return { title: name === "" ? thing.id : name, text: others.join(" · ") };
    case "recommendation":
      return { title: thing.texts.find((text) => text.length > 40) ?? thing.id, text: "" };
    case "site":
      return {
        title: presenter.named(thing.id).name,
        text: `${thing.id} · ${publicationText(thing.id, { state, presenter, audience: "internal" })}`,
      };
    default: {
      const subject = state.subjects.get(thing.id)?.value;
      return {
        title: presenter.named(thing.id).name,
        text: pickLocal(subject?.note ?? {}, presenter.language),
      };
    }
  }
}

/** The title of a source in the language of the reader. */
export function titleOf(state: CaseState, id: string, { language }: Presenter): string {
  const source = state.sources.get(id)?.value;
  return source === undefined ? id : pickLocal(source.title, language);
}

/** Other texts of a thing, each with something asked for that none before it holds, or holds only as a likeness. */
function othersOf(
  { names, texts }: FindableThing,
  shown: readonly Marked[],
  { title, text, marks }: { readonly title: string; readonly text: string } & Pick<SearchHits, "marks">,
): Marked[] {
  const answered = new Set<string>();
  const asWritten = new Set<string>();
  const note = (found: readonly Mark[]) => {
    for (const mark of found) (isAsWritten(mark) ? asWritten : answered).add(mark.asked);
  };
  for (const each of shown) note(each.marks);
  const others: Marked[] = [];
  for (const other of [...names, ...texts]) {
    if (other === title || other === text) continue;
    const found = marks(other);
    const isNews = (mark: Mark) =>
      !asWritten.has(mark.asked) && (isAsWritten(mark) || !answered.has(mark.asked));
    if (!found.some(isNews)) continue;
    note(found);
    others.push(cutAround({ text: other, marks: found }));
  }
  return others;
}

function isAsWritten({ how }: Mark): boolean {
  return how === "written" || how === "begun";
}

/** A long text from a little before its first mark on, with … where it is cut, at spaces. */
function cutAround({ text, marks }: Marked): Marked {
  if (text.length <= SHOWN_LETTERS) return { text, marks };
  const first = Math.max(0, (marks[0]?.start ?? 0) - LETTERS_BEFORE);
  const from = first === 0 ? 0 : text.indexOf(" ", first) + 1 || first;
  const last = from + SHOWN_LETTERS;
  const space = text.lastIndexOf(" ", last);
  const to = last >= text.length ? text.length : space > from ? space : last;
  const before = from === 0 ? "" : "… ";
  const shift = before.length - from;
  return {
    text: `${before}${text.slice(from, to)}${to === text.length ? "" : " …"}`,
    marks: marks
      .filter(({ start, end }) => start >= from && end <= to)
      .map((mark) => ({ ...mark, start: mark.start + shift, end: mark.end + shift })),
  };
}

function toView({ text, marks }: Marked): MarkedText {
  return { text, marks: marks.map(({ start, end, how }) => ({ start, end, how })) };
}

/** Each word that stands nowhere as it was asked for. */
function readAs(shown: readonly Marked[]): SearchHitView["readAs"] {
  const marks = shown.flatMap((each) => each.marks.map((mark) => ({ mark, text: each.text })));
  const asWritten = new Set(marks.flatMap(({ mark }) => (isAsWritten(mark) ? mark.asked : [])));
  const read = new Map<string, SearchHitView["readAs"][number]>();
  for (const { mark, text } of marks) {
    const { asked, how } = mark;
    const found = text.slice(mark.start, mark.end);
    if (!asWritten.has(asked)) read.set(`${asked}\u0000${found}`, { asked, found, how });
  }
  return [...read.values()];
}
