/** Persian words of the commands about findings. */
import type { findingMessagesEn } from "./finding-messages.en.ts";

export const findingMessagesFa: Record<keyof typeof findingMessagesEn, string> = {
  "finding.none":
    "یافته‌ای ثبت نشده است. inquest findings FILE.yaml --case DIR ثبت می‌کند (docs/formats/finding.md).",
  "finding.recorded": "{count} یافته ثبت شد",
  "finding.standard": "معیار اثبات: {standard}",
  "finding.support":
    "پشتوانه: {statements} گزاره از {voices} صدای مستقل، {firstHand} صدا دست‌اول؛ {originals} اصل در دست. این پشتوانه تاب می‌آورد: {ceiling}",
  "finding.above": "پشتوانه‌اش از معیارش پایین‌تر آمده است: بازبینی کنید",
  "finding.answered": "بالاتر از پشتوانهٔ خود است؛ {by} پاسخگوی آن است: {why}",
  "finding.lost": "{count} گزارهٔ آن دیگر در هیچ نمایی نیست (جایگزین‌شده، پس‌گرفته، محدود یا بی‌رضایت)",
  "finding.below-case": "پایین‌تر از معیار اثباتی که پرونده با آن کار می‌کند: برای نتیجه‌گیری‌های آن نیست",
  "finding.hangs-on": "آنچه این را تغییر می‌دهد: پس گرفتن هر یک از {statements}",
  "finding.limits": "حدود: {text}",
  "finding.reviewers": "بازبین: {names}",
  "standard.reasonable-suspicion": "ظن معقول",
  "standard.reasonable-grounds-to-believe": "دلایل معقول برای باور",
  "standard.balance-of-probabilities": "غلبهٔ احتمال",
  "standard.clear-and-convincing": "روشن و قانع‌کننده",
  "standard.beyond-reasonable-doubt": "فراتر از شک معقول",
  "change.nothing": "این رقم بر هیچ گزاره یا فهرستی استوار نیست.",
  "change.without": "بدون {what}",
  "change.none": "رقم همان می‌ماند",
  "change.changed": "رقم چنین می‌شد: {after}",
  "change.gone": "چنین رقمی نمی‌بود",
};
