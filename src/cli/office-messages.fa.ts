/** Persian words of the commands about offices. */
import type { officeMessagesEn } from "./office-messages.en.ts";

export const officeMessagesFa: Record<keyof typeof officeMessagesEn, string> = {
  "office.voices": "{voices} صدای مستقل، {firstHand} از آن‌ها دست اول",
  "office.asked": "{office}، {time}",
  "office.by": "{speaker}، {source} ({statement})",
  "office.certain": "قطعی",
  "office.assumed": "فرض می‌شود، چون گسستی گفته نشده",
  "office.possible": "ممکن",
  "office.nobody": "کسی ثبت نشده؛ این به معنای نبودن کسی نیست",
  "office.no-postings": "سمتی ثبت نشده است",
  "office.no-part": "داشتن سمت به معنای دست داشتن در کاری نیست.",
  "office.took": "آغاز به کار: {time}",
  "office.left": "پایان کار: {time}",
  "office.first": "نخستین یاد: {time}",
  "office.last": "واپسین یاد: {time}",
  "office.rank": "درجه: {rank}{when} ({statement})",
  "office.decided": "تصمیم ثبت شد: {person} در {office}",
  "office.relation.cited": "در این زمان یاد شده",
  "office.relation.undated": "زمانی برای آن گفته نشده",
  "office.relation.other-times": "تنها در زمان‌های دیگر یاد شده",
  "office.circular": "گزاره‌ها به دور می‌انجامند",
  "office.no-superior": "فرادستی ثبت نشده است",
};
