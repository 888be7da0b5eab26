/** Persian words of the work that is left. */
import type { workMessagesEn } from "./work-messages.en.ts";

export const workMessagesFa: Readonly<Record<keyof typeof workMessagesEn, string>> = {
  "work.contradictions": "{count} داوری با یکدیگر یا با فهرست‌ها ناسازگار است",
  "work.pairs": "{count} جفت رکورد در انتظار تصمیم انسان است",
  "work.second": "{count} جفتِ داوری‌شده به داور دوم نیاز دارد",
  "work.proposals": "{count} پیشنهاد در انتظار نفر دوم است",
  "work.conflict": "{count} گزاره «ناسازگار» نشان شده است",
  "work.work-needed": "{count} گزاره به کار بیشتر نیاز دارد",
  "work.issue": "{count} گزاره ایرادی دارد",
  "work.mentions": "{count} اشاره: هنوز کسی نگفته است که آن‌ها کیستند",
  "work.unlinked": "{count} فهرست پس از آخرین پیوند آمده است؛ برای شمردن کسان آن‌ها دوباره پیوند دهید",
  "work.never-linked": "{count} فهرست هنوز پیوند نخورده است: برای شمردن کسان آن‌ها پیوند دهید",
  "work.outdated": "{count} برآورد پیش از آخرین پیوند انجام شده است؛ دوباره برآورد کنید",
  "work.publication": "{count} مکان بدون تصمیم دربارهٔ آنچه به بیگانگان گفته شود: تا آن زمان گفته نمی‌شود",
};
