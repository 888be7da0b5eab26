import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { inquest } from "../test/case/cli-fixture.ts";
import { temporaryFolder } from "../test/case-fixture.ts";
import { openShippedCase } from "../test/shipped-cases.ts";
import { createFindings } from "./findings.ts";
import { type NoteKey, readVerifierKey } from "./note.ts";
import { checkProof } from "./proof.ts";

let proof: Buffer = Buffer.alloc(0);
let act: Buffer = Buffer.alloc(0);
let keys: readonly NoteKey[] = [];
let folder = "";

async function judge(bytes: Uint8Array, entry: Uint8Array, trusted: readonly NoteKey[]) {
  writeFileSync(join(folder, "it.tlog-proof"), bytes);
  writeFileSync(join(folder, "it.act.json"), entry);
  const findings = createFindings();
  const result = await checkProof({ file: join(folder, "it.tlog-proof"), entry: null, trusted }, findings);
  const codes = (found: readonly { readonly code: string }[]) => found.map(({ code }) => code);
  return { result, problems: codes(findings.problems), notes: codes(findings.notes) };
}

describe("the stand-alone verifier of proofs", () => {
  beforeAll(async () => {
    const opened = await openShippedCase("kosovo-1999", "alone-proof");
    const leaf = Math.floor(opened.acts() / 3);
    await opened.close();
    folder = join(temporaryFolder("alone-proof"), "proof");
    mkdirSync(folder);
    const made = await inquest(folder, "prove", String(leaf), "--case", opened.dir, "--json");
    expect(made.code, made.err).toBe(0);
    const told: { readonly files: readonly string[]; readonly keys: readonly string[] } = JSON.parse(
      made.out,
    );
    const [proofFile = "", actFile = ""] = told.files;
    proof = readFileSync(join(folder, proofFile.slice(proofFile.lastIndexOf("/") + 1)));
    act = readFileSync(join(folder, actFile.slice(actFile.lastIndexOf("/") + 1)));
    keys = told.keys.map(readVerifierKey).filter((key): key is NoteKey => typeof key !== "string");
    expect(keys.length).toBeGreaterThan(0);
  });

  it("accepts what inquest prove wrote: with a trusted key, and without one says whose key to compare", async () => {
    const trusted = await judge(proof, act, keys);
    expect(trusted).toMatchObject({ problems: [], notes: [], result: { caseId: "kosovo-1999" } });
    expect(trusted.result.act?.id).toBe(JSON.parse(act.toString()).id);
    expect(await judge(proof, act, [])).toMatchObject({ problems: [], notes: ["ledger/key-unconfirmed"] });
  });

  it("refuses every flipped bit of proof and act that is tried, unless only unsigned extra changed", async () => {
    const from = proof.indexOf("extra ");
    const to = proof.indexOf("\n", from);
    let refused = 0;
    for (let n = 0; n < 400; n++) {
      const altered = Buffer.from(proof);
      const at = Math.floor((n * proof.length) / 400);
      altered[at] = (altered[at] ?? 0) ^ (1 << (n % 8));
      const isExtra = at >= from && at < to;
      const { problems } = await judge(altered, act, keys);
      if (!isExtra) expect(problems.length, `byte ${at}`).toBeGreaterThan(0);
      if (problems.length > 0) refused++;
    }
    for (let at = 0; at < act.length; at += 3) {
      const altered = Buffer.from(act);
      altered[at] = (altered[at] ?? 0) ^ (1 << (at % 8));
      const { problems } = await judge(proof, altered, keys);
      expect(problems, `byte ${at}`).toContain("ledger/proof-root");
      refused++;
    }
    console.log(`${refused} flips of a proof and its act refused`);
  });

  it("refuses a path that is longer, shorter or in another order, another index, and another log's key", async () => {
    const text = proof.toString();
    const lines = text.split("\n");
    const first = lines.findIndex((line) => line.startsWith("index ")) + 1;
    const without = lines.filter((_, at) => at !== first).join("\n");
    const longer = [...lines.slice(0, first), lines[first], ...lines.slice(first)].join("\n");
    const [one = "", two = ""] = lines.slice(first, first + 2);
    const swapped = text.replace(`${one}\n${two}`, `${two}\n${one}`);
    expect((await judge(Buffer.from(without), act, keys)).problems).toEqual(["ledger/proof-malformed"]);
    expect((await judge(Buffer.from(longer), act, keys)).problems).toEqual(["ledger/proof-malformed"]);
    expect((await judge(Buffer.from(swapped), act, keys)).problems).toEqual(["ledger/proof-root"]);
    const other = Buffer.from(text.replace(/^index \d+$/mu, "index 1"));
    expect((await judge(other, act, keys)).problems).not.toEqual([]);
    const stranger = readVerifierKey("PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW");
    if (typeof stranger === "string") throw new Error(stranger);
    expect((await judge(proof, act, [stranger])).problems).toEqual([
      "ledger/proof-origin",
      "ledger/proof-signature",
    ]);
  });
});
