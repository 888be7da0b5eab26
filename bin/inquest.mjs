#!/usr/bin/env node
/** The command `inquest`: makes the clone ready when it is not, then runs the command line. */
import { ensureBuilt, ensureInstalled, requireNode } from "../scripts/bootstrap.mjs";

requireNode();
ensureInstalled();
ensureBuilt();
await import("../dist/cli/main.js");
