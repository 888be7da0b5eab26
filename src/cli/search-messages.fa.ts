/** Persian words of the search. */
import type { searchMessagesEn } from "./search-messages.en.ts";

export const searchMessagesFa: Readonly<Record<keyof typeof searchMessagesEn, string>> = {
  "search.found": "{count} یافته",
  "search.near": "نزدیک‌تر از این نیست، یا نوشتارهای نزدیک خواسته شده: این‌ها به واژه‌ها نزدیک‌اند.",
  "search.facet": "{label} (\u2066--{facet}\u2069): {values}",
  "search.value": "{name} {count}",
  "search.chosen": "[{text}]",
  "search.left": "{count} دیگر",
  "search.by": "یافته با {words}",
  "search.as.written": "{found}",
  "search.as.begun": "{found}",
  "search.as.sound": "{found} که مانند {asked} خوانده می‌شود",
  "search.as.slip": "{found} که با یک لغزش {asked} است",
  "search.more": "برای بقیه: \u2066--from {next}\u2069",
};
