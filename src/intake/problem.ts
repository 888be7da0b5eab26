/** Problems, rejected rows and notices with their words. */
import { createTranslate, type Language } from "../core/index.ts";
import type { Notice, Problem, RejectedRow } from "./list-import.ts";
import { type IntakeMessageKey, intakeMessagesEn } from "./messages.en.ts";
import { intakeMessagesFa } from "./messages.fa.ts";

export type ProblemParams = Readonly<Record<string, string | number>>;

/** Where in a file a problem or a rejected row stands. */
export interface RowPlace {
  readonly list: string;
  readonly fileName: string;
  readonly row: number;
  readonly line: number;
}

const english = createTranslate({ en: intakeMessagesEn, fa: intakeMessagesFa }, "en");

export function toNotice(code: IntakeMessageKey, params: ProblemParams): Notice {
  return { code, params: { ...params }, message: english(code, params) };
}

export function toRejectedRow(
  place: RowPlace,
  code: IntakeMessageKey,
  { text, ...params }: ProblemParams & { readonly text: string },
): RejectedRow {
  const filled = { row: String(place.row), ...params };
  return { ...placeOf(place), code, params: filled, reason: english(code, filled), text };
}

export function toProblem(
  place: RowPlace,
  code: IntakeMessageKey,
  about: {
    readonly column?: string;
    readonly field?: string;
    readonly raw?: string;
    readonly params?: ProblemParams;
  },
): Problem {
  const { column = null, field = null, raw = null, params = {} } = about;
  const cell = { ...(column === null ? {} : { column }), ...(raw === null ? {} : { raw }) };
  const filled = { row: String(place.row), ...cell, ...params };
  return { ...placeOf(place), code, column, field, raw, params: filled, message: english(code, filled) };
}

/** What a problem, rejected row or notice says, in another language than the English it carries. */
export function toProblemText(
  problem: { readonly code: string; readonly params: ProblemParams },
  language: Language,
): string {
  const translate = createTranslate({ en: intakeMessagesEn, fa: intakeMessagesFa }, language);
  return isMessageKey(problem.code) ? translate(problem.code, problem.params) : problem.code;
}

function placeOf({ list, fileName, row, line }: RowPlace): RowPlace {
  return { list, fileName, row, line };
}

function isMessageKey(code: string): code is IntakeMessageKey {
  return Object.hasOwn(intakeMessagesEn, code);
}
