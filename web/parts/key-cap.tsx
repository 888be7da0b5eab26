/** The key of something, as the reader chose it; nothing while single keys are off. */
import { useReader } from "../settings.tsx";
import { type SingleKey, signOf } from "./single-keys.ts";

export function KeyCap({ of }: { readonly of: Pick<SingleKey<string>, "id" | "code" | "sign"> }) {
  const { hasKeys, keyCodes } = useReader();
  return hasKeys ? <kbd dir="ltr">{signOf(of, keyCodes)}</kbd> : null;
}
