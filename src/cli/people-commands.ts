/** Commands about the people of a case: whose key counts, what needs a second person. */
import { PROPOSABLE_KINDS, type Proposal, propose, second, vouch } from "../case/index.ts";
import { usageError } from "./arguments.ts";
import { type Command, type CommandContext, findCase, writeJson } from "./context.ts";
import { withCase } from "./write-commands.ts";

/** `inquest propose <kind> <item|case> --why "…" --case DIR`. */
export const proposeAct: Command = async (context) => {
  const { line, terminal, translate } = context;
  const [word, subject] = line.operands;
  const why = line.value("why");
  const kind = PROPOSABLE_KINDS.find((known) => known === word);
  if (kind === undefined || subject === undefined || why === undefined) {
    throw usageError(
      `propose needs a kind (${PROPOSABLE_KINDS.join(", ")}), an item, a statement or "case", and --why.`,
    );
  }
  return withCase(context, findCase(context, undefined), async (opened) => {
    const id = await propose(opened, { kind, subject, why });
    if (line.has("json")) writeJson(context, { proposal: id, kind, subject, why });
    else terminal.out(`${translate("people.proposed", { kind, subject, id })}\n`);
    return 0;
  });
};

/** `inquest second <proposal> --case DIR`. */
export const secondAct: Command = async (context) => {
  const { line, terminal, translate } = context;
  const [id] = line.operands;
  if (id === undefined) throw usageError("second needs the id of a proposal; inquest people lists them.");
  return withCase(context, findCase(context, undefined), async (opened) => {
    const { kind, subject, by } = await second(opened, id);
    if (line.has("json")) writeJson(context, { proposal: id, kind, subject, by });
    else terminal.out(`${translate("people.seconded", { kind, subject, by })}\n`);
    return 0;
  });
};

/** `inquest vouch <actor> <device> --case DIR`. */
export const vouchFor: Command = async (context) => {
  const { line, terminal, translate } = context;
  const [actor, device] = line.operands;
  if (actor === undefined || device === undefined)
    throw usageError("vouch needs an actor and the device of their key; inquest people lists them.");
  return withCase(context, findCase(context, undefined), async (opened) => {
    await vouch(opened, { actor, device });
    terminal.out(`${translate("people.vouched", { actor, device })}\n`);
    return 0;
  });
};

/** `inquest people --case DIR`: enrolled keys, and proposals with their state. */
export const people: Command = async (context) => {
  const { line, terminal, translate } = context;
  return withCase(context, findCase(context, line.operands[0]), async (opened) => {
    const { twoPersons } = opened.state;
    const proposals = [...twoPersons.proposals.values()];
    const keys = twoPersons.enrolled.map((key) => ({ ...key, counts: twoPersons.isVouched(key) }));
    if (line.has("json")) {
      writeJson(context, { keys, proposals });
      return 0;
    }
    for (const { counts, ...key } of keys) {
      const state = translate(counts ? "people.key.vouched" : "people.key.unvouched");
      terminal.out(`${translate("people.key", { ...key, state })}\n`);
    }
    if (proposals.length === 0) terminal.out(`${translate("people.no-proposals")}\n`);
    for (const proposal of proposals) {
      const { id, kind, subject, by, why } = proposal;
      const state = stateOf(context, proposal);
      terminal.out(`${translate("people.proposal", { id, kind, subject, by, why, state })}\n`);
    }
    return 0;
  });
};

function stateOf({ translate }: CommandContext, { secondedBy, isUsed }: Proposal): string {
  if (secondedBy === null) return translate("people.state.open");
  return translate(isUsed ? "people.state.done" : "people.state.agreed", { by: secondedBy });
}
