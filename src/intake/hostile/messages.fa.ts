/** What the inspection of a file says, in Persian. */
import type { HostileMessageKey } from "./messages.en.ts";

export const hostileMessagesFa: Readonly<Record<HostileMessageKey, string>> = {
  "intake/name-hidden-characters":
    "نام «{member}» نویسه‌هایی دارد که حرف‌های آن را پنهان یا وارونه می‌کنند؛ با کد نشان داده می‌شوند.",
  "intake/name-reserved": "نام «{member}» در ویندوز نمی‌تواند نام پرونده باشد.",
  "intake/name-mixed-scripts": "در نام «{member}» حرف‌های هم‌شکلِ چند خط در یک واژه آمده‌اند.",
  "intake/name-backslash": "در نام «{member}» خط کج وارونه هست که ویندوز آن را پوشه می‌داند.",
  "intake/type-mismatch": "نام پرونده می‌گوید {declared}؛ محتوا {kind} است.",
  "intake/polyglot": "محتوا {kind} است و {other} هم خوانده می‌شود. تنها {kind} به شمار می‌آید.",
  "intake/trailing-bytes": "{bytes} بایت پس از پایان {kind} آمده است؛ شاید چیزی آنجا پنهان باشد.",
  "intake/program": "این یک برنامه است ({kind}). به‌عنوان مدرک نگه‌داری و هرگز اجرا نمی‌شود.",
  "intake/truncated": "پرونده در بایت {at} بریده شده و ناقص است.",
  "intake/encrypted": "پرونده گذرواژه دارد؛ درون آن دیده نشد.",
  "intake/opaque-archive": "Inquest درون بایگانی‌های نوع {kind} را نگاه نمی‌کند.",
  "intake/ends-only": "پرونده از {limit} بایت بزرگ‌تر است؛ تنها آغاز و پایان آن دیده شد.",
  "intake/archive-damaged": "بایگانی در «{member}» آسیب دیده است: {fault}",
  "intake/archive-too-many-members": "بایگانی {found} عضو دارد؛ حد {limit} است.",
  "intake/archive-too-large": "بایگانی به بیش از {limit} بایت باز می‌شود.",
  "intake/archive-ratio": "«{member}» به {ratio} برابر اندازهٔ خود باز می‌شود؛ حد {limit} برابر است.",
  "intake/archive-too-deep": "«{member}» بایگانی‌ای درون بایگانی‌هاست، ژرف‌تر از حد {limit}.",
  "intake/archive-nested-too-large":
    "«{member}» بایگانی‌ای درون بایگانی و بزرگ‌تر از {limit} بایت است؛ درون آن دیده نشد.",
  "intake/archive-overlap": "عضوهای «{member}» و «{other}» بایت‌های یکسانی از بایگانی را به کار می‌برند.",
  "intake/archive-name-broken": "بایگانی عضوی با نام تهی یا شکسته دارد.",
  "intake/archive-path-absolute": "عضو «{member}» می‌خواهد در نشانی مطلق نوشته شود.",
  "intake/archive-path-climbs": "عضو «{member}» می‌خواهد بیرون از پوشهٔ بایگانی نوشته شود.",
  "intake/archive-link": "عضو «{member}» پیوندی به «{target}» است.",
  "intake/archive-special-file": "عضو «{member}» دستگاه یا پروندهٔ ویژهٔ دیگری است.",
  "intake/archive-duplicate-name":
    "دو عضو نام «{member}» را دارند: برنامه‌ها در اینکه کدام را بردارند یکسان نیستند.",
  "intake/archive-colliding-names": "«{member}» و «{other}» روی برخی دیسک‌ها یک نام‌اند.",
  "intake/archive-lookalike-names": "«{member}» و «{other}» یکسان دیده می‌شوند و یکسان نیستند.",
  "intake/archive-file-as-folder": "«{other}» پرونده است و «{member}» آن را پوشه می‌خواهد.",
  "intake/archive-encrypted-member": "«{member}» گذرواژه دارد؛ درون آن دیده نشد.",
  "intake/archive-method": "«{member}» به روشی فشرده شده که Inquest آن را باز نمی‌کند.",
  "intake/record-length-lies":
    "رکورد «{member}» می‌گوید {declared} بایت دارد، اما {found} بایت در پرونده مانده است.",
  "intake/record-broken": "بایگانی وب از بایت {at} به بعد خوانا نیست.",
  "intake/picture-too-large":
    "تصویر {width} × {height} پیکسل دارد، روی‌هم {pixels}؛ حد {limit} است. هرگز رمزگشایی نمی‌شود.",
  "intake/picture-too-many-frames": "پرونده بیش از {limit} تصویر دارد؛ هرگز رمزگشایی نمی‌شود.",
  "intake/picture-unreadable": "اندازهٔ تصویر از پرونده خوانده نمی‌شود؛ هرگز رمزگشایی نمی‌شود.",
  "intake/active-content": "پرونده محتوایی دارد که با بازشدن کاری می‌کند: {what}. هرگز اجرا نمی‌شود.",
  "intake/remote-content": "اگر پرونده جای دیگری باز شود، نشانی بیگانه‌ای را فرا می‌خواند: {what}.",
  "intake/xml-entities": "پرونده موجودیت‌های خود را تعریف می‌کند که می‌توانند بی‌کران بزرگ شوند؛ تجزیه نمی‌شود.",
  "intake/xml-external-entity": "پرونده محتوای پرونده یا نشانی دیگری را می‌خواهد؛ تجزیه نمی‌شود.",
  "intake/nested-too-deep": "محتوا ژرف‌تر از {limit} لایه تودرتوست؛ تجزیه نمی‌شود.",
  "intake/embedded-files": "{count} پروندهٔ دیگر درون این پرونده است: {names}.",
  "intake/pdf-pages-circular": "صفحه‌های PDF به خود بازمی‌گردند؛ تجزیه نمی‌شود.",
  "intake/pdf-page-count": "این PDF می‌گوید {declared} صفحه دارد و {found} صفحه دارد.",
  "intake/earlier-revisions": "این PDF در خود {count} نسخهٔ پیشین دارد؛ آنچه برداشته شده هنوز در آن است.",
  "intake/hidden-layers": "این PDF لایه‌هایی دارد که خاموش می‌شوند و باز هم خوانده می‌شوند.",
  "intake/annotations": "سند یادداشت یا توضیح دارد.",
  "intake/tracked-changes": "سند تغییرهای ثبت‌شده دارد: متن پاک‌شده هنوز در آن است.",
  "intake/document-metadata": "سند نام نویسنده یا برنامهٔ سازندهٔ خود را در بر دارد.",
  "intake/workbook-format":
    "کارپوشهٔ نوع {kind} خوانده نمی‌شود. آن را در برنامهٔ صفحه‌گسترده باز کنید و بی‌گذرواژه به صورت XLSX، یا برگه را به صورت CSV (UTF-8) ذخیره کنید و آن نسخه را در کنار اصل به کار ببرید.",
  "intake/workbook-broken":
    "کارپوشه در {place} خراب است: {fault} آن را در برنامهٔ صفحه‌گسترده باز و از نو به صورت XLSX ذخیره کنید و آن نسخه را در کنار اصل به کار ببرید.",
  "intake/workbook-too-large":
    "کارپوشه از {limit} بیشتر {what} دارد؛ در {place} به این حد رسید. برگه‌ای را که لازم دارید جداگانه یا به صورت CSV (UTF-8)، بدون خانه‌های خالیِ قالب‌دار، ذخیره کنید و آن نسخه را در کنار اصل به کار ببرید.",
  "intake/inspection-time": "نگاه به پرونده بیش از {seconds} ثانیه کشید و پایان داده شد.",
  "intake/inspection-memory": "نگاه به پرونده بیش از {mebibytes} مبی‌بایت حافظه خواست و پایان داده شد.",
  "intake/inspection-crash": "نگاه به پرونده شکست خورد: {fault}",
};
