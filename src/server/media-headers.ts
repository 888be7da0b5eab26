/** Headers under which bytes of strangers leave the server: whatever they hold, a browser runs nothing of it. */
import type { MiddlewareHandler } from "hono";

/** Even opened by itself it is a document without scripts, without forms and without our origin. */
const POLICY = "default-src 'none'; sandbox";

/** The policy of the workbench is one for pages; this one takes its place, whatever is answered. */
export const keepFilesHarmless: MiddlewareHandler = async (context, next) => {
  await next();
  context.header("Content-Security-Policy", POLICY);
  context.header("X-Frame-Options", "DENY");
};

/** Opened by itself, such a file is saved and not shown: nobody meets a picture by following an address. */
export function headersOfMedia(mediaType: string, fileName: string): Record<string, string> {
  return {
    "Content-Type": mediaType,
    "Content-Disposition": `attachment; filename="${fileName}"`,
  };
}
