/** Persian words of the releases of lists. */
import type { releasesMessagesEn } from "./releases-messages.en.ts";

export const releasesMessagesFa: Readonly<Record<keyof typeof releasesMessagesEn, string>> = {
  "releases.list": "{list}",
  "releases.release": "انتشار {number}: {file}، {day}، {records} رکورد",
  "releases.counts":
    "{unchanged} بی‌تغییر، {changed} تغییریافته، {gone} حذف‌شده، {added} افزوده، {returned} بازگشته، {ambiguous} مورد در انتظار تطبیق انسان",
  "releases.head": "{list}، انتشار {number}: {records} رکورد",
  "releases.first":
    "چیزی برای مقایسه نیست: نخستین انتشار است، یا نسخه‌ای پیشین از برنامه آن را وارد کرده است.",
  "releases.ambiguous": "شاید یکی باشند ({count})؛ باید کسی بگوید:",
  "releases.gone": "در انتشار پیش بودند و در این یکی نیستند ({count})؛ چون شاهد نگه داشته و شمرده نمی‌شوند:",
  "releases.changed": "تغییریافته ({count}):",
  "releases.returned": "از انتشاری پیشین حذف شده بودند و باز آمده‌اند ({count}):",
  "releases.added": "افزوده ({count}):",
  "releases.unchanged": "همان، با شناسه‌ای دیگر ({count}):",
  "releases.from-to": "{before} ← {after}",
  "releases.cell": "{column}: {before} ← {after}",
  "releases.more": "… و {count} مورد دیگر؛ ‎--json همه را می‌دهد",
  "import.release":
    "انتشار {number} از {list}: {counts}. دستور inquest releases {list} ردیف‌ها را نشان می‌دهد.",
};
