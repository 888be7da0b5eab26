/**
 * Checks a case, a package or a proof with nothing but Node. An implementation of its own of the formats in
 * docs/formats: it shares no code with the program that writes them, so that a fault of one is found by the
 * other.
 */
import { X509Certificate } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { messageOf } from "./bytes.ts";
import { type CaseChecks, checkCase, isCase } from "./case.ts";
import { isFolder, isRegular } from "./files.ts";
import { createFindings } from "./findings.ts";
import { readKeptNote } from "./log-notes.ts";
import { type NoteKey, readVerifierKey } from "./note.ts";
import { checkPackage, isPackage } from "./package.ts";
import { checkProof } from "./proof.ts";
import { judgeGivenKeys, type Language, type Part, say, writeJson, writeReport } from "./report.ts";

const SOUND = 0;
const USAGE = 2;
const UNSOUND = 4;

interface Request extends CaseChecks {
  readonly keys: readonly NoteKey[];
  readonly entry: string | null;
  /** Root of a release that the reader was given. */
  readonly root: string | null;
}

async function main(): Promise<number> {
  let language: Language = process.env.INQUEST_LANG === "fa" ? "fa" : "en";
  const refuse = (text: string): number => {
    process.stderr.write(`${text}\n`);
    return USAGE;
  };
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: {
        key: { type: "string", multiple: true },
        checkpoint: { type: "string", multiple: true },
        entry: { type: "string" },
        root: { type: "string" },
        roots: { type: "string", multiple: true },
        lang: { type: "string" },
        json: { type: "boolean" },
        help: { type: "boolean" },
      },
    });
    if (values.lang === "fa" || values.lang === "en") language = values.lang;
    if (values.help === true || positionals.length === 0) {
      process.stdout.write(`${say(language, "usage.text")}\n`);
      return values.help === true ? SOUND : USAGE;
    }
    const [target = "", ...others] = positionals;
    if (others.length > 0) return refuse(say(language, "usage.one"));
    const keys: NoteKey[] = [];
    for (const text of values.key ?? []) {
      const key = readVerifierKey(text);
      if (typeof key === "string") return refuse(say(language, "usage.key", { key: text, fault: key }));
      keys.push(key);
    }
    const kept = (values.checkpoint ?? []).map(readKeptNote);
    const roots = (values.roots ?? []).flatMap(readCertificates);
    const root = values.root?.toLowerCase() ?? null;
    const parts = await check(target, {
      ...{ keys, kept, roots },
      entry: values.entry ?? null,
      root,
    });
    if (parts.length === 0) return refuse(say(language, "usage.nothing", { path: target }));
    if (root !== null && parts.every(({ kind }) => kind !== "package"))
      return refuse(say(language, "usage.root"));
    process.stdout.write(
      values.json === true ? writeJson(parts) : writeReport(parts, language, keys.length > 0),
    );
    return parts.every(({ findings }) => findings.problems.length === 0) ? SOUND : UNSOUND;
  } catch (error) {
    return refuse(messageOf(error));
  }
}

/** Every certificate of a PEM file. */
function readCertificates(path: string): X509Certificate[] {
  const found = readFileSync(path, "latin1").match(
    /-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/gu,
  );
  return (found ?? []).map((pem) => new X509Certificate(pem));
}

/** Everything that can be checked at a path; nothing when it is none of the three. */
async function check(target: string, request: Request): Promise<Part[]> {
  const path = resolve(target);
  if (isRegular(path)) {
    const findings = createFindings();
    const { entry, keys } = request;
    const result = await checkProof({ file: path, entry, trusted: keys }, findings);
    return [{ kind: "proof", path: target, result, findings }];
  }
  if (!isFolder(path)) return [];
  if (isCase(path)) return [await checkOneCase(path, "", target, request)];
  if (!isPackage(path)) return [];
  const findings = createFindings();
  const result = await checkPackage(path, request, findings);
  const parts: Part[] = [{ kind: "package", path: target, result, findings }];
  for (const below of casesIn(path))
    parts.push(await checkOneCase(join(path, below), `${below}/`, `${target}/${below}`, request));
  const isCompared = result.release !== null || (request.root === null && parts.length > 1);
  const isGiven = request.root !== null || request.keys.length > 0;
  // Whoever gave a root or a key would take "sound" for the word that the package is of these.
  if (isGiven && !isCompared && findings.problems.every(({ path: file }) => file !== "release.json"))
    findings.problem({ path: "release.json", code: "release/none" });
  return parts;
}

async function checkOneCase(dir: string, below: string, path: string, request: Request): Promise<Part> {
  const { findings, ...result } = await checkCase(dir, below, request);
  judgeGivenKeys(request.keys, result, findings);
  return { kind: "case", path, result, findings };
}

/** The payload itself, or folders directly below it. */
function casesIn(dir: string): string[] {
  const data = join(dir, "data");
  if (!isFolder(data)) return [];
  if (isCase(data)) return ["data"];
  const names = readdirSync(data).sort();
  return names
    .filter((name) => isFolder(join(data, name)) && isCase(join(data, name)))
    .map((name) => `data/${name}`);
}

process.exitCode = await main();
