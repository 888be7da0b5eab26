/** The files in which a release says what it holds, how it came about, and what changed since the one before. */
import { createTranslate, isolate, type JsonValue, type Language, toPlainJson } from "../core/index.ts";
import { REDACTION_PROFILES, type ReleaseContent, type ReleaseInventory } from "../release/index.ts";
import type { FigureCause, FigureChange, ReleaseChanges } from "./release-changes.ts";
import { releaseMessagesEn } from "./release-messages.en.ts";
import { releaseMessagesFa } from "./release-messages.fa.ts";

interface Told {
  readonly content: ReleaseContent;
  readonly inventory: ReleaseInventory;
  /** Null for the first release by its profile. */
  readonly changes: ReleaseChanges | null;
  readonly note: string | null;
}

/** @returns files by path below `data/`. */
export function recordFiles({ content, inventory, changes, note }: Told): (readonly [string, Uint8Array])[] {
  return [
    ["inventory.json", json(inventory)],
    ["method.json", json(methodOf(content))],
    ...(changes === null
      ? []
      : ([
          ["changes.json", json({ v: 1, note, ...changes })],
          ["changes.txt", text(changesInWords(changes, content.head, note))],
        ] as const)),
  ];
}

/** What was counted, how lists were read, what each estimate assumes, and what the profile lets out. */
function methodOf({ head, lists, sources, estimates }: ReleaseContent): object {
  return {
    v: 1,
    standardOfProof: head.standardOfProof,
    profile: REDACTION_PROFILES[head.profile],
    ...{ lists, sources },
    estimates: estimates.map(({ id, lists: of, assumption, methods, refused, warnings, linkageText }) => ({
      ...{ id, lists: of, assumption, methods, refused, warnings, linkage: linkageText },
    })),
  };
}

/** Why a figure is another, in words. */
export function causeInWords(cause: FigureCause, language: Language): string {
  const translate = wordsOf(language);
  if ("statement" in cause)
    return translate(`release.cause.${cause.is}`, { statement: isolate(cause.statement) });
  return "list" in cause
    ? translate("release.cause.list-imported", { list: isolate(cause.list) })
    : translate(`release.cause.${cause.is}`);
}

function wordsOf(language: Language) {
  return createTranslate<Record<keyof typeof releaseMessagesEn, string>>(
    { en: releaseMessagesEn, fa: releaseMessagesFa },
    language,
  );
}

function changesInWords(
  { since, figures, statements, people, sites }: ReleaseChanges,
  { language }: ReleaseContent["head"],
  note: string | null,
): string[] {
  const translate = wordsOf(language);
  const lineOf = ({ id, before, after, because: causes }: FigureChange): string => {
    if (before === null && after === null)
      return translate("release.changed.figure-gone", { id: isolate(id) });
    return translate("release.changed.figure", {
      label: isolate((after ?? before)?.label[language] ?? id),
      before: isolate(before?.valueText[language] ?? translate("release.changed.nothing")),
      after: isolate(after?.valueText[language] ?? translate("release.changed.nothing")),
      why:
        causes.length === 0
          ? translate("release.cause.unknown")
          : causes.map((cause) => causeInWords(cause, language)).join("; "),
      id: isolate(id),
    });
  };
  return [
    translate("release.changed.since", { number: since.number, on: since.on, root: isolate(since.root) }),
    ...(note === null ? [] : [isolate(note)]),
    ...(figures.length === 0 ? [translate("release.changed.no-figure")] : figures.map(lineOf)),
    ...statements.removed.map(({ id, why, by }) =>
      translate(`release.changed.statement.${by === null ? why : "corrected-by"}`, {
        id: isolate(id),
        by: isolate(by ?? ""),
      }),
    ),
    translate("release.changed.counts", {
      statements: statements.added.length,
      peopleAdded: people.added.length,
      peopleRemoved: people.removed.length,
      peopleChanged: people.changed.length,
      sitesAdded: sites.added.length,
      sitesRemoved: sites.removed.length,
      sitesChanged: sites.changed.length,
    }),
  ];
}

function json(value: object): Uint8Array {
  const plain: JsonValue = toPlainJson(value);
  return new TextEncoder().encode(`${JSON.stringify(plain, null, 2)}\n`);
}

function text(lines: readonly string[]): Uint8Array {
  return new TextEncoder().encode(`${lines.join("\n\n")}\n`);
}
