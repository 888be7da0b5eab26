/**
 * Arabic words of the workbench: its shell. What stands in no entry here is read in English, and marked so.
 *
 * The shell is what is on every page and what says where one is: see `SHELL`. A key of it that is missing here does not compile.
 */
import type { MessageKey } from "./en.ts";

/** The keys that belong to the shell: by how they begin, heads and states of pages by page and ending, and single ones. */
export const SHELL = {
  starts: ["app", "nav", "keys", "palette", "lock", "question", "case"],
  pages: [
    "overview",
    "sources",
    "search",
    "review",
    "people",
    "places",
    "site",
    "offices",
    "appeals",
    "estimate",
    "trace",
    "work",
  ],
  endings: ["lead", "none", "noMatch", "nothing", "notLinked", "noThreat", "noLife", "noCoordinate", "title"],
  single: [
    "search.field",
    "search.found",
    "search.near",
    "people.search",
    "people.previous",
    "people.next",
    "places.filter",
    "places.on",
    "places.any",
    "places.back",
    "places.forward",
    "places.public",
    "appeals.today",
    "work.news.none",
  ],
} as const;

export type ShellKey = Extract<
  MessageKey,
  | `${(typeof SHELL.starts)[number]}.${string}`
  | `${(typeof SHELL.pages)[number]}.${(typeof SHELL.endings)[number]}`
  | (typeof SHELL.single)[number]
>;

