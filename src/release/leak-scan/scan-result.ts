/** What a scan says. */
import type { Remark } from "../../intake/index.ts";
import type { scanMessagesEn } from "./scan.messages.en.ts";

/**
 * Where something was found.
 *
 * - `name`: of the file, or of a member of an archive.
 * - `text`: in its words, as they stand or without escapes and tags.
 * - `bytes`: in what can be read of bytes that are no text.
 * - `drawn`: among the words of pages, seen or not.
 * - `tags`: in tags of pictures, or in the strings of a PDF.
 */
export type Where = "name" | "text" | "bytes" | "drawn" | "tags";

export interface LeakFound {
  /** The file, then what lies in it, each within the one before. A name that holds what was found is told as `#` and its number. */
  readonly path: readonly string[];
  /** The id of what was sought. */
  readonly id: string;
  readonly where: Where;
}

/** Why something was not looked into, or not wholly. */
export type UnreadRemark =
  | Remark
  | { readonly code: OwnRemark; readonly params: Readonly<Record<string, string | number>> };

export type OwnRemark = keyof typeof scanMessagesEn;

export interface Unread {
  readonly path: readonly string[];
  readonly remark: UnreadRemark;
}

export interface LeakScan {
  readonly found: readonly LeakFound[];
  /** Nobody may take what is not here for clean without a look at these. */
  readonly unread: readonly Unread[];
  /** Files of kinds that are not taken apart: only what can be read in their plain bytes was looked at. */
  readonly plainOnly: readonly (readonly string[])[];
  /** Ids of what is too short to be looked for. */
  readonly notSought: readonly string[];
  readonly files: number;
  /** Texts that were looked through, readings of one content each counted. */
  readonly readings: number;
}
