/**
 * A picture that somebody asked to see: its first frame alone, drawn on a canvas, so that nothing of the file but pixels is on
 * the page, and with the canvas all of them go.
 */
import { type PointerEvent, useEffect, useRef, useState } from "react";
import type { StatementView } from "../../src/server/client.ts";
import { useReader } from "../settings.tsx";
import { PartForm } from "./part-form.tsx";
import type { PictureBox, QuotedPassage } from "./passage.ts";
import { boxBetween, NO_BOX, readBox, type Size, typeBox } from "./picture-box.ts";
import { sheetOf, type Turn, takeOutTurn, turnOnce } from "./picture-turn.ts";

export interface ShownProps {
  readonly blob: Blob;
  readonly label: string;
  readonly statements: readonly StatementView[];
  readonly active: string | null;
  readonly choose: (id: string) => void;
  readonly mayWrite: boolean;
  /** The passage that is being stated of. */
  readonly quoted: QuotedPassage | null;
  readonly open: (passage: QuotedPassage) => void;
  /** What the key for quoting does while this is shown. */
  readonly setQuote: (quote: (() => void) | null) => void;
  readonly whenShown: () => void;
}

interface Decoded {
  readonly bitmap: ImageBitmap;
  readonly turn: Turn;
}

/** A canvas of more pixels takes memory that nobody sees on a screen. */
const MAX_DRAWN_PIXELS = 16_000_000;

/** Below this a press was no drawing of a box. */
const LEAST_DRAWN_PX = 4;

export function ShownPicture(props: ShownProps) {
  const { t } = useReader();
  const { blob } = props;
  const [decoded, setDecoded] = useState<Decoded | "failed" | null>(null);
  useEffect(() => {
    let made: ImageBitmap | null = null;
    let isGone = false;
    decode(blob).then(
      (view) => {
        made = view.bitmap;
        if (isGone) made.close();
        else setDecoded(view);
      },
      () => isGone || setDecoded("failed"),
    );
    return () => {
      isGone = true;
      made?.close();
    };
  }, [blob]);
  if (decoded === null) return <output className="state">{t("app.loading")}</output>;
  if (decoded === "failed") {
    const why = t("media.undecoded", { kind: blob.type });
    return <p className="trouble">{t("media.failed", { why })}</p>;
  }
  return <Sheet {...props} decoded={decoded} />;
}

async function decode(blob: Blob): Promise<Decoded> {
  const { bytes, turn } = takeOutTurn(new Uint8Array(await blob.arrayBuffer()));
  return { bitmap: await createImageBitmap(new Blob([new Uint8Array(bytes)], { type: blob.type })), turn };
}

function Sheet(props: ShownProps & { readonly decoded: Decoded }) {
  const { decoded, label, statements, active, choose, mayWrite, quoted, whenShown } = props;
  const { t, digits } = useReader();
  const { bitmap } = decoded;
  const [turn, setTurn] = useState(decoded.turn);
  const [typed, setTyped] = useState(NO_BOX);
  const canvas = useRef<HTMLCanvasElement>(null);
  const group = useRef<SVGGElement>(null);
  const size = useRef<Size>({ width: bitmap.width, height: bitmap.height }).current;
  const sheet = sheetOf(size, turn);

  useEffect(() => {
    const target = canvas.current;
    if (target === null) return;
    draw(target, bitmap, turn);
    return () => {
      // The pixels go with the picture, and not when the browser tidies up.
      target.width = 0;
      target.height = 0;
    };
  }, [bitmap, turn]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: once it stands there.
  useEffect(whenShown, []);

  const drawing = useBoxDrawing(group, size, (box) => setTyped(typeBox(box, digits)));
  const draft = quoted?.part?.box ?? readBox(typed, size);
  const regions = statements.flatMap(({ id, at }) => (at.kind === "region" ? [{ id, box: at.box }] : []));
  return (
    <>
      <div className={sheet.height > 1.3 * sheet.width ? "picture-stage is-tall" : "picture-stage"}>
        <canvas ref={canvas} role="img" aria-label={label} />
        {/* The same boxes stand in words in the list of statements, and are written in the fields below. */}
        <svg viewBox={`0 0 ${sheet.width} ${sheet.height}`} aria-hidden="true" {...(mayWrite ? drawing : {})}>
          <g ref={group} transform={`matrix(${sheet.matrix.join(" ")})`}>
            {regions.map(({ id, box }) => (
              // biome-ignore lint/a11y/noStaticElementInteractions: the same choice is a button in the list beside.
              <rect
                key={id}
                id={`at-${id}`}
                className={id === active ? "part active" : "part"}
                {...box}
                onClick={() => choose(id)}
              />
            ))}
            {draft === null ? null : <rect className="part draft" {...draft} />}
          </g>
        </svg>
      </div>
      <p>
        <button type="button" onClick={() => setTurn(turnOnce)}>
          {t("media.turn")}
        </button>
      </p>
      {mayWrite ? <PartForm {...props} size={size} typed={typed} type={setTyped} /> : null}
    </>
  );
}

function draw(target: HTMLCanvasElement, bitmap: ImageBitmap, turn: Turn): void {
  const { width, height, matrix } = sheetOf(bitmap, turn);
  const scale = Math.min(1, Math.sqrt(MAX_DRAWN_PIXELS / (width * height)));
  target.width = Math.max(1, Math.round(width * scale));
  target.height = Math.max(1, Math.round(height * scale));
  const context = target.getContext("2d");
  if (context === null) return;
  context.scale(scale, scale);
  context.transform(...matrix);
  context.drawImage(bitmap, 0, 0);
}

/** Drawing with a mouse or a pen; a finger scrolls, and writes the box in its fields. */
function useBoxDrawing(
  group: { readonly current: SVGGElement | null },
  size: Size,
  give: (box: PictureBox) => void,
) {
  const from = useRef<{ readonly x: number; readonly y: number } | null>(null);
  const pointOf = ({ clientX, clientY }: { readonly clientX: number; readonly clientY: number }) => {
    const matrix = group.current?.getScreenCTM();
    return matrix === null || matrix === undefined
      ? null
      : new DOMPoint(clientX, clientY).matrixTransform(matrix.inverse());
  };
  return {
    onPointerDown(event: PointerEvent<SVGSVGElement>) {
      if (event.pointerType === "touch" || event.button !== 0) return;
      from.current = { x: event.clientX, y: event.clientY };
    },
    onPointerMove(event: PointerEvent<SVGSVGElement>) {
      const start = from.current;
      if (start === null) return;
      if (Math.hypot(event.clientX - start.x, event.clientY - start.y) < LEAST_DRAWN_PX) return;
      event.currentTarget.setPointerCapture(event.pointerId);
      const [one, other] = [pointOf({ clientX: start.x, clientY: start.y }), pointOf(event)];
      const box = one === null || other === null ? null : boxBetween(one, other, size);
      if (box !== null) give(box);
    },
    onPointerUp() {
      from.current = null;
    },
    onPointerCancel() {
      from.current = null;
    },
  };
}
