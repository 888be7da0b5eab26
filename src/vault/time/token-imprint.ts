/** What a timestamp is over, read before anything is checked. */
import { InquestError, type Sha256Hex } from "../../core/index.ts";
import { isOtsFile, readOtsFile } from "./ots-file.ts";
import { readTimeStampResponse } from "./time-stamp-response.ts";

/** The SHA-256 in a `.tsr` or `.ots` file; null when it cannot be read, grants nothing or has another hash. */
export function readTokenImprint(bytes: Uint8Array): Sha256Hex | null {
  try {
    if (isOtsFile(bytes)) {
      const { hash, root } = readOtsFile(bytes);
      return hash === "sha256" && root.message !== null ? Buffer.from(root.message).toString("hex") : null;
    }
    const imprint = readTimeStampResponse(bytes).token?.info.imprint;
    return imprint?.hash === "sha256" ? imprint.digest : null;
  } catch (error) {
    if (error instanceof InquestError) return null;
    throw error;
  }
}
