/** The doubt of linkage in words: how many persons, and what it does to an estimate. */
import type { LinkageOfEstimate } from "./estimate-linkage.ts";
import type { LinkageOfEstimateView, LinkDoubtView } from "./link-views.ts";
import type { Presenter } from "./present-statement.ts";
import type { CaseState } from "./state.ts";

/** Null while nothing is linked, and for links of versions that did not count it. */
export function presentLinkDoubt({ link }: CaseState, presenter: Presenter): LinkDoubtView | null {
  const doubt = link?.value.doubt;
  if (doubt === undefined) return null;
  const { estimate, low, high, draws } = doubt;
  const { missedLinks } = doubt;
  const words = [
    missedLinks === null
      ? presenter.translate("doubt.persons-unknown", { estimate, low, high, draws })
      : presenter.translate("doubt.persons", {
          ...{ estimate, low, high, draws },
          missed: Math.round(100 * missedLinks),
        }),
    ...(doubt.holdsRowsOfOneListApart === true ? [presenter.translate("doubt.one-list")] : []),
  ];
  const text = words.join(" ");
  return { estimate, low, high, text };
}

export function presentLinkageOfEstimate(
  { partitions, counted, method, withoutNumber, combined }: LinkageOfEstimate,
  presenter: Presenter,
): LinkageOfEstimateView {
  const { translate } = presenter;
  const [fewest, most] = counted;
  const params = { partitions, fewest, most };
  if (combined === null) {
    return {
      ...{ partitions, counted, method: null, point: null, interval: null, linkageShare: null },
      text: translate("doubt.estimate-none", params),
    };
  }
  if (combined.interval === null) {
    // A number without an interval would be read as if it were certain.
    return {
      ...{ partitions, counted, method, point: null, interval: null, linkageShare: combined.linkageShare },
      text: translate("doubt.estimate-no-interval", params),
    };
  }
  const [low, high] = combined.interval;
  const words = [
    translate("doubt.estimate", {
      ...params,
      point: Math.round(combined.point),
      low: Math.floor(low),
      high: Math.ceil(high),
      share: Math.round(100 * combined.linkageShare),
    }),
    ...(combined.isFew ? [translate("doubt.estimate-few")] : []),
    ...(withoutNumber > 0 ? [translate("doubt.estimate-without", { count: withoutNumber })] : []),
  ];
  const { point, interval, linkageShare } = combined;
  return { partitions, counted, method, point, interval, linkageShare, text: words.join(" ") };
}
