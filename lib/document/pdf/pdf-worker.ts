import { parentPort, workerData } from "node:worker_threads";
import { RejectionError } from "../rejection.ts";
import { extractPdf, type PdfContent } from "./extract-pdf.ts";
import { importPdfjs } from "./import-pdfjs.ts";

export { extractPdf };

/** What the worker answers: the content, or why there is none. */
export type WorkerAnswer = { content: PdfContent } | { code: RejectionError["code"]; reason: string };

/** Other pools' workers may import this module too: only the reader's own worker listens. */
if (parentPort && workerData === "gouji-pdf") {
  const port = parentPort;
  // pdf.js leaves promises of broken pages unhandled; what they were for is told by the pages themselves.
  process.on("unhandledRejection", () => {});
  void importPdfjs();
  port.on("message", async (bytes: Uint8Array) => port.postMessage(await answer(bytes)));
}

async function answer(bytes: Uint8Array): Promise<WorkerAnswer> {
  try {
    return { content: await extractPdf(bytes) };
  } catch (error) {
    const code = error instanceof RejectionError ? error.code : "pdf-corrupt";
    return { code, reason: String(error instanceof Error ? (error.cause ?? error) : error) };
  }
}
