/** The key of something, as the reader chose it; nothing while single keys are off. */
import { useReader } from "../settings.tsx";
import { codeOf, letterOf, type SingleKey } from "./single-keys.ts";

export function KeyCap({ of }: { readonly of: Pick<SingleKey<string>, "id" | "code"> }) {
  const { hasKeys, keyCodes } = useReader();
  return hasKeys ? <kbd dir="ltr">{letterOf(codeOf(of, keyCodes))}</kbd> : null;
}
