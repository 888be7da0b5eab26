/** Persian words of the commands on the log: prove, checkpoint, log. */
import type { logMessagesEn } from "./log-messages.en.ts";

export const logMessagesFa: Readonly<Record<keyof typeof logMessagesEn, string>> = {
  "prove.done": "برگ {leaf} ({kind}) در برابر نقطهٔ وارسی بر {size} کنش اثبات شد:",
  "prove.file": "  {file}",
  "prove.key": "کلید را از راهی جز این پرونده‌ها برسانید: {key}",
  "prove.valid": "اثبات درست است: کنش {id} ({kind}، {at}) برگ {leaf} از {size} در {origin} است.",
  "prove.valid-untrusted":
    "پرونده‌ها با هم می‌خوانند، ولی کلیدی برای اعتماد داده نشد: کنش {id} ({kind}، {at}) برگ {leaf} از {size} در {origin} خواهد بود.",
  "prove.compare": "این کلید را با کلیدی که خودِ کنشگر به شما داده است بسنجید: {key}",
  "prove.meaning":
    "این نشان می‌دهد که کنش از آن پس تغییر نکرده است؛ نه درستی آن را نشان می‌دهد و نه زمان نوشتنش را.",
  "witness.verified": "  هم‌امضای {name} (کلید {keyId})، {at}: تأیید شد",
  "witness.unknown": "  هم‌امضای {name} (کلید {keyId})، {at}: تأیید نشد؛ کلیدش را با --witness بدهید",
  "witness.wrong": "  {name} (کلید {keyId})، {at} هم‌امضا نکرده است: امضا درست نیست",
  "witness.no-time": "بی‌زمان",
  "checkpoint.released": "این نقطهٔ وارسی بر {size} کنش از خانه بیرون رفت؛ دفتر اکنون آن را ثبت کرده است.",
  "checkpoint.written": "{file} نوشته شد",
  "checkpoint.keep": "آن را جایی نگه دارید که دست هیچ‌یک از نویسندگان این پرونده به آن نرسد. کلیدها: {keys}",
  "checkpoint.continued": "دفتر امروز با {size} کنش ادامهٔ نقطهٔ وارسی بر {old} کنش است؛ ریشه {root}",
  "checkpoint.consistency": "اثبات پیوستگی در {file} نوشته شد",
  "checkpoint.no-consistency":
    "اثبات پیوستگی نوشته نشد: تازه‌ترین نقطهٔ وارسیِ امضاشده از این یادداشت کهنه‌تر است. پس از کنش بعدی دوباره بکوشید.",
  "checkpoint.cosigned": "{count} هم‌امضای تازه به نقطهٔ وارسی بر {size} کنش افزوده شد:",
  "checkpoint.cosigned-again": "چیز تازه‌ای نبود: این هم‌امضاهای نقطهٔ وارسی بر {size} کنش شناخته بودند.",
  "checkpoint.none": "هنوز هیچ نقطهٔ وارسی از خانه بیرون نرفته است: inquest checkpoint یکی را بیرون می‌فرستد.",
  "checkpoint.line": "{mark} {size} کنش، ریشه {root}",
  "checkpoint.given": "  {at}: {how}، به {to}",
  "checkpoint.given-nobody": "  {at}: {how}",
  "checkpoint.differs": "  دفتر امروز ادامهٔ آن نیست: inquest verify را اجرا کنید",
};
