/** A picture of the pure room `plots`, drawn as wide as its place, in the colours of the page. */
import { useEffect, useMemo, useRef, useState } from "react";
import {
  type Palette,
  type Picture,
  pictureCuts,
  pictureModels,
  pictureUpset,
} from "../../src/plots/index.ts";
import type { EstimateTableView, LinkCutsView } from "../../src/server/client.ts";
import { useReader } from "../settings.tsx";

/** Variables of base.css: the picture turns dark with the page, without being drawn again. */
const SCREEN_PALETTE: Palette = {
  sheet: "var(--sheet)",
  ink: "var(--ink)",
  soft: "var(--soft)",
  line: "var(--line)",
  documented: "var(--documented)",
  estimated: "var(--estimated)",
  alert: "var(--alert)",
};

/** Text keeps its size whatever the width: below the first it would not fit, beyond the second lines get too long. */
const LEAST_WIDTH_PX = 300;
const MOST_WIDTH_PX = 760;

export function PictureFrame({ picture }: { readonly picture: Picture }) {
  const frame = useRef<HTMLDivElement>(null);
  const [widthPx, setWidthPx] = useState<number | null>(null);

  useEffect(() => {
    const element = frame.current;
    if (element === null) return;
    const observer = new ResizeObserver(([entry]) => {
      if (entry === undefined) return;
      const width = Math.floor(entry.contentRect.width);
      setWidthPx(Math.max(LEAST_WIDTH_PX, Math.min(MOST_WIDTH_PX, width)));
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, []);

  useEffect(() => {
    const element = frame.current;
    if (element === null || widthPx === null) return;
    element.replaceChildren(picture.draw({ document, widthPx, palette: SCREEN_PALETTE, hasHeading: false }));
  }, [picture, widthPx]);

  return <div className="picture" ref={frame} />;
}

/** Models side by side; the table of methods beneath it is its twin. */
export function ModelsPicture({ table }: { readonly table: EstimateTableView }) {
  const { served } = useReader();
  const picture = useMemo(
    () =>
      pictureModels({
        ...served,
        counted: table.n,
        truth: table.truth,
        models: table.methods.map(({ name, title, point, interval, kind }) => ({
          title,
          point,
          interval,
          isBound: kind === "lower bound",
          isHull: name === "ensemble",
        })),
      }),
    [table, served],
  );
  return picture === null ? null : <PictureFrame picture={picture} />;
}

/** UpSet of the lists; the table of capture histories beneath it is its twin. */
export function UpsetPicture({ table }: { readonly table: EstimateTableView }) {
  const { served } = useReader();
  const picture = useMemo(() => {
    const ids = table.lists.map(({ id }) => id);
    return pictureUpset({
      ...served,
      lists: table.lists.map(({ name }) => name),
      cells: table.cells.map(({ lists, count }) => ({
        pattern: lists.reduce((mask, id) => mask | (1 << ids.indexOf(id)), 0),
        count,
      })),
    });
  }, [table, served]);
  return <PictureFrame picture={picture} />;
}

/** Persons by the cut of the link; the table beneath it is its twin. */
export function CutsPicture({ view }: { readonly view: LinkCutsView }) {
  const { served } = useReader();
  const picture = useMemo(() => pictureCuts({ ...served, ...view }), [view, served]);
  return picture === null ? null : <PictureFrame picture={picture} />;
}
