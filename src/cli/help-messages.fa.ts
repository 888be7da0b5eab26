/** Persian words of `inquest help`. */
import type { helpMessagesEn } from "./help-messages.en.ts";

export const helpMessagesFa: Record<keyof typeof helpMessagesEn, string> = {
  "help.head":
    "inquest: چند نفر، چه کسانی، کجا و چه کسی چه مقامی داشت؛ هر رقم تا منبع مهرشده پی‌گرفتنی است\n\ninquest help COMMAND نشان می‌دهد که هر فرمان چه می‌پذیرد.",
  "help.group.begin": "آغاز",
  "help.group.work": "کار روی پرونده",
  "help.group.ask": "پرسش",
  "help.group.people": "کسان و کلیدهایشان",
  "help.about.start": "ساختن پرونده‌های همراه و گشودن میز کار",
  "help.about.serve": "میز کار، تنها روی همین دستگاه",
  "help.about.init": "ساختن پروندهٔ خالی",
  "help.about.build": "اعمال پوشهٔ یک پرونده (docs/formats/case-folder.md)",
  "help.about.add": "مهر کردن یادداشت‌ها یا اسناد",
  "help.about.import": "وارد کردن فهرست (docs/formats/recipe.md)",
  "help.about.custody": "آنچه بر یک منبع گذشت، و ثبت رویداد تازه",
  "help.about.derive": "مهر کردن آنچه ابزاری از یک منبع ساخت، با شیوهٔ ساختنش",
  "help.about.link": "پیوند رکوردهایی که یک شخص‌اند",
  "help.about.estimate": "برآورد کسانی که در هیچ فهرستی نیستند",
  "help.about.rebuild": "بازسازی داده‌های کاری از دفتر کنش‌ها",
  "help.about.answer": "چهار پاسخ",
  "help.about.trace": "زنجیرهٔ یک رقم تا برهان آن",
  "help.about.verify": "بازشماری همه‌چیز تنها از روی پرونده‌ها",
  "help.about.prove": "پرونده‌ای کوچک که یک کنش را به کسی بی‌پرونده اثبات می‌کند، یا وارسی چنین پرونده‌ای",
  "help.about.checkpoint": "بیرون دادن نقطهٔ وارسی امضاشده، یا وارسی نقطه‌ای که بیرون نگه داشته شده",
  "help.about.log": "کنش‌های دفتر، هر کدام در یک سطر",
  "help.group.copies": "نسخه‌ها و سلامت",
  "help.about.mirror": "به‌روز کردن نسخهٔ دوم، با بازخواندن هر پرونده",
  "help.about.repair": "بازگرداندن آنچه آسیب دیده، از نسخهٔ دوم",
  "help.about.doctor": "چه چیز ممکن است از دست برود و چگونه پیشگیری شود",
  "help.group.keys": "آنچه رمزگذاری شده و کلیدهایش",
  "help.about.keys": "درهای کلید پرونده؛ افزودن دری، یا گذاشتن کلیدی دیگر به جای آن",
  "help.about.recovery": "بخش کردن کلید پرونده بر برگه‌های کاغذ، و به کار بردن آنها",
  "help.about.reveal": "خواندن چیزی رمزگذاری‌شده؛ این که خواندید ثبت می‌شود",
  "help.about.shred": "نابود کردن کلید چیزی رمزگذاری‌شده، برای همیشه",
  "help.about.lock":
    "قفل کردن هر پروندهٔ بسته‌ای که میز کار باز نگه داشته است؛ --panic میز کار را بی‌درنگ پایان می‌دهد",
  "help.about.people": "کلید چه کسانی به شمار می‌آید و چه چیزی در انتظار شخص دوم است",
  "help.about.vouch": "گواهی به این که یک کلید ثبت‌شده از آنِ صاحب آن است",
  "help.about.propose": "پیشنهاد آنچه دو نفر می‌خواهد",
  "help.about.second": "موافقت با پیشنهاد شخص دیگر",
  "help.foot": `گزینه‌ها: --lang en|fa، --json، --quiet. پرونده یک پوشه است؛ بدون آن، پوشهٔ جاری یا نزدیک‌ترین پوشهٔ بالاتر.
کد خروج: 0 انجام شد، 1 پیش‌بینی‌نشده، 2 کاربرد نادرست، 3 ورودی نامعتبر، 4 راستی‌آزمایی ناموفق، 5 انسان باید تصمیم بگیرد،
6 پرونده در حال استفاده یا قفل، 7 شبکه، 130 قطع‌شده.`,
};
