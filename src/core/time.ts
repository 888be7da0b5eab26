/** Time: spans of days read from EDTF and from lists, in two calendars; their order, and how they are shown. */
export { parseEdtf } from "./time-edtf.ts";
export * from "./time-format.ts";
export * from "./time-relations.ts";
export * from "./time-span.ts";
export * from "./time-text.ts";
export type { DateOrder, WrittenCalendar } from "./time-text-parts.ts";
