/** Persian words of evaluating and explaining links. */
import type { linkMessagesEn } from "./link-messages.en.ts";

export const linkMessagesFa: Readonly<Record<keyof typeof linkMessagesEn, string>> = {
  "preview.title":
    "{records} رکورد ({unnamed} رکورد بی‌نام در این کار نیستند)، {pairs} جفت نامزد؛ چیزی ثبت نمی‌شود",
  "preview.exhaustive":
    "شمار رکوردها چنان کم است که همهٔ جفت‌ها سنجیده می‌شوند؛ قاعده‌ها تنها می‌گویند چه‌ها به هم می‌رسیدند.",
  "preview.rules": "قاعده‌ها، به ترتیب اجرا:",
  "preview.rule": "{rule}: {blocks} بلوک، بزرگ‌ترین با {largest} رکورد؛ {pairs} جفت که {new} تای آن تازه است",
  "preview.split":
    "{split} بلوک با بیش از {cap} رکورد با کلیدی دیگر شکسته می‌شوند؛ {capped} جفت آن‌ها در این قاعده با هیچ کلید دیگری به هم نمی‌رسند",
  "preview.left-out.nothing-new":
    "کنار گذاشته شد، چون قاعده‌های بالا کمابیش همهٔ جفت‌هایشان را در بر دارند: {rules}",
  "preview.left-out.no-room": "کنار گذاشته شد، چون بلوک‌هایشان در حافظه نمی‌گنجد: {rules}",
  "preview.left-out.budget": "کنار گذاشته شد، چون قاعده‌های بالا بودجهٔ جفت‌ها را تمام می‌کنند: {rules}",
  "preview.worst": "بزرگ‌ترین بلوک‌ها:",
  "preview.block": "{rule}: {records} رکورد، {pairs} جفت، مانند {example}",
  "preview.block-split": "{rule}: {records} رکورد، {pairs} جفت، شکسته می‌شود؛ مانند {example}",
  "preview.recall":
    "از میان همسان‌های محتملی که کلیدی آزاد از نام را شریک‌اند، قاعده‌ها {recall} را در بر دارند (خطای معیار {error}، از {pairs} جفت، بی برچسب). همسان‌هایی که نامشان هیچ اشتراکی ندارد از این رقم بیرون‌اند.",
  "preview.recall-unknown":
    "معلوم نیست قاعده‌ها چه سهمی از همسان‌های محتمل را در بر دارند: هیچ همسان محتملی یافت نشد که آن را نشان دهد. این نشان آن نیست که چیزی از دست نمی‌رود.",
  "preview.recall-all": "همهٔ جفت‌ها سنجیده می‌شوند: بلوک‌بندی چیزی را از دست نمی‌دهد.",

  "link.cut": "{count} جفت بالاتر از وزن پیوند بریده شد تا خوشه‌ها یکدست بمانند",
  "link.conflicts": "کنار گذاشته‌شده یا ناسازگار با شواهد ({count}):",
  "link.conflict.unknown": "(سطری نیست)",
  "link.conflict.unknown-record":
    "{left} و {right}: یکی از سطرها در این فهرست‌ها نیست، یا یک سطر دو بار نام برده شده است",
  "link.conflict.against-evidence": "{left} و {right}: برخلاف شواهد ({bits} بیت) رعایت شد",
  "link.conflict.same-and-different":
    "{left} و {right}: داوریِ «یک شخص» ({bits} بیت) کنار گذاشته شد؛ شواهد بیشتری پشتیبان این‌هاست: {others}",
  "link.conflict.more": "… و {count} داوری دیگر؛ link explain هر جفت را توضیح می‌دهد",
  "link.identical":
    "{rows} سطر در همهٔ فیلدها با سطری دیگر از فهرست خود یکی است ({groups} گروه) و جدا مانده است: چیزی در آن‌ها یک شخص را از دو شخص جدا نمی‌کند، پس باید کسی تصمیم بگیرد (‎--judgements):",
  "link.identical.rest": "و {count} سطر دیگر",
  "link.identical.more": "… و {count} گروه دیگر",
  "link.existed": "این رکوردها پیش‌تر همین‌گونه پیوند خورده‌اند؛ چیزی تغییر نکرد",
  "link.again": "با مدل پیوندزنی پیشین: {rescored} جفت دوباره سنجیده شد و {takenOver} جفت همان که بود ماند",
  "link.trained.first": "مدل نخستین بار آموزش دید؛ {rescored} جفت نامزد سنجیده شد",
  "link.trained.asked": "مدل به درخواست شما از نو آموزش دید؛ {rescored} جفت نامزد سنجیده شد",
  "link.trained.settings":
    "مدل از نو آموزش دید، چون تنظیمات یا فیلدها دیگر شده‌اند؛ {rescored} جفت نامزد سنجیده شد",
  "link.trained.lists":
    "مدل از نو آموزش دید، چون چند فهرست مدلی جز یک فهرست می‌خواهد؛ {rescored} جفت نامزد سنجیده شد",
  "link.engine": "موتور {engine} جفت‌ها را به هم رساند و سنجید؛ آنچه ثبت شد بی آن نیز همین است",
  "link.engine-idle":
    "مدل پیوندزنی پیشین نگه داشته شد، پس جفت‌ها در همین فرایند سنجیده شدند؛ با ‎--train‎ موتور {engine} همه را از نو پیوند می‌زند",
  "link.doubt":
    "کسان جداگانه با احتساب تردید پیوندزنی: {estimate} ({low} تا {high}، ۹۵٪)؛ به برآورد مدل حدود {missed} درصد پیوندهای درست از دسترس بیرون است، و کسانی که در هیچ فهرستی نیستند در این شمار نیستند",
  "link.doubt-unknown":
    "کسان جداگانه با احتساب تردید پیوندزنی: {estimate} ({low} تا {high}، ۹۵٪)، تنها از روی جفت‌هایی که سنجیده شدند؛ معلوم نیست چند پیوند درست هرگز سنجیده نشده، پس شمار کسان ممکن است از این بازه کمتر باشد، و کسانی که در هیچ فهرستی نیستند در این شمار نیستند",
  "link.nothing-compared":
    "هشدار: هیچ دو رکوردی با هم سنجیده نشدند (۰ جفت نامزد). هر رکوردِ نام‌دار کسی جداگانه شمرده شده است؛ این یافته نیست. قاعده‌های بلوک‌بندی و نام‌ها را بازبینی کنید.",
  "link.apart.field": "{field} ({list})",
  "link.apart.and": "، ",
  "link.apart":
    "جاهایی که مقایسه نشدند، هر یک تنها در یک فهرست: {fields}. اگر یک چیزند، در دستورها یک نام به آن‌ها بدهید و فهرست‌ها را دوباره وارد کنید.",
  "link.empty-list.not-mapped":
    "هشدار: فهرست {list} کسی را نمی‌افزاید: {records} رکورد آن نام ندارند، چون در دستور خواندن هیچ ستونی از آن به نام نسبت داده نشده است. این رکوردها پیوند نمی‌خورند و شمرده نمی‌شوند.",
  "link.empty-list.no-names":
    "هشدار: فهرست {list} کسی را نمی‌افزاید: نام در همهٔ {records} رکورد آن خالی است یا کسی را نمی‌نامد. این رکوردها پیوند نمی‌خورند و شمرده نمی‌شوند.",

  "judgements.unusable": "{file}: {count} جفت داوری‌شده به کار نمی‌آید و چیزی را مقید نمی‌کند: {rows}",
  "judgements.between": "؛ ",
  "judgements.row.unknown-list": "ردیف {row} (فهرستی به نام {name} نیست)",
  "judgements.row.unknown-record": "ردیف {row} (رکورد {name} نیست)",
  "judgements.row.one-record": "ردیف {row} ({name} با خودش سنجیده شده است)",
  "judgements.none":
    "{file}: هیچ ردیف آن به کار نمی‌آید ({waiting} ردیف در انتظار داوری است)؛ چیزی با آن مقید نشد",

  "evaluate.title": "در برابر حقیقتِ {records} رکورد؛ بازه‌های ۹۵ درصد بر پایهٔ اشخاص، {draws} نمونه‌گیری:",
  "evaluate.pairs":
    "  جفت‌ها  دقت {precision}  بازیابی {recall}  F1 {f1}؛ {found} جفت یافته‌شده، {truth} جفت راستین",
  "evaluate.b-cubed": "  بی‌کیوبد (B³)  دقت {precision}  بازیابی {recall}  F1 {f1}",
  "evaluate.clusters":
    "  خوشه‌ها  دقت {precision}  بازیابی {recall}  F1 {f1}؛ {exact} خوشهٔ درست، {split} شخص در چند خوشه، {merged} خوشه با چند شخص",
  "evaluate.persons": "  اشخاص جداگانه  {found} یافته‌شده، {truth} راستین؛ خطا {error}",
  "evaluate.blocking":
    "  بلوک‌بندی  {met} از {truth} جفت راستین به هم رسیدند ({completeness})، در میان {pairs} نامزد",
  "evaluate.unused": "  {count} سطر از حقیقت دربارهٔ رکوردهایی است که در این فهرست‌ها نیستند",
  "evaluate.slices": "به تفکیک نوع جفت:",
  "evaluate.slice": "  {slice}: {value}  دقت {precision}  بازیابی {recall}  F1 {f1}؛ {truth} جفت راستین",
  "evaluate.slice.script": "خط‌ها",
  "evaluate.slice.list": "فهرست‌ها",
  "evaluate.slice.family": "خویشان در فهرست‌ها",
  "evaluate.slice.name": "نام",
  "evaluate.slice.dates": "تاریخ‌هایی که هر دو دارند",

  "review.title": "از روی {judged} جفت داوری‌شده، از میان جفت‌هایی که در نوار بازبینی یا بالاتر از آن‌اند:",
  "review.figures": "  دقت {precision}  بازیابی {recall}",
  "review.stratum": "  {name}: {pairs} جفت؛ {same} یکی، {different} متفاوت، {unsure} نامعلوم",
  "review.unsampled": "  از {names} هیچ جفتی داوری نشده است؛ از این رو بالا – آمده است.",
  "review.part":
    "  از {drawn} جفتِ نمونه، {counted} جفت نخست به شمار می‌آیند، چون جفت شمارهٔ {next} نمونه (ستون ‎sample_row‎) داوری نشده است؛ بقیه تنها خوشه‌ها را مقید می‌کنند. آن را داوری کنید، اگر روشن نیست با ‎unsure‎.",
  "review.none.chosen":
    "این جفت‌ها دست‌چین شده‌اند: خوشه‌ها را مقید می‌کنند و از دقت چیزی نمی‌گویند. برای این رقم‌ها جفت‌هایی را داوری کنید که با ‎--sample‎ به قید قرعه نوشته می‌شوند.",
  "review.none.several-samples":
    "این جفت‌ها از چند نمونه‌اند: خوشه‌ها را مقید می‌کنند و از دقت چیزی نمی‌گویند. برای این رقم‌ها جفت‌های یک نمونه را بدهید.",
  "review.none.other-sample":
    "جفت‌های داوری‌شده از نمونه‌ای‌اند که با فهرست‌ها یا تنظیماتی دیگر نوشته شد: خوشه‌ها را مقید می‌کنند و از دقت این پیوندها چیزی نمی‌گویند. برای این رقم‌ها جفت‌هایی را داوری کنید که ‎--sample‎ اکنون می‌نویسد.",
  "review.none.first-waits":
    "جفت شمارهٔ ۱ نمونه (ستون ‎sample_row‎) داوری نشده است، پس جفت‌های داوری‌شده نمونهٔ تصادفی نیستند: خوشه‌ها را مقید می‌کنند و از دقت چیزی نمی‌گویند. نمونه را از آغازش داوری کنید.",
  "review.sample": "{count} جفت برای داوری در {file} نوشته شد",

  "evaluate.word.arabic": "عربی",
  "evaluate.word.latin": "لاتین",
  "evaluate.word.mixed": "آمیخته",
  "evaluate.word.other": "خطی دیگر",
  "evaluate.word.unnamed": "بی‌نام",
  "evaluate.word.with-relatives": "بله",
  "evaluate.word.without": "خیر",
  "evaluate.word.common": "نام چند شخص",
  "evaluate.word.unique": "نام یک شخص",
  "evaluate.word.all": "همه",
  "evaluate.word.some": "برخی",
  "evaluate.word.none": "هیچ",
  "review.stratum.linked-0.99": "پیوسته، از ۰٫۹۹ به بالا",
  "review.stratum.linked-0.9": "پیوسته، ۰٫۹ تا ۰٫۹۹",
  "review.stratum.linked-weaker": "پیوسته، کمتر از ۰٫۹",
  "review.stratum.apart-0.9": "جدا، از ۰٫۹ به بالا",
  "review.stratum.apart-0.5": "جدا، ۰٫۵ تا ۰٫۹",
  "review.stratum.apart-weaker": "جدا، کمتر از ۰٫۵",
};
