/** The four answers as a table a person reads on a terminal. */
import type { AnswersView, FigureOnScreen } from "../case/index.ts";
import type { Calendar, Translate } from "../core/index.ts";
import { dualTime } from "./dual-time.ts";
import type { CliMessageKey } from "./messages.en.ts";

export interface AnswerTableOptions {
  readonly translate: Translate<CliMessageKey>;
  readonly columns: number;
  readonly calendar: Calendar;
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
const LEAST_WIDTH = 60;
const MOST_WIDTH = 110;
const LABEL_SHARE = 0.56;
const INDENT = "  ";

/** The answers of one case, question by question: label and value, and below them who says so, when and where. */
export function writeAnswerTable(view: TabledAnswers, options: AnswerTableOptions): string {
  const { translate, columns, calendar } = options;
  const width = Math.max(LEAST_WIDTH, Math.min(columns, MOST_WIDTH));
  const lines = ["", view.title, "═".repeat(width)];
  if (view.fictional) lines.push(translate("answer.fictional"));
  for (const question of QUESTIONS) {
    const figures = view.answers[question];
    lines.push("", translate(`question.${question}`), "─".repeat(width));
    if (figures.length === 0) lines.push(`${INDENT}${translate("answer.none")}`);
    const shown = figures.slice(0, options.most);
    for (const figure of shown) lines.push(...figureLines(figure, { figures, width, translate, calendar }));
    const more = figures.length - shown.length;
    if (more > 0) lines.push(`${INDENT}${translate("answer.more", { count: more, case: options.caseName })}`);
  }
  const first = QUESTIONS.flatMap((question) => view.answers[question]).find((f) => f.statements.length > 0);
  if (first !== undefined) {
    lines.push("", translate("answer.next", { case: options.caseName, figure: first.id }));
  }
  return `${lines.join("\n")}\n`;
}

interface LineContext {
  readonly figures: readonly FigureOnScreen[];
  readonly width: number;
  readonly calendar: Calendar;
  readonly translate: AnswerTableOptions["translate"];
}

function figureLines(figure: FigureOnScreen, { figures, width, translate, calendar }: LineContext): string[] {
  const labelWidth = Math.floor(width * LABEL_SHARE);
  const labels = wrap(figure.label, labelWidth - INDENT.length);
  const values = wrap(figure.valueText, width - labelWidth);
  const lines = Array.from({ length: Math.max(labels.length, values.length) }, (_, row) =>
    `${INDENT}${pad(labels[row] ?? "", labelWidth - INDENT.length)}${values[row] ?? ""}`.trimEnd(),
  );
  const { timeText } = figure;
  const time = timeText === null ? "" : dualTime(timeText, calendar === "solar-hijri" ? "fa" : "en");
  const details = [standingText(figure, translate), ...aboutOf(figure), time];
  lines.push(`${INDENT}${INDENT}${details.filter((part) => part !== "").join(" · ")}`);
  if (figure.contradictedBy.length > 0) {
    const others = figures
      .filter((other) => figure.contradictedBy.includes(other.id))
      .map((other) => `${other.valueText} (${standingText(other, translate)})`);
    lines.push(`${INDENT}${INDENT}↔ ${translate("answer.contradicted", { others: others.join("; ") })}`);
  }
  return lines;
}

function standingText(figure: FigureOnScreen, translate: AnswerTableOptions["translate"]): string {
  return figure.standing === "reported" && figure.speaker !== null
    ? translate("standing.by", { speaker: figure.speaker })
    : translate(`standing.${figure.standing}`);
}

/** What and where the figure is about, unless label and value say it already. */
function aboutOf({ label, valueText, subject, place }: FigureOnScreen): string[] {
  const said = `${label} ${valueText}`;
  // What every figure of the case is about, its event and its victims, goes without saying.
  const isGiven = subject === null || /^(event|group):/u.test(subject.id);
  const parts = [isGiven ? "" : subject.name, place ?? ""].filter(
    (part) => part !== "" && !said.includes(part),
  );
  const [first = "", second = ""] = parts;
  return first.endsWith(second) ? [first] : parts;
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
