/** S3: the door of this folder. Nothing of it is loaded before a case that lies there is opened. */
export { probeS3 } from "./probe-s3.ts";
export { parseS3Address, type S3Address, toS3Url } from "./s3-address.ts";
export { createS3BlobStore } from "./s3-blob-store.ts";
export { openS3Objects, type S3Objects } from "./s3-objects.ts";
export { createS3SegmentArbiter } from "./s3-segment-arbiter.ts";
