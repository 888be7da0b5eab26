import type { scanMessagesEn } from "./scan.messages.en.ts";

/** What a scan says of what it could not look into, in Persian. */
export const scanMessagesFa: Record<keyof typeof scanMessagesEn, string> = {
  "release/scan-time": "جست‌وجو بیش از {seconds} ثانیه طول کشید؛ در این نگاه نشد.",
  "release/scan-file-too-large": "از {limit} بایت بزرگ‌تر است یا پرونده نیست؛ جز نامش، در آن نگاه نشد.",
  "release/scan-stream-too-large": "جریان شیء {object} پس از باز شدن بزرگ‌تر از آن است که در آن نگاه شود.",
  "release/scan-stream-damaged": "جریان بخش {object} باز نمی‌شود؛ در آن نگاه نشد.",
  "release/scan-fonts":
    "واژه‌ها با {count} قلم کشیده شده‌اند که نمی‌گویند شکل‌هایشان کدام حرف است: خوانده نشدند.",
  "release/scan-page-words": "واژه‌های صفحه‌هایش را نشد کنار هم گذاشت ({fault})؛ آنچه کشیده شده بود خوانده شد.",
  "release/scan-part-too-large": "بخشی از آن بزرگ‌تر از آن است که یک‌جا در آن نگاه شود.",
};
