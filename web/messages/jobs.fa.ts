/** Persian words of long work. */
import type { jobsEn } from "./jobs.en.ts";

export const jobsFa: Readonly<Record<keyof typeof jobsEn, string>> = {
  "job.link": "پیوند فهرست‌ها",
  "job.link.start": "فهرست‌ها را پیوند بده",
  "job.link.done": "{records} رکورد {persons} نفر است؛ {review} جفت در انتظار تصمیم انسان است.",
  "job.link.existed": "هنگامی که واپسین بار پیوند خواسته شد چیزی دگرگون نشده بود: {persons} نفر.",
  "job.estimate": "برآورد",
  "job.estimate.start": "برآورد کن",
  "job.estimate.done": "{count} برآورد ثبت شد.",
  "job.estimate.existed": "از هنگام برآورد چیزی دگرگون نشده است.",
  "job.cancel": "لغو",
  "job.cancelled": "لغو شد. آنچه پیش‌تر بود بر جاست.",
  "job.starting": "در حال آغاز …",
  "job.progress": "میزان پیشرفت",
  "job.told": "{step}: {percent} درصد",
  "job.remaining": "حدود {seconds} ثانیه مانده",
  "job.step.linkage.block": "یافتن جفت‌هایی که شاید یک نفر باشند",
  "job.step.linkage.train": "آموختن این‌که رکوردهای یک نفر چه تفاوتی دارند",
  "job.step.linkage.compare": "سنجیدن جفت‌ها",
  "job.step.linkage.score": "وزن‌دادن به جفت‌ها",
  "job.step.linkage.cluster": "به هم پیوستن رکوردها",
  "job.step.linkage.doubt": "شمردن افراد با تردیدشان",
  "job.step.case.link": "ثبت",
  "job.step.case.estimate": "برآورد",
  "job.step.estimate.chains": "نمونه‌گیری",
  "job.step.estimate.chains-again": "نمونه‌گیری دوباره و طولانی‌تر: زنجیره‌ها هم‌رأی نیستند",
  "job.step.other": "در حال کار",
  "estimate.plan": "برآورد شمار کسانی که در هیچ فهرستی نیامدند",
  "estimate.plan.about":
    "از همهٔ فهرست‌های پیوندخورده، با همهٔ روش‌ها. نخست در یک جمله بگویید چه چیزی باید درست باشد تا این عدد معنایی داشته باشد: فهرست‌ها چگونه پدید آمدند و چه کسانی ممکن نبود در هیچ‌یک باشند.",
  "estimate.plan.assumption": "چه چیزی باید درست باشد",
};
