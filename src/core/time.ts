/** Time: spans of days read from EDTF and from lists, in three calendars; how they stand to each other, and how they are shown. */
export * from "./time-claims.ts";
export { isReversedEdtf, parseEdtf } from "./time-edtf.ts";
export * from "./time-format.ts";
export * from "./time-relations.ts";
export * from "./time-span.ts";
export * from "./time-sure-days.ts";
export * from "./time-text.ts";
export { DATE_ORDERS, type DateOrder, type WrittenCalendar } from "./time-text-parts.ts";
