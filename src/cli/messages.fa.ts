/** Persian words of the command line. */

import { kindMessagesFa } from "../case/index.ts";
import { allegationMessagesFa } from "./allegation-messages.fa.ts";
import { appealMessagesFa } from "./appeal-messages.fa.ts";
import { copyMessagesFa } from "./copy-messages.fa.ts";
import { custodyMessagesFa } from "./custody-messages.fa.ts";
import { explainMessagesFa } from "./explain-messages.fa.ts";
import { findingMessagesFa } from "./finding-messages.fa.ts";
import { helpMessagesFa } from "./help-messages.fa.ts";
import { inspectMessagesFa } from "./inspect-messages.fa.ts";
import { keyMessagesFa } from "./key-messages.fa.ts";
import { linkMessagesFa } from "./link-messages.fa.ts";
import { logMessagesFa } from "./log-messages.fa.ts";
import type { CliMessages } from "./messages.en.ts";
import { officeMessagesFa } from "./office-messages.fa.ts";
import { passageMessagesFa } from "./passage-messages.fa.ts";
import { peopleMessagesFa } from "./people-messages.fa.ts";
import { provenanceMessagesFa } from "./provenance-messages.fa.ts";
import { releaseMessagesFa } from "./release-messages.fa.ts";
import { releasesMessagesFa } from "./releases-messages.fa.ts";
import { reviewMessagesFa } from "./review-messages.fa.ts";
import { scanMessagesFa } from "./scan-messages.fa.ts";
import { searchMessagesFa } from "./search-messages.fa.ts";
import { siteMessagesFa } from "./site-messages.fa.ts";
import { statementMessagesFa } from "./statement-messages.fa.ts";
import { timestampMessagesFa } from "./timestamp-messages.fa.ts";

