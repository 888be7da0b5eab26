/** What intake says of rows and files, in Persian. */
import type { IntakeMessageKey } from "./messages.en.ts";

export const intakeMessagesFa: Readonly<Record<IntakeMessageKey, string>> = {
  "intake/too-few-columns": "ردیف {row} از {expected} ستون تنها {found} ستون دارد.",
  "intake/too-many-columns": "ردیف {row} دارای {found} ستون است، در حالی که سرستون {expected} ستون دارد.",
  "intake/broken-line":
    "ردیف {row} از {expected} ستون {found} ستون دارد: دنبالهٔ ردیف {head} است که سطرشکنیِ بی‌گیومه آن را دو پاره کرده است.",
  "intake/cut-row":
    "ردیف {row} با سطرشکنیِ بی‌گیومه بریده شده است. {found} ستون نخست از {expected} ستون نگه داشته شد، «{column}» شاید ناقص باشد و باقی آن ردیف ردشدهٔ {tail} است.",
  "intake/broken-quotes": "ردیف {row}: گیومه‌ای باز شده و در پایان ستون بسته نشده است.",
  "intake/stray-quotes": "ردیف {row} در میان ستون گیومه دارد؛ همان‌گونه که نوشته شده نگه داشته شد.",
  "intake/null-character": "ردیف {row} نویسهٔ تهی دارد که در هیچ متنی نیست: پرونده در این‌جا آسیب دیده است.",
  "intake/replacement-character":
    "ردیف {row}: «{column}» نویسه‌هایی دارد که خوانده نشدند (با \ufffd نشان داده شده‌اند). کدگذاری را بررسی کنید.",
  "intake/missing-id": "ردیف {row} در ستون شناسه («{column}») چیزی ندارد.",
  "intake/duplicate-id": "ردیف {row} شناسهٔ «{id}» را دارد که پیش‌تر در ردیف {first} همین فهرست آمده است.",
  "intake/missing-list": "ردیف {row} در ستون «{column}» که نام فهرست است چیزی ندارد.",
  "intake/left-out": "ردیف {row} را کسی کنار گذاشت: {why}",
  "intake/correction-unused":
    "ردیف {row}: اصلاح «{raw}» در «{column}» به «{now}» اثری ندارد، چون خود ردیف کنار گذاشته شده یا خوانده نمی‌شود: {why}",
  "intake/corrected-cell": "ردیف {row}: «{raw}» در «{column}» چنان‌که کسی اصلاح کرده «{now}» خوانده شد: {why}",
  "intake/unreadable-date":
    "ردیف {row}: «{raw}» در «{column}» به عنوان تاریخ خوانده نشد. همان‌گونه که نوشته شده می‌ماند و نامعلوم به شمار می‌آید.",
  "intake/ambiguous-date":
    "ردیف {row}: «{raw}» در «{column}» شاید هجری خورشیدی باشد و شاید هجری قمری. همان‌گونه که نوشته شده نگه داشته شد و نامعلوم به شمار می‌آید؛ تقویم ستون را در دستور خواندن فهرست بنویسید.",
  "intake/date-outside": "ردیف {row}: «{raw}» در «{column}» بیرون از {within} است. نگه داشته شد.",
  "intake/unreadable-number":
    "ردیف {row}: «{raw}» در «{column}» به عنوان عدد خوانده نشد. همان‌گونه که نوشته شده می‌ماند و نامعلوم به شمار می‌آید.",
  "intake/number-out-of-range":
    "ردیف {row}: {raw} در «{column}» میان {low} و {high} نیست. همان‌گونه که نوشته شده می‌ماند و نامعلوم به شمار می‌آید.",
  "intake/unknown-code":
    "ردیف {row}: «{raw}» در «{column}» از کدهای شناخته‌شده نیست. همان‌گونه که نوشته شده می‌ماند و نامعلوم به شمار می‌آید.",
  "intake/not-shown-to-concern":
    "ردیف {row} در {columns} نشان نمی‌دهد که دربارهٔ {words} است. نگه داشته شد؛ به آن بنگرید.",
  "intake/error-cell":
    "ردیف {row}: خانهٔ {cell} از برگهٔ «{sheet}» («{column}») خطای {raw} دارد. همان‌گونه که نوشته شده می‌ماند و نامعلوم به شمار می‌آید.",
  "intake/uncomputed-cell":
    "ردیف {row}: خانهٔ {cell} از برگهٔ «{sheet}» («{column}») فرمولی دارد که نتیجه‌اش ذخیره نشده است. چیزی محاسبه نمی‌شود و نامعلوم به شمار می‌آید. اگر رونوشتی را در برنامهٔ صفحه‌گسترده باز و ذخیره کنید، نتیجه‌ها ذخیره می‌شوند.",
  "intake/no-day-cell":
    "ردیف {row}: خانهٔ {cell} از برگهٔ «{sheet}» («{column}») به صورت تاریخ نشان داده می‌شود، ولی {raw} روزی نیست که کارپوشه بتواند داشته باشد. همان‌گونه که ذخیره شده می‌ماند و نامعلوم به شمار می‌آید.",
  "intake/merged-cells":
    "ردیف {row} بخشی از خانه‌های ادغام‌شدهٔ {cell} از برگهٔ «{sheet}» («{column}») را دارد که متن آن‌ها، «{raw}»، تنها در نخستین خانه است. چیزی در بقیه نوشته نشد.",
  "intake/several-sheets":
    "کارپوشه چند برگه دارد. این فهرست برگهٔ «{sheet}» است؛ این‌ها خوانده نشدند: {others}. برگه را با sheet در دستور خواندن بنویسید.",
  "intake/hidden-sheet": "برگهٔ «{sheet}» در کارپوشه پنهان است. خوانده شد.",
  "intake/rows-above-heading": "از {count} ردیف بالای سرستون، که در ردیف {row} است، گذر شد.",
  "intake/hidden-rows":
    "{count} ردیف در برگه پنهان‌اند و نگه داشته شدند: {rows}، چنان‌که برگه آن‌ها را می‌شمارد.",
  "intake/hidden-columns": "ستون‌هایی که در برگه پنهان‌اند نگه داشته شدند: {columns}.",
  "intake/formula-cells":
    "{count} خانه در ستون‌های {columns} فرمول دارند. آنچه خوانده می‌شود نتیجه‌ای است که در پرونده ذخیره شده؛ چیزی محاسبه نمی‌شود.",
  "intake/formulas-not-computed":
    "کارپوشه از برنامه‌ها می‌خواهد که هنگام باز شدن فرمول‌هایش را از نو محاسبه کنند. نتیجه‌هایی که ذخیره شده‌اند شاید آن نباشند که دیده می‌شود؛ آن‌ها را مقایسه کنید.",
  "intake/other-calendar-cells":
    "{count} تاریخ در ستون‌های {columns} به تقویم دیگری نشان داده می‌شوند. روزی خوانده می‌شود که در پرونده ذخیره شده است.",
  "intake/format-hides":
    "قالب عدد {count} خانه را در ستون‌های {columns} پنهان می‌کند. آنچه در پرونده ذخیره شده نگه داشته شد.",
  "intake/format-not-followed":
    "{count} خانه در ستون‌های {columns} قالب عددی دارند که پیروی نمی‌شود. چنان‌که در پرونده ذخیره شده‌اند خوانده شدند.",
  "intake/encoding-guessed":
    "پرونده UTF-8 نیست و با {encoding} خوانده شد که «{sample}» می‌دهد. برای اطمینان کدگذاری را در دستور خواندن بنویسید.",
  "intake/encoding-mark": "پرونده با نشان {encoding} آغاز می‌شود؛ کدگذاری اعلام‌شدهٔ {declared} به کار نرفت.",
  "intake/damaged-utf-8":
    "پرونده UTF-8 است، جز در {count} جا؛ آن‌ها در ردیف‌های فهرست‌شده با \ufffd نشان داده شده‌اند.",
  "intake/unknown-field": "فیلد «{field}» از فیلدهای شناخته‌شده نیست؛ به صورت {kind} خوانده شد. {hint}",
  "intake/blank-rows": "از {count} ردیف خالی گذر شد؛ در شمارهٔ ردیف‌ها به شمار می‌آیند.",
  "intake/renamed-columns": "سرستون‌های خالی یا تکراری چنین خوانده شدند: {columns}.",
  "intake/no-rows": "پرونده سرستون دارد و هیچ ردیفی ندارد.",
};
