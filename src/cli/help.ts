/** What `inquest help` prints: all commands by group, or one command with everything that it takes. */
import type { Translate } from "../core/index.ts";
import { COMMANDS, GROUPS, isVerb, type Verb } from "./command-table.ts";
import type { CliMessageKey } from "./messages.en.ts";

const VERB_WIDTH = 17;

/** @param word - a verb, or anything else for the list of all. */
export function writeHelp(word: string | undefined, translate: Translate<CliMessageKey>): string {
  return word !== undefined && isVerb(word) ? helpOf(word, translate) : helpOfAll(translate);
}

function helpOfAll(translate: Translate<CliMessageKey>): string {
  const verbs = Object.keys(COMMANDS).filter(isVerb);
  const groups = GROUPS.map((group) => {
    const lines = verbs
      .filter((verb) => COMMANDS[verb].group === group)
      .map((verb) => `  ${verb.padEnd(VERB_WIDTH)} ${translate(`help.about.${verb}`)}\n`);
    return `${translate(`help.group.${group}`)}\n${lines.join("")}`;
  });
  return `${translate("help.head")}\n\n${groups.join("\n")}\n${translate("help.foot")}\n`;
}

function helpOf(verb: Verb, translate: Translate<CliMessageKey>): string {
  const lines = COMMANDS[verb].usage.map((usage) => `  inquest ${usage}\n`);
  return `${lines.join("")}\n${translate(`help.about.${verb}`)}\n\n${translate("help.foot")}\n`;
}
