/** Persian words of review. */
import type { reviewMessagesEn } from "./review-messages.en.ts";

export const reviewMessagesFa: Readonly<Record<keyof typeof reviewMessagesEn, string>> = {
  "review.why.disputed": "داوران دربارهٔ این دو هم‌نظر نیستند",
  "review.why.same-and-different": "داوری‌ها با هم ناسازگارند",
  "review.why.against-evidence": "یک داوری برخلاف شواهد است",
  "review.why.changed": "یک ردیف پس از داوری تغییر کرده است",
  "review.why.bridge": "پیوندی سست خوشه‌ای را نگه داشته است",
  "review.why.band": "ماشین مجاز به تصمیم نیست",
  "review.why.audit": "وارسی تصادفی: امتیاز تا هنگام تصمیم شما پنهان است",
  "review.why.second": "نظر دوم: آنچه پیش‌تر گفته شده تا هنگام تصمیم شما پنهان است",
  "review.why.chosen": "این دو را خودتان نام برده‌اید",
  "review.values.same": "یکسان",
  "review.values.alike": "با یکدست‌نویسی همانند",
  "review.values.overlaps": "شاید همان زمان",
  "review.values.differs": "متفاوت",
  "review.values.missing": "یکی چیزی نگفته است",
  "review.answer.same": "یک نفر",
  "review.answer.different": "دو نفر",
  "review.answer.unsure": "نامطمئن",
  "review.comparison.same-list": "فهرست‌ها",
};
