/** Persian words of the commands about time. */
import type { timestampMessagesEn } from "./timestamp-messages.en.ts";

export const timestampMessagesFa: Record<keyof typeof timestampMessagesEn, string> = {
  "timestamp.requested":
    "درخواست {file} بر {sha256} نوشته شد. آن را نزد مرجعی ببرید و پاسخ را با این فرمان بیاورید: inquest timestamp import FILE.tsr",
  "timestamp.taken": "مهر زمان درست است؛ مهر و ثبت شد.",
  "timestamp.none": "هنوز مهر زمانی گرفته نشده است.",
  "timestamp.over.checkpoint": "نقطهٔ وارسی {size} کنش",
  "timestamp.over.source": "منبع {source}",
  "timestamp.judged.complete": "کامل",
  "timestamp.judged.pending": "در انتظار",
  "timestamp.judged.invalid": "برقرار نیست",
  "timestamp.unanswered": "درخواست شد؛ هنوز پاسخی نرسیده است",
  "timestamp.unanchored":
    "هنوز کسی آن را تأیید نمی‌کند: ریشه‌هایی را که به آنها اعتماد دارید با --roots FILE.pem، یا سرآیندهای بلوک را با --headers FILE بدهید.",
};
