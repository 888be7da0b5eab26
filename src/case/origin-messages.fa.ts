/** Persian words of where a value comes from. */
import type { originMessagesEn } from "./origin-messages.en.ts";

export const originMessagesFa: Readonly<Record<keyof typeof originMessagesEn, string>> = {
  "origin.rule.statements": "بر گزاره‌های زیر استوار است، هر یک از گویندهٔ خود.",
  "origin.rule.lists": "از ردیف‌های فهرست‌های زیر شمرده شده است، همان‌گونه که هستند.",
  "origin.rule.link": "از ردیف‌هایی شمرده شده است که پیوندی ثبت‌شده آن‌ها را به اشخاص رسانده است.",
  "origin.rule.configuration": "چنان‌که نگه‌دارندگان پرونده تنظیم کرده‌اند.",
  "origin.rule.estimate": "از مدلی ثبت‌شده، با فرض آن.",
  "origin.rule.thing": "آنچه دربارهٔ آن گفته می‌شود، گزاره به گزاره.",
  "origin.characters": "نویسه‌های {start} تا {end}",
  "origin.footnote":
    "{speaker}: «{quote}»، {source}، {place}. SHA-256 {hash}…؛ ثبت‌شده به دست {by} در {on}، کنش {leaf}. برای راستی‌آزمایی: inquest trace {id}",
  "origin.footnote.file": "{file}. SHA-256 {hash}…. برای راستی‌آزمایی: inquest trace {id}",
  "origin.rule.row": "در ردیف زیر آمده است، چنان‌که دستور خواندن فهرستش می‌خواند.",
  "origin.rule.rows": "آنچه ردیف‌هایش می‌گویند، کنار هم؛ پیوندی ثبت‌شده آن‌ها را به یک شخص رسانده است.",
  "origin.rule.value": "{label}: در ردیف‌های زیر آمده است، چنان‌که دستور خواندن هر فهرست آن‌ها را می‌خواند.",
  "origin.rule.named": "به دست {by} در {on} نام گرفت، کنش {leaf}؛ چیزی آشکار درباره‌اش گفته نشده است.",
  "origin.rule.source": "پرونده‌ای مهرشده: بایت‌هایش و کنشی که آن را مهر کرد.",
  "origin.cell": "از ستون {column}",
  "origin.cell.calendar": "از ستون {column}، عددهای بی‌نشان به گاه‌شماری {calendar}",
  "origin.cell.by-year": "از ستون {column}، سال‌های پیش از ۱۵۰۰ به هجری خورشیدی",
  "origin.footnote.row":
    "{list}، ردیف {row} ({file}). SHA-256 {hash}…؛ واردشده به دست {by} در {on}، کنش {leaf}. برای راستی‌آزمایی: inquest trace {id}",
};
