import { extractPdf, type PdfContent } from "./extract-pdf.ts";

export interface PdfLimits {
  /** Wall-clock limit in milliseconds. */
  timeLimit: number;
}

/** Reads a PDF's bytes (taken over) into blocks and notes. Throws RejectionError: pdf-encrypted, pdf-corrupt, pdf-no-text, too-complex. */
export async function readPdf(bytes: Uint8Array, _limits: PdfLimits): Promise<PdfContent> {
  return extractPdf(bytes);
}
