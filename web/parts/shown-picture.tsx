/**
 * A picture that somebody asked to see: its first frame alone, drawn on a canvas, so that nothing of the file but pixels is on
 * the page, and with the canvas all of them go.
 */
import { type PointerEvent, useEffect, useRef, useState } from "react";
import type { StatementView } from "../../src/server/client.ts";
import { useReader } from "../settings.tsx";
import { PartForm } from "./part-form.tsx";
import type { PictureBox, QuotedPassage } from "./passage.ts";
import { boxBetween, MAX_DRAWN_PIXELS, NO_BOX, readBox, type Size, typeBox } from "./picture-box.ts";
import { sheetOf, type Turn, takeOutTurn, turnOnce, UPRIGHT } from "./picture-turn.ts";

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
  const { bitmap, turn } = decoded;
  const { width, height } = bitmap;
  const boxes = props.statements.flatMap(({ id, at }) =>
    at.kind === "region" ? [{ id, box: at.box, isLanding: true }] : [],
  );
  return <PictureSheet {...props} {...{ bitmap, turn, boxes }} size={{ width, height }} page={null} />;
}

async function decode(blob: Blob): Promise<Decoded> {
  const { bytes, turn } = takeOutTurn(new Uint8Array(await blob.arrayBuffer()));
  return { bitmap: await createImageBitmap(new Blob([new Uint8Array(bytes)], { type: blob.type })), turn };
}

interface PictureSheetProps extends ShownProps {
  readonly bitmap: ImageBitmap;
  /** What boxes are measured in: pixels of a picture, points of a page. */
  readonly size: Size;
  /** How it is to be turned to stand upright. */
  readonly turn?: Turn;
  readonly page: number | null;
  /** Of statements; where a link to one leads. */
  readonly boxes: readonly {
    readonly id: string;
    readonly box: PictureBox;
    readonly isLanding: boolean;
  }[];
}

/** Pixels on a canvas, with the boxes of statements and the form for another one. */
export function PictureSheet(props: PictureSheetProps) {
  const { bitmap, label, boxes, active, choose, mayWrite, quoted, whenShown, page } = props;
  const { t, digits } = useReader();
  const [turn, setTurn] = useState(props.turn ?? UPRIGHT);
  const [typed, setTyped] = useState(NO_BOX);
  const canvas = useRef<HTMLCanvasElement>(null);
  const group = useRef<SVGGElement>(null);
  const size = useRef(props.size).current;
  const sheet = sheetOf(size, turn);
  /** Boxes are whole numbers, and a page need not be. */
  const whole = { width: Math.floor(size.width), height: Math.floor(size.height) };

  useEffect(() => {
    const target = canvas.current;
    if (target === null) return;
    draw(target, bitmap, { size, turn });
    return () => {
      // The pixels go with the picture, and not when the browser tidies up.
      target.width = 0;
      target.height = 0;
    };
  }, [bitmap, size, turn]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: once it stands there.
  useEffect(whenShown, []);

  const drawing = useBoxDrawing(group, whole, (box) => setTyped(typeBox(box, digits)));
  const stated = quoted?.page === page ? quoted.part?.box : undefined;
  const draft = stated ?? readBox(typed, whole);
  const stage = (
    <div className={sheet.height > 1.3 * sheet.width ? "picture-stage is-tall" : "picture-stage"}>
      <canvas ref={canvas} role="img" aria-label={label} />
      {/* The same boxes stand in words in the list of statements, and are written in the fields below. */}
      <svg viewBox={`0 0 ${sheet.width} ${sheet.height}`} aria-hidden="true" {...(mayWrite ? drawing : {})}>
        <g ref={group} transform={`matrix(${sheet.matrix.join(" ")})`}>
          {boxes.map(({ id, box, isLanding }) => (
            // biome-ignore lint/a11y/noStaticElementInteractions: the same choice is a button in the list beside.
            <rect
              key={id}
              {...(isLanding ? { id: `at-${id}` } : {})}
              className={id === active ? "part active" : "part"}
              {...box}
              onClick={() => choose(id)}
            />
          ))}
          {draft === null ? null : <rect className="part draft" {...draft} />}
        </g>
      </svg>
    </div>
  );
  return (
    <>
      {page === null ? (
        stage
      ) : (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a page wider than its place is moved about by keyboard.
        <section className="picture-scroll" tabIndex={0} aria-label={label}>
          {stage}
        </section>
      )}
      <p>
        <button type="button" onClick={() => setTurn(turnOnce)}>
          {t("media.turn")}
        </button>
      </p>
      {mayWrite ? <PartForm {...props} {...{ page, typed }} size={whole} type={setTyped} /> : null}
    </>
  );
}

function draw(
  target: HTMLCanvasElement,
  bitmap: ImageBitmap,
  { size, turn }: { readonly size: Size; readonly turn: Turn },
): void {
  const { width, height, matrix } = sheetOf(size, turn);
  const scale = Math.min(bitmap.width / size.width, Math.sqrt(MAX_DRAWN_PIXELS / (width * height)));
  target.width = Math.max(1, Math.round(width * scale));
  target.height = Math.max(1, Math.round(height * scale));
  const context = target.getContext("2d");
  if (context === null) return;
  context.scale(scale, scale);
  context.transform(...matrix);
  context.drawImage(bitmap, 0, 0, size.width, size.height);
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
