import { RejectionError } from "../rejection.ts";
import { CMapReader } from "./cmap-reader.ts";
import { findCMaps } from "./find-cmaps.ts";
import { importPdfjs } from "./import-pdfjs.ts";

/** What this reader uses of pdf.js. */
export interface TextItem {
  str: string;
  transform: number[];
  width: number;
  height: number;
  fontName: string;
}
/** The bounds of a piece of content that the document's structure names. */
export interface ContentMark {
  type: "beginMarkedContent" | "beginMarkedContentProps" | "endMarkedContent";
  id?: string | null;
}
export interface TextContent {
  items: (TextItem | ContentMark)[];
  styles: Record<string, { vertical?: boolean } | undefined>;
}
export interface OperatorList {
  fnArray: number[];
  argsArray: unknown[][];
}
/** An element of a tagged document's structure; content has an id and no role. */
export interface StructureNode {
  role?: string;
  id?: string;
  children?: StructureNode[];
}
export interface PdfPage {
  view: number[];
  getTextContent(options: { includeMarkedContent: true; disableNormalization: true }): Promise<TextContent>;
  getStructTree(): Promise<StructureNode | null>;
  getOperatorList(options: { annotationMode: number }): Promise<OperatorList>;
  cleanup(): void;
}
export interface PdfFile {
  pages: number;
  page(number: number): Promise<PdfPage>;
  operators: Record<string, number>;
  close(): Promise<void>;
}

/**
 * Fonts are only asked for their text: handed to a page that does not exist, they need no outlines, which pdf.js otherwise
 * compiles glyph by glyph (a sixth of the time of a page's operators).
 */
const withoutGlyphs = {
  disableFontFace: false,
  useSystemFonts: false,
  ownerDocument: { fonts: { add() {}, delete() {} } } as never,
};

/** Opens a PDF with pdf-parse; takes the bytes over (they are detached). Throws RejectionError: pdf-encrypted, pdf-corrupt. */
export async function loadPdf(bytes: Uint8Array): Promise<PdfFile> {
  const { PDFParse, connect, operators } = await importPdfjs();
  const worker = connect();
  const parser = new PDFParse({
    data: bytes,
    cMapUrl: findCMaps(),
    cMapPacked: true,
    CMapReaderFactory: CMapReader,
    maxImageSize: 1,
    verbosity: 0,
    worker,
    ...withoutGlyphs,
  });
  type PdfDocument = { numPages: number; getPage(number: number): Promise<PdfPage> };
  const loader = parser as unknown as { load(): Promise<PdfDocument> };
  let document: PdfDocument;
  try {
    document = await loader.load();
  } catch (error) {
    worker.destroy();
    const encrypted =
      error instanceof Error && (error.name === "PasswordException" || /password|encrypt/i.test(error.message));
    throw new RejectionError(encrypted ? "pdf-encrypted" : "pdf-corrupt", { cause: error });
  }
  return {
    pages: document.numPages,
    page: (number) => document.getPage(number),
    operators,
    close: () => parser.destroy().finally(() => worker.destroy()),
  };
}
