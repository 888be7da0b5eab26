/** The waterfall of a pair: what each comparison adds or takes, as a table whose bars are drawn beside the numbers. */
import { useId } from "react";
import type { WaterfallView } from "../../src/server/client.ts";
import { useReader } from "../settings.tsx";

interface Bar {
  readonly key: string;
  readonly label: string;
  readonly level: string | null;
  readonly bits: number;
  readonly sum: number;
}

interface ReviewWaterfallProps {
  readonly waterfall: WaterfallView | null;
  /** Of which pair, where that is not the one above it. */
  readonly title?: string;
}

/** What holds the heading that the key of explaining leads to. */
export const WATERFALL_HEADING = ".waterfall h3";

export function ReviewWaterfall({ waterfall, title }: ReviewWaterfallProps) {
  const { t, locale } = useReader();
  const heading = useId();
  if (waterfall === null) return <p className="state">{t("review.unscored")}</p>;
  const bits = (value: number) => signedNumber(value, locale);
  const bars = barsOf(waterfall, t);
  const ends = bars.flatMap(({ bits: added, sum }) => [sum, sum - added]);
  const [least, most] = [Math.min(0, ...ends), Math.max(0, ...ends)];
  const at = (value: number) => `${((value - least) / Math.max(0.001, most - least)) * 100}%`;
  return (
    <div className="waterfall">
      <h3 id={heading} tabIndex={-1}>
        {title ?? t("review.waterfall")}
      </h3>
      <table aria-labelledby={heading}>
        <thead>
          <tr>
            <th scope="col">{t("review.comparison")}</th>
            <th scope="col">{t("review.bits")}</th>
            <th scope="col">{t("review.sum")}</th>
            <td />
          </tr>
        </thead>
        <tbody>
          {bars.map((bar) => (
            <tr key={bar.key}>
              <th scope="row">
                {bar.label}
                {bar.level === null ? null : <small> {bar.level}</small>}
              </th>
              <td dir="ltr">{bits(bar.bits)}</td>
              <td dir="ltr">{bits(bar.sum)}</td>
              <td aria-hidden="true" className="drawn">
                <span
                  className={bar.bits < 0 ? "taken" : "added"}
                  style={{
                    insetInlineStart: at(Math.min(bar.sum, bar.sum - bar.bits)),
                    inlineSize: `calc(${at(least + Math.abs(bar.bits))} + 2px)`,
                  }}
                />
              </td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{t("review.total")}</th>
            <td />
            <td dir="ltr">{bits(waterfall.totalBits)}</td>
            <td />
          </tr>
        </tfoot>
      </table>
      <p className="facts">
        {t("review.probability", {
          probability: shareText(waterfall.probability, locale),
          link: bits(waterfall.thresholdBits.link),
          review: bits(waterfall.thresholdBits.review),
        })}
      </p>
    </div>
  );
}

function barsOf(
  { priorBits, steps, jointBits, restBits, isHeldBack }: WaterfallView,
  t: ReturnType<typeof useReader>["t"],
): Bar[] {
  const bars: Bar[] = [
    { key: "prior", label: t("review.prior"), level: null, bits: priorBits, sum: priorBits },
    ...steps.map((step) => ({
      key: step.comparison,
      label: step.label,
      level: step.levelText,
      bits: step.bits,
      sum: step.totalBits,
    })),
  ];
  const add = (key: string, label: string, bits: number) => {
    if (bits !== 0) bars.push({ key, label, level: null, bits, sum: (bars.at(-1)?.sum ?? 0) + bits });
  };
  add("joint", t("review.joint"), jointBits);
  add("rest", t(isHeldBack ? "review.heldBack" : "review.rest"), restBits);
  return bars;
}

export function signedNumber(value: number, locale: string): string {
  return new Intl.NumberFormat(locale, {
    minimumFractionDigits: 2,
    maximumFractionDigits: 2,
    signDisplay: "exceptZero",
  }).format(value);
}

/** A share with three digits. */
export function shareText(value: number, locale: string): string {
  return new Intl.NumberFormat(locale, {
    minimumFractionDigits: 3,
    maximumFractionDigits: 3,
  }).format(value);
}
