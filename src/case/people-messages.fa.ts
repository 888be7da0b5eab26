/** Persian words of the persons of the lists, and of what they are counted by. */
import type { peopleMessagesEn } from "./people-messages.en.ts";

export const peopleMessagesFa: Readonly<Record<keyof typeof peopleMessagesEn, string>> = {
  "people.facet.list": "فهرست",
  "people.facet.lists": "شمار فهرست‌ها",
  "people.facet.place": "مکان",
  "people.facet.year": "سال مرگ یا ناپدید شدن (میلادی)",
  "people.facet.solar-year": "سال مرگ یا ناپدید شدن (خورشیدی)",
  "people.facet.contradiction": "ردیف‌هایی که ناسازگارند",
  "people.facet.contradiction.none": "بی‌ناسازگاری",
  "people.facet.unsaid": "هنوز مستند نشده",
  "people.facet.unsaid.none": "همهٔ عنوان‌ها مستند است",
};
