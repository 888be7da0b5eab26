/** What scrolls by itself: a region with a name, which keys can reach. */
import type { ComponentProps } from "react";

type Named = { readonly "aria-label": string } | { readonly "aria-labelledby": string };

export function ScrollRegion({ className = "scroll", ...rest }: ComponentProps<"section"> & Named) {
  // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard.
  return <section className={className} tabIndex={0} {...rest} />;
}
