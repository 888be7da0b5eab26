/** `inquest grade`: what people think of a source, a speaker or a statement. Nothing is computed from it. */
import { recordGrade } from "../case/index.ts";
import { toVisibleText } from "../core/index.ts";
import { usageError } from "./arguments.ts";
import { type Command, type CommandContext, findCase, writeJson } from "./context.ts";
import { withReader } from "./read-commands.ts";
import { withCase } from "./write-commands.ts";

/** `inquest grade WHAT A–F|1–6 [--topic T] --why "…"`, or `grade WHAT` to read the grades it has. */
export const grade: Command = (context) => {
  const { line, terminal, translate } = context;
  const [word, given] = line.operands;
  if (word === undefined) throw usageError("grade needs a source, a speaker or a statement.");
  if (given === undefined) return listGrades(context, word);
  const [topic, reason] = [line.value("topic"), line.value("why")];
  return withCase(context, findCase(context, undefined), async (opened) => {
    const id = await recordGrade(opened, { word, grade: given, topic, reason });
    terminal.out(`${translate("grade.recorded", { id, grade: given })}\n`);
    return 0;
  });
};

function listGrades(context: CommandContext, word: string): Promise<number> {
  const { line, terminal, translate } = context;
  return withReader(context, findCase(context, undefined), (reader) => {
    const grades = reader.grades(word, line.language);
    if (line.has("json")) writeJson(context, grades);
    else if (grades.length === 0) terminal.out(`${translate("grade.none")}\n`);
    else
      for (const { topic, gradeText, reason, by, on } of grades) {
        const about = topic === null ? "" : `${toVisibleText(topic)}: `;
        terminal.out(`${about}${gradeText}\n    ${toVisibleText(reason)} (${toVisibleText(by)}, ${on})\n`);
      }
    return 0;
  });
}
