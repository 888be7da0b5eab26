/** Persian words of `inquest inspect`. */
import type { inspectMessagesEn } from "./inspect-messages.en.ts";

export const inspectMessagesFa: Record<keyof typeof inspectMessagesEn, string> = {
  "inspect.size": "{bytes} بایت",
  "inspect.no-expansion": "عضوهای آن نباید بیرون آورده شوند.",
  "inspect.no-derivative": "نباید چیزی از آن ساخته شود.",
  "inspect.more": "و {count} عضو دیگر",
};
