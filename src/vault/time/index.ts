/** Timestamps: the door of this folder. */
export { askAuthority, askCalendars, type CalendarAnswer, upgradeOts } from "./ask-services.ts";
export { type BlockHeader, readBlockHeaders } from "./block-header.ts";
export { type Certificate, readPemCertificates } from "./certificate.ts";
export { createHttpExchange, type HttpExchange } from "./http-exchange.ts";
export { isOtsFile, readOtsFile, toOtsBytes } from "./ots-file.ts";
export { mergeNodes } from "./ots-proof.ts";
export { toTimeStampRequest } from "./time-stamp-request.ts";
export * from "./timestamp-acts.ts";
export type { TimestampFault } from "./timestamp-fault.ts";
export { readTokenImprint } from "./token-imprint.ts";
export { type OtsReport, verifyOts } from "./verify-ots.ts";
export { type TimeStampReport, verifyTimeStamp } from "./verify-time-stamp.ts";
