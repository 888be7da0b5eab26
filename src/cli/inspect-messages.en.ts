/** English words of `inquest inspect`. */
export const inspectMessagesEn = {
  "inspect.size": "{bytes} bytes",
  "inspect.no-expansion": "Its members must not be taken out.",
  "inspect.no-derivative": "Nothing may be made from it.",
  "inspect.more": "and {count} more",
} as const;
