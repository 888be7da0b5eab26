import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { openCase } from "../../src/case/index.ts";
import { fixedSurroundings, temporaryFolder } from "../case-fixture.ts";
import { inquest } from "./cli-fixture.ts";

/** A name that turns the line around where a terminal obeys it. */
const TURNED = "innocent\u202ecod.exe";

let folder = "";
const lines = (out: string) => out.trimEnd().split("\n");

beforeAll(async () => {
  folder = temporaryFolder("log-commands");
  await inquest(folder, "init", "case", "--title", "T");
  writeFileSync(join(folder, "letter.txt"), "a letter");
  writeFileSync(join(folder, `${TURNED}.txt`), "another");
  await inquest(folder, "add", "letter.txt", `${TURNED}.txt`, "--case", "case");
});

describe("inquest log", () => {
  it("writes a line for each act: leaf, time, actor, kind, id, what it is about", async () => {
    const { code, out } = await inquest(folder, "log", "case");
    expect(code).toBe(0);
    expect(lines(out)).toHaveLength(4);
    expect(lines(out)[2]).toMatch(
      /^ +2 {2}\d{4}-\d\d-\d\d \d\d:\d\d:\d\dZ {2}keeper {2}source sealed {2}[0-9a-f-]{36} {2}letter letter\.txt src-[0-9a-f]{32}$/u,
    );
  });

  it("shows direction characters of other people's names and never obeys them, in JSON too", async () => {
    for (const args of [[], ["--lang", "fa"], ["--json"]]) {
      const { out } = await inquest(folder, "log", "case", ...args);
      expect(out).not.toMatch(/[\u202a-\u202e\u2066-\u2069]/u);
    }
    const { out } = await inquest(folder, "log", "case", "--json", "--from", "3");
    expect(JSON.parse(out).body.source.fileName).toBe(`${TURNED}.txt`);
    expect((await inquest(folder, "log", "case")).out).toContain("innocent⟨U+202E⟩cod.exe");
  });

  it("speaks Persian, with Persian digits and Solar Hijri days", async () => {
    const { out } = await inquest(folder, "log", "case", "--lang", "fa");
    expect(lines(out)[2]).toMatch(/^ +۲ {2}۱[۰-۹]{3}-[۰-۹]{2}-[۰-۹]{2} .*Z {2}keeper {2}مُهر منبع {2}/u);
  });

  it("gives the kinds and the leaves that are asked for", async () => {
    const { out } = await inquest(folder, "log", "case", "--json", "--from", "1", "--kind", "source");
    expect(lines(out).map((line) => JSON.parse(line).leafIndex)).toEqual([2, 3]);
    expect((await inquest(folder, "log", "case", "--kind", "no.such")).out).toBe("");
    expect((await inquest(folder, "log", "case", "--from", "-1")).code).toBe(2);
  });

  it("follows: gives each act that others record, once and in order, until it is stopped", async () => {
    const dir = join(folder, "case");
    const stop = new AbortController();
    const surroundings = fixedSurroundings(folder);
    const opened = await openCase({ dir, mode: "read", surroundings });
    const seen: number[] = [];
    const following = (async () => {
      for await (const { leafIndex } of opened.ledger.follow({ fromLeaf: 2, signal: stop.signal })) {
        seen.push(leafIndex);
        if (seen.length === 5) stop.abort();
      }
    })();
    for (const name of ["c", "d", "e"]) {
      writeFileSync(join(folder, `${name}.txt`), name);
      expect(await inquest(folder, "add", `${name}.txt`, "--case", "case")).toMatchObject({ code: 0 });
    }
    await following;
    await opened.close();
    expect(seen).toEqual([2, 3, 4, 5, 6]);
  });
});

describe("inquest prove", () => {
  const read = (name: string) => readFileSync(join(folder, name));

  it("writes the same proof for leaf, act, source, key and SHA-256, and it checks without the case", async () => {
    const { out } = await inquest(folder, "log", "case", "--json", "--from", "2");
    const act = JSON.parse(lines(out)[0] ?? "");
    const { id, sha256 } = act.body.source;
    const words = ["2", act.id, id, "letter", "letter.txt", sha256];
    const proofs = new Set<string>();
    for (const word of words) {
      const made = await inquest(folder, "prove", word, "--case", "case", "--out", "p.tlog-proof", "--json");
      expect(JSON.parse(made.out), word).toMatchObject({
        leafIndex: 2,
        kind: "source.sealed",
        actId: act.id,
      });
      proofs.add(read("p.tlog-proof").toString());
    }
    expect(proofs.size).toBe(1);
    const [key = ""] = JSON.parse((await inquest(folder, "prove", "2", "--case", "case", "--json")).out).keys;
    expect(existsSync(join(folder, `${act.id}.tlog-proof`))).toBe(true);
    const checked = await inquest(folder, "prove", "--check", "p.tlog-proof", "--key", key);
    expect(checked.code).toBe(0);
    expect(checked.out).toContain("The proof holds");
    const untrusted = await inquest(folder, "prove", "--check", "p.tlog-proof");
    expect(untrusted.out).toContain("no key was given to trust");
    expect(untrusted.out).toContain(key);
  });

  it("is refused with exit 4 when one byte of the act differs", async () => {
    await inquest(folder, "prove", "2", "--case", "case", "--out", "q.tlog-proof");
    const act = read("q.act.json").toString();
    writeFileSync(join(folder, "q.act.json"), act.replace("letter.txt", "lettes.txt"));
    const { code, err } = await inquest(folder, "prove", "--check", "q.tlog-proof", "--json");
    expect(code).toBe(4);
    expect(JSON.parse(err).error).toMatchObject({
      code: "case/proof-invalid",
      evidence: { code: "ledger/proof-root" },
    });
  });

  it("says what can be named when nothing is meant, and refuses what is no key", async () => {
    const { code, err } = await inquest(folder, "prove", "nothing", "--case", "case");
    expect(code).toBe(3);
    expect(err).toContain("case/no-such-act");
    expect((await inquest(folder, "prove", "99", "--case", "case")).code).toBe(3);
    expect((await inquest(folder, "prove", "--check", "p.tlog-proof", "--key", "x")).code).toBe(2);
  });
});
