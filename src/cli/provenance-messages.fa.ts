/** Persian words of `inquest provenance`. */
import type { provenanceMessagesEn } from "./provenance-messages.en.ts";

export const provenanceMessagesFa: Readonly<Record<keyof typeof provenanceMessagesEn, string>> = {
  "provenance.stated":
    "ثبت شد که {list} از کجا آمده است. هشدارها بی‌درنگ از آن پیروی می‌کنند؛ inquest estimate آن‌ها را همراه با عدد ثبت می‌کند.",
  "provenance.withdrawn": "پس گرفته شد: دیگر گفته نمی‌شود که {list} از کجا آمده است.",
  "provenance.earlier": "پس گرفته شد: آنچه پیش‌تر دربارهٔ {list} گفته شده بود دوباره برقرار است.",
  "provenance.none": "در این پرونده فهرستی از کسان نیست.",
  "provenance.unstated": "گفته نشده است که این‌ها از کجا آمده‌اند: {lists}",
  "provenance.outside": "{name} (از فهرست‌های این پرونده نیست)",
  "provenance.draws-on": "برگرفته از {lists}",
  "provenance.referred-from": "کسانی از {lists} به آن معرفی شده‌اند",
  "provenance.covers": "در بر می‌گیرد: {covers}",
  "provenance.scope": "چه کسانی را ثبت می‌کند: {scope}",
  "provenance.could-not-record": "نمی‌توانسته ثبت کند: {groups}",
  "provenance.why.recipe": "{why} (دستور خواندن، {by}، {on})",
  "provenance.why.person": "{why} ({by}، {on})",
  "provenance.source": "منبع: {source}",
};
