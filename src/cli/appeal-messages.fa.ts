/** Persian words of the commands about listed appeals and votes. */
import type { appealMessagesEn } from "./appeal-messages.en.ts";

export const appealMessagesFa: Record<keyof typeof appealMessagesEn, string> = {
  "appeal.listed.recommendations": "در کنار آن‌ها {count} توصیهٔ دولت‌ها ({answers}): inquest recommendations",
  "appeal.listed.roll-calls": "و {count} رأی‌گیری با نام: inquest roll-calls",
  "appeal.count": "{matching} از {total} توصیه",
  "appeal.answers": "پاسخ: {counts}",
  "appeal.sessions": "نشست‌ها: {counts}؛ روز آن در نشست دانسته نیست",
  "appeal.signed": "امضاکنندگان، {who}: {text}",
  "appeal.all-signed": "روی هم",
  "appeal.named": "{named} تن نام برده شده‌اند",
  "appeal.contested": "{name} در میان امضاکنندگان نام برده شده و گزاره‌ای آن را انکار می‌کند",
  "appeal.text": "متن خود آن نگهداری می‌شود: {source} ({statement})",
  "appeal.waiting": "پاسخی ثبت نشده؛ {days} روز انتظار",
  "appeal.overdue": "مهلت پاسخ {days} روز پیش گذشت",
  "appeal.left": "{days} روز تا مهلت پاسخ",
  "appeal.missing": "ثبت نشده",
  "appeal.more": "و {count} مورد دیگر؛ --json همه را می‌دهد",
  "appeal.roll-calls": "{count} رأی‌گیری؛ {stray} رأی از رأی‌گیری‌هایی که در هیچ فهرستی نیامده‌اند",
  "appeal.twice": "{state} اینجا بیش از یک رأی دارد؛ هر دو نگه داشته شد",
  "appeal.facet": "{value} {count}",
  "appeal.comma": "، ",
};
