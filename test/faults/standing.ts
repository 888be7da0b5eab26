/** The question of every fault test: does all that was acknowledged stand, and does the case go on? */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type OpenCase, openCase, verifyCase } from "../../src/case/index.ts";
import { hashBytes } from "../../src/core/index.ts";
import { openLedger, toSignerFromSeed, type VerifyProblem, verifyLedger } from "../../src/ledger/index.ts";
import { openVault, verifyVault } from "../../src/vault/index.ts";
import type { Acknowledgement } from "./acknowledgement.ts";
import { filesBelow } from "./built-case.ts";
import { bytesOf, CANARIES, CASE_ID, DOOR_ROUNDS, PASSPHRASE, smallConfig } from "./small-case.ts";

export interface StandingOptions {
  readonly dir: string;
  readonly home: string;
  readonly acknowledged: readonly Acknowledgement[];
  /** Whether to write on: an act and a blob, and verify again. */
  readonly goOn: boolean;
}

/** Everything that is not as it was promised, in words; empty when all stands. Opening for writing may tidy up. */
export async function findLosses(options: StandingOptions): Promise<string[]> {
  try {
    return existsSync(join(options.dir, "case.json"))
      ? await lossesOfCase(options)
      : await lossesOfParts(options);
  } catch (error) {
    return [`thrown: ${error instanceof Error ? error.message : String(error)}`];
  }
}

const isMade = (acknowledged: readonly Acknowledgement[]) => acknowledged.length > 0;
const toLine = ({ path, code, text }: VerifyProblem) => `${code} ${path}: ${text}`;

/** Before a case was acknowledged it may have no log, or no configuration in it: nothing was promised yet. */
function judged(problems: readonly VerifyProblem[], acknowledged: readonly Acknowledgement[]): string[] {
  const unmade = ["ledger/missing", "case/file-altered"];
  return problems.filter(({ code }) => isMade(acknowledged) || !unmade.includes(code)).map(toLine);
}

async function lossesOfCase({ dir, home, acknowledged, goOn }: StandingOptions): Promise<string[]> {
  const before = await verifyCase(dir);
  const losses = [...judged(before.problems, acknowledged), ...openWords(dir)];
  if (losses.length > 0) return losses;
  let draws = 0;
  const surroundings = {
    now: () => Date.now(),
    random: (sizeBytes: number) => bytesOf(`${dir} ${process.hrtime.bigint()} ${draws++}`, sizeBytes),
    homeDir: home,
    actor: "worker",
    askPassphrase: () => Promise.resolve(PASSPHRASE),
    doorRounds: DOOR_ROUNDS,
  };
  const opened = await openCase({ dir, mode: goOn ? "write" : "read", surroundings }).catch(
    (error: unknown) => {
      if (!goOn && !isMade(acknowledged)) return null;
      throw error;
    },
  );
  if (opened === null) return [];
  try {
    for (const ack of acknowledged) {
      if (ack.ack === "act") losses.push(...lossOfAct(opened.ledger, ack));
      if (ack.ack === "blob") losses.push(...(await lossOfBlob(dir, ack)));
      if (ack.ack === "source" && !opened.state.sources.has(ack.id))
        losses.push(`the source ${ack.id} is gone`);
      if (ack.ack === "estimate" && !opened.state.estimates.has(ack.id))
        losses.push(`the estimate ${ack.id} is gone`);
      if (ack.ack === "link" && opened.state.link?.value.persons !== ack.persons)
        losses.push("the link is gone");
      if (ack.ack === "list") {
        const records = opened.state.lists.has(ack.name) ? (await opened.records(ack.name)).length : null;
        if (records !== ack.records)
          losses.push(`the list ${ack.name} has ${records} of ${ack.records} records`);
      }
    }
    for (const ack of acknowledged) {
      if (ack.ack === "secret") losses.push(...(await lossOfSecret(opened, ack)));
    }
    // Nothing half visible: what the log names can be read, whether it was acknowledged or not.
    for (const name of opened.state.lists.keys()) await opened.records(name);
    if (goOn) {
      if (opened.state.config === null) {
        const config = JSON.parse(JSON.stringify(smallConfig));
        await opened.record([{ kind: "case.configured", body: { config } }]);
      }
      await opened.seal(bytesOf(`more ${Date.now()}`, 100));
      await opened.ledger.append([{ kind: "note.taken", body: { text: "more" } }]);
    }
  } finally {
    await opened.close();
  }
  if (!goOn) return losses;
  const after = await verifyCase(dir);
  return [...losses, ...after.problems.map((problem) => `after going on: ${toLine(problem)}`)];
}

