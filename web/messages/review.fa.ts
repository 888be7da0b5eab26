/** Persian words of how far review is, what it and the cut of the link may still change, and what is done by keys there. */
import type { reviewEn } from "./review.en.ts";

export const reviewFa: Readonly<Record<keyof typeof reviewEn, string>> = {
  "keys.review.explain": "در بازبینی: امتیاز از چه ساخته شده است",
  "keys.review.open": "در بازبینی: باز کردن ردیف نخست در فهرستش",
  "keys.review.other": "در بازبینی: باز کردن ردیف دوم در فهرستش",
  "review.progress": "{done} تصمیم گرفته شده، {left} مانده",
  "review.pace.minutes": "با آهنگ شما نزدیک {minutes} دقیقهٔ دیگر",
  "review.pace.hours": "با آهنگ شما نزدیک {hours} ساعت دیگر",
  "review.pace.about":
    "آهنگ شما: هر جفت {seconds} ثانیه، بر پایهٔ {count} پاسخ آخرتان؛ درنگ‌های بیش از {minutes} دقیقه کنار گذاشته شده است.",
  "review.pace.none": "اینکه باقی کار چه‌قدر از شما وقت می‌گیرد، پس از پاسخ‌های کافی خودتان گفته می‌شود.",
  "review.outlook": "{count} رقم هنوز ممکن است تغییر کند",
  "review.outlook.first": "{label}: اکنون {current}، ممکن از {low} تا {high}",
  "review.outlook.none": "جفت‌های در انتظار، هر تصمیمی که گرفته شود، هیچ رقم مستندی را تغییر نمی‌دهد.",
  "review.outlook.heard": "چیزی در انتظار نیست؛ پیوند بعدی این رقم‌ها را بر پایهٔ تصمیم‌ها تغییر می‌دهد.",
  "review.outlook.otherTime":
    "فهرست‌ها و پیوند از یک زمان نیستند: آنچه هنوز ممکن است تغییر کند پس از پیوند بعدی گفته می‌شود.",
  "review.outlook.figure": "رقم",
  "review.outlook.now": "اکنون",
  "review.outlook.asLeft": "با تصمیم‌های تاکنون",
  "review.outlook.allSame": "هر جفت یک نفر",
  "review.outlook.allDifferent": "هیچ جفتی یک نفر",
  "review.outlook.about":
    "اگر دربارهٔ هر {count} جفتِ در انتظار یکباره تصمیم گرفته شود، بر پایهٔ امتیازهای ثبت‌شده؛ پیوند بعدی آن را از نو حساب می‌کند. شمار اشخاص میان این دو سر است. شمار کسانی که در چند فهرست‌اند ممکن است از آن‌ها بگذرد: زنجیرهٔ جفت‌ها می‌تواند گروه‌هایی را یکی کند.",
  "review.outlook.likely": "آنچه ممکن است همان محتمل نیست. تنها بر پایهٔ امتیازها:",
  "review.outlook.likely.figure": "{label}: {count} ({low} تا {high}، ۹۵٪)",
  "review.readOnly": "آنچه در انتظار است را می‌توانید ببینید؛ تصمیم با نگهدارندهٔ پرونده است.",
  "review.waterfall.decided": "امتیاز از چه ساخته شده بود: {one} و {other}",
  "review.judgedPairs": "تصمیم‌های شما",
  "review.linkAgain": "پیوند دوباره",
  "estimate.cuts": "شمار اشخاص تا چه اندازه به آستانهٔ پیوند وابسته است",
  "estimate.cuts.about":
    "ماشین از احتمال تطابق معینی به بالا پیوند می‌دهد؛ با آستانه‌ای دیگر اشخاص دیگری مستند می‌شدند. بر پایهٔ امتیازهای ثبت‌شده و با داوری‌های انسان؛ چیزی از نو پیوند داده نمی‌شود. آنان که در هیچ فهرستی نیستند در این شمارها نیستند.",
  "estimate.cuts.none": "جفت‌های ثبت‌شده نمی‌گویند که آستانه‌ای دیگر چه می‌شمرد.",
  "estimate.cuts.from": "پیوند از احتمال تطابق",
  "estimate.cuts.persons": "شمار اشخاص",
  "estimate.cuts.several": "در بیش از یک فهرست",
  "estimate.cuts.bound": "کران پایین چائو، ۹۵٪",
  "estimate.cuts.bound.about":
    "اکنون از اشخاص در هر آستانه شمرده شد و چیزی از آن ثبت نشده است. کران پایین است و نه برآورد: هر آستانه را درست می‌گیرد، در حالی که مدل‌های ثبت‌شده پیوندهای مشکوک را به اندازهٔ احتمالشان می‌گیرند.",
  "estimate.strata": "گروه‌های کسان",
  "estimate.strata.about":
    "کسان فهرست‌های پیوندخورده، بخش‌شده بر پایهٔ آنچه ردیف‌هایشان می‌گویند. گروهی که تقریباً همهٔ آن تنها در یک فهرست است، کم ثبت شده است: شاید از آن بسیار بیش از گروه‌های دیگر ناپیدا باشند. کران پایین چائو از آنِ هر گروه به‌تنهایی است: پیوندهای ازقلم‌افتاده آن را بیش از اندازه بالا می‌برند، و کران‌های گروه‌ها را نباید با هم جمع کرد.",
  "estimate.strata.by": "بخش‌شده بر پایهٔ",
  "estimate.strata.group": "گروه",
  "estimate.strata.persons": "کسان",
  "estimate.strata.several": "در چند فهرست",
  "estimate.strata.bound": "کران پایین، ۹۵٪",
  "estimate.strata.nobound": "هیچ‌کس در دو فهرست نیست",
  "estimate.strata.written": "نوشته‌شده {spellings}",
  "estimate.strata.unrecorded": "هیچ ردیفی نمی‌گوید",
  "estimate.strata.others": "{count} گروه کوچک‌تر",
  "estimate.strata.differing":
    "ردیف‌های {count} تن چند گروه را می‌گویند: هر یک در گروهی شمرده شده که بیشتر ردیف‌ها می‌گویند، و اگر برابر باشند در گروه فهرست نخست.",
  "estimate.strata.unrecorded.about":
    "دربارهٔ {count} تن هیچ ردیفی آن را نمی‌گوید. از کسی که در فهرست‌های بیشتری است بیشتر گفته می‌شود، پس کران‌های گروه‌ها از این راه بیشتر پایین می‌افتند تا بالا.",
  "estimate.strata.names":
    "واژه‌های چند فهرست یک گروه‌اند اگر پرونده جایی را چنین بنامد، اگر همانند شنیده شوند، یا اگر فهرست‌ها بیشترِ کسانِ مشترکشان را زیر هر دو بیاورند.",
  "estimate.strata.none":
    "فهرست‌ها هیچ خانهٔ مشترکی ندارند که کسان را بخش کند، مانند جا، جنسیت، سن یا تاریخ. برای دیدن گروه‌ها یکی را هنگام ورود هر فهرست نگاشت کنید.",
  "estimate.cuts.own": "چنان‌که ثبت شده",
  "estimate.cuts.likely": "بی آستانه: هر پیوند نامطمئن به اندازهٔ احتمالش، ۹۵٪",
};
