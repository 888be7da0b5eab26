/** A page of a document that somebody asked to see, drawn by PDF.js as pixels: its look, and no link or form of it. */
import { useEffect, useState } from "react";
import { useReader } from "../settings.tsx";
import type { OpenPdf, PDFPageProxy } from "./pdf-document.ts";
import { densityOf, type Size } from "./picture-box.ts";
import { PictureSheet, type ShownProps } from "./shown-picture.tsx";

interface ShownPageProps extends ShownProps {
  /** Counted from 1 in the order of the file. */
  readonly page: number;
}

interface Drawn {
  readonly page: number;
  readonly bitmap: ImageBitmap;
  /** Points, as the page is shown. */
  readonly size: Size;
}

/** @throws never: what went wrong is told in the page's place. */
export function ShownPage(props: ShownPageProps) {
  const { blob, page, statements } = props;
  const { t, number } = useReader();
  const [opened, setOpened] = useState<OpenPdf | { readonly why: string } | null>(null);
  useEffect(() => {
    let made: OpenPdf | null = null;
    let isGone = false;
    open(blob).then(
      (pdf) => {
        made = pdf;
        if (isGone) void pdf.close();
        else setOpened(pdf);
      },
      (error: unknown) => isGone || setOpened({ why: nameOf(error) }),
    );
    return () => {
      isGone = true;
      if (made !== null) void made.close();
    };
  }, [blob]);
  const drawn = useDrawnPage(opened, page);
  const [zoom, setZoom] = useState<Zoom>(1);
  if (drawn === null) return <output className="state">{t("media.page.reading")}</output>;
  if ("why" in drawn)
    return (
      <p className="trouble">{t("media.failed", { why: t("media.page.broken", { why: drawn.why }) })}</p>
    );
  const boxes = statements.flatMap(({ id, at }) =>
    at.kind === "page" && at.page === drawn.page && at.box !== null
      ? // Words of the file are marked among its words, where a link to them leads.
        [{ id, box: at.box, isLanding: at.read === "eye" }]
      : [],
  );
  const { bitmap, size } = drawn;
  return (
    <>
      <PageZoom zoom={zoom} change={setZoom} />
      <div className={`page-zoom is-zoom-${zoom}`}>
        <PictureSheet
          key={drawn.page}
          {...props}
          {...{ bitmap, size, boxes }}
          page={drawn.page}
          label={t("media.page", { page: number(drawn.page) })}
        />
      </div>
    </>
  );
}

/** Steps of the width of a page: as wide as its place, half as wide again, and twice. */
const ZOOMS = [1, 2, 3] as const;
type Zoom = (typeof ZOOMS)[number];

function PageZoom({ zoom, change }: { readonly zoom: Zoom; readonly change: (zoom: Zoom) => void }) {
  const { t } = useReader();
  const at = ZOOMS.indexOf(zoom);
  const step = (by: number) => {
    const next = ZOOMS[at + by];
    if (next !== undefined) change(next);
  };
  return (
    <fieldset className="media-tools" aria-label={t("media.tools")}>
      <button type="button" aria-disabled={at === 0} onClick={() => step(-1)}>
        {t("media.smaller")}
      </button>
      <button type="button" aria-disabled={at === ZOOMS.length - 1} onClick={() => step(1)}>
        {t("media.larger")}
      </button>
    </fieldset>
  );
}

async function open(blob: Blob): Promise<OpenPdf> {
  const { openPdf } = await import("./pdf-document.ts");
  return openPdf(blob);
}

/** The page that was asked for last; whatever is still being drawn of another is given up. */
function useDrawnPage(
  opened: OpenPdf | { readonly why: string } | null,
  page: number,
): Drawn | { readonly why: string } | null {
  const [drawn, setDrawn] = useState<Drawn | { readonly why: string } | null>(null);
  useEffect(() => {
    if (opened === null) return;
    if ("why" in opened) {
      setDrawn(opened);
      return;
    }
    let isGone = false;
    let bitmap: ImageBitmap | null = null;
    let cancel = () => {};
    setDrawn(null);
    const draw = async () => {
      const proxy = await opened.document.getPage(page);
      if (isGone) return;
      const rendering = render(proxy);
      cancel = rendering.cancel;
      const made = await rendering.done;
      bitmap = made.bitmap;
      proxy.cleanup();
      if (isGone) bitmap.close();
      else setDrawn({ ...made, page });
    };
    draw().catch((error: unknown) => isGone || setDrawn({ why: nameOf(error) }));
    return () => {
      isGone = true;
      cancel();
      bitmap?.close();
    };
  }, [opened, page]);
  return drawn;
}

function render(proxy: PDFPageProxy): {
  readonly done: Promise<Omit<Drawn, "page">>;
  readonly cancel: () => void;
} {
  const { width, height } = proxy.getViewport({ scale: 1 });
  const size = { width, height };
  const viewport = proxy.getViewport({ scale: densityOf(size) });
  const canvas = document.createElement("canvas");
  canvas.width = Math.max(1, Math.floor(viewport.width));
  canvas.height = Math.max(1, Math.floor(viewport.height));
  const task = proxy.render({ canvas, viewport, annotationMode: ANNOTATIONS_DRAWN });
  const done = task.promise.then(async () => {
    const bitmap = await createImageBitmap(canvas);
    canvas.width = 0;
    canvas.height = 0;
    return { bitmap, size };
  });
  return { done, cancel: () => task.cancel() };
}

/** `AnnotationMode.ENABLE` of PDF.js: stamps and marks are part of a page's look; they are drawn and do nothing. */
const ANNOTATIONS_DRAWN = 1;

/** PDF.js names its errors; their messages may repeat words of the file. */
function nameOf(error: unknown): string {
  return error instanceof Error ? error.name : "unknown";
}
