import type { releaseMessagesEn } from "./release-messages.en.ts";

/** Persian words of releases and of who may be shown. */
export const releaseMessagesFa: Record<keyof typeof releaseMessagesEn, string> = {
  "visibility.full": "به‌طور کامل",
  "visibility.name": "تنها با نام",
  "visibility.initials": "با حرف‌های آغازین نام",
  "visibility.counted": "شمرده می‌شود و نشان داده نمی‌شود",
  "visibility.withheld": "پوشیده",
  "visibility.set": "تصمیم ثبت شد: {what} {how}",
  "visibility.count": "{count} نفر: {how}",
  "visibility.undecided": "{count} نفر: بدون تصمیم؛ پیش از آن چیزی منتشر نمی‌شود",
  "visibility.list": "فهرست {list}: {count}",
  "visibility.lost":
    "ردیف {row} که دربارهٔ آن تصمیم گرفته شده بود در واپسین انتشار فهرستش نیست، یا بی‌تردید نیست: دربارهٔ ردیف امروزی‌اش تصمیم بگیرید",
  "release.plan": "بیرون می‌رود: {people} نفر، {statements} گزاره، {sites} مکان، {figures} رقم.",
  "release.goes.people": "کسانی که بیرون می‌روند: {which}",
  "release.goes.statements": "گزاره‌هایی که بیرون می‌روند: {which}",
  "release.goes.sites": "مکان‌هایی که گفته می‌شوند: {which}",
  "release.goes.figures": "رقم‌هایی که بیرون می‌روند: {which}",
  "release.goes.one": "\u2068{what}\u2069",
  "release.goes.and": "، ",
  "release.goes.more": "و {count} تای دیگر (با --json همه)",
  "release.persons": "{count} نفر: {how}",
  "release.stays": "{count} گزاره می‌ماند: {why}",
  "release.why.access": "برای گروه است، یا محدود یا مهروموم‌شده",
  "release.why.allegation": "ادعاهایی که دو نفر آزاد نکرده‌اند",
  "release.why.consent": "گویندگانشان به این خوانندگان رضایت نداده‌اند",
  "release.why.status": "ثبت‌کنندگانشان آن‌ها را پس گرفته‌اند",
  "release.why.person": "کسی را نام می‌برد که نباید نام برده شود یا به‌طور کامل نشان داده نمی‌شود",
  "release.why.site": "جای مکان دقیق گفته نمی‌شود",
  "release.why.field": "دربارهٔ کسی چیزی می‌گوید که به این خوانندگان گفته نمی‌شود: خویشان، باور، روز",
  "release.sites": "از {count} مکان چیزی گفته نمی‌شود",
  "release.figure": "می‌ماند، چون بر چیزی استوار است که می‌ماند: {id}",
  "release.missing": "{count} تصمیم مانده است؛ پیش از آن چیزی منتشر نمی‌شود:",
  "release.missing.list":
    "فهرست {list}: چه کسی از {count} نفر آن نشان داده شود (inquest visibility {list} --show … --why …)",
  "release.missing.person": "{id}: آیا این شخص نشان داده شود (inquest visibility {id} --show … --why …)",
  "release.missing.speaker": "{id}: آیا نام این گوینده برده شود (inquest visibility {id} --show … --why …)",
  "release.missing.site": "{id}: جای آن چه اندازه دقیق گفته شود (inquest sites {id} --publish …)",
  "release.done":
    "انتشار شمارهٔ {number} در {out} نوشته شد. جمعِ جمع‌های آن {root} است؛ با sha256sum --check manifest-sha256.txt tagmanifest-sha256.txt وارسی کنید.",
  "published.none": "هنوز چیزی از این پرونده منتشر نشده است.",
  "published.profile.public": "برای همگان",
  "published.profile.partners": "برای همکاران",
  "published.profile.commission": "برای کمیسیون تحقیق",
  "published.release":
    "انتشار {number}، {profile}، در {on}: از {acts} کنش. SHA-256 فایل tagmanifest-sha256.txt آن:",
  "published.then": "انتشار {number} در {on} این را داشت: {value}",
  "published.same": "پرونده امروز نیز همین را می‌گوید: {value}",
  "published.now": "پرونده امروز می‌گوید: {value}",
  "published.gone": "پرونده امروز چنین رقمی ندارد.",
  "published.verify":
    "دفتر می‌گوید که ریشهٔ این انتشار {root} بود و از {acts} کنش نخست ساخته شد، که در آن دست‌نخورده‌اند (inquest verify). با inquest trace {id} می‌توان رقم امروز را پی گرفت.",
  "release.small-cell":
    "{cell}: از کسان این خانه {persons} تن کامل نشان داده نمی‌شوند. هر که نشان‌داده‌شدگان را از آن کم کند، می‌داند این خانه دربارهٔ دیگران چه می‌گوید. بیندیشید که این رقم بیرون برود یا نه",
  "release.namesakes":
    "{count} تن که بیرون می‌روند نام کسی را دارند که نباید نام برده شود. ببینید آن دو یکی هستند یا نه: اگر هستند، با inquest visibility دربارهٔ هر دو یک تصمیم بگیرید، یا با inquest review --persons join A B یکی‌شان کنید و از نو پیوند دهید",
  "release.namesake": "\u2068{name}\u2069 (\u2068{shown}\u2069) و \u2068{hidden}\u2069",
  "access.open": "باز: {source} و آنچه می‌گوید می‌تواند بیرون برود، تا آنجا که بقیهٔ تصمیم‌ها اجازه دهند.",
  "access.team":
    "برای گروه: {source} و گزاره‌ها و ردیف‌های آن در پاسخ‌ها به کار می‌روند و در هیچ انتشار، برون‌داد یا گواهی از پرونده بیرون نمی‌روند.",
  "export.done": "با شمارهٔ {number} در {out} نوشته شد. SHA-256 فایل manifest-sha256.txt آن: {root}",
};
