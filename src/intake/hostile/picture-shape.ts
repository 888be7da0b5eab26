/** What the header of a picture says, and how it is read. */

export interface PictureShape {
  readonly width: number;
  readonly height: number;
  /** Pictures in the file, counted up to the limit. */
  readonly frames: number;
  /** Where the format ends: bytes behind it belong to something else. Null where the format does not say. */
  readonly end: number | null;
}

/** A view for reading numbers; reading beyond its end is a RangeError. */
export function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
