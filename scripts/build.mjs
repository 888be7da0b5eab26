/** `npm run build`: the program, the workbench and the stand-alone verifier, into `dist/`. */
import { ensureBuilt, ensureInstalled, requireNode } from "./bootstrap.mjs";

requireNode();
ensureInstalled();
ensureBuilt();
