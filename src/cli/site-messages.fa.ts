/** Persian words of `inquest sites`. */
import type { siteMessagesEn } from "./site-messages.en.ts";

export const siteMessagesFa: Record<keyof typeof siteMessagesEn, string> = {
  "site.none": "هیچ گزاره‌ای از مکانی سخن نمی‌گوید.",
  "site.decided": "تصمیم ثبت شد: جای {site} {decision}",
  "site.publication": "جای آن {told} ({by}: {why})",
  "site.publish.exact": "دقیق گفته می‌شود",
  "site.publish.coarsened": "با دقت {km} کیلومتر گفته می‌شود",
  "site.publish.withheld": "گفته نمی‌شود",
};
