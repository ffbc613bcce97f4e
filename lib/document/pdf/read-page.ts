import { cellText } from "./cell-text.ts";
import { anchorToGrids, collapseRows, gatherTables, type TaggedTable } from "./collapse-rows.ts";
import { dropArtifacts } from "./drop-artifacts.ts";
import { dropClosedCuts } from "./drop-closed-cuts.ts";
import { dropNoteMarks } from "./drop-note-marks.ts";
import { dropOverlays, placesOf } from "./drop-overlays.ts";
import type { Grid } from "./find-grids.ts";
import type { Box, Item, PageText } from "./geometry.ts";
import { isSettled } from "./is-settled.ts";
import type { PdfFile, PdfPage } from "./load-pdf.ts";
import { mendText } from "./mend-text.ts";
import type { FreeLines } from "./page-furniture.ts";
import { readPageGlyphs } from "./page-glyphs.ts";
import { findPageGrids } from "./page-grids.ts";
import { checkText, fewCharacters, hasContent, type TextHealth } from "./page-health.ts";
import { isTabular, numberLines, toLines } from "./page-lines.ts";
import { readPageRules } from "./page-rules.ts";
import { type DraftTable, readPageTables } from "./page-tables.ts";
import { readPageText } from "./page-text.ts";
import { findTaggedCells } from "./tagged-cells.ts";
import { widenGrid } from "./widen-grid.ts";

/** What a page holds. `picture`: it shows much that is no text; `lost`: how many characters a damaged font lost. */
export interface PageContent {
  tables: DraftTable[];
  free: FreeLines;
  health: TextHealth;
  picture: boolean;
  lost: number;
}

/** A page whose text is read; `places`: where its items stand. */
export interface OpenPage {
  source: PdfPage;
  text: PageText;
  places: ReadonlySet<string>;
}

/** Share of the page's height at its foot that does not end a table. */
const footer = 0.14;

/** Reads a page's text. */
export async function openPage(file: PdfFile, page: number): Promise<OpenPage> {
  const source = await file.page(page);
  const content = await source.getTextContent({ includeMarkedContent: true, disableNormalization: true });
  const text = readPageText(page, source.view, content);
  return { source, text, places: placesOf(text.items) };
}

/**
 * Reads one page; `previous` is the one before, `known` where the text of its neighbours stands. Its drawing is looked at only
 * where it may hold a table or almost no text.
 */
export async function readPage(
  file: PdfFile,
  { source, text: whole }: OpenPage,
  previous: PageContent | undefined,
  known: readonly ReadonlySet<string>[],
): Promise<PageContent> {
  const plain = dropArtifacts(whole, known);
  const health = checkText(plain);
  const open = openTable(previous);
  const isTable = open !== undefined || toLines(plain.items.filter(isUpright)).some(isTabular);
  const bare = health.characters < fewCharacters;
  const list = isTable || bare ? await source.getOperatorList({ annotationMode: 0 }) : undefined;
  const picture = bare && list !== undefined && hasContent(list, file.operators, plain);
  if (!list || !isTable) source.cleanup();
  if (!list || !isTable) return { ...layOut(plain, [], open), health, picture, lost: 0 };
  const glyphs = readPageGlyphs(list, file.operators, plain);
  const drawn = readPageRules(list, file.operators, plain);
  const text = mendText(
    plain,
    { ...glyphs, cuts: dropClosedCuts(glyphs.cuts, [...drawn.rules, ...drawn.fillEdges]) },
    drawn.rules,
  );
  const grids = findPageGrids(drawn, text);
  const items = dropNoteMarks(dropOverlays(text.items, grids, known));
  const unruled =
    items.some((item) => item.mark !== undefined) && !isSettled(items, grids)
      ? await findUnruled(source, items, grids)
      : [];
  source.cleanup();
  const sound = grids.filter((grid) => !unruled.some(({ box }) => overlaps(box, grid.box)));
  return { ...layOut({ ...text, items }, sound, open, unruled), health, picture, lost: glyphs.lost.length };
}

const overlaps = (a: Box, b: Box) => a.x0 < b.x1 && b.x0 < a.x1 && a.y0 < b.y1 && b.y0 < a.y1;

/** Tables that the document's structure names and whose cells the page's rules do not part. */
async function findUnruled(source: PdfPage, items: readonly Item[], grids: readonly Grid[]): Promise<TaggedTable[]> {
  const tables = gatherTables(items, findTaggedCells(await source.getStructTree()));
  return tables.filter((table) => !anchorToGrids(table, grids));
}

const isUpright = (item: Item) => item.turn === 0 && !item.vertical;

function layOut(
  text: PageText,
  grids: Grid[],
  open: DraftTable | undefined,
  unruled: readonly TaggedTable[] = [],
): { tables: DraftTable[]; free: FreeLines } {
  const { page, box, items, strings } = text;
  numberLines(items);
  const lines = grids.length > 0 ? toLines(items.filter(isUpright)) : [];
  const kept = (open ? continueGrids(grids, open) : grids).filter((grid) => grid.columnCuts.length > 2);
  const { tables, free } = readPageTables(page, kept, items, lines, strings);
  const boxes = [...tables, ...unruled].map((table) => table.box);
  const top = Math.min(...boxes.map((area) => area.y0), Infinity);
  const bottom = Math.max(...boxes.map((area) => area.y1), -Infinity);
  const known = new Set(unruled.flatMap(({ rows }) => rows.flat().flatMap((cell) => cell.items)));
  const rest = unruled.length > 0 ? free.filter((item) => !known.has(item)) : free;
  const rows = unruled.flatMap(collapseRows);
  const all = [...toLines(standUp(rest)), ...rows].sort((a, b) => a.y0 - b.y0);
  return { tables, free: { page, box, lines: all, top, bottom } };
}

/** Puts text outside tables that is turned or set vertically into one upright piece where it begins. */
function standUp(items: Item[]): Item[] {
  const turned = items.filter((item) => !isUpright(item));
  if (turned.length === 0) return items;
  const text = cellText(turned, 0).text.replaceAll("\n", "");
  const first = turned.reduce((a, b) => (b.y0 < a.y0 ? b : a));
  return [...items.filter(isUpright), { ...first, text, turn: 0, vertical: false, baseline: first.y0 + first.size }];
}

/** The table in which a page ends, but for its footer. */
function openTable(page: PageContent | undefined): DraftTable | undefined {
  if (!page || page.tables.length === 0) return undefined;
  const { box, lines, bottom } = page.free;
  const foot = box.y1 - footer * (box.y1 - box.y0);
  if (lines.some((line) => line.y0 > bottom && line.y0 < foot)) return undefined;
  return page.tables.find((table) => table.box.y1 === bottom);
}

/** The uppermost grid gets the outer columns of the table that it may continue. */
function continueGrids(grids: Grid[], open: DraftTable): Grid[] {
  const top = Math.min(...grids.map((grid) => grid.box.y0));
  return grids.map((grid) => (grid.box.y0 === top ? widenGrid(grid, open.columnCuts) : grid));
}
