/** Persian words of the commands about custody. */
import type { custodyMessagesEn } from "./custody-messages.en.ts";

export const custodyMessagesFa: Record<keyof typeof custodyMessagesEn, string> = {
  "custody.recorded": "ثبت شد.",
  "derive.done": "{file} با نشانهٔ {source} مهر شد، برگرفته از {from}.",
  "add.refused.link": "مهر نشد: {file} پیوند است و پیوندها دنبال نمی‌شوند.",
  "add.refused.special": "مهر نشد: {file} پرونده‌ای عادی نیست.",
  "add.refused.unreadable": "مهر نشد: {file} خوانده نمی‌شود؛ دسترسی به آن را بررسی کنید.",
  "add.duplicate": "{file} همان بایت‌های {source} را دارد؛ رسیدن دوباره‌اش ثبت شد.",
};
