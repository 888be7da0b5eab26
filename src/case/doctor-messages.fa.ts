/** Persian words of the doctor. */
import type { doctorMessagesEn } from "./doctor-messages.en.ts";

export const doctorMessagesFa: Record<keyof typeof doctorMessagesEn, string> = {
  "doctor.no-copy": "نسخهٔ دومی نیست: دیسک شکسته یا دستگاه دزدیده‌شده همه‌چیز را می‌برد.",
  "doctor.no-copy.remedy": "inquest mirror FOLDER، روی دیسکی دیگر که جای دیگری باشد.",
  "doctor.old-copy": "نسخهٔ دوم {days} روزه است.",
  "doctor.old-copy.remedy": "با inquest mirror آن را به‌روز کنید.",
  "doctor.no-recovery":
    "هر کس گذرواژه را فراموش کند، هر آنچه رمزگذاری شده برای همیشه از دست می‌رود: راه بازیابی ساخته نشده است.",
  "doctor.no-recovery.remedy": "inquest recovery make، و برگه‌ها را به کسان جداگانه بسپارید.",
  "doctor.untested-recovery": "برگه‌های بازیابی هرگز آزموده نشده‌اند: کسی نمی‌داند درست نوشته شده‌اند یا نه.",
  "doctor.untested-recovery.remedy":
    "از دارندگان بخواهید برگه‌ها را بیاورند و inquest recovery test را اجرا کنید.",
  "doctor.doors-gone": "{count} در به کلید پرونده در vault/keys/doors نیست.",
  "doctor.doors-gone.remedy":
    "آن‌ها را از نسخهٔ دوم بازگردانید (inquest repair --from COPY) یا تا برگه‌های بازیابی هست از آن‌ها بهره ببرید.",
  "doctor.one-door": "تنها یک گذرواژه پرونده را باز می‌کند.",
  "doctor.one-door.remedy": "دری برای شخص دوم بیفزایید: inquest keys add-door.",
  "doctor.no-checkpoint-outside":
    "هیچ نقطهٔ وارسی هرگز از خانه بیرون نرفته است: کسی که در این پوشه می‌نویسد می‌تواند پایان دفتر را نادیده ببرد.",
  "doctor.no-checkpoint-outside.remedy": "inquest checkpoint --out FILE، و پرونده را به کسی بیرون بسپارید.",
  "doctor.old-checkpoint-outside": "{acts} کنش پس از واپسین نقطهٔ وارسی بیرون‌رفته آمده‌اند.",
  "doctor.old-checkpoint-outside.remedy": "inquest checkpoint --out FILE، و پرونده را به کسی بیرون بسپارید.",
  "doctor.no-timestamp": "هیچ چیز ثابت نمی‌کند که چه وقت چیزی ثبت شد: زمان‌ها از ساعت همین دستگاه‌اند.",
  "doctor.no-timestamp.remedy": "inquest timestamp request، و پرونده را نزد مرجع مهر زمان ببرید.",
  "doctor.clock-behind": "ساعت این دستگاه پیش از واپسین کنش دفتر است.",
  "doctor.clock-behind.remedy": "ساعت را درست کنید؛ تا آن وقت کنش‌ها زمان دیرتر را نگه می‌دارند.",
  "doctor.disk-full-soon": "تنها {megabytes} مگابایت روی دیسک خالی است.",
  "doctor.disk-full-soon.remedy": "جا باز کنید یا پرونده را به دیسکی دیگر ببرید.",
  "doctor.keys-open-to-others": "کاربران دیگر این دستگاه می‌توانند پرونده‌های کلید را بخوانند.",
  "doctor.keys-open-to-others.remedy": "دسترسی‌شان را بردارید: chmod -R go-rwx روی پوشهٔ keys.",
  "doctor.nobody-to-second":
    "پرونده دو نفر می‌خواهد و اینجا تنها یک کلید به شمار می‌آید: آنچه دو نفر می‌خواهد شدنی نیست.",
  "doctor.nobody-to-second.remedy":
    "بگذارید شخص دوم یک بار در پرونده بنویسد و کلیدش را گواهی کنید: inquest vouch.",
};