export const messagesFa: CliMessages = {
  ...allegationMessagesFa,
  ...appealMessagesFa,
  ...passageMessagesFa,
  ...copyMessagesFa,
  ...custodyMessagesFa,
  ...explainMessagesFa,
  ...findingMessagesFa,
  ...helpMessagesFa,
  ...inspectMessagesFa,
  ...linkMessagesFa,
  ...releaseMessagesFa,
  ...releasesMessagesFa,
  ...kindMessagesFa,
  ...logMessagesFa,
  ...keyMessagesFa,
  ...officeMessagesFa,
  ...peopleMessagesFa,
  ...provenanceMessagesFa,
  ...reviewMessagesFa,
  ...scanMessagesFa,
  ...searchMessagesFa,
  ...siteMessagesFa,
  ...statementMessagesFa,
  ...timestampMessagesFa,
  "progress.case.build": "ساختن پرونده",
  "progress.case.sources": "مهر کردن منابع",
  "progress.case.statements": "ثبت گزاره‌ها",
  "progress.case.mirror": "رونوشت پرونده",
  "progress.case.import": "وارد کردن فهرست‌ها",
  "progress.case.link": "پیوند رکوردها",
  "progress.consent.search": "جست‌وجوی سخنان",
  "progress.case.estimate": "برآورد",
  "progress.estimate.chains": "نمونه‌گیری",
  "progress.estimate.chains-again": "نمونه‌گیری دوباره، درازتر: زنجیره‌ها هم‌داستان نیستند",
  "progress.ledger.segments": "خواندن دفتر کنش‌ها",
  "progress.ledger.tiles": "وارسی دفتر کنش‌ها",
  "progress.vault.blobs": "وارسی پرونده‌های مهرشده",
  "progress.linkage": "پیوند رکوردها",
  "progress.other": "در حال کار",

  "time.as-written": "چنان‌که نوشته شده: «{text}» ({calendar})",
  "person.mentions": "از او چنین هم یاد شده است: {names}",
  "search.behind": "{count} کنش همین تازگی ثبت شده و هنوز جست‌وجو نمی‌شود.",
  "person.withheld": "{count} گزاره دربارهٔ این شخص به کسی گفته نمی‌شود، چون رضایت آن نیست",
  "person.nothing": "هیچ گزارهٔ بازی از این شخص سخن نمی‌گوید.",
  "person.counts":
    "{asserting} موافق، {denying} مخالف؛ صداهای مستقل: {voices}، از آن‌ها {firstHand} دست اول و {exactly} درست همین را می‌گویند",
  "question.howMany": "چند نفر",
  "question.who": "چه کسانی",
  "question.where": "کجا",
  "question.offices": "چه کسی چه مقامی داشت",
  "standing.documented": "مستند",
  "standing.estimated": "برآورد",
  "standing.reported": "گزارش‌شده",
  "standing.by": "به گزارش {speaker}",
  "answer.contradicted": "با این‌ها جمع نمی‌شود: {others}",
  "answer.none": "هنوز چیزی ثبت نشده است",
  "answer.more": "… و {count} مورد دیگر (inquest answer {case})",
  "answer.fictional": "پروندهٔ ساختگی: همهٔ کسان و مکان‌های آن خیالی‌اند",
  "answer.next": "پی گرفتن یک رقم: inquest trace {case} {figure}",

  "trace.answer": "پاسخ",
  "trace.person": "شخص",
  "trace.site": "محل",
  "trace.posting": "تصدی",
  "trace.statement": "گزاره",
  "trace.passage": "بند منبع",
  "trace.blob": "پروندهٔ مهرشده",
  "trace.act": "کنش",
  "trace.proof": "برهان",
  "trace.checkpoint": "نقطهٔ وارسی",
  "trace.verified":
    "راستی‌آزموده: از زمان مهر شدن هیچ‌چیز در این زنجیره تغییر نکرده است. این تنها از دست‌نخوردگی می‌گوید، نه از درستی محتوا.",
  "trace.not-verified": "راستی‌آزموده نشد: چیزی در این زنجیره با آنچه مهر شده تفاوت دارد.",
  "trace.original-held": "اصل سند در این پرونده مهر شده است.",
  "trace.no-source": "بر هیچ منبعی استوار نیست: در اینجا چیزی گفته یا شمرده نشده است.",
  "trace.original-not-held": "بر خلاصه‌ای استوار است که برای Inquest نوشته شده؛ اصل سند در این پرونده نیست.",

  "verify.ok": "{case} راستی‌آزمایی شد: {acts} کنش، {blobs} پروندهٔ مهرشده، ریشه {root}",
  "verify.key": "  امضای {actor}، کلید {key}",
  "verify.failed": "راستی‌آزمایی {case} شکست خورد: {count} مشکل",
  "verify.needed-by": "لازم برای {what}",
  "verify.expected": "انتظار می‌رفت {expected}",
  "verify.actual": "یافت شد {actual}",

  "rebuild.done": "داده‌های کاری {case} از {acts} کنش بازساخته شد",
  "import.done": "{list}: {records} رکورد، {rejected} ردیف ردشده، {problems} مشکل",
  "import.again": "{list}: پیش‌تر وارد شده است؛ چیزی تغییر نکرد",
  "import.withdrawn":
    "{list}: پس گرفته شد؛ فایل آن مهرشده می‌ماند و ردیف‌هایش در هیچ نمایی نیست. دوباره پیوند دهید و برآورد کنید.",
  "import.earlier": "{list}: پس گرفته شد؛ ورود پیش از آن دوباره برقرار است. دوباره پیوند دهید و برآورد کنید.",
  "import.notice": "یادآوری: {text}",
  "import.rejected": "رد شد: ردیف {row}: {reason}",
  "import.problem": "مشکل: ردیف {row}، {field}: {reason}",
  "import.more": "… و {count} مورد دیگر؛ با --rejected FILE در پرونده‌ای بنویسید",
  "add.done": "{file} با شناسهٔ {source} مهر شد",
  "add.again": "{file} پیش‌تر با شناسهٔ {source} مهر شده است؛ چیزی تغییر نکرد",
  "init.done": "پروندهٔ {case} در {dir} ساخته شد",
  "build.done": "{case} به‌روز است: {acts} کنش، {statements} گزاره، {records} رکورد فهرست",
  "build.not-in-folder":
    "در پرونده هست و دیگر در پوشه نیست: {statements}. چیزی از دفتر بیرون نمی‌رود؛ برای اصلاح گزاره، کلید آن را نگه دارید و محتوایش را عوض کنید.",
  "link.done": "{records} رکورد، {persons} شخص، {pairs} جفت سنجیده شد، {review} جفت در انتظار تصمیم انسان",
  "link.judged": "{judged} جفت داوری‌شده آن را مقید کرده است؛ {contradicted} تا با هم یا با شواهد ناسازگارند.",
  "link.next": "گام بعدی: inquest review",

  "estimate.group": "— {name}",
  "estimate.total": "همهٔ گروه‌ها با هم: {point} [{low} … {high}]، از جمع نمونه‌ها با {method}",
  "estimate.total.at-least": "همهٔ گروه‌ها با هم: دست‌کم {low}، از جمع نمونه‌ها با {method}",
  "estimate.total.without": "این گروه‌ها چون توزیع پسین ندارند در جمع نیامده‌اند: {names}",
  "estimate.total.too-thin": "این گروه‌ها چون کوچک‌اند یا تنها دو فهرست دارند در جمع نیامده‌اند: {names}",
  "estimate.total.counted": "از آنچه کنار گذاشته شده تنها {counted} نفرِ شمرده‌شده در کران پایین هست.",
  "estimate.total.no-posterior":
    "جمعی در کار نیست: هیچ گروهی هم توزیع پسین ندارد و هم آن‌قدر بزرگ نیست که جمع زده شود؛ شمار ثبت‌شدگان هم برآورد همگان نیست.",
  "estimate.total.no-common-method":
    "جمعی در کار نیست: هیچ روشی برای همهٔ گروه‌ها توزیع پسین نمی‌دهد و مدل‌های گوناگون را نمی‌توان با هم جمع زد.",
  "estimate.total.one-posterior": "جمعی در کار نیست: تنها یک گروه توزیع پسین دارد.",
  "estimate.hull-of": "{method} (پوش {models})",
  "estimate.models-left-out": "از مجموعهٔ مدل‌ها کنار گذاشته شد، چون همه آن را ندارند: {models}",
  "estimate.linkages":
    "در {tables} پیوندزنی: {point} [{low} … {high}]، با {method}؛ سهم پیوندزنی از واریانس {share} ٪ است",
  "estimate.linkages.no-interval": "در {tables} پیوندزنی، با {method}: بازه‌ای در کار نیست.",
  "estimate.linkages.few-degrees":
    "جدول‌هایی چنین اندک دورتر از آن‌اند که بگویند جدول‌های دیگر تا کجا دور می‌بودند (کمتر از ۳ درجهٔ آزادی). بیشتر پیوند بزنید.",
  "estimate.linkages.beyond-tables":
    "کران بالا از ده برابر کران بالای همهٔ جدول‌ها فراتر می‌رفت و این تنها از کم‌شماری آن‌هاست. بیشتر پیوند بزنید.",
  "estimate.linkages.no-posterior": "عدد یگانه‌ای در کار نیست: هیچ روشی برای هیچ جدولی توزیع پسین نمی‌دهد.",
  "estimate.linkages.one-posterior":
    "عدد یگانه‌ای در کار نیست: تنها یک جدول توزیع پسین دارد و چیزی نمی‌گوید پیوندزنی چه می‌افزاید.",
  "estimate.linkages.no-common-method":
    "عدد یگانه‌ای در کار نیست: هیچ روشی برای همهٔ جدول‌ها توزیع پسین نمی‌دهد و مدل‌های گوناگون را نمی‌توان یکی کرد.",
  "estimate.linkages.few": "با کمتر از ده پیوندزنی، پراکندگی میان آن‌ها خود نامطمئن است.",
  "estimate.linkages.missing": "این جدول‌ها چون توزیع پسین ندارند کنار گذاشته شده‌اند: {names}",
  "estimate.plots": "{count} تصویر، هر یک با جدول عددهایش، در {dir}",
  "estimate.not-drawn": "کشیده نشده در {dir}: {name}: {reason}",
  "estimate.reproduce": "نوشتاری برای R که عددهای {count} جدول را از نو می‌سازد، در {dir}",
  "estimate.differs":
    "برآورد {id}: {names} اکنون عددی جز عدد ثبت‌شده می‌دهند؛ عدد ثبت‌شده پابرجاست و نسخهٔ دیگری آن را ساخته است. تصویرهای توزیع پسین عددهای اکنون را نشان می‌دهند.",
  "estimate.without-list": "بدون یکی از فهرست‌ها:",
  "estimate.merged": "دو فهرست به‌جای یکی:",
  "estimate.predicted": "کسانی که در یک فهرست‌اند، برآوردشده از فهرست‌های دیگر (شمارشان معلوم است):",
  "estimate.outside": "این‌ها فهرست‌هایی بیرون از جدول شمرده شدند، چون جدول فهرستی به این نام ندارد: {names}",
  "estimate.model": "با مدل {model}",
  "estimate.end-errors": "با نمونه‌های دیگر، دو سر بازه نزدیک به ±{low} و ±{high} جابه‌جا می‌شود",
  "estimate.merge": "با شمردن آن‌ها چون یک فهرست برآورد کنید: {option}",
  "estimate.pairs":
    "جفت فهرست‌ها: شمار کسان در هر دو؛ نسبت بخت میان کسانی که در فهرست سومی هم هستند (بالای ۱ با هم می‌آیند، زیر ۱ از هم دوری می‌کنند)؛ چپمن، برای کاوش و نه نتیجه:",
  "estimate.pair": "{lists}  {both}  {ratio}  {chapman}",
  "estimate.predicted.list": "{list}، {size} نفر:  {told}",
  "estimate.predicted.holds": "(در بر دارد)",
  "estimate.predicted.missed": "(در بر ندارد)",
  "estimate.predicted.score": "{name} در {held} از {of} درست بود.",
  "estimate.predicted.verdict":
    "روشی که عددی دانسته را در بر ندارد شاید عدد نادانسته را هم در بر نداشته باشد: بازهٔ آن در این جدول احتمالاً تنگ است، یا فهرست‌ها به هم وابسته‌اند.",
  "estimate.priors": "گراف‌ها با شمارهای پیشین دیگر:",
  "estimate.prior": "{delta} در هر خانه  {range}  {point}",
  "estimate.grids": "گراف‌ها وقتی شمار دیده‌نشدگان زودتر پایان یابد، که خود کار پیشین را می‌کند:",
  "estimate.grid": "در {times} برابر شمرده‌شدگان  {range}  {point}",
  "estimate.grid.own": "آن‌جا که خود پایان می‌یابد  {range}  {point}",
  "estimate.predictive":
    "آنچه بهترین مدل لگ‌خطی انتظار دارد شمرده شود (۹۵ جدول از ۱۰۰)؛ برازش خوب دربارهٔ شمار دیده‌نشدگان چیزی نمی‌گوید:",
  "estimate.seen-on": "درست در {lists} فهرست",
  "estimate.seen-on-both": "در {lists}",
  "estimate.expected": "{what}: شمرده {counted}، انتظار {expected} {range}",
  "estimate.expected.outside": "(بیرون)",
  "estimate.title": "{n} نفر در {lists} فهرست",
  "estimate.lower-bound": "کران پایین",
  "estimate.point": "برآورد",
  "estimate.bootstrap":
    "مدل گام‌به‌گام {model}: {point}، بوت‌استرپ {bootstrap} (BCa، {replicates} جدول بازنمونه‌گیری‌شده، بذر {seed})، نیم‌رخ درست‌نمایی {profile}",
  "estimate.assumption": "مسلم می‌گیرد: {text}",
  "estimate.warning": "هشدار {code}: {text}",
  "estimate.refused": "{name} رد شد ({code}): {text}",

  "serve.ready": "میز کار در نشانی {address}",
  "serve.write": "مرورگری که یک بار با این پیوند بیاید، با کلید شما ثبت هم می‌تواند کرد: {address}",
  "serve.locked":
    "بخشی از آن رمزگذاری شده است: {cases}. در میز کار با گذرواژه‌اش باز کنید؛ هر که آنجا بازش کند می‌تواند بنویسد.",
  "serve.stop": "با Ctrl-C می‌ایستد.",
  "start.open": "باز کردن پرونده‌های همراه …",
  "start.unopened": "{dir} باز نمی‌شود و همان‌گونه که هست می‌ماند: {message}",
  "error.unexpected":
    "Inquest با خطایی پیش‌بینی‌نشده روبه‌رو شد؛ این نقص برنامه است. لطفاً با سطرهای زیر گزارش دهید.",
};
