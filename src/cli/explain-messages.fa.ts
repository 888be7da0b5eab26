/** Persian words of explaining a link. */
import { levelMessagesFa } from "../case/index.ts";
import type { explainMessagesEn } from "./explain-messages.en.ts";

export const explainMessagesFa: Readonly<Record<keyof typeof explainMessagesEn, string>> = {
  ...levelMessagesFa,
  "explain.head": "{left}  و  {right}",
  "explain.strongest": "نیرومندترین از {count} جفتِ این دو",
  "explain.together": "در یک خوشه: {cluster}",
  "explain.apart": "در دو خوشه: {left} و {right}",
  "explain.prior": "آغاز: دو رکورد تصادفی",
  "explain.step": "{name}: {level}",
  "explain.rarity": "از این میان {bits} برای آنکه مقدار، کمیاب‌تر یا رایج‌تر از معمول است",
  "explain.joint": "{one} و {two} با هم می‌آیند",
  "explain.decided": "{bits} بیت، احتمال یکی بودن {probability}",
  "explain.band.link": "از {link} بیت به بالا ماشین پیوند می‌دهد",
  "explain.band.review": "میان {review} و {link} بیت انسان باید ببیند",
  "explain.band.apart": "کمتر از {review} بیت: یکی بودنشان نشان داده نشده است",
  "explain.held-back":
    "پایین‌تر از آستانهٔ پیوند نگه داشته شد (وگرنه {bits} بیت می‌بود): نام خودِ این دو متفاوت است و تصمیم با انسان است.",
  "explain.forbidden": "ناسازگاری آشکار، پیوند را منع می‌کند: {names}",
  "explain.missing": "یکی یا هر دو دربارهٔ این‌ها چیزی نمی‌گویند: {names}",
  "explain.rules": "آنچه این دو را کنار هم آورد:",
  "explain.rule": "{rule}، در بلوکی با {size} رکورد",
  "explain.exhaustive": "همهٔ جفت‌های این فهرست‌ها سنجیده شد.",
  "explain.no-rule": "هیچ قاعدهٔ بلوک‌بندی این دو را کنار هم نیاورد.",
  "explain.judged": "داوری‌ها:",
  "explain.judgement": "{left} و {right}: {decision}",
  "explain.decision.same": "یک شخص",
  "explain.decision.different": "دو شخص",
  "explain.decision.unsure": "نامعلوم",
  "explain.said": "{by} در {at}: {answer}",
  "explain.said.undone": "پس گرفته شده",
  "explain.said.bound": "این پیوند را مقید کرده است",
  "explain.said.since": "پس از این پیوند: inquest link را اجرا کنید",
  "explain.said.uncounted": "به حساب نمی‌آید: کسی این کلید را تأیید نکرده است",
  "explain.none-bound": "هیچ داوری‌ای دربارهٔ جفتی از این خوشه‌ها این پیوند را مقید نکرده است.",
  "explain.set-aside":
    "کنار گذاشته شد، زیرا با این داوری‌ها که شواهد بیشتری پشتیبانشان است سازگار نیست: {others}",
  "explain.separator": "؛ ",
  "explain.said-of-rows": "آنچه دربارهٔ خودِ این دو سطر گفته شده است:",
  "explain.said.set-aside": "در این پیوند کنار گذاشته شده است",
  "explain.not-judged": "هیچ‌کس جفتی از این خوشه‌ها را داوری نکرده است.",
  "explain.cut.weaker-than-the-whole":
    "بریده شد، هرچند به تنهایی نیرومند است: همهٔ جفت‌های دو خوشه با هم خلاف آن می‌گویند.",
  "explain.cut.judged-different": "بریده شد، چون کسی این دو را متفاوت دانسته است.",
  "explain.cut.hard-conflict": "بریده شد، به سبب ناسازگاری‌ای که پیوند را منع می‌کند.",
  "explain.path": "آنچه این دو را به هم پیوسته نگه می‌دارد:",
  "explain.path-step": "{left} ← {right}: {bits} بیت",
  "explain.path-judged": "{left} ← {right}: داوری یک انسان",
  "explain.not-as-recorded":
    "پیوند دوباره، خوشه‌هایی جز آنچه ثبت شده می‌دهد؛ این توضیحِ اجرای تازه است. برای ثبت آن inquest link را اجرا کنید.",
};
