/** How large a file may be that a browser sends. */

/** Held in memory, so that what is encrypted never lies in the open; `inquest add` streams files of any size. */
export const MAX_FILE_BYTES = 64 * 1024 * 1024;