async function lossOfSecret(
  opened: OpenCase,
  { id, sha256 }: { readonly id: string; readonly sha256: string },
): Promise<string[]> {
  const content = opened.state.sources.get(id)?.value.sealed?.content;
  if (content === undefined) return [`the encrypted source ${id} is gone`];
  const found = hashBytes(await opened.secrets.open(content));
  return found === sha256 ? [] : [`the encrypted source ${id} holds ${found}, not ${sha256}`];
}

/** Words of encrypted content that lie open in any file of the case. */
function openWords(dir: string): string[] {
  return filesBelow(dir, ["."]).flatMap((path) => {
    const bytes = readFileSync(join(dir, path));
    return CANARIES.filter((word) => bytes.includes(word)).map((word) => `"${word}" lies open in ${path}`);
  });
}

async function lossesOfParts({ dir, acknowledged, goOn }: StandingOptions): Promise<string[]> {
  const losses = await problemsOfParts(dir, acknowledged);
  if (losses.length > 0) return losses;
  const acts = acknowledged.filter((ack) => ack.ack === "act");
  const hasLog = acknowledged.some(({ ack }) => ack === "act" || ack === "case" || ack === "checkpoint");
  if (hasLog || goOn) {
    const signer = goOn ? toSignerFromSeed("worker", bytesOf("key of worker", 32)) : null;
    let draws = 0;
    const random = (sizeBytes: number) => bytesOf(`${dir} ${process.hrtime.bigint()} ${draws++}`, sizeBytes);
    const ledger = await openLedger({ dir, caseId: CASE_ID, signer, now: () => Date.now(), random });
    losses.push(...acts.flatMap((ack) => lossOfAct(ledger, ack)));
    const told = Math.max(0, ...acknowledged.map((ack) => (ack.ack === "checkpoint" ? ack.treeSize : 0)));
    const covered = ledger.checkpoint()?.treeSize ?? 0;
    if (covered < told)
      losses.push(`the checkpoint covers ${covered} acts, but one of ${told} was given out`);
    if (goOn) await ledger.append([{ kind: "note.taken", body: { text: "more" } }]);
    await ledger.close();
  }
  for (const ack of acknowledged) if (ack.ack === "blob") losses.push(...(await lossOfBlob(dir, ack)));
  if (!goOn) return losses;
  await (await openVault(dir)).seal(bytesOf(`more ${process.hrtime.bigint()}`, 100));
  return [...losses, ...(await problemsOfParts(dir, acknowledged)).map((text) => `after going on: ${text}`)];
}

async function problemsOfParts(dir: string, acknowledged: readonly Acknowledgement[]): Promise<string[]> {
  const isLog = acknowledged.some(({ ack }) => ack === "act" || ack === "case" || ack === "checkpoint");
  const ledger =
    existsSync(join(dir, "ledger")) || isLog ? await verifyLedger({ dir, caseId: CASE_ID }) : null;
  const expected = acknowledged.flatMap((ack) =>
    ack.ack === "blob"
      ? [{ sha256: ack.sha256, sizeBytes: ack.sizeBytes, neededBy: "an acknowledgement" }]
      : [],
  );
  const vault = await verifyVault({ dir, expected });
  return [...judged(ledger?.problems ?? [], acknowledged), ...vault.problems.map(toLine)];
}

function lossOfAct(
  ledger: { readonly size: number; read(leafIndex: number): { readonly id: string } },
  { leafIndex, id }: { readonly leafIndex: number; readonly id: string },
): string[] {
  if (leafIndex >= ledger.size) return [`leaf ${leafIndex} is gone: the log has ${ledger.size} acts`];
  const found = ledger.read(leafIndex).id;
  return found === id ? [] : [`leaf ${leafIndex} is ${found}, not ${id}`];
}

async function lossOfBlob(
  dir: string,
  { sha256, sizeBytes }: { sha256: string; sizeBytes: number },
): Promise<string[]> {
  const bytes = await (await openVault(dir)).read(sha256);
  return bytes.length === sizeBytes ? [] : [`the blob ${sha256} has ${bytes.length} of ${sizeBytes} bytes`];
}
