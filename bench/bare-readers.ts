import { Parser } from "htmlparser2";
import { Converter } from "opencc-js/t2cn";
import { findCMaps } from "../lib/document/pdf/find-cmaps.ts";
import { importPdfjs } from "../lib/document/pdf/import-pdfjs.ts";

/** Bare htmlparser2: decodes and tokenises a page, and does nothing with it. */
export function tokenise(bytes: Uint8Array): void {
  const parser = new Parser({});
  parser.write(new TextDecoder().decode(bytes));
  parser.end();
}

/** Decodes a text and normalises it (NFKC). */
export const normalise = (bytes: Uint8Array): string => new TextDecoder().decode(bytes).normalize("NFKC");

let convert: ReturnType<typeof Converter> | undefined;

/** Decodes, normalises and converts the whole of a text to simplified characters (OpenCC). */
export function simplify(bytes: Uint8Array): string {
  convert ??= Converter({ from: "t", to: "cn" });
  return convert!(normalise(bytes));
}

interface BareDocument {
  numPages: number;
  getPage(number: number): Promise<{ getTextContent(): Promise<unknown>; cleanup(): void }>;
}

/** Bare pdf.js: the text content of every page, as the reader opens the file. */
export async function extractText(bytes: Uint8Array): Promise<void> {
  const { PDFParse } = await importPdfjs();
  const options = { data: bytes.slice(), cMapUrl: findCMaps(), cMapPacked: true, maxImageSize: 1, verbosity: 0 };
  const parser = new PDFParse(options);
  const document = await (parser as unknown as { load(): Promise<BareDocument> }).load();
  for (let number = 1; number <= document.numPages; number++) {
    const page = await document.getPage(number);
    await page.getTextContent();
    page.cleanup();
  }
  await parser.destroy();
}
