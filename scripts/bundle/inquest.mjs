#!/usr/bin/env node
/** The command `inquest` of a bundle: everything is built and lies beside it. Without a verb it starts the workbench. */
import { requireNode } from "./scripts/bootstrap.mjs";

requireNode();
if (process.argv.length === 2) process.argv.push("start");
await import("./dist/cli/main.js");
