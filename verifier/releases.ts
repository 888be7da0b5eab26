/** What the acts say about checkpoints that left the house, against the notes that the case keeps of them. */
import type { Act } from "./act.ts";
import type { Findings } from "./findings.ts";
import type { NoteFile } from "./log-notes.ts";

export interface Releases {
  follow(act: Act): void;
  finish(notes: readonly NoteFile[], findings: Findings): void;
}

export function createReleases(): Releases {
  /** Size to root, in hex. */
  const told = new Map<number, string>();
  return {
    follow({ kind, body: { treeSize, root } }) {
      const isRelease = kind === "checkpoint.released" || kind === "checkpoint.cosigned";
      if (isRelease && typeof treeSize === "number" && typeof root === "string") told.set(treeSize, root);
    },
    finish(notes, findings) {
      const kept = new Map(notes.map(({ path, read }) => [Number(path.slice(-20)), { path, read }]));
      for (const [size, root] of told) {
        const note = kept.get(size);
        const path = `ledger/released/${String(size).padStart(20, "0")}`;
        if (note === undefined) findings.problem({ path, code: "ledger/released-missing", expected: root });
        else if (typeof note.read !== "string" && note.read.root !== root)
          findings.problem({ path, code: "ledger/released-differs", expected: root, actual: note.read.root });
      }
      for (const [size, { path }] of kept) {
        if (!told.has(size)) findings.note({ path, code: "ledger/released-unrecorded" });
      }
    },
  };
}
