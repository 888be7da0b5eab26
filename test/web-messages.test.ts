/** Words of the workbench that nobody says any more. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { en } from "../web/messages/en.ts";
import { repository } from "./case-fixture.ts";

/** Every file of the workbench that may say something. */
function codeOfWeb(): string {
  const folder = join(repository, "web");
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((path) => /\.tsx?$/u.test(path) && !/^messages|\.test\.ts$/u.test(path))
    .map((path) => readFileSync(join(folder, path), "utf8"))
    .join("\n");
}

/** What stands in the hole of a group that has other words too. */
const KNOWN: Readonly<Record<string, string>> = {
  "sources\\.[^.]+": "sources\\.(?:list|evidence|working)",
  "review\\.[^.]+": "review\\.(?:same|different|unsure|skip|undo|size|seed)",
  // Of one screen, or of every one.
  "keys\\.[^.]+": "keys\\.[a-z]+(?:\\.[a-z]+)?",
  // Steps have names of two words.
  "job\\.step\\.[^.]+": "job\\.step\\..+",
};

/** Keys that are put together, such as `nav.${name}`: each hole holds one word. */
function putTogether(code: string): RegExp[] {
  const made = [...code.matchAll(/`([a-z][\w.-]*\$\{[^`]*)`/gu)].map(([, template = ""]) =>
    template
      .split(/\$\{(?:[^{}]|\{[^{}]*\})*\}/u)
      .map((part) => part.replace(/[.*+?^${}()|[\]\\]/gu, "\\$&"))
      .join("[^.]+"),
  );
  return made
    .filter((pattern) => pattern.includes("\\."))
    .map((pattern) => new RegExp(`^${KNOWN[pattern] ?? pattern}$`, "u"));
}

test("every word of the workbench is said somewhere", () => {
  const code = codeOfWeb();
  const patterns = putTogether(code);
  expect(patterns.length).toBeGreaterThan(20);
  const unsaid = Object.keys(en).filter(
    (key) => !code.includes(`"${key}"`) && !patterns.some((pattern) => pattern.test(key)),
  );
  expect(unsaid).toEqual([]);
});
