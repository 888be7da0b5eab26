/** Who was asked for what, and what followed, as of the day of the checkpoint. */
import type { ReleasedAppeal, ReleasedStatement } from "../content.ts";
import type { Writing } from "./answers.ts";
import type { Block, Claim, Fact } from "./document.ts";
import { strong } from "./words.ts";

export function appealBlocks(writing: Writing): Block[] {
  const { content, words } = writing;
  if (content.appeals.length === 0) return [{ is: "text", text: [words.say("none.appeals")] }];
  const day = words.edtf(content.head.asOf);
  return [
    { is: "text", text: [words.say("appeals.asOf", { day })] },
    ...content.appeals.flatMap((appeal) => oneAppeal(appeal, writing)),
  ];
}

function oneAppeal(appeal: ReleasedAppeal, writing: Writing): Block[] {
  const { words, notes, statements } = writing;
  const { say, told } = words;
  const find = (ids: readonly string[]) => ids.flatMap((id) => statements.get(id) ?? []);
  const asks = find(appeal.asks);
  const answers = new Set(appeal.asked.flatMap((asked) => asked.answers));
  const alreadyTold = new Set([...appeal.asks, ...answers]);
  const others = find(appeal.statements).filter(({ id }) => !alreadyTold.has(id));
  const claim = (statement: ReleasedStatement): Claim => statementClaim(statement, writing);
  const heading = (text: string): Block => ({ is: "heading", level: 3, text, mark: null });
  return [
    { is: "heading", level: 2, text: told(appeal.name), mark: null },
    { is: "facts", facts: factsOf(appeal, writing) },
    ...(asks.length === 0
      ? []
      : [heading(say("appeals.asks")), { is: "claims" as const, claims: asks.map(claim) }]),
    ...(appeal.asked.length === 0
      ? []
      : [
          heading(say("appeals.followed")),
          {
            is: "claims" as const,
            claims: appeal.asked.map(
              ({ addressee, stateText, answers: given }): Claim => ({
                mark: "reported",
                text: [strong(told(addressee)), say("colon"), told(stateText)],
                beside: find(given).map((answer) => [
                  told(answer.standingText),
                  say("colon"),
                  told(answer.valueText),
                ]),
                // Where nobody answered, it rests on what is said of the appeal itself.
                notes: notes.cite(given.length > 0 ? given : appeal.statements),
              }),
            ),
          },
        ]),
    ...(others.length === 0
      ? []
      : [heading(say("appeals.more")), { is: "claims" as const, claims: others.map(claim) }]),
  ];
}

function factsOf(
  { senders, addressees, sent, statements }: ReleasedAppeal,
  { words, notes }: Writing,
): Fact[] {
  const { say } = words;
  const cites = notes.cite(statements);
  return [
    ...(senders.length === 0 ? [] : [{ name: say("appeals.from"), value: [words.list(senders), { cites }] }]),
    ...(addressees.length === 0
      ? []
      : [{ name: say("appeals.to"), value: [words.list(addressees), { cites }] }]),
    {
      name: say("appeals.sent"),
      value: sent === null ? [say("appeals.sent.unsaid")] : [words.time(sent), { cites }],
    },
  ];
}

export function statementClaim(statement: ReleasedStatement, { words, notes }: Writing): Claim {
  const { id, propertyText, valueText, of, polarity, standingText, time } = statement;
  const { say, told } = words;
  const value = [told(valueText), ...(of === null ? [] : [told(of.name)])].filter((text) => text !== "");
  return {
    mark: "reported",
    text: [
      ...(polarity === "denies" ? [strong(say("statements.denies")), " "] : []),
      told(propertyText),
      ...(value.length === 0 ? [] : [say("colon"), strong(value.join(say("comma")))]),
      ...(time === null ? [] : [say("comma"), words.time(time)]),
    ],
    beside: [[told(standingText)]],
    notes: notes.cite([id]),
  };
}
