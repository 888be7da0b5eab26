/** `npm run bench [name …]`: measures, prints, and keeps figures in bench/output. Never part of the tests. */
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { benchCaseScale } from "./case-scale.ts";
import { benchCases } from "./cases.ts";
import { benchDossier } from "./dossier.ts";
import { benchEstimate } from "./estimate.ts";
import { benchCoverage } from "./estimate-coverage.ts";
import { benchSampler } from "./estimate-sampler.ts";
import { benchLedger } from "./ledger.ts";
import { benchLinkage } from "./linkage.ts";
import { benchEngines } from "./linkage-engines.ts";
import { benchPeer } from "./linkage-peer.ts";
import { benchScale } from "./linkage-scale.ts";
import { benchMemorial } from "./memorial.ts";
import { benchPeopleScale } from "./people-scale.ts";
import { benchRelease } from "./release.ts";
import { benchReleaseRows } from "./release-rows.ts";
import { benchReview } from "./review.ts";
import { benchSealing } from "./sealing.ts";
import { benchSearch } from "./search-quality.ts";
import { benchVault } from "./vault.ts";

const BENCHES: Readonly<Record<string, () => void | Promise<void>>> = {
  cases: benchCases,
  "case-scale": benchCaseScale,
  dossier: benchDossier,
  estimate: benchEstimate,
  coverage: () => benchCoverage(),
  sampler: () => benchSampler(),
  ledger: benchLedger,
  linkage: async () => {
    benchLinkage();
    await benchEngines();
    await benchPeer();
  },
  "linkage-scale": () => benchScale(),
  memorial: benchMemorial,
  people: benchPeopleScale,
  release: benchRelease,
  "release-rows": benchReleaseRows,
  review: benchReview,
  sealing: benchSealing,
  search: benchSearch,
  vault: benchVault,
  workbench: benchInBrowser,
};

/** A process of its own, whose types are those of a browser too. */
function benchInBrowser(): void {
  const script = join(import.meta.dirname, "browser", "workbench.ts");
  const { status } = spawnSync(process.execPath, ["--import", "tsx", script], { stdio: "inherit" });
  if (status !== 0) process.exitCode = 1;
}

const asked = process.argv.slice(2);
const unknown = asked.filter((name) => BENCHES[name] === undefined);
if (unknown.length > 0) {
  console.error(`No bench is called ${unknown.join(", ")}; there are ${Object.keys(BENCHES).join(", ")}.`);
  process.exitCode = 2;
} else {
  for (const [name, bench] of Object.entries(BENCHES)) {
    if (asked.length > 0 && !asked.includes(name)) continue;
    console.log(`\n# ${name}`);
    await bench();
  }
}
