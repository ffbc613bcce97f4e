import type { Block, DocumentNote } from "../document.ts";
import { RejectionError } from "../rejection.ts";
import { splitAligned } from "./aligned-region.ts";
import { toAlignedTable } from "./aligned-table.ts";
import { continueTable } from "./continue-table.ts";
import { findGrids, type Grid } from "./find-grids.ts";
import type { Box, Item } from "./geometry.ts";
import { loadPdf, type PdfFile, type PdfPage } from "./load-pdf.ts";
import { dropFurniture, type FreeLines } from "./page-furniture.ts";
import { type Line, numberLines, toLines } from "./page-lines.ts";
import { readPageRules } from "./page-rules.ts";
import { type DraftTable, readPageTables } from "./page-tables.ts";
import { readPageText } from "./page-text.ts";
import { type FlowLine, findMargins, toParagraphs } from "./paragraphs.ts";
import { widenGrid } from "./widen-grid.ts";

export interface PdfContent {
  blocks: Block[];
  notes: DocumentNote[];
}

/** Reads a PDF in this thread: takes the bytes over. Throws RejectionError: pdf-encrypted, pdf-corrupt, pdf-no-text. */
export async function extractPdf(bytes: Uint8Array): Promise<PdfContent> {
  const file = await loadPdf(bytes);
  try {
    const pages: PageContent[] = [];
    for (let number = 1; number <= file.pages; number++) pages.push(await readPage(file, number, pages.at(-1)));
    return toContent(pages);
  } finally {
    await file.close();
  }
}

interface PageContent {
  page: number;
  box: Box;
  items: Item[];
  tables: DraftTable[];
  free: FreeLines;
}

async function readPage(file: PdfFile, number: number, previous: PageContent | undefined): Promise<PageContent> {
  const page = await file.page(number);
  const { turn, box, items } = readPageText(number, page.view, await page.getTextContent());
  numberLines(items);
  const lines = toLines(items.filter((item) => item.turn === 0 && !item.vertical));
  const open = openTable(previous);
  const grids = lines.some(isTabular) || open ? findGrids((await readRules(file, page, turn)).rules) : [];
  page.cleanup();
  const kept = open ? continueGrids(grids, open) : grids;
  const { tables, free } = readPageTables(
    number,
    kept.filter((grid) => grid.columnCuts.length > 2),
    items,
    lines,
  );
  const top = Math.min(...tables.map((table) => table.box.y0), Infinity);
  const bottom = Math.max(...tables.map((table) => table.box.y1), -Infinity);
  return { page: number, box, items, tables, free: { page: number, box, lines: toLines(free), top, bottom } };
}

async function readRules(file: PdfFile, page: PdfPage, turn: Parameters<typeof readPageRules>[2]) {
  return readPageRules(await page.getOperatorList({ annotationMode: 0 }), file.operators, turn);
}

/** Whether a line has columns: a gap that no running text has. */
function isTabular(line: Line): boolean {
  let x = line.items[0]!.x1;
  for (const item of line.items) {
    if (item.x0 - x > 1.5 * line.size) return true;
    x = Math.max(x, item.x1);
  }
  return false;
}

/** The table in which a page ends, but for its footer. */
function openTable(page: PageContent | undefined): DraftTable | undefined {
  if (!page || page.tables.length === 0) return undefined;
  const footer = page.box.y1 - 0.14 * (page.box.y1 - page.box.y0);
  if (page.free.lines.some((line) => line.y0 > page.free.bottom && line.y0 < footer)) return undefined;
  return page.tables.find((table) => table.box.y1 === page.free.bottom);
}

/** The uppermost grid gets the outer columns of the table that it may continue. */
function continueGrids(grids: Grid[], open: DraftTable): Grid[] {
  const top = Math.min(...grids.map((grid) => grid.box.y0));
  return grids.map((grid) => (grid.box.y0 === top ? widenGrid(grid, open.columnCuts) : grid));
}

function toContent(pages: PageContent[]): PdfContent {
  const characters = pages.flatMap((page) => page.items).reduce((sum, item) => sum + item.text.length, 0);
  if (characters === 0) throw new RejectionError("pdf-no-text");
  const free = pages.map((page) => page.free);
  dropFurniture(free);
  const flow = pages.flatMap(toFlow);
  const lines = flow.filter((part) => part.kind === "line");
  return { blocks: toBlocks(flow, findMargins(lines)), notes: [] };
}

type FlowPart = FlowLine | DraftTable;

/** Lines and tables of a page from top to bottom. */
function toFlow({ page, tables, free }: PageContent): FlowPart[] {
  const parts: { y: number; x: number; part: FlowPart }[] = [
    ...tables.map((part) => ({ y: part.box.y0, x: part.box.x0, part })),
    ...free.lines.map((line) => ({ y: line.y0, x: line.x0, part: { kind: "line" as const, page, line } })),
  ];
  return parts.sort((a, b) => a.y - b.y || a.x - b.x).map(({ part }) => part);
}

function toBlocks(flow: FlowPart[], margins: Parameters<typeof toParagraphs>[1]): Block[] {
  const blocks: Block[] = [];
  let lines: FlowLine[] = [];
  let open: DraftTable | undefined;
  const drafts: DraftTable[] = [];
  const flush = () => {
    for (const part of splitAligned(lines)) {
      if (part.kind === "lines") blocks.push(...toParagraphs(part.lines, margins));
      else blocks.push(toAlignedTable(part.lines));
    }
    lines = [];
  };
  for (const part of flow) {
    if (part.kind === "line") {
      lines.push(part);
      open = undefined;
    } else if (!(open && open.page + 1 === part.page && continueTable(open, part))) {
      flush();
      drafts.push(part);
      open = part;
      blocks.push({
        kind: "table",
        grid: "ruled",
        rows: 0,
        columns: 0,
        cells: part.cells as never,
        location: part.location,
      });
    }
  }
  flush();
  let next = 0;
  return blocks.map((block) => (block.kind === "table" && block.grid === "ruled" ? toTable(drafts[next++]!) : block));
}

function toTable(draft: DraftTable): Block {
  const cells = draft.cells.map(({ room, ...cell }) => cell).sort((a, b) => a.row - b.row || a.column - b.column);
  return {
    kind: "table",
    grid: "ruled",
    rows: draft.rows,
    columns: draft.columnCuts.length - 1,
    cells,
    location: draft.location,
  };
}
