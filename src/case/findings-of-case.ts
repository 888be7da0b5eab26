/** Findings of a case: read from a file, recorded, judged beside what supports them; and what an answer hangs on. */
import { z } from "zod";
import { InquestError, parseEdtf, pickLocal } from "../core/index.ts";
import {
  createFigureWriter,
  Finding,
  faultOfFinding,
  isAbove,
  type JudgedFinding,
  judgeFinding,
  whatWouldChange,
} from "../findings/index.ts";
import { entryError, parseEntry, readEntryFile, type StandardOfProof } from "../statements/index.ts";
import type { CaseContents } from "./case-contents.ts";
import type { FindingsView, WhatWouldChangeView } from "./finding-views.ts";
import type { CaseHandle } from "./handle.ts";
import type { Presenter } from "./present-statement.ts";
import { isRestricted } from "./restricted.ts";
import type { CaseState } from "./state.ts";

/** As a person writes it: statements by key or id. */
export const WrittenFinding = Finding.extend({
  supports: z.array(z.string().min(1)).min(1),
  contradicts: z.array(z.string().min(1)).default([]),
});

/**
 * Reads and records findings; the same finding again is a no-op, and another under its id takes its place.
 *
 * @param file - its name, for messages; one that ends in `.json` is read as JSON.
 * @throws InquestError with file and line: "statements/yaml", "statements/json", "statements/invalid-entry", "case/finding-statement"
 *   for a statement that there is not, "case/finding-restricted" for one that no answer may use, "case/finding-above" when the standard is above what the support bears and
 *   nobody answers for it. Nothing is recorded from a file with a mistake.
 */
export async function recordFindings(
  handle: CaseHandle,
  text: string,
  file: string,
): Promise<readonly string[]> {
  const format = "finding";
  const list = readEntryFile(text, file);
  const whole = { file, line: 1, entry: "the file", pointer: "", format } as const;
  const entries = parseEntry(z.array(z.unknown()).min(1), list.value, whole);
  const findings = entries.map((entry, index) => {
    const at = {
      file,
      line: list.lineOf([index]),
      entry: `finding ${index + 1}`,
      pointer: `/${index}`,
      format,
    } as const;
    const written = parseEntry(WrittenFinding, entry, at);
    const idOf = (word: string): string => {
      const found = handle.state.statements.find(word)?.statement;
      if (found !== undefined && isTakenBack(handle.state, found.id)) {
        throw entryError(
          "case/finding-statement",
          at,
          `the statement "${word}" was withdrawn by its recorders: no finding stands on it. Set its status anew (inquest status ${word} accepted) if that was a mistake.`,
        );
      }
      if (found !== undefined && !isRestricted(handle.state, found)) return found.id;
      if (found !== undefined) {
        throw entryError(
          "case/finding-restricted",
          at,
          `the statement "${word}" is restricted: no finding may stand on it, for or against. Two people release an allegation: inquest propose allegation.released ${word}.`,
        );
      }
      if (handle.state.statements.findRecorded(word) !== undefined)
        throw entryError(
          "case/withheld",
          at,
          `the statement "${word}" is withheld: whoever spoke took their consent back, or gave it for a time that is over.`,
        );
      throw entryError(
        "case/finding-statement",
        at,
        `no statement of this case has the key or id "${word}".`,
      );
    };
    const finding = Finding.parse({
      ...written,
      supports: written.supports.map(idOf),
      contradicts: written.contradicts.map(idOf),
    });
    requireStanding(judge(finding, handle.state), at);
    const fault = faultOfFinding(finding);
    if (fault !== null)
      throw entryError("statements/invalid-entry", at, `${fault}. See docs/formats/finding.md.`);
    return finding;
  });
  const isNews = (finding: Finding) =>
    JSON.stringify(handle.state.findings.get(finding.id)?.value) !== JSON.stringify(finding);
  const fresh = findings.filter(isNews);
  await handle.record(
    fresh.map((finding) => ({ kind: "finding.recorded", body: { finding: { ...finding } } })),
  );
  return fresh.map(({ id }) => id);
}

function requireStanding(
  { finding, ceiling, support }: JudgedFinding,
  at: Parameters<typeof entryError>[1],
): void {
  if (finding.above !== undefined || !isAbove(finding.standard, ceiling)) return;
  throw entryError(
    "case/finding-above",
    at,
    `"${finding.id}" claims ${finding.standard}, and its support bears ${ceiling ?? "no standard"} at most (${support.voices} independent voices, ${support.firstHand} first-hand, ${support.originals} originals). Add support, lower the standard, or let a reviewer answer for it under "above: {by, why}".`,
  );
}

function judge(finding: Finding, state: CaseState): JudgedFinding {
  return judgeFinding(finding, {
    // One that was withdrawn, or is restricted, since or again, supports nothing and is shown to nobody here.
    find: (id) => {
      const found = state.statements.find(id);
      return found === undefined || isRestricted(state, found.statement) || isTakenBack(state, id)
        ? null
        : found;
    },
    subjectOf: (id) => state.subjects.get(id)?.value,
    sourceOf: (id) => state.sources.get(id)?.value,
  });
}

function isTakenBack(state: CaseState, id: string): boolean {
  return state.statusOf(id).status === "withdrawn";
}

export function presentFindings(
  state: CaseState,
  caseStandard: StandardOfProof,
  presenter: Presenter,
): FindingsView {
  return {
    findings: [...state.findings.values()].map(({ value, at }) => {
      const judged = judge(value, state);
      return {
        id: value.id,
        question: value.question,
        text: pickLocal(value.text, presenter.language),
        standard: value.standard,
        ceiling: judged.ceiling,
        standing: judged.standing,
        support: judged.support,
        supports: judged.supports.map(presenter.statement),
        contradicts: judged.contradicts.map(presenter.statement),
        lost: judged.lost,
        limitations: pickLocal(value.limitations, presenter.language),
        reviewers: value.reviewers,
        above: value.above ?? null,
        isBelowCase: isAbove(caseStandard, value.standard),
        hangsOn: judged.hangsOn,
        recordedAt: at,
      };
    }),
  };
}

/** @throws InquestError "case/not-found". */
export function presentWhatWouldChange(
  state: CaseState,
  { facts }: CaseContents,
  id: string,
  presenter: Presenter,
): WhatWouldChangeView {
  const dependences = whatWouldChange(facts, id);
  if (dependences === null) {
    throw new InquestError({
      code: "case/not-found",
      reaction: "not-found",
      message: `No figure has the id ${id}. inquest answer --json gives the ids.`,
      evidence: { id },
    });
  }
  const writer = createFigureWriter(presenter.language, (subject) => state.subjects.get(subject)?.value);
  const timeOf = (edtf: string | null) => {
    if (edtf === null) return "";
    const { gregorian, solarHijri } = presenter.time(parseEdtf(edtf));
    return presenter.language === "fa" ? solarHijri : gregorian;
  };
  return {
    figure: id,
    dependences: dependences.map(({ without, effect, after }) => {
      const recorded = state.statements.find(without);
      return {
        without,
        statement: recorded === undefined ? null : presenter.statement(recorded),
        effect,
        after:
          after === null ? null : [writer.valueText(after), timeOf(after.time)].filter(Boolean).join(" · "),
      };
    }),
  };
}
