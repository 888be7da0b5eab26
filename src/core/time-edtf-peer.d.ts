/** The part of the untyped package `edtf` that the differential test calls. */
declare module "edtf" {
  interface PeerTime {
    /** Milliseconds since 1970-01-01T00:00Z of the first and last instant; null or infinite where there is no bound. */
    readonly min: number | null;
    readonly max: number | null;
  }
  const edtf: (text: string) => PeerTime;

  // biome-ignore lint/style/noDefaultExport: the package has no other.
  export { edtf as default };
}
