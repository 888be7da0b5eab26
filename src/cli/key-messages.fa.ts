/** Persian words of the commands about keys. */
import type { keyMessagesEn } from "./key-messages.en.ts";

export const keyMessagesFa: Record<keyof typeof keyMessagesEn, string> = {
  "keys.reason-open": "دلیل در دفتر خواناست: کسی را در آن نام نبرید.",
  "keys.none": "هیچ چیز این پرونده رمزگذاری نشده است، پس کلیدی ندارد.",
  "keys.case": "کلید پرونده، نسل {generation}: {recipient}",
  "keys.door": "  درِ {actor}: {door}",
  "keys.item": "  رمزگذاری‌شده: {what} {item}",
  "keys.shredded": "  کلید نابود شد: {item}",
  "keys.recovery.none":
    "راه بازیابی ساخته نشده است: هر کس گذرواژه را فراموش کند، هر آنچه رمزگذاری شده برای همیشه از دست می‌رود. inquest recovery make",
  "keys.recovery.untested":
    "بازیابی: هر {threshold} برگه از {shares}. هرگز آزموده نشده است: inquest recovery test FILE",
  "keys.recovery.tested": "بازیابی: هر {threshold} برگه از {shares}، آزموده‌شده.",
  "keys.door-added": "دری برای {actor} افزوده شد: {door}",
  "keys.rotated":
    "کلید پرونده اکنون نسل {generation} است؛ {removed} درِ کهنه برداشته شد. برگه‌های بازیابی پیشین دیگر چیزی را باز نمی‌کنند: برگه‌های تازه بسازید.",
  "identity.none": "هویت هیچ گوینده‌ای رمزگذاری نشده است.",
  "identity.sealed":
    '{speaker}: رمزگذاری‌شده با شناسهٔ {item}. با inquest reveal {speaker} --why "…" خوانده می‌شود و این کار ثبت می‌شود.',
  "identity.shredded": "{speaker}: کلید آن نابود شد ({item}). پرونده به هیچ‌کس نمی‌گوید او که بود.",
  "identity.done": "هویت {speaker} رمزگذاری شد. پرونده تنها نام مستعار را نشان می‌دهد.",
  "identity.in-open":
    "این واژه‌ها از آن در شناسه یا نام {speaker} آشکار مانده است: {words}. هر دو با انتشارها از پرونده بیرون می‌روند. اگر می‌گویند او کیست، گوینده را با شناسه و نامی ثبت کنید که نگوید (مانند speaker:w7)، و گفته‌هایش را زیر همان.",
  "identity.file-stays":
    "{file} هنوز آن را آشکارا می‌گوید: آن را پاک کنید و سطل بازیافت را خالی کنید. اگر لازم نیست روی دیسک بماند، آن را با - (ورودی استاندارد) بدهید.",
  "reveal.written": "در {file} نوشته شد و تنها شما می‌توانید آن را بخوانید. وقتی لازم نیست نابودش کنید.",
  "shred.done":
    "کلید {item} در {count} جا نابود شد. محتوای آن دیگر خوانده نمی‌شود؛ نسخه‌های جاهای دیگر بیرون از دسترس‌اند.",
  "shred.also": "با آن {count} چیز که بر آن استوار بود نیز رفت: گزاره‌ها، برگرفته‌ها، پیوندها.",
  "recovery.sheet": "برگهٔ {number} از {count} (هر {threshold} برگه پرونده را باز می‌کند):",
  "recovery.write-down":
    "هر برگه را چاپ کنید یا بنویسید و به کسان جداگانه بسپارید. جایی نگه داشته نمی‌شوند: کارتان که تمام شد این پنجره را ببندید.",
  "recovery.written": "{count} برگه در {file} است. چاپ کنید، به کسان جداگانه بسپارید و پرونده را نابود کنید.",
  "recovery.test": "برگه‌ها کلید درست را می‌دهند.",
  "recovery.restore": "برگه‌ها کلید درست را دادند؛ گذرواژهٔ نو آن را باز می‌کند.",
  "init.open":
    "هر که این دیسک را در دست داشته باشد پرونده را می‌خواند. جایی که رایانه ممکن است توقیف شود پروندهٔ بسته بسازید: inquest init DIR --closed",
  "init.closed":
    "بدون گذرواژه هیچ چیز آن خوانده نمی‌شود. همین حالا برگه‌های بازیابی بسازید: inquest recovery make",
  "verify.closed":
    "پرونده بسته است: درخت، نقطهٔ وارسی و درهم‌ها درست‌اند. گفتهٔ کنش‌ها سنجیده نشد؛ برای سنجش آن گذرواژه را بدهید.",
  "passphrase.open": "گذرواژهٔ {dir} ({why}): ",
  "passphrase.make": "گذرواژهٔ نو برای {dir} ({why})، دست‌کم چهار واژه: ",
  "passphrase.again": "همان، بار دیگر: ",
  "passphrase.differ": "این دو یکی نیستند. یک بار دیگر.",
};
