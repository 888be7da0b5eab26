/** Persian words of the commands about allegations. */
import type { allegationMessagesEn } from "./allegation-messages.en.ts";

export const allegationMessagesFa: Record<keyof typeof allegationMessagesEn, string> = {
  "allegation.release": "آزاد و ثبت شد: {statement} را با برچسب آن می‌توان گفت ({id})",
  "allegation.restrict": "محدود و ثبت شد: {statement} به کسی گفته نمی‌شود ({id})",
  "allegation.released-by": "به دست {by} در {day} آزاد شد: {why}",
  "allegation.kept": "{count} ادعا محدود است: هر یک تنها در منبع خود خوانده می‌شود.",
  "allegation.unread": "{count} گزاره رمزگذاری شده است و خوانده نشد.",
};
