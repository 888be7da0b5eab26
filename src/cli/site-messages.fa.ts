/** Persian words of the commands about sites. */
import type { siteMessagesEn } from "./site-messages.en.ts";

export const siteMessagesFa: Record<keyof typeof siteMessagesEn, string> = {
  "site.none": "هیچ گزاره‌ای از مکانی سخن نمی‌گوید.",
  "site.decided": "تصمیم ثبت شد: جای {site} {decision}",
  "site.publish.exact": "دقیق گفته می‌شود",
  "site.publish.coarsened": "با دقت {km} کیلومتر گفته می‌شود",
  "site.publish.withheld": "گفته نمی‌شود",
  "site.withheld":
    "از {count} مکان دیگر چیزی به افراد بیرونی گفته نمی‌شود: جای آن‌ها پنهان است یا کسی تصمیم نگرفته.",
  "site.possibly": "شاید {status}",
  "site.control": "زمین در اختیار {by}: {when}",
  "site.coordinate": "در شعاع {metres} متری {latitude}، {longitude} ({from})",
  "site.later": "{count} گزاره دربارهٔ روزهای پس از آن کنار گذاشته شد",
};