export const ar = {
  "app.name": "Inquest",
  "app.skip": "انتقل إلى المحتوى",
  "app.loading": "جارٍ التحميل …",
  "app.failed": "تعذّر عرض هذا",
  "app.unexpected": "حدث ما لم يتوقعه أحد: \u2068{message}\u2069",
  "app.unreachable":
    "البرنامج لا يستجيب. تحقق من أنه ما زال يعمل في نافذة الأوامر، وإلا فأعد تشغيله بالأمر npm start.",
  "app.retry": "أعد المحاولة",
  "app.fictional": "قضية مختلقة: كل من فيها وكل مكان فيها من نسج الخيال",
  "app.case": "القضية",
  "app.settings": "الإعدادات",
  "app.theme": "فاتح أو داكن",
  "app.theme.system": "كما في النظام",
  "app.theme.light": "فاتح",
  "app.theme.dark": "داكن",
  "app.calendar": "التقويم",
  "app.calendar.both": "الميلادي والهجري الشمسي",
  "app.calendar.gregorian": "الميلادي",
  "app.calendar.solarHijri": "الهجري الشمسي",
  "app.calendar.lunarHijri": "الهجري القمري",
  "app.digits": "الأرقام",
  "app.digits.language": "بحسب اللغة",
  "app.keys": "اختصارات بمفتاح واحد",
  "app.keys.on": "مفعّلة",
  "app.keys.off": "معطّلة",
  "app.close": "إغلاق",

  "nav.overview": "نظرة عامة",
  "nav.sources": "المصادر",
  "nav.search": "البحث",
  "nav.review": "المراجعة",
  "nav.people": "الأشخاص",
  "nav.places": "الأماكن",
  "nav.offices": "المناصب",
  "nav.appeals": "المناشدات",
  "nav.estimate": "التقدير",
  "nav.label": "صفحات القضية",

  "keys.title": "المفاتيح",
  "keys.search": "البحث في القضية",
  "keys.help": "هذه القائمة",
  "keys.close": "إغلاق",
  "keys.change": "تغيير",
  "keys.press": "اضغط المفتاح الجديد؛ Esc يُبقيه كما هو",
  "keys.taken": "للمفتاح {key} عمل آخر في الشاشة نفسها.",
  "keys.reserved": "المفتاح {key} غير متاح: اختر حرفًا غير g أو رقمًا أو علامة.",
  "keys.reset": "إعادة كل المفاتيح إلى ما كانت عليه",
  "keys.origin": "من أين أتت القيمة التي عليها المؤشر أو التركيز",
  "keys.viewer.quote": "في مصدر: تسجيل إفادة من الكلمات المختارة",
  "keys.viewer.verify": "في مصدر: التحقق من بايتاته الآن",
  "keys.viewer.cover": "في مصدر: تغطية كل ما هو ظاهر",
  "keys.viewer.before": "في مصدر ذي صفحات: الصفحة السابقة",
  "keys.viewer.after": "في مصدر ذي صفحات: الصفحة التالية",
  "keys.viewer.words": "في نص المصدر: من كلمة إلى كلمة؛ ومع Shift يتسع الاختيار",
  "keys.viewer.record": "في استمارة: تسجيل",
  "keys.import.undo": "في الاستيراد: التراجع عن آخر تصحيح",
  "keys.review.same": "في المراجعة: شخص واحد",
  "keys.review.different": "في المراجعة: شخصان",
  "keys.review.unsure": "في المراجعة: غير متأكد",
  "keys.review.skip": "في المراجعة: تخطٍّ",
  "keys.review.undo": "في المراجعة: سحب الجواب الأخير",
  "keys.persons.down": "في الأشخاص قيد التدقيق: الصف التالي",
  "keys.persons.up": "في الأشخاص قيد التدقيق: الصف السابق",
  "keys.persons.tick": "في الأشخاص قيد التدقيق: تعليم الصف",
  "keys.persons.split": "في الأشخاص قيد التدقيق: الصفوف المعلَّمة لشخص آخر",
  "keys.persons.keep": "في الأشخاص قيد التدقيق: اطُّلع عليه وهو صحيح",
  "keys.persons.join": "في الأشخاص قيد التدقيق: الدمج مع شخص آخر",
  "keys.persons.contradiction": "في الأشخاص قيد التدقيق: التعارض التالي",
  "keys.persons.skip": "في الأشخاص قيد التدقيق: الشخص التالي",
  "keys.persons.undo": "في الأشخاص قيد التدقيق: سحب القرار الأخير",
  "keys.persons.reason": "في الأشخاص قيد التدقيق: كتابة السبب",
  "keys.review.reason": "في المراجعة: كتابة السبب",

  "palette.open": "انتقل إلى",
  "palette.title": "الذهاب إلى أي مكان وفعل أي شيء",
  "palette.placeholder": "صفحة أو إعداد أو اسم بأي خط",
  "palette.language": "اللغة",
  "palette.none": "لا شيء بهذا الاسم.",
  "palette.search": "كل ما يوجد عن «{text}»",

  "lock.closed.title": "هذه القضية مغلقة",
  "lock.closed.lead":
    "كل ما فيها معمّى على القرص. تفتحها عبارة المرور في هذه النافذة، إلى أن تُقفل من جديد أو لا يستعملها أحد مدة من الوقت.",
  "lock.encrypted.title": "في هذه القضية شيء معمّى",
  "lock.encrypted.lead":
    "تفتح عبارة المرور القضية في هذه النافذة، إلى أن تُقفل من جديد أو لا يستعملها أحد مدة من الوقت. ولا تستطيع برامج أخرى على هذا الجهاز قراءتها في تلك الأثناء.",
  "lock.passphrase": "عبارة المرور",
  "lock.unlock": "فتح القفل",
  "lock.trying": "جارٍ فتح القفل …",
  "lock.wrong": "عبارة المرور هذه لا تفتح شيئًا هنا. تأكد من أن لوحة المفاتيح تكتب بالخط والحروف الصحيحة.",
  "lock.wait": "كثرت عبارات المرور الخاطئة. انتظر نصف دقيقة ثم أعد المحاولة.",
  "lock.lock": "قفل",
  "lock.panic": "قفل هذه القضية. الضغط على Esc ثلاث مرات يقفل كل القضايا دفعة واحدة ويترك صفحة فارغة.",
  "lock.option": "{id} (مقفلة)",

  "case.new": "قضية جديدة",
  "case.new.lead":
    "تُحفظ في مجلد خاص بها على هذا الحاسوب دون تعمية. تُختم المصادر ببصمتها ولا تتغير أبدًا، وكل خطوة تُوقَّع بمفتاحك.",
  "case.title.en": "العنوان بالإنجليزية",
  "case.title.fa": "العنوان بالفارسية",
  "case.title.needed": "اكتب للقضية عنوانًا بإحدى اللغتين.",
  "case.fictional": "هذه القضية مختلقة: كل صفحة تقول ذلك",
  "case.only-shown":
    "لا يمكن تسجيل شيء هنا: هذه القضية للعرض فقط، أو أن هذا المتصفح لم يُفتح بالرابط الذي فيه المفتاح.",
  "case.make": "أنشئ القضية",
  "case.closed.about": "القضية المعمّاة كلها، حتى اسمها، تُنشأ من سطر الأوامر:",

  "question.howMany": "كم عددهم؟",
  "question.who": "من هم؟",
  "question.where": "أين؟",
  "question.offices": "من تولّى أي منصب؟",
  "overview.none": "لم يُسجَّل هنا شيء بعد. أضف مصدرًا وسجّل ما يقوله.",

  "sources.lead": "كل ما خُتم، وما يفيد به كل مصدر.",
  "sources.none": "لم يُختم أي مصدر بعد. أفلت أول ملف في الأعلى.",

  "search.lead":
    "الأشخاص والإفادات والمصادر والمواقع والمناصب: كل ما في هذه القضية، بأي خط وبأي أرقام. ويُتسامح مع هفوات الإملاء الصغيرة.",
  "search.field": "البحث في القضية كلها",
  "search.found": "النتائج: {count}",
  "search.none": "لا شيء يطابق. جرّب كلمات أقل أو إملاءً آخر.",
  "search.near": "لا شيء مكتوب هكذا. هذه قريبة منه في الحروف أو في النطق.",

  "review.lead": "أزواج من الصفوف لا يجوز للآلة أن تبتّ فيها. كل جواب فعل موقَّع، ويمكن سحبه.",
  "review.nothing": "لا شيء ينتظر هنا. الأزواج التي حُكم فيها: {judged}، منها بحكمك: {mine}.",
  "review.notLinked": "لم يُربط شيء بعد. في سطر الأوامر: inquest link --case DIR",

  "people.lead": "كل من توثّقه قوائم هذه القضية. يجد البحث الأسماء أيًّا كان خطها.",
  "people.search": "البحث بالاسم، بأي خط",
  "people.none": "لا قائمة أشخاص في هذه القضية. في سطر الأوامر: inquest import FILE --recipe R.json",
  "people.noMatch": "لا أحد يطابق. جرّب كلمات أقل أو إملاءً آخر.",
  "people.previous": "السابق",
  "people.next": "التالي",

  "places.lead": "مواقع الدفن وما آلت إليه، حتى يوم معيّن.",
  "places.none": "لم يُسجَّل موقع ولا مكان بعد. سجّل إفادة من أحد المصادر.",
  "places.noCoordinate": "غير مسجَّلة",
  "places.filter": "البحث عن مكان",
  "places.on": "حتى تاريخ",
  "places.any": "كل ما هو معروف",
  "places.back": "قبل ذلك بسنة",
  "places.forward": "بعد ذلك بسنة",
  "places.public": "كما يراها الغرباء",
  "site.noThreat": "لم يُسجَّل أي تهديد.",
  "site.noLife": "لم يُسجَّل شيء عمّا آل إليه.",
  "site.noCoordinate": "لم تُسجَّل أي إحداثيات.",

  "offices.lead": "من تولّى أي منصب ومتى. تولّي المنصب لا يعني المشاركة في شيء.",
  "offices.none": "لم يُسجَّل تولّي أي منصب بعد.",

  "appeals.lead": "من طلب من مَن ماذا، وهل سُجِّل جواب.",
  "appeals.none": "لا مناشدة بعد: سجّل من طلب من مَن ماذا مع مقطع من الرسالة، أو استورد قائمة توصيات.",
  "appeals.today": "اليوم",

  "estimate.lead": "كم شخصًا لم يرد اسمه في أي قائمة. نماذج عدة جنبًا إلى جنب، وليس أي منها إحصاءً.",
  "estimate.none": "يحتاج التقدير إلى قائمتين مستقلتين، والأفضل ثلاث، للأشخاص أنفسهم، مربوطة بعضها ببعض.",

  "trace.title": "تسلسل الأدلة",
  "trace.lead": "من الرقم إلى البرهان. فُحصت كل حلقة عند إعداد هذه الصفحة.",

  "work.none": "لا شيء ينتظر قرار إنسان.",
  "work.news.none": "لم يُسجَّل شيء منذ أمس.",
} as const satisfies Readonly<Record<ShellKey, string>> & Partial<Readonly<Record<MessageKey, string>>>;
