/** One step of the bench `case-scale`, in a process of its own: `case-scale-step.ts STEP FOLDER`. */
import { rmSync } from "node:fs";
import { join } from "node:path";
import { openCase, verifyCase } from "../src/case/index.ts";
import { surroundingsIn } from "./case-scale.ts";
import { timed, took } from "./ledger-measures.ts";

const [step = "", folder = ""] = process.argv.slice(2);
const dir = join(folder, "case");
const open = () => openCase({ dir, mode: "read", surroundings: surroundingsIn(folder) });

if (step === "open") {
  took("opened with a current index", await timed(open));
  tellMemory();
} else if (step === "prove") {
  const opened = await open();
  const leaf = Math.floor(opened.acts() / 3);
  took("one act proven, anywhere", await timed(() => opened.ledger.proveInclusion(leaf)));
  took(
    "every statement read, when something first asks for one",
    await timed(() => opened.state.statements.size),
  );
  tellMemory();
} else if (step === "rebuild") {
  rmSync(join(dir, "work"), { recursive: true, force: true });
  took("opened cold, without work/: every act replayed", await timed(open));
  tellMemory();
} else {
  const tookMs = await timed(async () => {
    const report = await verifyCase(dir);
    if (!report.ok) throw new Error(`the case does not verify: ${report.problems[0]?.text}`);
  });
  took("verified: log, signatures, replay, sealed files", tookMs);
  tellMemory();
}

function tellMemory(): void {
  console.log(`  at most ${Math.round(process.resourceUsage().maxRSS / 1024)} MB`);
}
