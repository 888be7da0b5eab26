import type { scanMessagesEn } from "./scan-messages.en.ts";

/** Persian words of scanning files for what must not be in them. */
export const scanMessagesFa: Record<keyof typeof scanMessagesEn, string> = {
  "scan.found": "{file}: سطر {line} فهرست {where} هست",
  "scan.in.name": "در نامش",
  "scan.in.text": "در متنش",
  "scan.in.bytes": "در آنچه از بایت‌هایش می‌شود خواند",
  "scan.in.drawn": "میان واژه‌های صفحه‌هایش، دیدنی یا نادیدنی،",
  "scan.in.tags": "در آنچه دربارهٔ خود می‌گوید",
  "scan.unread": "در {file} به‌طور کامل نگاه نشد: {why}",
  "scan.plain": "{file}: تنها آنچه در بایت‌های ساده‌اش خواندنی است دیده شد",
  "scan.short": "سطر {line} فهرست کوتاه‌تر از آن است که جسته شود",
  "scan.done": "در {files} پرونده و پوشه نگاه شد؛ {found} سطر فهرست پیدا شد.",
};
