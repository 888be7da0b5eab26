/** What is done to a release for commissions, and what the verifier says of it first. */
import { appendFileSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { blobOf, dropLine, edit, flipLine, resign, sealed } from "./tampered-release.ts";

type Tampering = readonly [
  name: string,
  alter: (bag: string) => void,
  code: string,
  path: string,
  detail?: string,
];

const statements = "data/statements.jsonl";
const leaves = "data/proofs/leaves.jsonl";
const acts = "data/proofs/acts.jsonl";
export const TAMPERINGS: readonly Tampering[] = [
  [
    "another byte in a file",
    (bag) => appendFileSync(join(bag, statements), " "),
    "package/file-altered",
    statements,
  ],
  [
    "a file gone",
    (bag) => rmSync(join(bag, "data", "figures.json")),
    "package/file-missing",
    "data/figures.json",
  ],
  [
    "a file more",
    (bag) => writeFileSync(join(bag, "data", "more"), ""),
    "package/file-unlisted",
    "data/more",
  ],
  [
    "a file more that is another's in all but its case",
    (bag) => writeFileSync(join(bag, "data", "People.csv"), ""),
    "package/file-unlisted",
    "data/People.csv",
  ],
  [
    "a file more beside the payload",
    (bag) => {
      mkdirSync(join(bag, "dossier"));
      writeFileSync(join(bag, "dossier", "dossier.pdf"), "");
    },
    "package/file-unlisted",
    "dossier/dossier.pdf",
  ],
  [
    "a link in the place of a file",
    (bag) => {
      rmSync(join(bag, "data", "people.csv"));
      symlinkSync("people.jsonl", join(bag, "data", "people.csv"));
    },
    "package/not-a-file",
    "data/people.csv",
  ],
  [
    "another README",
    (bag) => appendFileSync(join(bag, "README.txt"), "!"),
    "package/file-altered",
    "README.txt",
  ],
  [
    "another manifest",
    edit("manifest-sha256.txt", /^[0-9a-f]/u, "x"),
    "package/manifest-line",
    "manifest-sha256.txt",
  ],
  [
    "files to be fetched",
    (bag) => writeFileSync(join(bag, "fetch.txt"), "http://127.0.0.1:9/a 1 data/a\n"),
    "package/fetch",
    "fetch.txt",
  ],
  [
    "a sum of sizes that is not theirs",
    edit("bag-info.txt", /^Payload-Oxum: /mu, "Payload-Oxum: 1"),
    "package/file-altered",
    "bag-info.txt",
  ],
  [
    "a person taken out, and the sums made anew",
    sealed(dropLine("data/people.jsonl", 0)),
    "release/count",
    "release.json",
    "persons.full",
  ],
  [
    "a statement taken out, and the sums made anew",
    sealed(dropLine(statements, 0)),
    "release/count",
    "release.json",
    "statements",
  ],
  [
    "a statement and its count taken out",
    sealed((bag) => {
      dropLine(statements, 0)(bag);
      edit("release.json", '"statements": 6', '"statements": 5')(bag);
    }),
    "release/leaf-unneeded",
    leaves,
  ],
  [
    "a statement added",
    sealed((bag) => {
      const [line = ""] = readFileSync(join(bag, statements), "utf8").split("\n");
      appendFileSync(join(bag, statements), `${line.replace(/"id":"st-[0-9a-f]/u, '"id":"st-0')}\n`);
      edit("release.json", '"statements": 6', '"statements": 7')(bag);
    }),
    "release/unbound",
    statements,
  ],
  [
    "another quote",
    sealed(edit(statements, '"quote":"forty"', '"quote":"fifty"')),
    "release/act-differs",
    statements,
    "quote",
  ],
  [
    "another number",
    sealed(edit(statements, '"valueText":"40"', '"valueText":"4"')),
    "release/act-differs",
    statements,
    "value",
  ],
  [
    "a range made narrower",
    sealed(edit(statements, "1,200", "200")),
    "release/act-differs",
    statements,
    "value",
  ],
  [
    "another word for a number",
    sealed(edit(statements, '"thousands"', '"hundreds"')),
    "release/act-differs",
    statements,
    "value",
  ],
  ["another best number", sealed(edit(statements, "2,500", "3,500")), "release/act-differs", statements],
  ["another father", sealed(edit(statements, '"Hassan"', '"Hossein"')), "release/act-differs", statements],
  [
    "two things bound by one act",
    sealed((bag) => {
      const [one = "", two = "", ...rest] = readFileSync(join(bag, leaves), "utf8").split("\n");
      const { leaf, hash, path } = JSON.parse(one);
      const second = { ...JSON.parse(two), leaf, hash, path };
      writeFileSync(join(bag, leaves), [one, JSON.stringify(second), ...rest].join("\n"));
    }),
    "release/leaf",
    leaves,
    "2, ",
  ],
  [
    "a leaf between two leaves",
    sealed(edit(leaves, /"leaf":(\d+)/u, '"leaf":$1.5')),
    "release/proof-file",
    leaves,
    "1, ",
  ],
  [
    "a denial made of an assertion",
    sealed(edit(statements, '"asserts"', '"denies"')),
    "release/act-differs",
    statements,
    "polarity",
  ],
  [
    "a statement given to another act",
    sealed(edit(statements, /"leafIndex":(\d+)/u, '"leafIndex":1')),
    "release/unbound",
    statements,
  ],
  [
    "another hash of a leaf",
    sealed(flipLine(leaves, 2, /(?<="hash":")[0-9a-f]{64}/u)),
    "release/leaf",
    leaves,
    "3, ",
  ],
  [
    "a leaf given to another thing",
    sealed(edit(leaves, /"id":"s[a-z]+-[0-9a-f]/u, '"id":"st-0')),
    "release/unbound",
    "data/",
  ],
  [
    "another node of the row",
    sealed(flipLine("data/proofs/row.txt", 0, /^[0-9a-f]/u)),
    "release/row",
    "data/proofs/row.txt",
  ],
  ["another act", sealed(edit(acts, '"quote":"forty"', '"quote":"fifty"')), "release/act-leaf", acts],
  ["an act gone", sealed(dropLine(acts, 0)), "release/act-leaf", acts],
  [
    "another checkpoint",
    sealed(edit("data/proofs/checkpoint", /^(\d+)$/mu, "9$1")),
    "release/checkpoint",
    "data/proofs/checkpoint",
  ],
  ["another signature", sealed(resign), "ledger/proof-signature", "data/proofs/checkpoint"],
  [
    "the key of the checkpoint gone",
    sealed((bag) => writeFileSync(join(bag, "data/proofs/keys.txt"), "")),
    "ledger/proof-signature",
    "data/proofs/checkpoint",
  ],
  [
    "another sealed file",
    sealed((bag) => writeFileSync(blobOf(bag), "other")),
    "vault/blob-altered",
    "data/blobs/",
  ],
  [
    "a sealed file that no act binds",
    sealed((bag) => {
      mkdirSync(join(bag, "data", "blobs"), { recursive: true });
      writeFileSync(join(bag, "data", "blobs", "0".repeat(64)), "");
    }),
    "release/file-unbound",
    `data/blobs/${"0".repeat(64)}`,
  ],
  [
    "the sealed file gone",
    sealed((bag) => rmSync(blobOf(bag))),
    "release/count",
    "release.json",
    "proofs.files",
  ],
  [
    "another hash of a source",
    sealed(edit("data/method.json", /"sha256": "[0-9a-f]{8}/u, '"sha256": "00000000')),
    "release/act-differs",
    "data/method.json",
    "sha256",
  ],
  [
    "another profile and root of the log",
    sealed(edit("release.json", /"root": "[0-9a-f]{8}/u, '"root": "00000000')),
    "release/checkpoint",
    "data/proofs/checkpoint",
  ],
  [
    "the proofs gone",
    sealed((bag) => rmSync(join(bag, "data", "proofs"), { recursive: true })),
    "release/proof-file",
    "data/proofs/",
  ],
  ["the manifest gone", (bag) => rmSync(join(bag, "release.json")), "package/file-missing", "release.json"],
];
