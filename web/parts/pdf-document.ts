/**
 * PDF.js, loaded with the first page that somebody asks to see. What is in a file is parsed in a worker of our own origin;
 * nothing of it runs, none of its links and forms are made, and nothing is fetched for it but what the workbench brings.
 */
import { GlobalWorkerOptions, getDocument, type PDFDocumentProxy, type PDFPageProxy } from "pdfjs-dist";
import workerUrl from "pdfjs-dist/build/pdf.worker.min.mjs?url";

export type { PDFDocumentProxy, PDFPageProxy };

GlobalWorkerOptions.workerSrc = workerUrl;

/** Where the build puts what PDF.js asks for by name (vite.config.ts). */
const PARTS = "/pdf/";

/** A picture within a page that decodes to more is left out by PDF.js, and the rest of the page is drawn. */
const MAX_IMAGE_PIXELS = 64_000_000;

export interface OpenPdf {
  readonly document: PDFDocumentProxy;
  /** Ends the worker, and with it everything that it holds. */
  close(): Promise<void>;
}

/** @throws what PDF.js throws for a file that it cannot read. */
export async function openPdf(blob: Blob): Promise<OpenPdf> {
  const task = getDocument({
    data: new Uint8Array(await blob.arrayBuffer()),
    isEvalSupported: false,
    enableXfa: false,
    // The policy of the page lets no WebAssembly run: decoders without it are brought along.
    useWasm: false,
    wasmUrl: PARTS,
    standardFontDataUrl: `${PARTS}fonts/`,
    maxImageSize: MAX_IMAGE_PIXELS,
    stopAtErrors: false,
    disableAutoFetch: true,
    disableStream: true,
  });
  return { document: await task.promise, close: () => task.destroy() };
}
