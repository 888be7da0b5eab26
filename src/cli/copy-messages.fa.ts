/** Persian words of the commands about copies. */
import type { copyMessagesEn } from "./copy-messages.en.ts";

export const copyMessagesFa: Record<keyof typeof copyMessagesEn, string> = {
  "mirror.done":
    "{copied} پرونده رونوشت شد، {kept} پرونده از پیش بود و برابر خوانده شد (روی هم {megabytes} مگابایت).",
  "mirror.destroyed": "در نسخه هم مانند پرونده نابود شد: {file}",
  "repair.none": "چیزی آسیب ندیده است؛ کاری نشد.",
  "repair.file": "✓ {file}",
  "repair.aside": "کنار گذاشته شد: {file}",
  "repair.quarantine": "بایت‌های خراب در {folder} است: برای بررسی نگه دارید.",
  "repair.done": "پرونده راستی‌آزموده است.",
  "repair.left":
    "{count} مشکل مانده است؛ آنچه لازم دارند اینجا نیست. اگر تنها نقطهٔ وارسی گم شده و در نسخهٔ دیگری نیست، --accept-end نقطهٔ تازه‌ای می‌سازد:",
  "doctor.well": "هشداری نیست.",
  "doctor.danger": "! {text}",
  "doctor.advice": "· {text}",
  "doctor.remedy": "    {remedy}",
};
