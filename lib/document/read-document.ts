import { hash } from "node:crypto";
import { decodeText } from "./decode-text.ts";
import { detectMarkup } from "./detect-markup.ts";
import { detectMediaType } from "./detect-media-type.ts";
import type { Block, Document, DocumentNote, DocumentSource, Rejection } from "./document.ts";
import { markCut } from "./html/mark-cut.ts";
import { limits } from "./limits.ts";
import { RejectionError, toRejection } from "./rejection.ts";

/** What the document stage answers: the document, or why there is none. `source` is known in either case. */
export type ReadResult =
  | { status: "read"; document: Document }
  | { status: "rejected"; source: Document["source"]; rejection: Rejection };

export interface ReadOptions {
  /** Language of the rejection's message. */
  language?: "zh" | "en";
  /** Wall-clock limit of the whole reading in milliseconds (default 60,000); over it the file is `too-complex`. */
  timeLimit?: number;
}

interface Content {
  blocks: Block[];
  notes: DocumentNote[];
}

/** Spaces, line ends, NUL and the three byte-order marks: a file of nothing else is empty. */
function isBlank(bytes: Uint8Array): boolean {
  const blank = (byte: number) => byte <= 0x20 || byte === 0xef || byte === 0xbb || byte === 0xbf || byte >= 0xfe;
  return bytes.byteLength < 4096 ? bytes.every(blank) : !bytes.some((byte) => byte > 0x20);
}

/** Loads a module at its first use (a PDF reader costs 80 ms that a text should not pay), and only once: `import()` itself takes time. */
function once<T>(load: () => Promise<T>): () => Promise<T> {
  let loaded: Promise<T> | undefined;
  return () => {
    loaded ??= load().catch((error: unknown) => {
      // The next use tries again.
      loaded = undefined;
      throw error;
    });
    return loaded;
  };
}

const plainTextReader = once(() => import("./text/read-plain-text.ts"));
const htmlReader = once(() => import("./html/read-html.ts"));
const pdfReader = once(() => import("./pdf/read-pdf.ts"));

/**
 * Makes ready what a file of this name will likely need, while its bytes are still on their way: the reader of PDFs in its
 * thread. The name is a hint and nothing more; what fails here is told when the file is read.
 */
export function prepareReading(name: string): void {
  if (!/\.pdf$/i.test(name)) return;
  pdfReader()
    .then(({ prepareReader }) => prepareReader())
    .catch(() => {});
}

async function readText(bytes: Uint8Array, source: DocumentSource): Promise<Content> {
  const decoded = decodeText(bytes);
  source.charset = decoded.charset;
  source.mediaType = detectMarkup(decoded.text);
  const notes: DocumentNote[] = decoded.damaged ? [{ code: "text-damaged", pages: [] }] : [];
  if (decoded.text.trim() === "") throw new RejectionError("empty");
  if (source.mediaType === "text/plain") {
    const { readPlainText } = await plainTextReader();
    return { blocks: readPlainText(decoded.text), notes };
  }
  if (source.mediaType !== "text/html") throw new RejectionError("unsupported-type");
  const { readHtml } = await htmlReader();
  const cut = markCut(decoded.text);
  if (cut !== null) notes.push({ code: "truncated", pages: [] });
  return { blocks: readHtml(cut ?? decoded.text), notes };
}

async function readContent(bytes: Uint8Array, source: DocumentSource, options: ReadOptions): Promise<Content> {
  if (bytes.byteLength > limits.bytes) throw new RejectionError("too-large");
  if (isBlank(bytes)) throw new RejectionError("empty");
  const mediaType = detectMediaType(bytes);
  if (mediaType === null) return readText(bytes, source);
  source.mediaType = mediaType;
  if (mediaType !== "application/pdf") throw new RejectionError("unsupported-type");
  const { readPdf } = await pdfReader();
  return readPdf(bytes, { timeLimit: options.timeLimit ?? 60_000 });
}

/** Throws RejectionError `too-complex` for more than the stages that follow should be given. */
function checkSize(blocks: readonly Block[]): void {
  let characters = 0;
  let cells = 0;
  for (const block of blocks) {
    if (block.kind === "text") characters += block.text.length;
    if (block.kind !== "table") continue;
    cells += block.cells.length;
    for (const { text } of block.cells) characters += text.length;
  }
  if (characters > limits.characters || cells > limits.cells) throw new RejectionError("too-complex");
}

/**
 * Reads the bytes of one file into a Document: its kind and charset are told by its content, never by `name`.
 * Never throws for what the file holds: that is a rejection. The bytes of a PDF are detached by the reading.
 */
export async function readDocument(bytes: Uint8Array, name: string, options: ReadOptions = {}): Promise<ReadResult> {
  const sha256 = hash("sha256", bytes, "hex");
  const source: DocumentSource = { name, sha256, bytes: bytes.byteLength, mediaType: "application/octet-stream" };
  try {
    const { blocks, notes } = await readContent(bytes, source, options);
    checkSize(blocks);
    return { status: "read", document: { schemaVersion: 1, source, blocks, notes } };
  } catch (error) {
    if (!(error instanceof RejectionError)) throw error;
    return { status: "rejected", source, rejection: toRejection(error.code, options.language) };
  }
}
