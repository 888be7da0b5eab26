/** What a check of a timestamp found: the one shape for both methods. */

export interface TimestampFault {
  /** `vault/timestamp-…`, listed in docs/formats/timestamps.md. */
  readonly code: string;
  /** One English sentence. */
  readonly text: string;
  readonly expected?: string;
  readonly actual?: string;
}
