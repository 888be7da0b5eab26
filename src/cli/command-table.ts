/** Every command: what runs, how it is written, and the group under which help shows it. */

import { access } from "./access-command.ts";
import { add } from "./add-command.ts";
import { allegations } from "./allegation-commands.ts";
import { appeals, recommendations, rollCalls } from "./appeal-commands.ts";
import { checkpoint } from "./checkpoint-commands.ts";
import { confirmation } from "./confirmation-command.ts";
import type { Command } from "./context.ts";
import { doctor, mirror, repair } from "./copy-commands.ts";
import { custody, derive } from "./custody-commands.ts";
import { estimateCase } from "./estimate-case-command.ts";
import { estimateFile } from "./estimate-file-command.ts";
import { explainCommand } from "./explain-command.ts";
import { linkFiles } from "./file-commands.ts";
import { findings, whatWouldChange } from "./finding-commands.ts";
import { grade } from "./grade-command.ts";
import type { helpMessagesEn } from "./help-messages.en.ts";
import { identity } from "./identity-command.ts";
import { inspect } from "./inspect-command.ts";
import { keys, recovery, reveal, shred } from "./key-commands.ts";
import { linkCase } from "./link-case-command.ts";
import { linkModeOf } from "./link-mode.ts";
import { lock } from "./lock-command.ts";
import { log, prove } from "./log-commands.ts";
import { mention } from "./mention-command.ts";
import { chainOfCommand, postings, whoHeld } from "./office-commands.ts";
import { passages } from "./passage-command.ts";
import { people, proposeAct, secondAct, vouchFor } from "./people-commands.ts";
import { person } from "./person-command.ts";
import { previewCommand } from "./preview-command.ts";
import { importOrPropose } from "./propose-command.ts";
import { provenance } from "./provenance-command.ts";
import { published } from "./published-command.ts";
import { answer, rebuild, trace, verify } from "./read-commands.ts";
import { name, record } from "./record-command.ts";
import { exportCase, release } from "./release-command.ts";
import { releases } from "./releases-command.ts";
import { review } from "./review-command.ts";
import { scan } from "./scan-command.ts";
import { schema } from "./schema-command.ts";
import { search } from "./search-command.ts";
import { serve, start } from "./serve-commands.ts";
import { site, sites } from "./site-commands.ts";
import { consent, status } from "./statement-commands.ts";
import { timestamp } from "./timestamp-commands.ts";
import { visibility } from "./visibility-command.ts";
import { build, init } from "./write-commands.ts";

/** In the order in which help shows them. */
export const GROUPS = ["begin", "work", "ask", "copies", "keys", "people"] as const;

export interface CommandEntry {
  readonly run: Command;
  readonly group: (typeof GROUPS)[number];
  /** One line for each way to write it, without the program's name. */
  readonly usage: readonly string[];
}

type HelpKey = keyof typeof helpMessagesEn;

/** The verbs that the messages describe: a command without words, or words without a command, do not compile. */
export type Verb = HelpKey extends infer Key
  ? Key extends `help.about.${infer Name}`
    ? Name
    : never
  : never;

