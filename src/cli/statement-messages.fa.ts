/** Persian words of the commands about statements. */
import type { statementMessagesEn } from "./statement-messages.en.ts";

export const statementMessagesFa: Record<keyof typeof statementMessagesEn, string> = {
  "consent.recorded": "ثبت شد: {id} برای {count} مورد. شناسه را نگه دارید؛ برای پس گرفتن لازم است.",
  "consent.withdrawn":
    "پس گرفته شد: {id}. آنچه را در بر دارد دیگر در هیچ پاسخ و صفحه‌ای نیست و پرونده‌های work/ از نو نوشته شدند. به نسخه‌هایی که بیرون رفته‌اند نمی‌رسد: آن‌ها را پس بخواهید. دفتر کنش را نگه می‌دارد؛ منبع رمزشده را می‌توان نابود هم کرد.",
  "consent.no-repeats": "سخنی که رضایتش نیست در هیچ جای دیگر نیامده است.",
  "consent.stays.finding":
    "یافتهٔ {id} سخن {statement} را تکرار می‌کند. آن را بی آن سخن از نو بنویسید: در پاسخ‌ها هست.",
  "consent.stays.statement":
    "گزارهٔ {name} سخن {statement} را نقل می‌کند. اگر از آنِ گویندهٔ خودش نیست، آن را پس بگیرید: inquest status {name} withdrawn.",
  "consent.stays.source":
    "منبع {name} هم سخن {statement} را در بر دارد. با رضایتی از آنِ خودش آن را ببندید، یا اگر رمزشده است نابودش کنید: {id}.",
  "consent.stays.unread": "در منبع {name} نمی‌توان جست: خودتان آن را ببینید ({id}).",
  "consent.none": "رضایتی ثبت نشده است.",
  "consent.ended": "در {day} پایان یافته است: آنچه را در بر دارد از این پس کسی نمی‌بیند.",
  "consent.is-over": "(پایان‌یافته: آنچه را در بر دارد کسی نمی‌بیند)",
  "consent.until": "(تا {day})",
  "consent.taken-back": "(پس گرفته: {why})",
  "mention.resolved":
    "{mention} همان {as} دانسته شد. گزاره‌های آن در صفحهٔ او نیز می‌آیند؛ برای پس گرفتن: mention {mention} open.",
  "mention.opened": "{mention} دوباره باز است.",
  "mention.none": "در این پرونده از کسی بی نام یاد نشده است.",
  "mention.undecided": "کسی تعیین نکرده است که کیست",
  "mention.decided": "همان {as} دانسته شده است: {reason} ({by})",
  "mention.statements": "{count} گزاره",
  "confirmation.default": "با قاعده‌ای که Inquest می‌آورد (case.yaml می‌تواند قاعدهٔ دیگری بگذارد: confirmation)",
  "confirmation.own": "با قاعدهٔ این پرونده",
  "confirmation.counts": "{listed} نفر از فهرست‌ها، {stated} نفر از گزاره‌ها",
  "confirmation.proofs": "سند، در اصلی که پرونده نگه می‌دارد: {proofs}",
  "record.done": "{fresh} ثبت شد؛ {known} از پیش بود.",
  "record.superseded": "{statement} جای {older} را می‌گیرد؛ آن در دفتر می‌ماند و در هیچ نمایی نیست",
  "name.renamed": "{id} تا کنون {name} نام داشت",
  "name.done": "{count} موضوع چنان‌که پرونده می‌گوید نام گرفته‌اند.",
  "grade.recorded":
    "{id} درجهٔ {grade} گرفت. درجه‌ها کنار موضوع خود می‌ایستند؛ هیچ پاسخی از آن‌ها محاسبه نمی‌شود.",
  "grade.none": "درجه‌ای ندارد.",
  "status.set": "اکنون {id} چنین است: {status}",
};
