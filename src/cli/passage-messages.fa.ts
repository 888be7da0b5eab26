/** Persian words of `inquest passages`. */
import type { passageMessagesEn } from "./passage-messages.en.ts";

export const passageMessagesFa: Record<keyof typeof passageMessagesEn, string> = {
  "passage.in-place": "در همان جا ایستاده است",
  "passage.moved": "در {at} ایستاده است",
  "passage.respaced": "در {at} ایستاده است، با فاصله‌گذاری دیگر",
  "passage.ambiguous": "چند بار آمده است و پیرامونش نمی‌گوید کدام است: {at}",
  "passage.lost": "واژه‌به‌واژه در آن نیست",
  "passage.by-eye": "جایش در آن هست ({at})؛ یکی بودنش را یک نفر باید ببیند یا بشنود",
  "passage.seen": "ثبت‌کننده در آن دیده است: {words}",
  "passage.nearest": "نزدیک‌ترین واژه‌ها در آن: «{words}»",
  "passage.none": "هیچ گزاره‌ای بر این منبع استوار نیست",
  "passage.counts":
    "از {total} بند: {inPlace} در همان جا، {moved} جابه‌جا، {respaced} با فاصله‌گذاری دیگر، {ambiguous} نامعلوم، {byEye} برای دیدن یک نفر، {lost} گم‌شده؛ چیزی تغییر نکرد",
  "passage.comma": "، ",
};
