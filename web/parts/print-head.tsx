/** What a printed page says of itself: the case, and the address that it is at. */
import { useReader } from "../settings.tsx";
import { usePrinting } from "./use-printing.ts";

export function PrintHead({ title }: { readonly title: string }) {
  const { t } = useReader();
  const isPrinting = usePrinting();
  return isPrinting ? (
    <p className="print-head">
      <bdi dir="auto">{title}</bdi> · {t("print.from")} <bdi dir="ltr">{window.location.href}</bdi>
    </p>
  ) : null;
}
