/** What one statement costs, step by step, each alone on one core. */
import { createPrivateKey, createPublicKey, randomBytes, sign, verify } from "node:crypto";
import { toCanonicalJson } from "../src/core/index.ts";
import { hashLeaf } from "../src/ledger/index.ts";
import { createSearchIndex } from "../src/registry/index.ts";
import {
  contentIdOf,
  createStatementStore,
  quoteOf,
  type Statement,
  Statement as StatementSchema,
} from "../src/statements/index.ts";
import { timed } from "./ledger-measures.ts";

/** PKCS #8 wrapping of a bare Ed25519 seed (RFC 8410, section 7). */
const PKCS8_PREFIX = Buffer.from("302e020100300506032b657004220420", "hex");

export async function tellCosts(statements: readonly Statement[]): Promise<void> {
  const key = createPrivateKey({
    key: Buffer.concat([PKCS8_PREFIX, randomBytes(32)]),
    format: "der",
    type: "pkcs8",
  });
  const publicKey = createPublicKey(key);
  const texts = statements.map((statement) => Buffer.from(toCanonicalJson({ statement: { ...statement } })));
  const signatures: Uint8Array[] = [];
  const store = createStatementStore();
  const index = createSearchIndex();
  const steps: readonly (readonly [what: string, where: string, run: () => void])[] = [
    ["content id: canonical JSON and SHA-256", "main", () => each(statements, contentIdOf)],
    [
      "canonical JSON of the act",
      "main",
      () => each(statements, (one) => toCanonicalJson({ statement: { ...one } })),
    ],
    ["signature (Ed25519)", "thread", () => each(texts, (text) => signatures.push(sign(null, text, key)))],
    ["leaf of the tree (SHA-256)", "main", () => each(texts, hashLeaf)],
    ["checked against its schema", "main", () => each(statements, (one) => StatementSchema.parse(one))],
    [
      "into the views' state",
      "main",
      () => each(statements, (statement, leafIndex) => store.add({ statement, leafIndex })),
    ],
    [
      "a reader's check of the signature",
      "reader",
      () => each(texts, (text, n) => verify(null, text, publicKey, signatures[n] ?? text)),
    ],
    [
      "a reader's index for search",
      "reader",
      () => each(statements, ({ passage }) => index.add([quoteOf(passage)])),
    ],
  ];
  console.log("\nwhat one statement costs, each step alone on one core:");
  for (const [what, where, run] of steps) {
    const us = ((await timed(run)) / statements.length) * 1000;
    console.log(`${what.padEnd(64)} ${us.toFixed(1).padStart(12)} µs  ${where}`);
  }
}

function each<T>(items: readonly T[], run: (item: T, index: number) => unknown): void {
  for (const [index, item] of items.entries()) run(item, index);
}
