/** The four answers as a table a person reads on a terminal. */
import type { AnswersView, FigureOnScreen } from "../case/index.ts";
import type { Translate } from "../core/index.ts";
import type { CliMessageKey } from "./messages.en.ts";

export interface AnswerTableOptions {
  readonly translate: Translate<CliMessageKey>;
  readonly columns: number;
  /** Figures of each question that are shown; the rest is counted. */
  readonly most: number;
  /** What the user types to name the case. */
  readonly caseName: string;
}

export interface TabledAnswers {
  readonly title: string;
  readonly fictional: boolean;
  readonly answers: AnswersView<FigureOnScreen>;
}

const QUESTIONS = ["howMany", "who", "where", "offices"] as const;
const LABEL_SHARE = 0.48;
const VALUE_SHARE = 0.34;

/** The answers of one case, question by question. */
export function writeAnswerTable(view: TabledAnswers, options: AnswerTableOptions): string {
  const { translate, columns } = options;
  const width = Math.max(60, Math.min(columns, 120));
  const lines = ["", view.title, "─".repeat(width)];
  if (view.fictional) lines.push(translate("answer.fictional"), "");
  for (const question of QUESTIONS) {
    const figures = view.answers[question];
    lines.push(translate(`question.${question}`));
    if (figures.length === 0) lines.push(`  ${translate("answer.none")}`);
    for (const figure of figures.slice(0, options.most)) lines.push(...figureLines(figure, width, options));
    const more = figures.length - options.most;
    if (more > 0) lines.push(`  ${translate("answer.more", { count: more, case: options.caseName })}`);
    lines.push("");
  }
  const first = QUESTIONS.flatMap((question) => view.answers[question]).find((f) => f.statements.length > 0);
  if (first !== undefined) lines.push(translate("answer.next", { case: options.caseName, figure: first.id }));
  return `${lines.join("\n")}\n`;
}

function figureLines(figure: FigureOnScreen, width: number, { translate }: AnswerTableOptions): string[] {
  const labelWidth = Math.floor(width * LABEL_SHARE);
  const valueWidth = Math.floor(width * VALUE_SHARE);
  const standing =
    figure.standing === "reported" && figure.speaker !== null
      ? translate("standing.by", { speaker: figure.speaker })
      : translate(`standing.${figure.standing}`);
  const place = [figure.subject?.name ?? figure.place, figure.subject === null ? null : figure.place];
  const about = [...new Set(place.filter((part) => part !== null && part !== ""))].join(", ");
  const isSite = figure.id.startsWith("where.") && figure.subject !== null;
  const label = isSite ? `${figure.label}: ${about}` : figure.label;
  const time = figure.time === null ? "" : `  ${figure.time}`;
  const labels = wrap(label, labelWidth - 2);
  const values = wrap(`${figure.valueText}${time}`, valueWidth);
  const standings = wrap(standing, width - labelWidth - valueWidth - 2);
  const rows = Math.max(labels.length, values.length, standings.length);
  const lines = Array.from({ length: rows }, (_, row) =>
    `  ${pad(labels[row] ?? "", labelWidth - 2)}${pad(values[row] ?? "", valueWidth)}  ${standings[row] ?? ""}`.trimEnd(),
  );
  if (figure.contradictedBy.length > 0) {
    lines.push(`    ↔ ${translate("answer.contradicted", { count: figure.contradictedBy.length })}`);
  }
  return lines;
}

function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(" ")) {
    if (line !== "" && widthOf(line) + 1 + widthOf(word) > width) {
      lines.push(line);
      line = word;
    } else line = line === "" ? word : `${line} ${word}`;
  }
  return [...lines, line];
}

function pad(text: string, width: number): string {
  return text + " ".repeat(Math.max(1, width - widthOf(text)));
}

/** Columns that a text takes: marks and joiners take none. */
function widthOf(text: string): number {
  return [...text.replace(/[\p{M}\p{Cf}]/gu, "")].length;
}
