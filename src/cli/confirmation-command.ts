/** `inquest confirmation`: by which rule persons are confirmed, and how many have each level. */
import { formatNumber } from "../core/index.ts";
import { type Command, findCase, writeJson } from "./context.ts";
import { withReader } from "./read-commands.ts";

/** `inquest confirmation [CASE] [--json]`. */
export const confirmation: Command = (context) => {
  const { line, terminal, translate } = context;
  return withReader(context, findCase(context, line.operands[0]), (reader) => {
    const view = reader.confirmation(line.language);
    if (line.has("json")) {
      writeJson(context, view);
      return 0;
    }
    const number = (value: number) => formatNumber(value, line.language);
    terminal.out(`${translate(view.isDefault ? "confirmation.default" : "confirmation.own")}\n\n`);
    for (const { text, listed, stated } of view.levels) {
      const counts = translate("confirmation.counts", { listed: number(listed), stated: number(stated) });
      terminal.out(`  ${text}\n      ${counts}\n`);
    }
    terminal.out(`\n${translate("confirmation.proofs", { proofs: view.proofs.join(", ") })}\n`);
    return 0;
  });
};
