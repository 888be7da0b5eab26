/** Verifying the key files against what the log says: nothing lost, nothing swapped, nothing left that was shredded. */
import { hashBytes } from "../../core/index.ts";
import type { VerifyProblem } from "../../ledger/index.ts";
import { CONTENT_HEADER, itemFile, LOG_HEADER } from "./case-keys.ts";
import { doorFile } from "./door.ts";
import { type KeyFiles, parseStaged, stagedFile } from "./key-files.ts";
import type { KeyState } from "./key-state.ts";

export interface KeysReport {
  /** Headers and doors that are as they were recorded. */
  readonly files: number;
  readonly problems: readonly VerifyProblem[];
  readonly notes: readonly VerifyProblem[];
}

/** Needs no key: every file is compared with the hash that its act gives. */
export function verifyKeys(files: KeyFiles, state: KeyState): KeysReport {
  const problems: VerifyProblem[] = [];
  const notes: VerifyProblem[] = [];
  const expected = new Map<string, { readonly sha256: string; readonly what: string }>();
  for (const { item, header, what } of state.items.values())
    expected.set(itemFile(item), { sha256: header, what: `${what} ${item}` });
  for (const { door, sha256, actor } of state.doors.values())
    expected.set(doorFile(door), { sha256, what: `the door of ${actor}` });

  let sound = 0;
  for (const [name, { sha256, what }] of expected) {
    const path = `vault/keys/${name}`;
    // A rotation that was recorded and not finished: the header of today waits in its own folder.
    const waiting = files.read(stagedFile(state.generation, name));
    const isWaiting = waiting !== null && hashBytes(waiting) === sha256;
    const bytes = isWaiting ? waiting : files.read(name);
    const actual = bytes === null ? null : hashBytes(bytes);
    if (actual === sha256) sound += 1;
    else if (actual === null)
      problems.push(
        problem(
          "vault/key-missing",
          { path, expected: sha256, actual },
          `It opens ${what}, and is missing: restore it from a copy of the case. If it is being shredded, inquest shred records that.`,
        ),
      );
    else
      problems.push(
        problem(
          "vault/key-altered",
          { path, expected: sha256, actual },
          `It opens ${what}, and was altered: restore it from a copy of the case.`,
        ),
      );
  }
  for (const name of files.list()) {
    const staged = parseStaged(name);
    if (expected.has(name) || name === LOG_HEADER || name === CONTENT_HEADER) continue;
    const path = `vault/keys/${name}`;
    const final = staged?.name ?? name;
    const item = final.startsWith("item/") ? final.slice("item/".length) : null;
    const door = name.startsWith("doors/") ? name.slice("doors/".length) : null;
    if (item !== null && state.shredded.has(item)) {
      const text = "Its item was shredded, and a copy of its key is back: inquest shred destroys it again.";
      problems.push(problem("vault/key-not-shredded", { path, expected: null, actual: "a header" }, text));
    } else if (door !== null && state.removedDoors.has(door)) {
      const text =
        "The door was removed, and its file is here: open the case for writing to finish a rotation.";
      problems.push(problem("vault/door-not-removed", { path, expected: null, actual: "a door" }, text));
    } else {
      const text =
        "No act names it: the trace of an interrupted write, or of a rotation that was not finished.";
      notes.push(problem("vault/key-unneeded", { path, expected: null, actual: "a file" }, text));
    }
  }
  return { files: sound, problems, notes };
}

function problem(
  code: string,
  { path, expected, actual }: Pick<VerifyProblem, "path" | "expected" | "actual">,
  text: string,
): VerifyProblem {
  return { path, code, expected, actual, text };
}
