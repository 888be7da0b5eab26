/** `inquest person NAME`: what statements say of a person, for and against. */
import type { CaseReader } from "../case/index.ts";
import { toVisibleText } from "../core/index.ts";
import { usageError } from "./arguments.ts";
import { asWritten } from "./as-written.ts";
import { type Command, type CommandContext, findCase, writeJson } from "./context.ts";
import { dualTime } from "./dual-time.ts";
import { withReader } from "./read-commands.ts";

type Field = ReturnType<CaseReader["statedPerson"]>["fields"][number];

/** `inquest person NAME --case DIR [--json]`. */
export const person: Command = (context) => {
  const { line, terminal, translate } = context;
  const word = line.operands.join(" ");
  if (word === "") throw usageError("person needs a name or an id.");
  return withReader(context, findCase(context, undefined), (reader) => {
    const view = reader.statedPerson(word, line.language);
    if (line.has("json")) {
      writeJson(context, view);
      return 0;
    }
    terminal.out(`${toVisibleText(view.person.name)}\n\n`);
    terminal.out(`  ${view.confirmation.text}\n`);
    if (view.mentions.length > 0) {
      const names = view.mentions.map(({ name }) => toVisibleText(name)).join(translate("passage.comma"));
      terminal.out(`  ${translate("person.mentions", { names })}\n`);
    }
    if (view.sequenceText !== null) terminal.out(`  ! ${toVisibleText(view.sequenceText)}\n`);
    if (view.withheld > 0) terminal.out(`  ${translate("person.withheld", { count: view.withheld })}\n`);
    terminal.out("\n");
    for (const field of view.fields) writeField(context, field);
    if (view.fields.length === 0) terminal.out(`  ${translate("person.nothing")}\n`);
    return 0;
  });
};

function writeField(context: CommandContext, field: Field): void {
  const { line, terminal, translate } = context;
  terminal.out(`  ${field.propertyText} · ${field.confirmationText}\n`);
  for (const [index, claim] of field.claims.entries()) {
    const { valueText, time, place, asserting, denying, voices, firstHand, exactly } = claim;
    const mark = index === field.shown ? "■" : "◇";
    const when = time === null ? null : dualTime(time, line.language);
    const what = [valueText, when, place?.name].filter(
      (part) => part !== null && part !== undefined && part !== "",
    );
    const counts = translate("person.counts", {
      asserting: asserting.length,
      denying: denying.length,
      voices,
      firstHand,
      exactly,
    });
    terminal.out(`    ${mark} ${toVisibleText(what.join(", "))} · ${counts}\n`);
    const statements = [
      ...asserting.map((said) => ({ said, sign: "" })),
      ...denying.map((said) => ({ said, sign: "≠ " })),
    ];
    for (const { said, sign } of statements) {
      const { quote, key, id } = said;
      terminal.out(
        `        ${sign}“${toVisibleText(quote)}” (${key ?? id})${asWritten(context, said)}${doubtOf(said)}\n`,
      );
    }
  }
  terminal.out(`    ${field.shownBy}\n`);
}

/** What its recorders found against a statement; nothing for a draft and for one that was accepted. */
function doubtOf({ status, statusText }: Field["claims"][number]["asserting"][number]): string {
  return status === "draft" || status === "accepted" ? "" : ` · ${toVisibleText(statusText)}`;
}
