/** Persian words of the commands about people and keys. */
import type { peopleMessagesEn } from "./people-messages.en.ts";

export const peopleMessagesFa: Record<keyof typeof peopleMessagesEn, string> = {
  "lock.nothing": "هیچ میز کاری اینجا اجرا نمی‌شود؛ چیزی باز نیست.",
  "lock.done": "قفل شد: {address}.",
  "lock.ended": "میز کار (فرایند {pid}) پایان داده شد.",
  "people.vouched": "شما کلید {device} را از آنِ {actor} دانستید.",
  "people.proposed":
    "پیشنهاد شد: {kind} بر {subject}. شخص دیگری با این فرمان موافقت می‌کند: inquest second {id}",
  "people.seconded": "شما با {kind} بر {subject}، پیشنهاد {by}، موافقت کردید.",
  "people.proposal": "{id}  {kind} بر {subject}: پیشنهاد {by} ({why})، {state}",
  "people.state.open": "در انتظار شخص دوم",
  "people.state.agreed": "با موافقت {by}",
  "people.state.done": "با موافقت {by}، انجام‌شده",
  "people.no-proposals": "چیزی پیشنهاد نشده است.",
  "people.key": "{actor}  {device}  {state}",
  "people.key.vouched": "به شمار می‌آید",
  "people.key.unvouched": "هنوز کسی آن را تأیید نکرده است",
};
