import type { Block, DocumentNote } from "../document.ts";
import { RejectionError } from "../rejection.ts";
import { loadPdf, type PdfFile } from "./load-pdf.ts";
import { type OpenPage, openPage, type PageContent, readPage } from "./read-page.ts";
import { toBlocks } from "./to-blocks.ts";

export interface PdfContent {
  blocks: Block[];
  notes: DocumentNote[];
}

/** Share of a document's (a page's) characters from which on garbled ones make it unreadable (damaged). */
const unreadable = 0.5;
const damaged = 0.05;
const leastDamage = 10;

/** Reads a PDF in this thread: takes the bytes over. Throws RejectionError: pdf-encrypted, pdf-corrupt, pdf-no-text, too-complex when `signal` aborts. */
export async function extractPdf(bytes: Uint8Array, signal?: AbortSignal): Promise<PdfContent> {
  const truncated = !endsWell(bytes);
  const file = await loadPdf(bytes);
  try {
    const { pages, failed } = await readPages(file, signal);
    const notes = toNotes(pages, failed);
    if (truncated) notes.push({ code: "truncated", pages: [] });
    return { blocks: toBlocks(pages), notes };
  } finally {
    await file.close();
  }
}

/** A whole PDF ends with %%EOF, apart from junk that transfers append. */
function endsWell(bytes: Uint8Array): boolean {
  const tail = Buffer.from(
    bytes.buffer,
    bytes.byteOffset + Math.max(0, bytes.length - 2048),
    Math.min(2048, bytes.length),
  );
  return tail.includes("%%EOF");
}

type Opened = OpenPage | { error: unknown };

const tryOpen = (file: PdfFile, number: number): Promise<Opened> =>
  openPage(file, number).catch((error: unknown) => ({ error }));

async function readPages(file: PdfFile, signal?: AbortSignal): Promise<{ pages: PageContent[]; failed: number[] }> {
  const pages: PageContent[] = [];
  const failed: number[] = [];
  let cause: unknown;
  let before: Opened | undefined;
  let current = await tryOpen(file, 1);
  for (let number = 1; number <= file.pages; number++) {
    if (signal?.aborted) throw new RejectionError("too-complex");
    const after = number < file.pages ? await tryOpen(file, number + 1) : undefined;
    // What stands on the pages beside tells what is printed on every page.
    const known = [before, after].flatMap((page) => (page && "places" in page ? [page.places] : []));
    try {
      if ("error" in current) throw current.error;
      pages.push(await readPage(file, current, pages.at(-1), known));
    } catch (error) {
      // A page that cannot be read does not take the others with it; it is told in a note.
      failed.push(number);
      cause = error;
    }
    before = current;
    if (after) current = after;
  }
  if (pages.length === 0) throw new RejectionError("pdf-corrupt", { cause });
  return { pages, failed };
}

/** Throws pdf-no-text where nothing can be read. */
function toNotes(pages: readonly PageContent[], failed: readonly number[]): DocumentNote[] {
  const pictures = pages.filter((page) => page.picture);
  const read = pages.filter((page) => !page.picture);
  const total = (count: (page: PageContent) => number) => read.reduce((sum, page) => sum + count(page), 0);
  const characters = total((page) => page.health.characters);
  if (characters === 0) throw new RejectionError(failed.length > 0 ? "pdf-corrupt" : "pdf-no-text");
  if (total((page) => page.health.garbled) > unreadable * characters) throw new RejectionError("pdf-no-text");
  const isDamaged = ({ health, lost }: PageContent) =>
    lost > 0 || (health.garbled >= leastDamage && health.garbled > damaged * health.characters);
  const damagedPages = [...failed, ...read.filter(isDamaged).map((page) => page.free.page)].sort((a, b) => a - b);
  const notes: DocumentNote[] = [];
  if (pictures.length > 0) notes.push({ code: "pages-without-text", pages: pictures.map((page) => page.free.page) });
  if (damagedPages.length > 0) notes.push({ code: "text-damaged", pages: damagedPages });
  return notes;
}
