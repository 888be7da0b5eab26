/** The built workbench as files: hashed assets cached for good, every other path is the one page. */
import { existsSync, readFileSync, statSync } from "node:fs";
import { extname, join, normalize, sep } from "node:path";
import type { Handler } from "hono";
import { InquestError } from "../core/index.ts";

const MEDIA_TYPES: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".mjs": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".json": "application/json",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".ico": "image/x-icon",
  ".woff2": "font/woff2",
  ".txt": "text/plain; charset=utf-8",
};

/** Serves files of a folder and, for paths that name none, the workbench's page, whose routes are its own. */
export function serveWorkbench(folder: string): Handler {
  return (context) => {
    const file = fileFor(folder, context.req.path);
    const bytes = readFileSync(file);
    const isAsset = file.includes(`${sep}assets${sep}`);
    return context.body(new Uint8Array(bytes), 200, {
      "Content-Type": MEDIA_TYPES[extname(file)] ?? "application/octet-stream",
      "Cache-Control": isAsset ? "public, max-age=31536000, immutable" : "no-cache",
    });
  };
}

function fileFor(folder: string, path: string): string {
  const page = join(folder, "index.html");
  if (!existsSync(page)) {
    throw new InquestError({
      code: "server/workbench-missing",
      reaction: "not-found",
      message: `The workbench is not built (${page} is missing). Run npm start, which builds it.`,
    });
  }
  const wanted = normalize(join(folder, decodePath(path)));
  const isInside = wanted.startsWith(folder + sep);
  if (isInside && existsSync(wanted) && statSync(wanted).isFile()) return wanted;
  if (extname(path) !== "" && path.startsWith("/assets/")) {
    throw new InquestError({
      code: "server/not-found",
      reaction: "not-found",
      message: `There is no file ${path}.`,
    });
  }
  return page;
}

/** A path that is not well encoded names no file. */
function decodePath(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return "/";
  }
}