export const COMMANDS: Readonly<Record<Verb, CommandEntry>> = {
  start: { run: start, group: "begin", usage: ["start [--port N] [--once] [--json]"] },
  serve: { run: serve, group: "begin", usage: ["serve [CASE …] [--port N] [--read-only]"] },
  init: {
    run: init,
    group: "begin",
    usage: ["init DIR --title T [--fictional] [--closed | --vault s3://BUCKET/FOLDER?endpoint=URL]"],
  },
  build: { run: build, group: "begin", usage: ["build FOLDER --case DIR"] },
  schema: { run: schema, group: "begin", usage: ["schema case|subjects|statements|findings|provenance|api"] },

  add: {
    run: add,
    group: "work",
    usage: ["add FILE|FOLDER … --case DIR [--seal] [--jobs N] [--limit NAME=NUMBER]"],
  },
  inspect: { run: inspect, group: "work", usage: ["inspect FILE … [--limit NAME=NUMBER] [--json]"] },
  scan: { run: scan, group: "work", usage: ["scan FILE|FOLDER --for WORDS.txt [--json]"] },
  import: {
    run: importOrPropose,
    group: "work",
    usage: [
      "import FILE --propose [--list NAME]",
      'import FILE --recipe R.json --case DIR [--list NAME] [--rejected OUT.csv] [--replace] [--accept-rejected] [--seal | --leave-open "reason"]',
      'import withdraw LIST --why "…" --case DIR',
    ],
  },
  releases: {
    run: releases,
    group: "work",
    usage: ["releases [CASE] [--json]", "releases LIST [--release N] --case DIR [--json]"],
  },
  provenance: {
    run: provenance,
    group: "work",
    usage: [
      "provenance [CASE] [--json]",
      "provenance LIST --case DIR [--json]",
      'provenance LIST [--draws-on LIST …] [--referred-from LIST …] [--covers "…"] [--scope "…"] [--could-not-record "…" …] [--source S] --why "…" --case DIR',
      'provenance withdraw LIST --why "…" --case DIR',
    ],
  },
  custody: {
    run: custody,
    group: "work",
    usage: [
      "custody SOURCE --case DIR [--json]",
      'custody SOURCE received|transferred|copied|exported|viewed [--from A] [--to B] [--by C] [--on DATE] [--note "…"] --why "…" --case DIR',
      'custody SOURCE described --what "photograph, dead body" … --case DIR',
    ],
  },
  derive: {
    run: derive,
    group: "work",
    usage: [
      "derive FILE --from SOURCE --what text|ocr|transcript|translation|thumbnail|redacted --tool T --tool-version V [--parameters JSON] --case DIR",
    ],
  },
  name: { run: name, group: "work", usage: ["name SUBJECTS.yaml … --case DIR [--json]"] },
  record: { run: record, group: "work", usage: ["record STATEMENTS.yaml … --case DIR [--json]"] },
  consent: {
    run: consent,
    group: "work",
    usage: [
      'consent SOURCE|STATEMENT|SPEAKER … --giver PSEUDONYM --scope internal|partners|un|prosecutor|public --how "…" [--purpose P …] [--expires DAY] [--on DAY] --case DIR',
      'consent withdraw ID --why "…" [--on DAY] --case DIR',
      "consent repeats --case DIR [--json]",
      "consent --case DIR [--json]",
    ],
  },
  status: {
    run: status,
    group: "work",
    usage: ['status STATEMENT draft|accepted|conflict|work-needed|issue|withdrawn [--why "…"] --case DIR'],
  },
  mention: {
    run: mention,
    group: "work",
    usage: [
      'mention MENTION is PERSON --why "…" --case DIR',
      'mention MENTION open --why "…" --case DIR',
      "mention --case DIR [--json]",
    ],
  },
  grade: {
    run: grade,
    group: "work",
    usage: [
      'grade SOURCE|SPEAKER A|B|C|D|E|F [--topic T] --why "…" --case DIR',
      'grade STATEMENT 1|2|3|4|5|6 --why "…" --case DIR',
      "grade SOURCE|SPEAKER|STATEMENT --case DIR [--json]",
    ],
  },
  link: {
    run: (context) => {
      const { what, isOnFiles } = linkModeOf(context.line);
      if (what === "explain") return explainCommand(context);
      if (what === "preview") return previewCommand(context);
      return isOnFiles ? linkFiles(context) : linkCase(context);
    },
    group: "work",
    usage: [
      "link --case DIR [--recipe R.json] [--train] [--engine duckdb] [--json]",
      "link --list a=a.csv --list b=b.csv --recipe R.json --out clusters.csv [--pairs pairs.csv] [--truth truth.csv] [--judgements judged.csv] [--sample to-judge.csv] [--engine duckdb] [--json]",
      "link --preview --case DIR|--list a=a.csv … --recipe R.json [--json]",
      "link explain A B --case DIR [--json]",
      "link explain A B --list a=a.csv --list b=b.csv --recipe R.json [--judgements judged.csv] [--json]",
    ],
  },
  review: {
    run: review,
    group: "work",
    usage: [
      "review --case DIR [--second [--seed S] | --sample N [--seed S]] [--json [--limit N]]",
      'review A B same|different|unsure [--why "…"] --case DIR [--json]',
      "review --list --case DIR [--json]",
      "review --persons --case DIR [--json [--limit N]]",
      'review --persons split ROW …|join A B|keep A [--why "…"] --case DIR [--json]',
      'review --undo JUDGEMENT [--why "…"] --case DIR',
    ],
  },
  estimate: {
    run: (context) =>
      context.line.values("table").length === 0 ? estimateCase(context) : estimateFile(context),
    group: "work",
    usage: [
      "estimate --case DIR [--plots DIR] [--reproduce DIR] [--json]",
      "estimate --table counts.csv [--table other-linkage.csv …] [--methods all|a,b] [--model [12,3] | --bootstrap N [--seed N]] [--strata place,period] [--merge A,B] [--provenance lists.yaml] [--rounds N] [--classes K] [--diagnose] [--plots DIR] [--reproduce DIR] [--json]",
    ],
  },
  rebuild: { run: rebuild, group: "work", usage: ["rebuild [CASE]"] },

  answer: { run: answer, group: "ask", usage: ["answer [CASE] [--json]"] },
  trace: { run: trace, group: "ask", usage: ["trace [CASE] ID [--json]"] },
  findings: {
    run: findings,
    group: "ask",
    usage: ["findings [CASE] [--json]", "findings FILE.yaml --case DIR"],
  },
  "what-would-change": {
    run: whatWouldChange,
    group: "ask",
    usage: ["what-would-change FIGURE --case DIR [--json]"],
  },
  confirmation: { run: confirmation, group: "ask", usage: ["confirmation [CASE] [--json]"] },
  person: { run: person, group: "ask", usage: ["person NAME --case DIR [--json]"] },
  passages: {
    run: passages,
    group: "ask",
    usage: ["passages SOURCE [--in FILE] --case DIR [--json]"],
  },
  search: {
    run: search,
    group: "ask",
    usage: [
      "search [WORDS …] --case DIR [--near] [--from N] [--limit N] [--json]",
      "search … --kind K --source S --list L --place P --speaker S --property P --status S --year Y --solar-year Y --script S --access A [--missing FACET]",
    ],
  },
  sites: {
    run: sites,
    group: "ask",
    usage: [
      "sites [CASE] [--on DATE] [--within DAYS] [--public] [--json]",
      'sites SITE --publish exact|coarsened|withheld [--km K] --risk "…" --why "…" --by REVIEWER --case DIR',
    ],
  },
  site: { run: site, group: "ask", usage: ["site SITE --case DIR [--on DATE] [--public] [--json]"] },
  access: {
    run: access,
    group: "people",
    usage: ['access SOURCE --to open|team --why "…" --case DIR [--json]'],
  },
  visibility: {
    run: visibility,
    group: "people",
    usage: [
      "visibility [CASE] [--json]",
      'visibility LIST|ROW|PERSON|SPEAKER … --show full|name|initials|counted|withheld --why "…" [--consent ID] --case DIR',
    ],
  },
  release: {
    run: release,
    group: "people",
    usage: [
      "release [CASE] --profile public|partners|commission --dry-run [--without FIGURE …] [--json]",
      'release [CASE] --profile public --out DIR [--contact "…"] [--index --why "…"] [--without FIGURE …] [--note "…"] [--json]',
      'release [CASE] --profile partners|commission --out DIR [--without FIGURE …] [--note "…"] [--json]',
    ],
  },
  export: {
    run: exportCase,
    group: "people",
    usage: [
      "export [CASE] --format bagit|ftm|csv|xlsx|geojson|r-matrix|jsonl --profile public|partners|commission --dry-run [--without FIGURE …] [--json]",
      'export [CASE] --format bagit|ftm|csv|xlsx|geojson|r-matrix|jsonl --profile public|partners|commission --out DIR [--without FIGURE …] [--note "…"] [--json]',
    ],
  },
  published: {
    run: published,
    group: "people",
    usage: ["published [CASE] [--json]", "published FIGURE --release N --case DIR [--json]"],
  },
  allegations: {
    run: allegations,
    group: "ask",
    usage: ["allegations [CASE] [--json]", 'allegations release|restrict STATEMENT --why "…" --case DIR'],
  },
  appeals: { run: appeals, group: "ask", usage: ["appeals [CASE] [--on DATE] [--json]"] },
  recommendations: {
    run: recommendations,
    group: "ask",
    usage: ["recommendations --case DIR [--from STATE] [--answer CODE|missing] [--json]"],
  },
  "roll-calls": { run: rollCalls, group: "ask", usage: ["roll-calls [ID|RESOLUTION] --case DIR [--json]"] },
  "who-held": {
    run: whoHeld,
    group: "ask",
    usage: ["who-held OFFICE --on DATE [--place PLACE] --case DIR [--json]"],
  },
  postings: {
    run: postings,
    group: "ask",
    usage: [
      "postings PERSON --case DIR [--json]",
      'postings PERSON --office OFFICE --unbroken|--broken --why "…" --case DIR',
    ],
  },
  "chain-of-command": {
    run: chainOfCommand,
    group: "ask",
    usage: ["chain-of-command UNIT --on DATE --case DIR [--json]"],
  },
  verify: {
    run: verify,
    group: "ask",
    usage: ["verify [CASE] [--jobs N] [--json]", "verify PACKAGE [--key VKEY …] [--root HEX] [--json]"],
  },

  prove: {
    run: prove,
    group: "ask",
    usage: [
      "prove [CASE] LEAF|ACT|SOURCE|SHA-256 [--for partners|un|prosecutor|public] [--out FILE] [--json]",
      "prove --check FILE.tlog-proof [--key VKEY] [--witness VKEY] [--json]",
    ],
  },
  checkpoint: {
    run: checkpoint,
    group: "ask",
    usage: [
      'checkpoint [CASE] [--out FILE|-] [--to "whom"] [--json]',
      "checkpoint [CASE] --released [--witness VKEY] [--json]",
      "checkpoint [CASE] --check OLD [--witness VKEY] [--out FILE.consistency] [--json]",
      "checkpoint [CASE] --add-cosigned FILE [--witness VKEY] [--json]",
    ],
  },
  log: {
    run: log,
    group: "ask",
    usage: ["log [CASE] [--follow] [--from LEAF] [--kind KIND] [--json]"],
  },

  timestamp: {
    run: timestamp,
    group: "ask",
    usage: [
      "timestamp request [--item SOURCE] --out FILE.tsq [--note-out FILE] --case DIR",
      "timestamp import FILE.tsr|FILE.ots [--roots PEM …] [--headers FILE …] --case DIR",
      "timestamp fetch --authority URL [--item SOURCE] [--roots PEM …] --case DIR",
      "timestamp fetch --calendar URL … [--item SOURCE] --case DIR",
      "timestamp list [--roots PEM …] [--headers FILE …] --case DIR [--json]",
      "timestamp upgrade --calendar URL … --case DIR",
    ],
  },
  mirror: { run: mirror, group: "copies", usage: ["mirror FOLDER|s3://… --case DIR [--json]"] },
  repair: {
    run: repair,
    group: "copies",
    usage: ["repair [--from FOLDER|s3://…] --case DIR [--json]", 'repair --accept-end --why "…" --case DIR'],
  },
  doctor: { run: doctor, group: "copies", usage: ["doctor [CASE] [--json]"] },

  keys: {
    run: keys,
    group: "keys",
    usage: [
      "keys --case DIR [--json]",
      "keys add-door --case DIR [--as ACTOR] [--recipient age1…]",
      'keys rotate --why "…" --case DIR [--without DOOR …]',
    ],
  },
  recovery: {
    run: recovery,
    group: "keys",
    usage: [
      "recovery make --case DIR [--threshold M] [--shares N] [--out SHEETS.pdf]",
      "recovery test FILE --case DIR",
      "recovery restore FILE --case DIR",
    ],
  },
  identity: {
    run: identity,
    group: "keys",
    usage: ["identity SPEAKER FILE|- --case DIR [--json]", "identity [CASE] [--json]"],
  },
  reveal: { run: reveal, group: "keys", usage: ['reveal ID --why "…" --case DIR [--out FILE]'] },
  shred: { run: shred, group: "keys", usage: ['shred ID --why "…" --case DIR [--copy MIRROR …]'] },
  lock: { run: lock, group: "keys", usage: ["lock [--panic]"] },
  people: { run: people, group: "people", usage: ["people --case DIR [--json]"] },
  vouch: { run: vouchFor, group: "people", usage: ["vouch ACTOR DEVICE --case DIR"] },
  propose: {
    run: proposeAct,
    group: "people",
    usage: ['propose KIND ITEM|STATEMENT|case --why "…" --case DIR'],
  },
  second: { run: secondAct, group: "people", usage: ["second PROPOSAL --case DIR"] },
};

/** The command of a verb; undefined for a word that is none. */
export function findCommand(word: string): CommandEntry | undefined {
  return isVerb(word) ? COMMANDS[word] : undefined;
}

export function isVerb(word: string): word is Verb {
  return Object.hasOwn(COMMANDS, word);
}
